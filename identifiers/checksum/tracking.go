package checksum

var weightsS10 = [...]int{8, 6, 4, 2, 3, 5, 9, 7}

// S10 reports whether s is a postal item identifier of the Universal Postal
// Union: 2 letters of the service, 8 digits, a check digit, and 2 letters of
// the country (13 characters). Check digit 10 is written 0 and 11 is written
// 5, so not every substitution of one digit is detected.
//
// Source: UPU standard S10, Identification of postal items - 13-character
// identifier.
func S10[T Chars](s T) bool {
	if !matches(s, "AA#########AA") {
		return false
	}
	check := 11 - weightedSum(s[2:10], weightsS10[:])%11
	switch check {
	case 10:
		check = 0
	case 11:
		check = 5
	}
	return check == digit(s, 10)
}

// USPS22 reports whether s is a 22-digit tracking number of the US Postal
// Service: a first pair of 91 to 95 and a mod 10 check digit reckoned as GS1
// does. It detects every substitution of one digit.
//
// Source: USPS Publication 199, Intelligent Mail Package Barcode
// Implementation Guide.
func USPS22[T Chars](s T) bool {
	return gs1(s, 22) && s[0] == '9' && s[1] >= '1' && s[1] <= '5'
}
