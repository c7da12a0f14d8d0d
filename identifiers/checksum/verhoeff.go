package checksum

// verhoeffMul is the multiplication table of the dihedral group D5, a row per
// left operand.
const verhoeffMul = "" +
	"0123456789" +
	"1234067895" +
	"2340178956" +
	"3401289567" +
	"4012395678" +
	"5987604321" +
	"6598710432" +
	"7659821043" +
	"8765932104" +
	"9876543210"

// verhoeffPerm is the permutation applied to a digit, a row per place from the
// right modulo eight.
const verhoeffPerm = "" +
	"0123456789" +
	"1576283094" +
	"5803796142" +
	"8916043527" +
	"9453126870" +
	"4286573901" +
	"2793806415" +
	"7046913258"

// Verhoeff reports whether s is two or more digits that satisfy the Verhoeff
// scheme, the last being the check digit. It detects every substitution of one
// digit and every swap of neighbours.
//
// Source: J. Verhoeff, Error Detecting Decimal Codes, Mathematical Centre
// Tracts 29, Amsterdam 1969.
func Verhoeff[T Chars](s T) bool {
	if len(s) < 2 {
		return false
	}
	c := 0
	for i := len(s) - 1; i >= 0; i-- {
		if !isDigit(s[i]) {
			return false
		}
		place := (len(s) - 1 - i) % 8
		p := int(verhoeffPerm[place*10+digit(s, i)] - '0')
		c = int(verhoeffMul[c*10+p] - '0')
	}
	return c == 0
}
