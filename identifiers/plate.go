package identifiers

import "github.com/phidetect/phidetect/lexicon"

// The forms of vehicle plates that tell by themselves what they are, on the
// letters and digits of a candidate. Sources: DVLA INF104 (UK), Central Motor
// Vehicles Rules 1989, rule 50 (IN), S.I. 287/2012 (IE).

// plateForm gives how surely the form alone is that of a plate, 0 for forms
// that other codes have too.
func plateForm(c *candidate) float32 {
	d := c.text()
	switch {
	case c.n == 7 && c.letters == 5 && britishPlate(d) && (c.ngroups == 1 || c.shape(4, 3)):
		return 0.62
	case c.n >= 8 && c.n <= 11 && indianPlate(d) && c.seps&(sepDot|sepSlash|sepUnder) == 0:
		return 0.72
	case c.seps == sepDash && c.ngroups == 3 && irishPlate(c):
		return 0.74
	}
	return 0
}

// britishPlate reports two letters, the age identifier and three letters
// ("WK66 FLN").
func britishPlate(d []byte) bool {
	for i, b := range d {
		if letter(b) != (i < 2 || i > 3) || b == 'I' || b == 'Q' {
			return false
		}
	}
	age := int(d[2]-'0')*10 + int(d[3]-'0')
	return age >= 2 && age <= 30 || age >= 51 && age <= 80
}

// indianPlate reports state, district, series and four digits ("KL 07 CD 4418").
func indianPlate(d []byte) bool {
	switch string(d[:2]) {
	case "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "DN", "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL", "LA", "LD", "MH", "ML", "MN", "MP", "MZ",
		"NL", "OD", "OR", "PB", "PY", "RJ", "SK", "TG", "TN", "TR", "TS", "UK", "UP", "WB":
	default:
		return false
	}
	i := 2
	for i < 4 && digit(d[i]) {
		i++
	}
	series := len(d) - 4
	if i == 2 || series-i < 1 || series-i > 3 {
		return false
	}
	for ; i < series; i++ {
		if !letter(d[i]) {
			return false
		}
	}
	for _, b := range d[series:] {
		if !digit(b) {
			return false
		}
	}
	return true
}

// irishPlate reports year, county and number ("171-KY-4418").
func irishPlate(c *candidate) bool {
	year, county, number := int(c.groups[0]), int(c.groups[1]), int(c.groups[2])
	if year < 2 || year > 3 || county < 1 || county > 2 || number < 1 || number > 6 || c.letters != county {
		return false
	}
	switch string(c.norm[year : year+county]) {
	case "C", "CE", "CN", "CW", "D", "DL", "G", "KE", "KK", "KY", "L", "LD", "LH", "LK", "LM", "LS", "MH", "MN", "MO", "OY", "RN", "SO", "T", "TN", "TS", "W", "WD", "WH", "WW", "WX":
		return true
	}
	return false
}

const (
	// vehicleReach bounds how many tokens before a plate its vehicle may stand.
	vehicleReach = 9
	// vehicleBehind bounds the same behind it.
	vehicleBehind = 4
)

// vehicleBeside reports whether a vehicle stands beside tokens first to last
// in the same sentence: "the car is …", "… on the red Fiesta".
func (t *Text) vehicleBeside(first, last int) bool {
	if !t.Triggers.Cues.HasAny(lexicon.CueVehicle, lexicon.CuePlate) {
		return false
	}
	for i := first - 1; i >= 0 && i >= first-vehicleReach && t.Tokens[i+1].Gap != lexicon.GapLine; i-- {
		if t.Tokens[i].Class == lexicon.Punct && t.sentenceEnd(i) {
			break
		}
		if c := t.CueAt(i); c == lexicon.CueVehicle || c == lexicon.CuePlate {
			return true
		}
	}
	for i := last + 1; i < len(t.Tokens) && i <= last+vehicleBehind && t.Tokens[i].Gap != lexicon.GapLine; i++ {
		if t.Tokens[i].Class == lexicon.Punct && (t.sentenceEnd(i) || t.is(i, ',')) {
			break
		}
		if t.CueAt(i) == lexicon.CueVehicle {
			return true
		}
	}
	return false
}

// sentenceEnd reports a mark that ends a sentence.
func (t *Text) sentenceEnd(i int) bool {
	switch t.Tokens[i].First {
	case '.', '?', '!', ';':
		return t.Tokens[i].Class == lexicon.Punct && !t.touches(i+1)
	}
	return false
}

// plateBesideVehicle reports letters and digits that may be a plate where a
// vehicle stands beside: in capitals, or with three digits at least ("50mph" and
// "10am" stand beside cars too).
func (t *Text) plateBesideVehicle(c *candidate) bool {
	if c.n < 5 || c.n > 9 || c.letters < 1 || c.letters > 5 || c.digits < 2 || c.ngroups > 4 || c.seps&(sepDot|sepSlash|sepUnder) != 0 {
		return false
	}
	if c.digits >= 3 && c.n >= 6 {
		return true
	}
	for _, b := range []byte(t.Text[t.Tokens[c.first].Start:t.Tokens[c.last].End]) {
		if b >= 'a' && b <= 'z' {
			return false
		}
	}
	return true
}
