// Package checksum says whether a normalised identifier is valid: right
// length, right characters, right structure and, where the scheme has one,
// right check digit.
//
// # Input
//
// Every function takes an identifier that is already normalised: no spaces,
// dashes, dots or other separators, and letters in upper-case ASCII. Anything
// else - a separator, a lower-case letter, a byte outside ASCII, the wrong
// length - yields false. No function panics, whatever the input, and none
// allocates; each is linear in the length of its input.
//
// # What true means
//
// True means that the value obeys the published rules, not that it was ever
// issued. A function whose name ends in Shape, and those that say "no check
// digit", test form only: they are weak evidence and want context beside
// them. A scheme with one decimal check digit is satisfied by about one in
// ten random values of the right form, mod 11 by one in eleven, mod 97 by one
// in ninety-seven.
//
// # What a check digit promises
//
// Luhn, Verhoeff, the GS1 scheme, the ABA scheme, mod 97 and mod 11 with no
// folding of remainders detect every substitution of one digit. Mod 11 schemes
// that write the remainder 10 as 0, and schemes with even weights under mod
// 10, do not; each such function says so.
package checksum
