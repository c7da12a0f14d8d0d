package identifiers

import "github.com/phidetect/phidetect/lexicon"

// judgePhone knows the numbering plans of the US and Canada (NANP), the UK,
// Ireland, Australia, New Zealand, India, South Africa, Singapore, Spain,
// France and, with a country code, the rest of the world (ITU-T E.164). A fax
// number is a phone number with a fax label.
func judgePhone(t *Text, c *candidate) judgement {
	if c.letters == 1 {
		if n := joinedExtension(c); n > 0 { // "978-555-0142x818"
			cut := *c
			cut.groups[cut.ngroups-1] -= uint8(c.n - n)
			cut.n, cut.digits, cut.letters = n, n, 0
			return judgePhone(t, &cut)
		}
	}
	if c.letters > 0 {
		if s := vanity(c); s > 0 {
			return judgement{Phone, s, false, "phone"}
		}
		return judgement{}
	}
	s := phoneShape(t, c)
	if s < 0.6 {
		s = max(s, t.latinPhone(c))
	}
	typ := Phone
	switch {
	case c.label.cue == lexicon.CueFax && c.label.tok >= 0:
		typ = Fax
		s = max(s, 0.45) + 0.4
	case c.label.cue == lexicon.CuePhone && c.label.tok >= 0:
		s = max(s, 0.35) + 0.35
	case s > 0:
		if a := t.labelAfter(c.last); a == lexicon.CuePhone {
			s += 0.3
		} else if a == lexicon.CueFax {
			return judgement{Fax, 0.9, false, "phone"}
		}
		if c.label.tok >= 0 && c.label.near && c.label.cue != lexicon.CueDate && c.label.cue != lexicon.CueEmail {
			if c.label.mark || c.label.is(lexicon.CuePlan, lexicon.CueMRN, lexicon.CueSSN, lexicon.CueLicense, lexicon.CueNPI, lexicon.CueNational) {
				s -= 0.35
			} else {
				s -= 0.1
			}
		}
	}
	if typ == Phone && s >= 0.45 && t.Triggers.Cues.Has(lexicon.CueFax) && !c.label.is(lexicon.CuePhone) && t.faxBefore(c.first) {
		typ = Fax
	}
	if s < 0.45 || c.digits < 7 && c.label.cue != lexicon.CuePhone {
		return judgement{}
	}
	return judgement{typ, min(s, 0.98), false, "phone"}
}

// joinedExtension gives how many digits stand before the "x" of an extension
// that is written without a space, 0 if there is none.
func joinedExtension(c *candidate) int {
	for i := 7; i < c.n && i <= 15; i++ {
		if c.norm[i] == 'X' && c.n-i-1 <= 6 && c.n-i-1 >= 1 && c.ngroups > 0 && int(c.groups[c.ngroups-1]) > c.n-i {
			return i
		}
	}
	return 0
}

