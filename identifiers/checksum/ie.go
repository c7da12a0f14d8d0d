package checksum

// ppsLetters holds the check letter of each remainder by 23; the place of a
// letter is also its value as a second letter.
const ppsLetters = "WABCDEFGHIJKLMNOPQRSTUV"

// eircodeLetters lists the letters of an Eircode.
const eircodeLetters = "ACDEFHKNPRTVWXY"

// PPS reports whether s is an Irish Personal Public Service number: 7 digits,
// a check letter, and maybe a second letter (8 or 9 characters). Weights 8 to
// 2 run over the digits and 9 over a second letter A-I, mod 23; the older
// second letters W, T and X count nothing. It detects every substitution of
// one digit.
//
// Source: Social Welfare Consolidation Act 2005, section 262; Revenue, PPSN
// check character specification.
func PPS[T Chars](s T) bool {
	if len(s) != 8 && len(s) != 9 || !onlyDigits(s[:7]) {
		return false
	}
	sum := weightedSum(s[:7], weights8to2[:])
	if len(s) == 9 {
		switch c := s[8]; {
		case c >= 'A' && c <= 'I':
			sum += 9 * index(ppsLetters, c)
		case c != 'W' && c != 'T' && c != 'X':
			return false
		}
	}
	return s[7] == ppsLetters[sum%23]
}

// EircodeShape reports whether s has the form of an Irish postcode: a routing
// key, a letter and two digits or D6W, and four letters or digits (7
// characters), all letters from A C D E F H K N P R T V W X Y. There is no
// check digit.
//
// Source: Eircode, Product guide.
func EircodeShape[T Chars](s T) bool {
	if len(s) != 7 || !contains(eircodeLetters, s[0]) {
		return false
	}
	if !onlyDigits(s[1:3]) && !hasPrefix(s, "D6W") {
		return false
	}
	for i := 3; i < 7; i++ {
		if !isDigit(s[i]) && !contains(eircodeLetters, s[i]) {
			return false
		}
	}
	return true
}
