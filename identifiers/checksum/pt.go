package checksum

// PTNIF reports whether s is a Portuguese tax number: 9 digits, the first not
// zero, the last a mod 11 check digit. Checks 10 and 11 are both written 0, so
// not every substitution of one digit is detected.
//
// Source: Decreto-Lei 14/2013; Autoridade Tributária e Aduaneira, NIF.
func PTNIF[T Chars](s T) bool {
	if !allDigits(s, 9) || s[0] == '0' {
		return false
	}
	return mod11Folded(weightedSum(s, weights9to2[:])) == digit(s, 8)
}
