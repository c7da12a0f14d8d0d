package identifiers

import "github.com/phidetect/phidetect/lexicon"

// A judge decides whether a candidate is an identifier of its family. It sees
// only candidates of min to max letters and digits.
type judge struct {
	min, max int
	decide   func(t *Text, c *candidate) judgement
}

// judges lists the families; one number gets the type of the best judgement,
// the earlier row winning a draw.
var judges = [...]judge{
	{4, 11, judgeSSN},
	{7, 22, judgePhone}, // with an extension
	{4, 20, judgeNationalID},
	{1, 18, judgePlan},
	{3, 20, judgeMRN},
	{4, 20, judgeLicense},
	{3, 34, judgeAccount},
	{3, 17, judgeVehicle},
	{3, 24, judgeDevice},
	{3, 30, judgeUnique},
	{3, 12, judgePostal},
}

// judgeOne asks every judge.
func (t *Text) judgeOne(c *candidate) judgement {
	var best judgement
	if t.refused(c) {
		return best
	}
	for i := range judges {
		if j := &judges[i]; c.n >= j.min && c.n <= j.max {
			if v := j.decide(t, c); v.score > best.score {
				best = v
			}
		}
	}
	if best.score < threshold && c.label.tok < 0 && c.n >= 5 {
		for _, p := range t.prints {
			if printOf(c, p.typ) == p {
				return judgement{p.typ, 0.65, false, "like the one before"}
			}
		}
	}
	return best
}

// byLabel is the judgement of a family on a candidate that one of its labels
// names: strong when the label touches it or says "no" or "#".
func byLabel(c *candidate, typ Type, name string, least int) judgement {
	if c.digits == 0 || c.n < least || c.digits == 1 && c.seps&sepSpace != 0 {
		return judgement{}
	}
	s := float32(0.72)
	if c.label.mark {
		s = 0.88
	}
	if !c.label.near {
		s -= 0.2
		if c.n < 5 || c.digits < 3 {
			return judgement{}
		}
	}
	if !c.piece {
		// joined pieces only where the parts look like one number
		if c.letters > 0 && c.groupsOdd() || c.ngroups > 5 {
			s -= 0.12
		} else {
			s += 0.01
		}
	}
	return judgement{typ, s, false, name}
}

// groupsOdd reports whether the parts are too uneven for one number.
func (c *candidate) groupsOdd() bool {
	if c.ngroups == 1 {
		return false // letters and digits one by one
	}
	for _, g := range c.groups[:c.ngroups] {
		if g < 2 || g > 7 {
			return true
		}
	}
	return false
}

// refused reports whether what stands around the number says that it is an
// amount, a price, a dose, a time or a count.
func (t *Text) refused(c *candidate) bool {
	before, after := c.first-1, c.last+1
	if before >= 0 && t.Tokens[c.first].Gap <= lexicon.GapSpace {
		k := &t.Tokens[before]
		if k.Is('$') || k.Is('~') || k.Class == lexicon.Symbol && currency(k, t.Text) {
			return true
		}
		if k.Is('.') && t.touches(c.first) && before > 0 && hasDigit(&t.Tokens[before-1]) {
			return true
		}
	}
	if before >= 0 && t.is(before, '/') && t.touches(c.first) && !(before > 0 && t.touches(before) && alnum(&t.Tokens[before-1])) || c.decimal() || c.seps == sepDot && c.letters == 0 && c.ngroups > 4 || c.ordinal() {
		return true // a path, a measure, an object identifier, an ordinal
	}
	if c.label.tok >= 0 && c.label.near {
		switch c.label.cue {
		case lexicon.CueTracking, lexicon.CueMoney:
			return true
		case lexicon.CueAgainst:
			return !(c.n == 10 && c.norm[0] == '0' && wordIs(t, c.label.tok, "port") && t.latin()) // "port" is short for "portable"
		case lexicon.CueRoom:
			return c.n < 9 && (c.letters < 2 || c.digits < 4)
		case lexicon.CueAge, lexicon.CueBorn, lexicon.CueDate, lexicon.CueUnit, lexicon.CuePOBox:
			return c.n < 7
		}
		return false
	}
	if after < len(t.Tokens) {
		k := &t.Tokens[after]
		if k.Is('%') {
			return true
		}
		if k.Gap <= lexicon.GapSpace && (k.Entry.Has(lexicon.Unit) || k.Entry.Cue() == lexicon.CueYears || k.Entry.Cue() == lexicon.CueMoney || k.Entry.Cue() == lexicon.CueTime) && c.n < 7 {
			return true
		}
	}
	return false
}

func currency(k *lexicon.Token, text string) bool {
	switch text[k.Start:k.End] {
	case "£", "€", "¥", "₹", "¢":
		return true
	}
	return false
}

// decimal reports a measure: few digits, one dot, "0.81".
func (c *candidate) decimal() bool {
	return c.letters == 0 && c.seps == sepDot && c.ngroups == 2 && c.groups[0] <= 3 && c.groups[1] <= 2
}

// ordinal reports "1st", "22nd", "3rd", "14th".
func (c *candidate) ordinal() bool {
	if c.letters != 2 || c.n < 3 || c.n > 5 || c.ngroups != 1 || !digit(c.norm[c.n-3]) {
		return false
	}
	switch string(c.norm[c.n-2 : c.n]) {
	case "ST", "ND", "RD", "TH":
		return true
	}
	return false
}
