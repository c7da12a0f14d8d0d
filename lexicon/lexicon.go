package lexicon

import (
	_ "embed" // the table
	"strings"

	"github.com/phidetect/phidetect/lexicon/internal/phash"
	"github.com/phidetect/phidetect/lexicon/internal/typo"
)

//go:embed data/table.bin
var tableData string

//go:embed data/pairs.bin
var pairData string

// A Lexicon knows words and phrases: health terms, names, places, common
// words, cues. It is immutable and safe for concurrent use; With gives a new
// one. A scan finds a word in constant time and without allocating.
type Lexicon struct {
	base phash.Layers
	// pairs tells which two words may begin a phrase: nearly every common word
	// begins one, and hardly any goes on with the word that follows.
	pairs phash.Filter
	// typos finds misspelt terms of the table.
	typos typo.Index
	// added holds the user's words, phrases and the prefixes of phrases.
	added map[uint64]Entry
	// stems holds the snowball stems of the user's single words.
	stems map[uint64]Entry
	terms []Term
}

// Default gives the embedded lexicon. It costs nothing to load: the table is
// read where it lies in the binary.
func Default() *Lexicon {
	return &Lexicon{base: phash.OpenLayers(tableData), pairs: phash.OpenFilter(pairData), typos: typo.Open(misspeltData)}
}

// find gives the entry of the hash of a word, or of anything.
func (l *Lexicon) find(h uint64) Entry { return l.findToken(Word, h) }

// findToken gives the entry of a token that is no punctuation. Only words are
// looked for among the table's rare words, which are told apart by few bits.
func (l *Lexicon) findToken(class TokenClass, h uint64) Entry {
	var e uint64
	if class == Word {
		e = l.base.Find(h)
	} else {
		e = l.base.FindOften(h)
	}
	if l.added != nil {
		return l.changed(h, Entry(e))
	}
	return Entry(e)
}

// findPhrase gives the entry of the hash of two words or more.
func (l *Lexicon) findPhrase(h uint64) Entry { return l.findSure(h) }

// findSure is find without the table's rare words and names, for what asks of
// many strings whether they are words: some are taken for one of those.
func (l *Lexicon) findSure(h uint64) Entry {
	e := Entry(l.base.FindSure(h))
	if l.added != nil {
		return l.changed(h, e)
	}
	return e
}

// changed gives what the user's words make of an entry.
func (l *Lexicon) changed(h uint64, e Entry) Entry {
	if a, ok := l.added[h]; ok {
		return a | e&(Entry(Continues)<<40)
	}
	return e
}

// Lookup gives what the lexicon knows of a word or a phrase of up to eight
// words, in any case and with or without accents; the zero Entry if it is
// unknown. Unlike a scan it also tries the stem of a word the user added.
func (l *Lexicon) Lookup(text string) Entry {
	keys, class := keysOf(text)
	if len(keys) == 0 {
		return 0
	}
	var e Entry
	if len(keys) > 1 {
		e = l.findPhrase(keys[len(keys)-1])
	} else {
		e = l.findToken(class, keys[0])
	}
	e &^= Entry(Continues) << 40
	if len(keys) == 1 && l.stems != nil && l.findSure(keys[0]).WithLanguage(NoLanguage)&^(Entry(Continues)<<40) == 0 { // a rare word may be one by chance
		_, word := Keys(text)
		for _, k := range stemKeys(word) {
			if s := l.stems[k]; s != 0 {
				return s
			}
		}
	}
	return e
}

// Find gives the entry of a hash: that of a folded word by HashWord, or of the
// words of a phrase by Chain; the zero Entry if it is unknown. A hash of anything
// else is taken for a rare word more often than Lookup takes it. It takes constant
// time and does not allocate.
func (l *Lexicon) Find(hash uint64) Entry { return l.find(hash) &^ (Entry(Continues) << 40) }

// Size is the number of words, phrases and phrase beginnings known.
func (l *Lexicon) Size() int { return l.base.Len() + len(l.added) }

// keysOf gives the chained hashes of the words of text: the last one is the
// key of the whole. class is that of the first word.
func keysOf(text string) (keys []uint64, class TokenClass) {
	var m FoldMap
	folded := string(m.Fold(nil, text))
	for _, t := range tokenize(nil, folded) {
		if t.Class == Punct {
			continue
		}
		if len(keys) == 0 {
			keys, class = append(keys, t.Hash), t.Class
		} else {
			keys = append(keys, Chain(keys[len(keys)-1], t.Hash))
		}
	}
	return keys, class
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
	keys, _ = keysOf(text)
	return keys, strings.TrimSpace(words)
}

// stemMark sets the keys of word endings and beginnings apart from words: no
// token begins with it.
const stemMark = '~'

// StemKey is the key under which the table holds an ending ("-mab") or, with
// prefix, a beginning ("cef-") of the international non-proprietary names.
func StemKey(letters string, prefix bool) uint64 {
	h := hashSeed
	h = (h ^ stemMark) * hashMul
	if prefix {
		h = (h ^ stemMark) * hashMul
	}
	for i := 0; i < len(letters); i++ {
		h = (h ^ uint64(lower[letters[i]])) * hashMul
	}
	return finish(h)
}

// DrugStem reports whether a word of at least seven letters ends or begins as
// the names of medicines do (the INN stems of the World Health Organization).
// It is meant for words the lexicon does not know.
func (l *Lexicon) DrugStem(word string) bool {
	if len(word) < 7 || len(word) > 24 {
		return false
	}
	for n := 3; n <= 8 && n < len(word)-1; n++ {
		if l.base.FindSure(StemKey(word[len(word)-n:], false)) != 0 || l.base.FindSure(StemKey(word[:n], true)) != 0 {
			return true
		}
	}
	return false
}
