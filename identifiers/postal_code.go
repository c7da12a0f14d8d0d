package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgePostal knows postal codes: by shape those of the UK, Canada and Ireland
// (letters and digits in a fixed order), by a state, a city or a label those of
// digits only: US ZIP, AU and NZ four digits, IN, SG and ES.
func judgePostal(t *Text, c *candidate) judgement {
	d := c.text()
	own := c.label.tok >= 0 && c.label.cue == lexicon.CueZip
	switch {
	case c.letters == 3 && c.n == 6 && d[0] >= 'A' && canadian(d) && (c.shape(3, 3) || c.ngroups == 1):
		return judgement{PostalCode, 0.8, false, "postal_code"}
	case c.n >= 5 && c.n <= 7 && c.letters >= 3 && british(d) && (c.ngroups == 1 || c.ngroups == 2 && c.groups[1] == 3):
		return judgement{PostalCode, 0.9, false, "postal_code"}
	case c.n == 7 && c.letters >= 1 && c.shape(3, 4) && checksum.EircodeShape(d) && c.seps == sepSpace:
		return judgement{PostalCode, 0.86, false, "postal_code"}
	}
	if c.letters > 0 {
		return judgement{}
	}
	if own && c.label.near && (c.n >= 3 && c.n <= 6 || c.n == 9) {
		return judgement{PostalCode, 0.93, false, "postal_code"}
	}
	zip := c.n == 5 && c.ngroups == 1 || c.n == 9 && c.shape(5, 4) && c.seps == sepDash
	four := c.n == 4 && c.ngroups == 1
	six := c.n == 6 && (c.ngroups == 1 || c.shape(3, 3))
	if !zip && !four && !six {
		return judgement{}
	}
	i := c.first - 1
	if t.is(i, ',') {
		i--
	}
	if t.is(i, '-') && six {
		i--
	}
	if i < 0 || t.Tokens[c.first].Gap > lexicon.GapWide && !t.claimed(i) {
		return judgement{}
	}
	k := &t.Tokens[i]
	e, first, _ := t.EntryAt(i)
	if k.Entry.Has(lexicon.State) {
		e, first = k.Entry, i
	}
	short := k.Len() <= 3 && k.Case != lexicon.UpperCase
	switch {
	case e.Has(lexicon.State) && (!short || t.placeBefore(first)) && (zip || six || four && k.Len() > 1 && australian(k.Hash)):
		return judgement{PostalCode, 0.92, false, "postal_code"}
	case t.claimed(i) && k.Class == lexicon.Word && t.Tokens[c.first].Gap <= lexicon.GapWide && (zip || four || six):
		return judgement{PostalCode, 0.85, false, "postal_code"}
	case e.Place() >= 4 && (zip || six) && (e.Rank() < 9 || k.Case != lexicon.LowerCase):
		return judgement{PostalCode, 0.72, false, "postal_code"}
	case e.Place() >= 4 && four && t.placeContext(first):
		return judgement{PostalCode, 0.75, false, "postal_code"}
	}
	return judgement{}
}

// canadian reports the shape A1A 1A1 without the letters Canada Post leaves out.
func canadian(d []byte) bool {
	return letter(d[0]) && digit(d[1]) && letter(d[2]) && digit(d[3]) && letter(d[4]) && digit(d[5]) && d[0] != 'D' && d[0] != 'F' && d[0] != 'I' && d[0] != 'O' && d[0] != 'Q' && d[0] != 'U' && d[0] != 'W' && d[0] != 'Z'
}

// british reports the shape of BS 7666: outward code, digit, two letters.
func british(d []byte) bool {
	n := len(d)
	if n < 5 || n > 7 || !digit(d[n-3]) || !letter(d[n-2]) || !letter(d[n-1]) || !letter(d[0]) {
		return false
	}
	for _, b := range d[n-2:] {
		switch b {
		case 'C', 'I', 'K', 'M', 'O', 'V':
			return false
		}
	}
	out := d[:n-3]
	switch len(out) {
	case 2:
		return digit(out[1])
	case 3:
		return digit(out[2]) && (digit(out[1]) || letter(out[1])) || digit(out[1]) && letter(out[2])
	case 4:
		return letter(out[1]) && digit(out[2]) && (digit(out[3]) || letter(out[3]))
	}
	return false
}

func letter(b byte) bool { return b >= 'A' && b <= 'Z' }
func digit(b byte) bool  { return b >= '0' && b <= '9' }

// placeBefore reports whether a place stands right before token i.
func (t *Text) placeBefore(i int) bool {
	i--
	if t.is(i, ',') {
		i--
	}
	if i < 0 {
		return false
	}
	e, _, _ := t.EntryAt(i)
	return e.Place() > 0 || t.claimed(i) || t.Tokens[i].Case == lexicon.TitleCase
}

// australian reports an Australian state or territory; elsewhere no state goes
// with four digits.
func australian(h uint64) bool {
	for _, s := range auStates {
		if s == h {
			return true
		}
	}
	return false
}

// placeContext reports whether a claimed street stands right before the place
// that begins at token i.
func (t *Text) placeContext(i int) bool {
	i--
	if t.is(i, ',') {
		i--
	}
	return i >= 0 && (t.claimed(i) || t.Tokens[i].Entry.Has(lexicon.State))
}
