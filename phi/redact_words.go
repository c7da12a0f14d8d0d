package phi

import (
	"slices"

	"github.com/phidetect/phidetect/lexicon"
)

// A wordList holds words and phrases by the hash of their first word.
type wordList map[uint64][][]uint64

func wordListOf(words []string) wordList {
	if len(words) == 0 {
		return nil
	}
	l := wordList{}
	for _, s := range words {
		l.add(phraseOf(s))
	}
	return l
}

func (l wordList) add(phrase []uint64) {
	if len(phrase) > 0 {
		l[phrase[0]] = append(l[phrase[0]], phrase)
	}
}

// phraseOf gives the hashes of the words of s.
func phraseOf(s string) []uint64 {
	var scan lexicon.Scan
	scan.Run(lexicon.Default(), s)
	var out []uint64
	for i := range scan.Tokens {
		if spoken(&scan.Tokens[i]) {
			out = append(out, scan.Tokens[i].Hash)
		}
	}
	return out
}

// spoken reports a token that is more than punctuation.
func spoken(k *lexicon.Token) bool {
	return k.Class != lexicon.Punct && k.Class != lexicon.Symbol
}

// match gives the last token of the longest phrase that begins at token i, or
// -1. Punctuation between the words is passed over, an empty line is not.
func (l wordList) match(toks []lexicon.Token, i int) int {
	best := -1
	for _, phrase := range l[toks[i].Hash] {
		if last := follow(toks, i, phrase); last > best {
			best = last
		}
	}
	return best
}

func follow(toks []lexicon.Token, i int, phrase []uint64) int {
	last := i
	for _, h := range phrase[1:] {
		gap := 0
		for i++; i < len(toks) && !spoken(&toks[i]) && gap < 3; i++ {
			gap++
		}
		if i >= len(toks) || toks[i].Hash != h {
			return -1
		}
		last = i
	}
	return last
}

// appendWords appends the places of the list's words, without overlaps, as
// findings in original offsets.
func (l wordList) appendWords(dst []finding, s *lexicon.Scan, make finding) []finding {
	if len(l) == 0 {
		return dst
	}
	for i := 0; i < len(s.Tokens); i++ {
		if !spoken(&s.Tokens[i]) {
			continue
		}
		if last := l.match(s.Tokens, i); last >= 0 {
			f := make
			f.start, f.end = s.Map.Original(int(s.Tokens[i].Start), int(s.Tokens[last].End))
			dst = append(dst, f)
			i = last
		}
	}
	return dst
}

// whole reports that words are one of the list's phrases.
func (l wordList) whole(words []uint64) bool {
	if len(words) == 0 {
		return false
	}
	for _, phrase := range l[words[0]] {
		if slices.Equal(phrase, words) {
			return true
		}
	}
	return false
}
