package checksum

var weightsMedicareAU = [...]int{1, 3, 7, 9, 1, 3, 7, 9}

// dvaStates lists the first letters of a DVA file number.
const dvaStates = "NVQWST"

// AUMedicare reports whether s is an Australian Medicare card number: 8 digits
// of which the first is 2-6, a check digit, the issue number 1-9, and, for 11
// digits, the individual reference number 1-9. It detects every substitution
// of one digit among the first nine; the check does not cover the last two.
//
// Source: Services Australia, Medicare card number check digit; METeOR item
// 270101, Person - government funding identifier, Medicare card number.
func AUMedicare[T Chars](s T) bool {
	if len(s) != 10 && len(s) != 11 || !onlyDigits(s) {
		return false
	}
	if s[0] < '2' || s[0] > '6' || s[9] == '0' || s[len(s)-1] == '0' {
		return false
	}
	return weightedSum(s, weightsMedicareAU[:])%10 == digit(s, 8)
}

// IHI reports whether s is an Australian Individual Healthcare Identifier: 16
// digits starting 800360 that satisfy [Luhn]. It detects every substitution of
// one digit.
//
// Source: HL7 Australia, AU Base, profile AU IHI; ISO/IEC 7812-1.
func IHI[T Chars](s T) bool { return healthIdentifierAU(s, "800360") }

// HPII reports whether s is an Australian Healthcare Provider Identifier of an
// individual (HPI-I): 16 digits starting 800361 that satisfy [Luhn]. It
// detects every substitution of one digit.
//
// Source: HL7 Australia, AU Base, profile AU HPI-I; ISO/IEC 7812-1.
func HPII[T Chars](s T) bool { return healthIdentifierAU(s, "800361") }

// HPIO reports whether s is an Australian Healthcare Provider Identifier of an
// organisation (HPI-O): 16 digits starting 800362 that satisfy [Luhn]. It
// detects every substitution of one digit.
//
// Source: HL7 Australia, AU Base, profile AU HPI-O; ISO/IEC 7812-1.
func HPIO[T Chars](s T) bool { return healthIdentifierAU(s, "800362") }

func healthIdentifierAU[T Chars](s T, prefix string) bool {
	return allDigits(s, 16) && hasPrefix(s, prefix) && luhnRemainder(s) == 0
}

// DVAFileShape reports whether s has the form of a file number of the
// Australian Department of Veterans' Affairs: the letter of a state (N, V, Q,
// W, S or T), a war code of at most three letters, at least one digit, and a
// last letter for a dependant. War code and digits together are at most seven
// characters, and the digits at most six. There is no check digit, and the
// shortest forms (such as W1) are very weak evidence.
//
// Source: METeOR item 339127, Department of Veterans' Affairs file number.
func DVAFileShape[T Chars](s T) bool {
	if len(s) < 2 || len(s) > 9 || !contains(dvaStates, s[0]) {
		return false
	}
	i := 1
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	war := i - 1
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	digits := i - 1 - war
	if war > 3 || digits < 1 || digits > 6 || war+digits > 7 {
		return false
	}
	return i == len(s) || i == len(s)-1 && isLetter(s[i])
}
