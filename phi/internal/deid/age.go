package deid

import "strings"

// AppendOver89 appends the age s as "90+", the one category that 45 CFR
// 164.514(b)(2)(i)(C) lets ages over 89 be put into. A unit stays where it is
// plain: "92yo" becomes "90+yo", "ninety-two" and "101 and a half" "90+".
func AppendOver89(dst []byte, s string) []byte {
	dst = append(dst, "90+"...)
	rest := strings.TrimLeft(s, "0123456789")
	if len(rest) == len(s) {
		return dst
	}
	for i := range len(rest) {
		switch c := rest[i] | 0x20; {
		case c >= 'a' && c <= 'z', rest[i] == ' ', rest[i] == '-':
		default:
			return dst
		}
	}
	switch strings.Trim(strings.ToLower(rest), " -") {
	case "y", "yo", "yr", "yrs", "yrs old", "yr old", "year", "year old", "year-old", "years", "years old", "years of age":
		return append(dst, rest...)
	}
	return dst
}

// Over89 reports an age over 89 in a field that holds an age in years: "92",
// "92 years".
func Over89(s string) bool {
	n, digits := 0, 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' && digits < 4 {
		n = n*10 + int(s[digits]-'0')
		digits++
	}
	switch strings.Trim(strings.ToLower(s[digits:]), " -+.") {
	case "", "y", "yo", "yr", "yrs", "year", "years", "years old", "yrs old":
		return digits > 0 && n > 89
	}
	return false
}
