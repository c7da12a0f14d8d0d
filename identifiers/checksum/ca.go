package checksum

var weightsPHN = [...]int{0, 2, 4, 8, 5, 10, 9, 7, 3, 1}

// SIN reports whether s is a Canadian Social Insurance Number: 9 digits, the
// first neither 0 nor 8, satisfying [Luhn]. It detects every substitution of
// one digit. Numbers starting 0, which the Canada Revenue Agency gives to
// people without a SIN and prints in its examples (046454286), yield false.
//
// Source: Employment and Social Development Canada, Social Insurance Number
// Code of Practice.
func SIN[T Chars](s T) bool {
	return allDigits(s, 9) && s[0] != '0' && s[0] != '8' && luhnRemainder(s) == 0
}

// OHIP reports whether s is an Ontario health number: 10 digits satisfying
// [Luhn], not all zeros, without the version code. It detects every
// substitution of one digit.
//
// Source: Ontario Ministry of Health, Technical Specifications: Interface to
// Health Care Systems, health number MOD 10 check digit.
func OHIP[T Chars](s T) bool {
	return allDigits(s, 10) && luhnRemainder(s) == 0 && !allSame(s)
}

// BCPHN reports whether s is a British Columbia Personal Health Number: 10
// digits starting with 9 and a mod 11 check digit over digits two to nine.
// Numbers whose check would be 10 are not issued, so it detects every
// substitution of one digit.
//
// Source: British Columbia Ministry of Health, Conformance Standards, volume
// 4B, Client Registry application rules.
func BCPHN[T Chars](s T) bool {
	return mod11Zero(s, weightsPHN[:]) && s[0] == '9'
}

// RAMQShape reports whether s has the form of a Quebec health insurance
// number: three letters of the surname, one of the given name, the date of
// birth YYMMDD with 50 added to the month for women, a sequence digit or
// letter, and a check digit (12 characters). How the check digit is reckoned
// is not published.
//
// Source: Régie de l'assurance maladie du Québec, Health insurance card.
func RAMQShape[T Chars](s T) bool {
	if !matches(s, "AAAA######*#") {
		return false
	}
	month := number(s[6:8])
	if month > 50 {
		month -= 50
	}
	return validShortDate(number(s[4:6]), month, number(s[8:10]))
}
