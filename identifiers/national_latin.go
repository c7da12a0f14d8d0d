package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// The numbers of the Spanish and French-speaking countries that their grouping
// tells as much as their check digit.

// latinID judges a number by the way these countries write theirs; check tells
// whether a check digit agreed.
func (t *Text) latinID(c *candidate) (sure float32, check bool) {
	d := c.text()
	switch {
	case c.n == 15 && checksum.NIR(d):
		return 0.985, true // also where it is said to stand on the carte Vitale
	case c.letters == 0 && (c.shape(1, 2, 2, 2, 3, 3, 2) || c.shape(1, 2, 2, 2, 3, 3)) && nirHead(d):
		return 0.95, false // mistyped, or without its key
	case c.letters <= 1 && c.seps == sepDot|sepDash && (c.shape(2, 3, 3, 1) || c.shape(1, 3, 3, 1)):
		if t.identityCard(c.first - 1) {
			return 0.95, checksum.RUT(d)
		}
		return rut(d) // of a Chilean, or of an Uruguayan with another check digit
	case c.letters == 1 && (d[0] == 'V' || d[0] == 'E') && (c.shape(1, 2, 3, 3) || c.shape(1, 1, 3, 3)) && c.seps&sepDot != 0:
		return 0.8, false // Venezuela
	case c.letters == 0 && c.seps == sepDot && (c.shape(1, 3, 3, 3) || c.shape(2, 3, 3) || c.shape(1, 3, 3)) && t.identityCard(c.first-1):
		return 0.92, false // Colombia, Uruguay, Argentina and neighbours
	}
	return 0, false
}

// rut judges the form of a Chilean RUT, which no other number has but the
// identity card of Uruguay.
func rut(d []byte) (sure float32, check bool) {
	if checksum.RUT(d) {
		return 0.9, true
	}
	return 0.75, false
}

// nirHead reports the sex and the month that a French social security number
// begins with.
func nirHead(d []byte) bool {
	month := (d[3]-'0')*10 + d[4] - '0'
	return (d[0] == '1' || d[0] == '2') && (month >= 1 && month <= 12 || month == 20 || month >= 30)
}

// identityCards are the short names of identity cards that stand right before
// their number: cédula de ciudadanía, de identidad, de extranjería, libreta
// cívica and de enrolamiento, tarjeta de identidad.
var identityCards = newWordSet("cc ci ce lc le ti dni ced cedula run rut")

// identityCard reports one of them at token i or, with dots between its
// letters ("C.C."), ending there.
func (t *Text) identityCard(i int) bool {
	for n := 0; n < 2 && i >= 0 && (t.is(i, '.') || t.is(i, ':') || t.Tokens[i].Class == lexicon.Word && t.Tokens[i].Entry.Cue() == lexicon.CueNumber); n++ {
		i--
	}
	if i < 0 || t.Tokens[i].Class != lexicon.Word {
		return false
	}
	if identityCards.has(t.Tokens[i].Hash) {
		return true
	}
	if t.Tokens[i].Len() != 1 || !t.is(i-1, '.') || i < 2 || t.Tokens[i-2].Len() != 1 {
		return false
	}
	a, b := t.Tokens[i-2].First|0x20, t.Tokens[i].First|0x20
	return b == 'c' && (a == 'c' || a == 'l') || a == 'c' && (b == 'i' || b == 'e') || a == 'l' && b == 'e' || a == 't' && b == 'i'
}
