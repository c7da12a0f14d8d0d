package checksum

// nhiLetters lists the letters of an NHI number; the value of each is its
// place counted from one.
const nhiLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ"

var (
	weightsIRD  = [...]int{3, 2, 7, 6, 5, 4, 3, 2}
	weightsIRD2 = [...]int{7, 4, 3, 2, 5, 2, 7, 6}
)

// NHI reports whether s is a New Zealand National Health Index number of
// either format; see [NHIOld] and [NHINew].
func NHI[T Chars](s T) bool { return NHIOld(s) || NHINew(s) }

// NHIOld reports whether s is an NHI number of the first format: three letters
// without I and O, three digits, and a check digit, mod 11 (7 characters).
// Numbers whose remainder is 0 are not issued, so check digit 10 alone is
// written 0, and it detects every substitution of one digit.
//
// Source: HISO 10046 Consumer Health Identity Standard, NHI validation
// routine.
func NHIOld[T Chars](s T) bool {
	if !matches(s, "AAA####") {
		return false
	}
	sum, ok := nhiSum(s)
	return ok && sum%11 != 0 && mod11Folded(sum) == digit(s, 6)
}

// NHINew reports whether s is an NHI number of the second format, issued once
// the first runs out: three letters without I and O, two digits, a letter and
// a check letter (7 characters), mod 23. Drafts of the standard before 2023
// used mod 24, which no issued number does. It detects every substitution of
// one digit.
//
// Source: HISO 10046:2023 and 10046:2025 Consumer Health Identity Standard,
// NHI validation routine.
func NHINew[T Chars](s T) bool {
	if !matches(s, "AAA##AA") {
		return false
	}
	sum, ok := nhiSum(s)
	return ok && s[6] == nhiLetters[22-sum%23]
}

// nhiSum returns the weighted sum of the first six characters, and whether all
// its letters are of the alphabet.
func nhiSum[T Chars](s T) (int, bool) {
	sum := 0
	for i := 0; i < len(weights7to2); i++ {
		v := 0
		if isDigit(s[i]) {
			v = digit(s, i)
		} else if v = index(nhiLetters, s[i]) + 1; v == 0 {
			return 0, false
		}
		sum += v * weights7to2[i]
	}
	return sum, true
}

// IRD reports whether s is a New Zealand Inland Revenue number: 8 or 9 digits
// between 10000000 and 200000000 whose last is a mod 11 check digit, reckoned
// anew with other weights where the first gives 10. Two sets of weights do not
// detect every substitution of one digit.
//
// Source: Inland Revenue, Resident Withholding Tax and Non-Resident
// Withholding Tax Specification Document, IRD number validation. That document
// of 2016 ends the range at 150000000, a bound it says is for ten years; the
// wider bound here lets later numbers through.
func IRD[T Chars](s T) bool {
	n := len(s)
	if n != 8 && n != 9 || !onlyDigits(s) {
		return false
	}
	if v := number(s); v <= 10000000 || v >= 200000000 {
		return false
	}
	skip := 9 - n
	check := (11 - weightedSum(s[:n-1], weightsIRD[skip:])%11) % 11
	if check == 10 {
		check = (11 - weightedSum(s[:n-1], weightsIRD2[skip:])%11) % 11
	}
	return check == digit(s, n-1)
}
