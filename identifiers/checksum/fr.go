package checksum

// NIR reports whether s is a French social security number with its key: sex
// (1-4, 7 or 8), year, month (01-12, or 20, 30-42 or 50-99 for unknown ones),
// department (2A and 2B for Corsica), commune, serial, and a key of 97 less
// the remainder by 97 (15 characters). For the key 2A counts as 19 and 2B as
// 18. It detects every substitution of one digit.
//
// Source: INSEE, Numéro d'inscription au répertoire (NIR); décret 82-103 of 22
// January 1982.
func NIR[T Chars](s T) bool {
	if len(s) != 15 || !onlyDigits(s[:6]) || !onlyDigits(s[7:]) {
		return false
	}
	if !contains("123478", s[0]) || !nirMonth(number(s[3:5])) {
		return false
	}
	r := mod97(s[:5], 0)
	switch c := s[6]; {
	case isDigit(c):
		r = mod97(s[5:7], r)
	case s[5] == '2' && c == 'A':
		r = mod97("19", r)
	case s[5] == '2' && c == 'B':
		r = mod97("18", r)
	default:
		return false
	}
	return 97-mod97(s[7:13], r) == number(s[13:])
}

func nirMonth(m int) bool {
	return m >= 1 && m <= 12 || m == 20 || m >= 30 && m <= 42 || m >= 50
}

// RPPS reports whether s is the number of a health professional in the French
// shared directory: 11 digits satisfying [Luhn], not all zeros. It detects
// every substitution of one digit.
//
// Source: Agence du Numérique en Santé, Répertoire partagé des professionnels
// intervenant dans le système de santé.
func RPPS[T Chars](s T) bool {
	return allDigits(s, 11) && luhnRemainder(s) == 0 && !allSame(s)
}
