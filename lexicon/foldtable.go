package lexicon

// Base letters of the accented Latin letters, one byte a code point, '.' where
// there is none; from the canonical and compatibility decompositions of the
// Unicode Character Database 14.0 (Unicode License V3), plus the stroked
// letters (o, d, l, h, t), which Unicode does not decompose.
const (
	// latinBase covers U+00C0 to U+024F.
	latinBase = "" +
		"AAAAAA.CEEEEIIIIDNOOOOO.OUUUUYT.aaaaaa.ceeeeiiiidnooooo.ouuuuyty" +
		"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKkkLlLlLl." +
		".LlNnNnNn.NnOoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs" +
		"................................Oo.............Uu..............." +
		".............AaIiOoUuUuUuUuUu.AaAa....GgKkOoOo..j...Gg..NnAa...." +
		"AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............" +
		"................"
	// latinAdditional covers U+1E00 to U+1EFF, Vietnamese among them.
	latinAdditional = "" +
		"AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm" +
		"MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv" +
		"WwWwWwWwWwXxXxYyZzZzZzhtwy.s....AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe" +
		"EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......"
)

// latinPair gives the letters that fold to two, or "".
func latinPair(r rune) string {
	switch r {
	case 0xC6:
		return "AE"
	case 0xDF:
		return "ss"
	case 0xE6:
		return "ae"
	case 0x132:
		return "IJ"
	case 0x133:
		return "ij"
	case 0x152:
		return "OE"
	case 0x153:
		return "oe"
	case 0x1C4:
		return "DZ"
	case 0x1C5:
		return "Dz"
	case 0x1C6:
		return "dz"
	case 0x1C7:
		return "LJ"
	case 0x1C8:
		return "Lj"
	case 0x1C9:
		return "lj"
	case 0x1CA:
		return "NJ"
	case 0x1CB:
		return "Nj"
	case 0x1CC:
		return "nj"
	case 0x1F1:
		return "DZ"
	case 0x1F2:
		return "Dz"
	case 0x1F3:
		return "dz"
	case 0x1E9E:
		return "SS"
	}
	return ""
}

// ligature gives the letters of a Latin presentation form or a small capital.
func ligature(r rune) string {
	switch r {
	case 0xFB00:
		return "ff"
	case 0xFB01:
		return "fi"
	case 0xFB02:
		return "fl"
	case 0xFB03:
		return "ffi"
	case 0xFB04:
		return "ffl"
	case 0xFB05, 0xFB06:
		return "st"
	case 0x2026:
		return "..."
	case 0x2121:
		return "TEL"
	case 0x213B:
		return "FAX"
	case 0x2025:
		return ".."
	case 0x22EF:
		return "..."
	case 0x24FE, 0x277F, 0x2789, 0x2793:
		return "10"
	case 0x2116:
		return "No"
	case 0x1F51F:
		return "10"
	}
	switch {
	case r >= 0x2469 && r <= 0x2473:
		return twoDigits[2*(r-0x2469) : 2*(r-0x2469)+2]
	case r >= 0x247D && r <= 0x2487:
		return twoDigits[2*(r-0x247D) : 2*(r-0x247D)+2]
	case r >= 0x2491 && r <= 0x249B:
		return twoDigits[2*(r-0x2491) : 2*(r-0x2491)+2]
	case r >= 0x24EB && r <= 0x24F4:
		return twoDigits[2*(r-0x24EB)+2 : 2*(r-0x24EB)+4]
	case r >= 0x2160 && r <= 0x217F:
		return roman[r-0x2160]
	}
	if c := smallCapital(r); c != 0 {
		return alphabet[c-'a' : c-'a'+1] // a part of a constant: string(c) would allocate
	}
	return ""
}

// twoDigits are the numbers 10 to 20, which circles and brackets hold as one character.
const twoDigits = "1011121314151617181920"

// roman covers U+2160 to U+217F, the Roman numerals, but for VIII: a fold is
// never longer than what it stands for.
var roman = [...]string{
	"I", "II", "III", "IV", "V", "VI", "VII", "", "IX", "X", "XI", "XII", "L", "C", "D", "M",
	"i", "ii", "iii", "iv", "v", "vi", "vii", "", "ix", "x", "xi", "xii", "l", "c", "d", "m",
}

const alphabet = "abcdefghijklmnopqrstuvwxyz"

func smallCapital(r rune) byte {
	switch r {
	case 0x1D00:
		return 'a'
	case 0x299:
		return 'b'
	case 0x1D04:
		return 'c'
	case 0x1D05:
		return 'd'
	case 0x1D07:
		return 'e'
	case 0xA730:
		return 'f'
	case 0x262:
		return 'g'
	case 0x29C:
		return 'h'
	case 0x26A:
		return 'i'
	case 0x1D0A:
		return 'j'
	case 0x1D0B:
		return 'k'
	case 0x29F:
		return 'l'
	case 0x1D0D:
		return 'm'
	case 0x274:
		return 'n'
	case 0x1D0F:
		return 'o'
	case 0x1D18:
		return 'p'
	case 0xA7AF:
		return 'q'
	case 0x280:
		return 'r'
	case 0xA731:
		return 's'
	case 0x1D1B:
		return 't'
	case 0x1D1C:
		return 'u'
	case 0x1D20:
		return 'v'
	case 0x1D21:
		return 'w'
	case 0x28F:
		return 'y'
	case 0x1D22:
		return 'z'
	}
	return 0
}

// lookAlikes covers U+0390 to U+051F: the Latin letter that a Greek or Cyrillic
// letter is drawn like, after the confusables of Unicode Technical Standard 39,
// '.' where there is none.
const lookAlikes = "" +
	".AB..EZH.IK.MN.O.P..TY.X.........a.y.e.n.ik..v.o.p..tu.x.w......" +
	".....................................................SI.J......." +
	"A.B..E....K.MHO.PCTY.X..........a.br.e....k.mho.pcty.x.........." +
	"....esi.j........w.............................................." +
	"...........................................h...................." +
	".................................................d.............." +
	"...........q.w.."

// lookAlike gives the Latin letter that r is drawn like, or 0.
func lookAlike(r rune) byte {
	if r < 0x390 || r >= 0x390+rune(len(lookAlikes)) || lookAlikes[r-0x390] == '.' {
		return 0
	}
	return lookAlikes[r-0x390]
}
