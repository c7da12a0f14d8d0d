package identifiers

import (
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// A wordSet holds the hashes of a fixed list of words: open addressing in a
// table at most a quarter full, so that a look-up reads one or two slots.
type wordSet struct {
	slots []uint64
	mask  uint64
}

// newWordSet makes the set of the words in list, which spaces separate.
func newWordSet(list string) wordSet {
	words := strings.Fields(list)
	size := 16
	for size < 4*len(words) {
		size *= 2
	}
	s := wordSet{make([]uint64, size), uint64(size - 1)}
	for _, w := range words {
		h := lexicon.HashWord(w)
		i := h & s.mask
		for s.slots[i] != 0 && s.slots[i] != h {
			i = (i + 1) & s.mask
		}
		s.slots[i] = h
	}
	return s
}

func (s *wordSet) has(h uint64) bool {
	for i := h & s.mask; s.slots[i] != 0; i = (i + 1) & s.mask {
		if s.slots[i] == h {
			return true
		}
	}
	return false
}

// wordIs compares a token with a lower-case word. Nearly always the first
// letter tells.
func wordIs(t *Text, i int, w string) bool {
	return uint(i) < uint(len(t.Tokens)) && t.Tokens[i].First|0x20 == w[0] && sameWord(t, i, w)
}

func sameWord(t *Text, i int, w string) bool {
	k := &t.Tokens[i]
	if k.Len() != len(w) {
		return false
	}
	word := t.Text[k.Start:k.End]
	for j := range len(w) {
		if word[j]|0x20 != w[j] {
			return false
		}
	}
	return true
}
