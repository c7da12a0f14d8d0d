package checksum

// Check letters of the remainders 0 to 10 for the three kinds of series.
const (
	nricLetters = "JZIHGFEDCBA"
	finLetters  = "XWUTRQPNMLK"
	finLettersM = "XWUTRQPNJLK"
)

var weightsNRIC = [...]int{2, 7, 6, 5, 4, 3, 2}

// NRIC reports whether s is a Singapore identity number of a citizen or
// permanent resident: S or T (born from 2000), 7 digits, and a check letter,
// mod 11 (9 characters). It detects every substitution of one digit.
//
// Source: Immigration and Checkpoints Authority, which does not publish the
// check; the letters are those of public implementations.
func NRIC[T Chars](s T) bool {
	if !matches(s, "A#######A") {
		return false
	}
	switch s[0] {
	case 'S':
		return nricCheck(s, 0, nricLetters)
	case 'T':
		return nricCheck(s, 4, nricLetters)
	}
	return false
}

// FIN reports whether s is a Singapore Foreign Identification Number: F, G (from
// 2000) or M (from 2022), 7 digits, and a check letter, mod 11 (9 characters).
// It detects every substitution of one digit.
//
// Source: Immigration and Checkpoints Authority, new M FIN series; see [NRIC].
func FIN[T Chars](s T) bool {
	if !matches(s, "A#######A") {
		return false
	}
	switch s[0] {
	case 'F':
		return nricCheck(s, 0, finLetters)
	case 'G':
		return nricCheck(s, 4, finLetters)
	case 'M':
		return nricCheck(s, 3, finLettersM)
	}
	return false
}

func nricCheck[T Chars](s T, offset int, letters string) bool {
	return s[8] == letters[(weightedSum(s[1:8], weightsNRIC[:])+offset)%11]
}