// phoneShape judges digits and grouping alone.
func phoneShape(t *Text, c *candidate) float32 {
	d := c.text()
	n := c.n
	plus := t.is(c.first-1, '+') && t.touches(c.first) || t.is(c.first-1, '(') && t.is(c.first-2, '+')
	paren := t.is(c.first-1, '(') && t.touches(c.first)
	if plus && n >= 8 && n <= 15 {
		return 0.92
	}
	if n == 11 && d[0] == '1' && nanp(d[1:]) {
		if c.ngroups >= 3 {
			return 0.85
		}
		return 0.55
	}
	if n > 2 && d[0] == '0' && d[1] == '0' && n >= 11 && n <= 15 {
		return 0.6
	}
	grouped := c.ngroups > 1
	switch n {
	case 10:
		if nanp(d) {
			switch {
			case paren, c.shape(3, 3, 4):
				return 0.88
			case c.shape(3, 7), c.shape(6, 4), c.shape(3, 3, 2, 2):
				return 0.6
			case !grouped && string(d[3:6]) == "555":
				return 0.75
			case !grouped:
				return 0.52
			}
		}
		if d[0] == '0' {
			switch {
			case d[1] == '4' && (c.shape(4, 3, 3) || c.shape(4, 6) || c.shape(2, 4, 4)): // AU mobile
				return 0.93
			case d[1] == '4' && !grouped:
				return 0.85
			case (d[1] == '2' || d[1] == '3' || d[1] == '7' || d[1] == '8') && (c.shape(2, 4, 4) || paren): // AU landline
				return 0.88
			case c.shape(3, 3, 4), c.shape(3, 7), c.shape(2, 2, 2, 2, 2), c.shape(2, 3, 4), c.shape(3, 3, 2, 2), c.shape(3, 2, 2, 3): // ZA, NZ, IE, FR
				return 0.8
			case c.shape(5, 5), c.shape(5, 3, 2), c.shape(4, 3, 3), c.shape(5, 2, 3):
				return 0.7
			case !grouped:
				return 0.6
			case grouped && d[1] != '0' && c.groups[0] >= 2 && c.groups[0] <= 5:
				return 0.55
			}
		}
		if d[0] >= '6' && (c.shape(5, 5) || c.shape(4, 3, 3) || c.shape(3, 3, 4)) { // IN mobile
			return 0.66
		}
		if d[0] == '1' && d[1] == '1' && c.shape(2, 4, 4) && d[2] >= '2' && (t.latin() || c.seps&sepSpace != 0) {
			return 0.8 // Buenos Aires
		}
		if d[0] == '1' && (d[1] == '3' || d[1] == '8') && d[2] == '0' && d[3] == '0' { // AU 1300, 1800
			return 0.85
		}
		if c.shape(4, 3, 3) && string(d[4:7]) == "555" {
			return 0.55 // read from right to left
		}
		if c.shape(3, 3, 4) && c.seps == sepDash {
			return 0.6
		}
	case 11:
		if d[0] == '0' && d[1] != '0' {
			switch {
			case c.shape(5, 6), c.shape(5, 3, 3), c.shape(3, 4, 4), c.shape(4, 3, 4), c.shape(4, 7), c.shape(5, 2, 2, 2), c.shape(3, 8): // UK
				return 0.9
			case d[1] == '7', d[1] == '2', d[1] == '1':
				return 0.66
			case (d[1] == '8' || d[1] == '9') && (!grouped || c.ngroups >= 3 && c.groups[0] <= 4): // PH, NG
				return 0.62
			}
		}
	case 9:
		if d[0] == '0' && grouped && (c.shape(3, 3, 3) || c.shape(2, 3, 4) || c.shape(3, 6)) { // NZ, IE
			return 0.72
		}
		if (d[0] == '6' || d[0] == '7' || d[0] == '9') && (c.shape(3, 3, 3) || c.shape(3, 2, 2, 2)) && c.seps != sepDash { // ES
			return 0.55
		}
	case 8:
		if (d[0] == '6' || d[0] == '8' || d[0] == '9') && c.shape(4, 4) && c.seps&sepDash == 0 { // SG, AU local
			return 0.5
		}
	case 7:
		if c.shape(3, 4) && d[0] >= '2' && c.seps&(sepDash|sepSpace|sepDot) != 0 {
			if string(d[:3]) == "555" {
				return 0.72
			}
			if c.seps == sepDash {
				return 0.52
			}
		}
	case 12, 13:
		if paren || c.ngroups >= 3 {
			if d[0] == '9' && d[1] == '1' || d[0] == '4' && (d[1] == '4') || d[0] == '6' && (d[1] == '1' || d[1] == '4') {
				return 0.6
			}
		}
	}
	return 0
}

// nanp reports whether ten digits obey the North American Numbering Plan: area
// code and exchange begin with 2 to 9, no N11.
func nanp(d []byte) bool {
	return len(d) == 10 && d[0] >= '2' && d[3] >= '2' && !(d[1] == '1' && d[2] == '1') && !(d[4] == '1' && d[5] == '1')
}

// vanity judges a number spelled with letters: "1-800-FLOWERS", "1-844-FERN-HUT",
// with a label "555-0CAR".
func vanity(c *candidate) float32 {
	d := c.text()
	labelled := c.label.cue == lexicon.CuePhone && c.label.tok >= 0 && c.label.near
	if c.ngroups < 2 || c.letters > 7 || c.n > 14 {
		return 0
	}
	for _, b := range d[:3] {
		if !digit(b) {
			return 0
		}
	}
	switch {
	case d[0] == '1' && c.n >= 11 && c.n <= 13 && c.groups[0] == 1 && tollFree(d[1:]) && c.letters >= 3 && c.ngroups >= 3,
		c.n >= 10 && c.n <= 12 && c.groups[0] == 3 && tollFree(d) && c.letters >= 3:
		if labelled {
			return 0.95
		}
		return 0.85
	case labelled && (c.n == 10 && c.groups[0] == 3 && d[0] >= '2' || c.n == 7 && c.shape(3, 4) && d[0] >= '2'):
		return 0.7
	}
	return 0
}

// tollFree reports the area codes 800, 822, 833, 844, 855, 866, 877 and 888,
// and the 1300 and 1800 of Australia without their 1.
func tollFree(d []byte) bool {
	return d[0] == '8' && d[1] == d[2] && d[1] != '1' && d[1] != '9' || d[0] == '3' && d[1] == '0' && d[2] == '0'
}
