package checksum

// panHolders lists the fourth letters of a PAN, the kind of holder.
const panHolders = "ABCFGHJLPT"

// Aadhaar reports whether s is an Indian Aadhaar number: 12 digits, the first
// 2-9, satisfying [Verhoeff], and not the same read backwards. It detects every
// substitution of one digit.
//
// Source: UIDAI, A UID Numbering Scheme.
func Aadhaar[T Chars](s T) bool {
	if !allDigits(s, 12) || s[0] < '2' || !Verhoeff(s) {
		return false
	}
	for i := 0; i < 6; i++ {
		if s[i] != s[11-i] {
			return true
		}
	}
	return false
}

// PANShape reports whether s has the form of an Indian Permanent Account
// Number: five letters, of which the fourth is the kind of holder (A, B, C, F,
// G, H, J, L, P or T), a serial 0001-9999, and a letter (10 characters). The
// last letter is a check letter whose rule is not published.
//
// Source: Income Tax Department of India, Permanent Account Number.
func PANShape[T Chars](s T) bool {
	return matches(s, "AAAAA####A") && contains(panHolders, s[3]) && number(s[5:9]) != 0
}

// ABHAShape reports whether s has the form of an Indian Ayushman Bharat Health
// Account number: 14 digits, not all the same. No rule for a check digit is
// published.
//
// Source: National Health Authority, Ayushman Bharat Digital Mission, ABHA
// number.
func ABHAShape[T Chars](s T) bool {
	return allDigits(s, 14) && !allSame(s)
}
