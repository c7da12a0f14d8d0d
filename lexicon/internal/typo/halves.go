package typo

import "math/bits"

// The filter is a hash table of words of 32 bits without keys. A half of a term
// sets the bit of the term's length in its word, at an offset of its own, so
// that one load answers for all lengths.
const (
	filterBits  = 13
	filterWords = 1 << filterBits
)

const (
	firstSeed uint64 = 0x9E3779B97F4A7C15
	lastSeed  uint64 = 0xBF58476D1CE4E5B9
	hashMul   uint64 = 0xD6E8FEB86659FD93
)

func mix(h uint64, letter byte) uint64 { return (h ^ uint64(letter)) * hashMul }

// firstLen and lastLen are the lengths of the halves of a term of n letters. The
// last half is joined by the first letter, which is always right.
func firstLen(n int) int { return (n + 1) / 2 }
func lastLen(n int) int  { return n / 2 }

// firstHash is the hash of the first k letters, lastHash that of the last k and
// the first. mix extends both by a letter.
func firstHash(w []byte, k int) uint64 {
	h := firstSeed
	for _, c := range w[:k] {
		h = mix(h, c)
	}
	return h
}

func lastHash(w []byte, k int) uint64 {
	h := mix(lastSeed, w[0])
	for i := range k {
		h = mix(h, w[len(w)-1-i])
	}
	return h
}

// filterPlace gives the word of a half and the offset of its bits.
func filterPlace(h uint64) (word, offset int) {
	h = (h ^ h>>32) * hashMul
	return int(h >> (64 - filterBits)), int(h >> 45 & 31)
}

// half gives the lengths of the terms that may have the half, a bit each.
func (x *Index) half(h uint64) uint32 {
	word, offset := filterPlace(h)
	return bits.RotateLeft32(le32(x.filter, 4*word), -offset)
}

// halves gives the lengths, from one less than the word's to one more, of the
// terms that may share its first or its last half, a bit each. swapped tells
// whether one may have the word's first half with the letters in its middle
// changed, the error that leaves neither half as it was.
func (x *Index) halves(w []byte) (first, last uint32, swapped bool) {
	n := len(w)
	k := firstLen(n - 1)
	h := firstHash(w, k)
	first = x.half(h) & (1<<(n-1) | bitIf(n, firstLen(n) == k))
	first |= x.half(mix(h, w[k])) & (1<<(n+1) | bitIf(n, firstLen(n) != k))
	k = lastLen(n - 1)
	h = lastHash(w, k)
	last = x.half(h) & (1<<(n-1) | bitIf(n, lastLen(n) == k))
	last |= x.half(mix(h, w[n-1-k])) & (1<<(n+1) | bitIf(n, lastLen(n) != k))
	k = firstLen(n)
	swapped = x.half(mix(firstHash(w, k-1), w[k]))>>n&1 != 0
	return first, last, swapped
}

func bitIf(n int, set bool) uint32 {
	if set {
		return 1 << n
	}
	return 0
}
