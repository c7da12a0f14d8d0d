package checksum

const (
	// npiPrefixSum is the Luhn sum of 80840, the prefix an NPI carries as a
	// card issuer number: health (80) of the United States (840).
	npiPrefixSum = 24

	// deaRegistrants lists the first letters of DEA numbers.
	deaRegistrants = "ABCDEFGHJKLMPRSTUX"

	// mbiExcluded lists the letters kept out of an MBI for looking like digits.
	mbiExcluded = "BILOSZ"
)

// NPI reports whether s is a US National Provider Identifier: 10 digits, the
// first 1 or 2, satisfying [Luhn] behind the prefix 80840. It detects every
// substitution of one digit.
//
// Source: CMS, Requirements for National Provider Identifier (NPI) and NPI
// check digit; 45 CFR 162.406.
func NPI[T Chars](s T) bool {
	if !allDigits(s, 10) || s[0] != '1' && s[0] != '2' {
		return false
	}
	return (luhnRemainder(s)+npiPrefixSum)%10 == 0
}

// DEA reports whether s is a US Drug Enforcement Administration registration
// number: a letter of the registrant type, a letter of the name (or 9 for a
// business), and 7 digits of which the last is the units of d1+d3+d5 plus
// twice d2+d4+d6. The doubled places do not tell a digit from the one five
// away, so not every substitution is detected.
//
// Source: DEA Diversion Control Division, Practitioner's Manual; 21 CFR
// 1301.
func DEA[T Chars](s T) bool {
	if len(s) != 9 || !contains(deaRegistrants, s[0]) || !isLetter(s[1]) && s[1] != '9' {
		return false
	}
	d := s[2:]
	if !allDigits(d, 7) || allSame(d) {
		return false
	}
	sum := digit(d, 0) + digit(d, 2) + digit(d, 4) + 2*(digit(d, 1)+digit(d, 3)+digit(d, 5))
	return sum%10 == digit(d, 6)
}

// MBI reports whether s has the form of a US Medicare Beneficiary Identifier:
// 11 characters, place by place a digit 1-9, a letter, a letter or digit, a
// digit, a letter, a letter or digit, a digit, two letters, two digits, where
// no letter is S, L, O, I, B or Z. There is no check digit.
//
// Source: CMS, Understanding the Medicare Beneficiary Identifier (MBI) format.
func MBI[T Chars](s T) bool {
	if !matches(s, "#A*#A*#AA##") || s[0] == '0' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if contains(mbiExcluded, s[i]) {
			return false
		}
	}
	return true
}
