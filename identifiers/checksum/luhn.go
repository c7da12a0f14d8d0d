package checksum

// luhnRemainder returns the Luhn sum of s modulo 10, or -1 where s holds
// anything but digits.
func luhnRemainder[T Chars](s T) int {
	sum := 0
	double := false
	for i := len(s) - 1; i >= 0; i-- {
		if !isDigit(s[i]) {
			return -1
		}
		d := digit(s, i)
		if double {
			d *= 2
			if d > 9 {
				d -= 9
			}
		}
		sum += d
		double = !double
	}
	return sum % 10
}

// Luhn reports whether s is two or more digits that satisfy the Luhn formula,
// the last being the check digit: doubling every second digit from the right,
// the sum of the digits divides by ten. It detects every substitution of one
// digit and every swap of neighbours but 09 and 90.
//
// Source: ISO/IEC 7812-1, annex B.
func Luhn[T Chars](s T) bool {
	return len(s) >= 2 && luhnRemainder(s) == 0
}

// IMEI reports whether s is an International Mobile Equipment Identity: 15
// digits satisfying [Luhn] that are not all zeros, the value of a handset
// without one. The 16-digit IMEISV has no check digit and yields false.
//
// Source: 3GPP TS 23.003, clause 6 and annex B.
func IMEI[T Chars](s T) bool {
	return allDigits(s, 15) && luhnRemainder(s) == 0 && !allSame(s)
}
