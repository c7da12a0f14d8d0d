package checksum

// ZAID reports whether s is a South African identity number: 13 digits, a date
// of birth YYMMDD, four digits of sequence and sex, a status digit (0 citizen,
// 1 permanent resident, 2 refugee), a digit once of race, and a check digit
// satisfying [Luhn]. It detects every substitution of one digit.
//
// Source: Department of Home Affairs, Identity documents; Identification Act
// 68 of 1997.
func ZAID[T Chars](s T) bool {
	return allDigits(s, 13) && s[10] <= '2' && luhnRemainder(s) == 0 &&
		validShortDate(number(s[:2]), number(s[2:4]), number(s[4:6]))
}
