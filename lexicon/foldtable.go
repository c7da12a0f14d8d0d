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
