package checksum

const (
	// cfMonths lists the month letters in order.
	cfMonths = "ABCDEHLMPRST"

	// cfDigits lists the letters that may stand for the digits 0 to 9 where
	// two people would share a code.
	cfDigits = "LMNPQRSTUV"

	// cfOdd holds, by the value of a digit or the place of a letter from A,
	// the value the character takes at odd places, counted from '@'.
	cfOdd = "A@EGIMOQSUBDRTKCFHLNPJVYXW"
)

// CodiceFiscale reports whether s is the tax code of a person in Italy: six
// letters of the names, two digits of the year, a month letter, the day plus
// 40 for women, a letter and three digits of the place, and a check letter mod
// 26 (16 characters). Any digit may be a letter of L M N P Q R S T U V. It
// detects every substitution of one digit by another.
//
// Source: Decreto ministeriale 23 December 1976; Agenzia delle Entrate, Codice
// fiscale.
func CodiceFiscale[T Chars](s T) bool {
	if len(s) != 16 || !matches(s[:6], "AAAAAA") || !isLetter(s[11]) {
		return false
	}
	yy, month, day := cfNumber(s[6:8]), index(cfMonths, s[8])+1, cfNumber(s[9:11])
	if yy < 0 || month == 0 || day < 0 || cfNumber(s[12:15]) < 0 {
		return false
	}
	if day > 40 {
		day -= 40
	}
	if !validShortDate(yy, month, day) {
		return false
	}
	sum := 0
	for i := 0; i < 15; i++ {
		v := int(s[i] - '0')
		if isLetter(s[i]) {
			v = int(s[i] - 'A')
		}
		if i%2 == 0 {
			v = int(cfOdd[v] - '@')
		}
		sum += v
	}
	return s[15] == byte('A'+sum%26)
}

// cfNumber returns the value of s, digits or the letters that stand for them,
// or -1.
func cfNumber[T Chars](s T) int {
	n := 0
	for i := 0; i < len(s); i++ {
		d := index(cfDigits, s[i])
		if isDigit(s[i]) {
			d = digit(s, i)
		}
		if d < 0 {
			return -1
		}
		n = n*10 + d
	}
	return n
}
