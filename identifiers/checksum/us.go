package checksum

// einUnassigned lists the two-digit prefixes the IRS has assigned to no campus.
const einUnassigned = "00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97 "

// SSN reports whether s can be a US Social Security number: 9 digits, area
// (first three) not 000, 666 or 900-999, group (next two) not 00, serial (last
// four) not 0000. There is no check digit, and numbers that were spoilt by
// publication, such as 078051120, pass.
//
// Source: Social Security Administration, Social Security Number
// Randomization, and its Program Operations Manual on invalid SSNs.
func SSN[T Chars](s T) bool {
	if !allDigits(s, 9) || s[0] == '9' || hasPrefix(s, "000") || hasPrefix(s, "666") {
		return false
	}
	return number(s[3:5]) != 0 && number(s[5:]) != 0
}

// ITIN reports whether s can be a US Individual Taxpayer Identification
// Number: 9 digits, the first 9, the fourth and fifth 50-65, 70-88, 90-92 or
// 94-99. There is no check digit.
//
// Source: Internal Revenue Manual 3.21.263, IRS Individual Taxpayer
// Identification Number (ITIN) Real-Time System.
func ITIN[T Chars](s T) bool {
	if !allDigits(s, 9) || s[0] != '9' {
		return false
	}
	g := number(s[3:5])
	return g >= 50 && g <= 65 || g >= 70 && g <= 88 || g >= 90 && g != 93
}

// EINShape reports whether s has the form of a US Employer Identification
// Number: 9 digits whose first two are a prefix that the IRS assigns. There is
// no check digit.
//
// Source: IRS, How EINs are assigned and valid EIN prefixes.
func EINShape[T Chars](s T) bool {
	return allDigits(s, 9) && !containsPair(einUnassigned, s[0], s[1])
}

// ABA reports whether s is a US bank routing transit number: 9 digits, the
// first two 00-12, 21-32, 61-72 or 80, satisfying the 3-7-1 weighted check mod
// 10, and not all zeros. It detects every substitution of one digit.
//
// Source: American Bankers Association, Routing Number Policy; Federal
// Reserve, 12 CFR 229, appendix A.
func ABA[T Chars](s T) bool {
	if !allDigits(s, 9) || allSame(s) {
		return false
	}
	p := number(s[:2])
	if p > 12 && p < 21 || p > 32 && p < 61 || p > 72 && p != 80 {
		return false
	}
	sum := 0
	for i := 0; i < 9; i += 3 {
		sum += 3*digit(s, i) + 7*digit(s, i+1) + digit(s, i+2)
	}
	return sum%10 == 0
}
