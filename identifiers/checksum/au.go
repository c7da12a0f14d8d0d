package checksum

var (
	weightsTFN9 = [...]int{1, 4, 3, 7, 5, 8, 6, 9, 10}
	weightsTFN8 = [...]int{10, 7, 8, 4, 6, 3, 5, 1}
	weightsABN  = [...]int{10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}
	weightsACN  = [...]int{8, 7, 6, 5, 4, 3, 2, 1}
)

// TFN reports whether s is an Australian tax file number: 9 digits, or 8 for
// the older ones, whose weighted sum divides by eleven, and not all zeros. It
// detects every substitution of one digit. The eight-digit weights are not
// those of the first eight of nine.
//
// Source: Australian Taxation Office, TFN algorithm, as given by public
// implementations for both lengths.
func TFN[T Chars](s T) bool {
	return (mod11Zero(s, weightsTFN9[:]) || mod11Zero(s, weightsTFN8[:])) && !allSame(s)
}

// ABN reports whether s is an Australian Business Number: 11 digits, the first
// not zero, whose weighted sum, less ten for the leading digit, divides by 89.
// Some libraries besides refuse the leading pair 10; the register's own rule
// does not. It detects every substitution of one digit.
//
// Source: Australian Business Register, Format of the ABN.
func ABN[T Chars](s T) bool {
	if !allDigits(s, 11) || s[0] == '0' {
		return false
	}
	return (weightedSum(s, weightsABN[:])-weightsABN[0])%89 == 0
}

// ACN reports whether s is an Australian Company Number: 8 digits and a check
// digit, ten less the weighted sum mod 10, not all zeros. Even weights mod 10
// do not detect every substitution of one digit.
//
// Source: Australian Securities and Investments Commission, Australian Company
// Number digit check.
func ACN[T Chars](s T) bool {
	if !allDigits(s, 9) || allSame(s) {
		return false
	}
	return (weightedSum(s, weightsACN[:])+digit(s, 8))%10 == 0
}
