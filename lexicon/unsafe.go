package lexicon

import "unsafe"

// unsafeString views b as a string without copying it. The Scan that owns b
// does not write to it while the string is in use: both are replaced together
// by the next Run.
func unsafeString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
