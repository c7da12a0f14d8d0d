package checksum

// gs1 reports whether s is n digits satisfying the GS1 check digit: weights 3
// and 1 alternate leftwards from the digit before the check digit, and the sum
// divides by ten. Both weights are prime to ten, so every substitution of one
// digit is detected.
func gs1[T Chars](s T, n int) bool {
	if !allDigits(s, n) {
		return false
	}
	sum, weight := 0, 1
	for i := n - 1; i >= 0; i-- {
		sum += weight * digit(s, i)
		weight = 4 - weight
	}
	return sum%10 == 0
}

// EAN13 reports whether s is a GTIN-13, formerly EAN-13: 13 digits with the
// GS1 check digit. It detects every substitution of one digit.
//
// Source: GS1 General Specifications, check digit calculation.
func EAN13[T Chars](s T) bool {
	return gs1(s, 13)
}

// ISBN13 reports whether s is a book number of 13 digits: an [EAN13] starting
// 978 or 979.
//
// Source: ISO 2108:2017.
func ISBN13[T Chars](s T) bool {
	return gs1(s, 13) && (hasPrefix(s, "978") || hasPrefix(s, "979"))
}

// ISBN10 reports whether s is a book number of the form before 2007: 9 digits
// and a check character 0-9 or X (ten), weighted 10 to 1, mod 11. It detects
// every substitution of one digit.
//
// Source: ISO 2108:1992.
func ISBN10[T Chars](s T) bool {
	if len(s) != 10 || !onlyDigits(s[:9]) {
		return false
	}
	check := 10
	if s[9] != 'X' {
		if !isDigit(s[9]) {
			return false
		}
		check = digit(s, 9)
	}
	return (weightedSum(s[:9], weights10to1[:])+check)%11 == 0
}
