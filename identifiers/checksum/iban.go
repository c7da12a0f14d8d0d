package checksum

// IBAN reports whether s is an International Bank Account Number: a country of
// the registry, check digits 02-98, and an account of the length the country
// sets, the whole satisfying ISO 7064 mod 97-10 with letters read as 10 to 35.
// It detects every substitution of one digit. The form of the account within
// the country is not tested.
//
// Source: ISO 13616-1:2020; SWIFT, IBAN Registry; see ibanLengths.
func IBAN[T Chars](s T) bool {
	if len(s) < 15 || !matches(s[:4], "AA##") || len(s) != ibanLength(s[0], s[1]) {
		return false
	}
	if k := number(s[2:4]); k < 2 || k > 98 {
		return false
	}
	r := 0
	for i := 0; i < len(s); i++ {
		switch c := s[(i+4)%len(s)]; {
		case isDigit(c):
			r = (r*10 + int(c-'0')) % 97
		case isLetter(c):
			r = (r*100 + int(c-'A') + 10) % 97
		default:
			return false
		}
	}
	return r == 1
}
