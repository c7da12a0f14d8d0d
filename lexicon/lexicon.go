package lexicon

import (
	_ "embed" // the table
	"strings"

	"github.com/phidetect/phidetect/lexicon/internal/phash"
)

//go:embed data/table.bin
var tableData string

// A Lexicon knows words and phrases: health terms, names, places, common
// words, cues. It is immutable and safe for concurrent use; With gives a new
// one. A scan finds a word in constant time and without allocating.
type Lexicon struct {
	base phash.Table
	// added holds the user's words, phrases and the prefixes of phrases.
	added map[uint64]Entry
	// stems holds the snowball stems of the user's single words.
	stems map[uint64]Entry
	terms []Term
}

// Default gives the embedded lexicon. It costs nothing to load: the table is
// read where it lies in the binary.
func Default() *Lexicon {
	return &Lexicon{base: phash.Open(tableData)}
}

// find gives the entry of a word's or phrase's hash.
func (l *Lexicon) find(h uint64) Entry {
	e := Entry(l.base.Find(h))
	if l.added != nil {
		if a, ok := l.added[h]; ok {
			return a | e&(Entry(Continues)<<40)
		}
	}
	return e
}

// Lookup gives what the lexicon knows of a word or a phrase of up to eight
// words, in any case and with or without accents; the zero Entry if it is
// unknown. Unlike a scan it also tries the stem of a word the user added.
func (l *Lexicon) Lookup(text string) Entry {
	keys := keysOf(text)
	if len(keys) == 0 {
		return 0
	}
	e := l.find(keys[len(keys)-1]) &^ (Entry(Continues) << 40)
	if e == 0 && len(keys) == 1 && l.stems != nil {
		_, word := Keys(text)
		e = l.stems[HashWord(stemOf(word))]
	}
	return e
}

// Size is the number of words, phrases and phrase beginnings known.
func (l *Lexicon) Size() int { return l.base.Len() + len(l.added) }

// keysOf gives the chained hashes of the words of text: the last one is the
// key of the whole.
func keysOf(text string) []uint64 {
	var m FoldMap
	folded := string(m.Fold(nil, text))
	var keys []uint64
	for _, t := range tokenize(nil, folded) {
		if t.Class == Punct {
			continue
		}
		if len(keys) == 0 {
			keys = append(keys, t.Hash)
		} else {
			keys = append(keys, Chain(keys[len(keys)-1], t.Hash))
		}
	}
	return keys
}

// Keys gives the chained hashes of the words of text, as the generator of the
// table needs them: the last is the key of the whole, the others of its
// beginnings. words is what folding and tokenising leave of the text.
func Keys(text string) (keys []uint64, words string) {
	var m FoldMap
	folded := string(m.Fold(nil, text))
	for _, t := range tokenize(nil, folded) {
		if t.Class != Punct {
			words += " " + strings.ReplaceAll(strings.ToLower(folded[t.Start:t.End]), "'", "")
		}
	}
	return keysOf(text), strings.TrimSpace(words)
}
