package checksum

// AVS reports whether s is a Swiss social insurance number (AHV, AVS): 13
// digits starting 756 with the check digit of [EAN13]. It detects every
// substitution of one digit.
//
// Source: Federal Social Insurance Office, AHV number; Central Compensation
// Office, UPI.
func AVS[T Chars](s T) bool {
	return gs1(s, 13) && hasPrefix(s, "756")
}
