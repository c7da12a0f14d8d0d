package lexicon

import "math/bits"

// A word's hash is computed while it is tokenised: one xor and one multiply a
// byte, over the lower-cased bytes. 64 bits make a clash of two words of the
// language unlikely (the generator refuses to build a table with one); what is
// compared at look-up is the table's own fingerprint of these bits.
const (
	hashSeed uint64 = 0x9E3779B97F4A7C15
	hashMul  uint64 = 0xD6E8FEB86659FD93
)

// finish spreads the high bits, where a multiplicative hash is best, over all.
func finish(h uint64) uint64 { return h ^ h>>32 }

// HashWord gives the hash of one folded word as the tokeniser computes it:
// upper-case ASCII letters count as lower-case, apostrophes are left out.
// It takes time linear in the word.
func HashWord[T ~string | ~[]byte](word T) uint64 {
	h := hashSeed
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c == '\'' {
			continue
		}
		h = (h ^ uint64(lower[c])) * hashMul
	}
	return finish(h)
}

// Chain extends the hash of the words so far by the next word's hash; the
// result is the key of the phrase. It is not symmetric: "b a" is not "a b".
func Chain(phrase, word uint64) uint64 {
	return finish((phrase ^ bits.RotateLeft64(word, 23)) * hashMul)
}
