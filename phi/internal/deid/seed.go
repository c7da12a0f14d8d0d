package deid

import (
	"crypto/hmac"
	"crypto/sha256"
	"math/rand/v2"
)

// Sum is HMAC-SHA256 (RFC 2104, FIPS 198-1) of a value under its kind. A zero
// byte stands between the two, so that no pair is like another.
func Sum(key []byte, kind, value string) (sum [sha256.Size]byte) {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(kind))
	h.Write([]byte{0})
	h.Write([]byte(value))
	h.Sum(sum[:0])
	return sum
}

// Source gives numbers that only who has the key can tell from random, and
// that are the same for the same kind and value each time.
func Source(key []byte, kind, value string) *rand.Rand {
	return rand.New(rand.NewChaCha8(Sum(key, kind, value)))
}

// hashLetters are sixteen letters that make no word, and no number that a
// detector would take for an identifier.
const hashLetters = "bcdfghjkmnpqrtvw"

// AppendHash appends the first n letters of a sum, four bits each; n is at most
// 64.
func AppendHash(dst []byte, sum [sha256.Size]byte, n int) []byte {
	for i := range n {
		b := sum[i/2]
		if i%2 == 0 {
			b >>= 4
		}
		dst = append(dst, hashLetters[b&15])
	}
	return dst
}

// Offset is the number of days a subject's dates are moved by: 1 to 364 in
// either direction, never 0.
func Offset(key []byte, subject string) int {
	n := Source(key, "date offset", subject).IntN(2*364) - 364
	if n >= 0 {
		n++
	}
	return n
}

// Rand is a source of numbers that depends on a key alone.
type Rand = rand.Rand
