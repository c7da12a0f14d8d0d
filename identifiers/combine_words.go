package identifiers

import "github.com/phidetect/phidetect/lexicon"

// Words finds the words and phrases of a list: whole words, in any case, with
// or without accents, a possessive or contracted ending left out. Between the
// words of a phrase may stand spaces, a line end, a hyphen, slash, ampersand or
// apostrophe, and a dot behind one or two letters ("st. john"). Where phrases
// overlap the one that begins first is taken, of these the longest.
//
// Each token costs one look-up by the hash that the tokeniser has computed
// already, so the length of the list does not matter. Entries of the list
// without letters, digits and symbols are ignored. NoType is allowed, for lists
// that only serve as the cue of Near.
func Words(typ Type, list ...string) Matcher {
	w := &wordList{typ: typ, keys: make(map[uint64]uint8, len(list))}
	for _, text := range list {
		keys, _ := lexicon.Keys(text)
		if len(keys) == 0 {
			continue
		}
		w.first[keys[0]>>6&7] |= 1 << (keys[0] & 63)
		for _, k := range keys[:len(keys)-1] {
			w.keys[k] |= wordContinues
		}
		w.keys[keys[len(keys)-1]] |= wordEnds
		w.longest = max(w.longest, len(text)+phraseSlack*len(keys))
	}
	return w
}

// phraseSlack is how many bytes more than in the list a word of a phrase may
// take in a text, for line ends and spaces between.
const phraseSlack = 8

const (
	wordEnds      uint8 = 1 << iota // a word or phrase of the list ends here
	wordContinues                   // a longer phrase goes on
)

type wordList struct {
	typ  Type
	keys map[uint64]uint8 // by the chained hash of the words so far
	// first holds six and three bits of the hash of every first word: most
	// tokens of a text are turned away without asking the map.
	first   [8]uint64
	longest int // bytes
}

func (w *wordList) AppendSpans(dst []Span, t *Text) []Span {
	for i := 0; i < len(t.Tokens); i++ {
		k := &t.Tokens[i]
		if k.Class == lexicon.Punct || w.first[k.Hash>>6&7]&(1<<(k.Hash&63)) == 0 {
			continue
		}
		last := w.match(t, i)
		if last < 0 {
			continue
		}
		dst = append(dst, Span{Start: int(k.Start), End: int(t.Tokens[last].End), Type: w.typ, Score: defaultScore, Why: Why{Matcher: "words"}})
		i = last
	}
	return dst
}

// match gives the last token of the longest entry that begins at token i, or -1.
func (w *wordList) match(t *Text, i int) int {
	key := t.Tokens[i].Hash
	found := -1
	for j := i; ; {
		f := w.keys[key]
		if f&wordEnds != 0 && int(t.Tokens[j].End-t.Tokens[i].Start) <= w.longest {
			found = j
		}
		if f&wordContinues == 0 {
			return found
		}
		if j = nextWord(t, j); j < 0 || int(t.Tokens[j].End-t.Tokens[i].Start) > w.longest {
			return found
		}
		key = lexicon.Chain(key, t.Tokens[j].Hash)
	}
}

// nextWord gives the token that goes on with the phrase behind token i, or -1.
func nextWord(t *Text, i int) int {
	n := i + 1
	if n < len(t.Tokens) && t.Tokens[n].Class == lexicon.Punct {
		p := &t.Tokens[n]
		switch p.First {
		case '-', '/', '&', '\'':
		case '.':
			if p.Gap != lexicon.GapNone || t.Tokens[i].Len() > 2 {
				return -1
			}
		default:
			return -1
		}
		if p.Gap > lexicon.GapSpace {
			return -1
		}
		n++
	}
	if n >= len(t.Tokens) || t.Tokens[n].Class == lexicon.Punct || t.Tokens[n].Gap == lexicon.GapWide {
		return -1
	}
	return n
}

func (w *wordList) MaxLen() int { return w.longest }
