package lexicon

import "unicode"

// raised gives the ASCII letter that r is a superscript or subscript of, or 0
// (NFKC of the modifier letters and of the phonetic extensions).
func raised(r rune) byte {
	switch {
	case r >= 0x1D2C && r <= 0x1D6A:
		return at(raisedPhonetic, r-0x1D2C)
	case r >= 0x2090 && r <= 0x209C:
		return at(loweredLetters, r-0x2090)
	case r >= 0x2B0 && r <= 0x2B8:
		return at("h.jr...wy", r-0x2B0)
	case r >= 0x2E1 && r <= 0x2E3:
		return at("lsx", r-0x2E1)
	case r == 0x2071:
		return 'i'
	case r == 0x207F:
		return 'n'
	case r == 0x2C7C:
		return 'j'
	}
	return 0
}

const (
	// raisedPhonetic covers U+1D2C to U+1D6A.
	raisedPhonetic = "A.B.DE.GHIJKLMN.O.PRTUWa...bde...g.km.o...ptu..v......iruv....."
	// loweredLetters covers U+2090 to U+209C.
	loweredLetters = "aeox.hklmnpst"
)

func at(table string, i rune) byte {
	if int(i) >= len(table) || table[i] == '.' {
		return 0
	}
	return table[i]
}

// decimal gives the ASCII digit of a decimal digit of any script (Unicode's Nd:
// each range begins with a zero and goes on by tens), or 0.
func decimal(r rune) byte {
	if r > 0xFFFF {
		for i := range unicode.Nd.R32 {
			if g := &unicode.Nd.R32[i]; uint32(r) <= g.Hi {
				if uint32(r) < g.Lo {
					return 0
				}
				return byte('0' + (uint32(r)-g.Lo)%10)
			}
		}
		return 0
	}
	t := unicode.Nd.R16
	lo, hi := 0, len(t)
	for lo < hi {
		if mid := (lo + hi) / 2; t[mid].Hi < uint16(r) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(t) || uint16(r) < t[lo].Lo {
		return 0
	}
	return byte('0' + (uint16(r)-t[lo].Lo)%10)
}
