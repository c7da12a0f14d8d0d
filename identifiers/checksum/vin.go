package checksum

var weightsVIN = [...]int{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}

// vinValues holds the value of each letter from A; I, O and Q have none.
const vinValues = "12345678.12345.7.923456789"

// VINShape reports whether s has the form of a vehicle identification number:
// 17 digits and letters without I, O and Q, the last four digits, and not all
// zeros. No check digit is tested: North America requires one, Europe does not.
//
// Source: ISO 3779:2009.
func VINShape[T Chars](s T) bool {
	if len(s) != 17 || !onlyDigits(s[13:]) {
		return false
	}
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) && (!isLetter(s[i]) || vinValues[s[i]-'A'] == '.') {
			return false
		}
	}
	return s[0] != '0' || !allSame(s)
}

// VIN reports whether s is a [VINShape] whose ninth character is the right
// check digit, 0-9 or X (ten), mod 11, as North America requires. It detects
// every substitution of one digit by another, but letters share values, so not
// every substitution of a letter.
//
// Source: 49 CFR 565.15.
func VIN[T Chars](s T) bool {
	if !VINShape(s) {
		return false
	}
	sum := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if isLetter(c) {
			c = vinValues[c-'A']
		}
		sum += int(c-'0') * weightsVIN[i]
	}
	check := sum % 11
	if check == 10 {
		return s[8] == 'X'
	}
	return s[8] == byte('0'+check)
}
