package lexicon

// foldPages has a bit for each page of 256 characters that holds a styled or
// exotic form or a ligature, up to U+1FFFF: most scripts and emoji have none.
var foldPages = [8]uint64{0x353b73fc3fee5, 0x0, 0xfc000000000, 0xc800000000000000, 0xb3d72010, 0xc0000000000, 0x0, 0x822021600f00000}

// mayFold reports whether the page of r has anything that folds.
func mayFold(r rune) bool {
	return r < 0x20000 && foldPages[r>>14]>>(r>>8&63)&1 != 0
}

// plain gives the ASCII byte that r is a styled or exotic form of, or 0.
func plain(r rune) byte {
	if !mayFold(r) || r >= 0xFB00 && r <= 0xFB06 {
		return 0
	}
	switch {
	case r == 0xA0, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000, r == 0x1680, r == 0x2800, r == 0x3164, r == 0xFFA0, r == 0x115F, r == 0x1160:
		return ' '
	case r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case r >= 0x2010 && r <= 0x2015, r == 0x2212, r == 0x2043, r == 0xFE58, r == 0xFE63, r == 0x2796, r == 0x2D7, r == 0x207B, r == 0x208B,
		r == 0x58A, r == 0x5BE, r == 0x1806, r == 0x2E17, r == 0x2E3A, r == 0x2E3B, r == 0x2500, r == 0x2501, r == 0xFE31, r == 0xFE32:
		return '-'
	case r >= 0x2018 && r <= 0x201B, r == 0x2032, r == 0x2035, r == 0xB4, r == 0x2039, r == 0x203A, r == 0x5F3,
		r >= 0x2B9 && r <= 0x2BD, r == 0x2C8, r == 0x275B, r == 0x275C:
		return '\''
	case r >= 0x201C && r <= 0x201F, r == 0x2033, r == 0x2034, r == 0xAB, r == 0xBB, r == 0x5F4, r == 0x275D, r == 0x275E, r >= 0x301D && r <= 0x301F:
		return '"'
	case r == 0x2044, r == 0x2215, r == 0x29F8, r == 0x2571:
		return '/'
	case r == 0x2024, r == 0x3002, r == 0xFF61, r == 0xB7, r == 0x2027, r == 0x30FB, r == 0xFF65, r == 0x2219, r == 0x22C5, r == 0x6D4, r == 0x66B:
		return '.'
	case r == 0x3001, r == 0xFF64, r == 0x60C, r == 0x66C:
		return ','
	case r == 0x2236, r == 0xA789, r == 0x2D0, r == 0x589:
		return ':'
	case r == 0x61B:
		return ';'
	case r == 0x61F:
		return '?'
	case r == 0x2795, r == 0x207A, r == 0x208A:
		return '+'
	case r == 0x207C, r == 0x208C:
		return '='
	case r == 0x207D, r == 0x208D, r == 0x2768:
		return '('
	case r == 0x207E, r == 0x208E, r == 0x2769:
		return ')'
	case r == 0x204E, r == 0x2217:
		return '*'
	case r >= 0xFE50 && r <= 0xFE6B:
		return smallForms[r-0xFE50]
	case r >= 0xFF01 && r <= 0xFF5E:
		return byte(r - 0xFEE0)
	case r >= 0x1D400 && r <= 0x1D7FF:
		return mathLetter(r)
	case r >= 0x2460 && r <= 0x2468:
		return byte('1' + r - 0x2460)
	case r == 0x24EA:
		return '0'
	case r >= 0x24B6 && r <= 0x24CF:
		return byte('A' + r - 0x24B6)
	case r >= 0x24D0 && r <= 0x24E9:
		return byte('a' + r - 0x24D0)
	case r >= 0x1F130 && r <= 0x1F149:
		return byte('A' + r - 0x1F130)
	case r >= 0x1F150 && r <= 0x1F169:
		return byte('A' + r - 0x1F150)
	case r >= 0x1F170 && r <= 0x1F189:
		return byte('A' + r - 0x1F170)
	case r >= 0x1F100 && r <= 0x1F10A:
		return byte('0' + max(0, r-0x1F101))
	case r == 0xB9:
		return '1'
	case r == 0xB2 || r == 0xB3:
		return byte('2' + r - 0xB2)
	case r == 0x2070 || r >= 0x2074 && r <= 0x2079:
		return byte('0' + r - 0x2070)
	case r >= 0x2080 && r <= 0x2089:
		return byte('0' + r - 0x2080)
	case r >= 0x2776 && r <= 0x277E:
		return byte('1' + r - 0x2776)
	case r >= 0x2780 && r <= 0x2788:
		return byte('1' + r - 0x2780)
	case r >= 0x278A && r <= 0x2792:
		return byte('1' + r - 0x278A)
	case r >= 0x2474 && r <= 0x247C:
		return byte('1' + r - 0x2474)
	case r >= 0x2488 && r <= 0x2490:
		return byte('1' + r - 0x2488)
	case r >= 0x24F5 && r <= 0x24FD:
		return byte('1' + r - 0x24F5)
	case r == 0x24FF, r == 0x1F10B, r == 0x1F10C:
		return '0'
	case r >= 0x249C && r <= 0x24B5:
		return byte('a' + r - 0x249C)
	case r >= 0x1F110 && r <= 0x1F129:
		return byte('A' + r - 0x1F110)
	case r >= 0x2B0 && r <= 0x2E3 || r >= 0x1D2C && r <= 0x1D6A || r == 0x2071 || r == 0x207F || r >= 0x2090 && r <= 0x209C || r == 0x2C7C:
		return raised(r)
	case r >= 0x2145 && r <= 0x2149:
		return "Ddeij"[r-0x2145]
	case r == 0x1D9C:
		return 'c'
	case r == 0x1DA0:
		return 'f'
	case r == 0x1DBB:
		return 'z'
	case r == 0x251:
		return 'a'
	case r == 0x261:
		return 'g'
	case r == 0x2102, r == 0x212D:
		return 'C'
	case r == 0x210A:
		return 'g'
	case r >= 0x210B && r <= 0x210D:
		return 'H'
	case r == 0x210E:
		return 'h'
	case r == 0x2110, r == 0x2111:
		return 'I'
	case r == 0x2112:
		return 'L'
	case r == 0x2113:
		return 'l'
	case r == 0x2115:
		return 'N'
	case r >= 0x2119 && r <= 0x211A:
		return byte('P' + r - 0x2119)
	case r >= 0x211B && r <= 0x211D:
		return 'R'
	case r == 0x2124, r == 0x2128:
		return 'Z'
	case r == 0x212A:
		return 'K'
	case r == 0x212B:
		return 'A'
	case r == 0x212C:
		return 'B'
	case r == 0x212F:
		return 'e'
	case r == 0x2130:
		return 'E'
	case r == 0x2131:
		return 'F'
	case r == 0x2133:
		return 'M'
	case r == 0x2134:
		return 'o'
	case r >= 0x660:
		return decimal(r)
	}
	return 0
}

// mathLetter folds the Mathematical Alphanumeric Symbols: 13 alphabets of 52
// letters, then digits of five styles.
func mathLetter(r rune) byte {
	if r >= 0x1D7CE {
		return byte('0' + (r-0x1D7CE)%10)
	}
	if r > 0x1D6A3 {
		return 0 // Greek
	}
	k := (r - 0x1D400) % 52
	if k < 26 {
		return byte('A' + k)
	}
	return byte('a' + k - 26)
}

// smallForms covers U+FE50 to U+FE6B: the small punctuation of CJK typesetting.
const smallForms = ",,.\x00;:?!\x00()\x00\x00\x00\x00#&*+-<>=\x00\\$%@"
