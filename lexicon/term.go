package lexicon

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// A Term is a word or phrase that a user adds.
type Term struct {
	// Text is one to eight words, in any case.
	Text string
	// Category and Weight say what the term proves; a zero Weight means Strong.
	Category Category
	Weight   Weight
	// Sensitivity marks guarded kinds.
	Sensitivity Sensitivity
	// Given and Surname, 1 to 15, make the term a name.
	Given, Surname int
	// Place, 1 to 15, makes it a place.
	Place int
	// Cue makes it a cue.
	Cue Cue
	// Exact turns stemming off: inflections of Text are not added.
	Exact bool
}

func (t Term) entry() Entry {
	e := Entry(0).WithNames(t.Given, t.Surname).WithPlace(t.Place).WithCue(t.Cue)
	if t.Category != NoCategory {
		w := t.Weight
		if w == NoWeight {
			w = Strong
		}
		e = e.WithHealth(t.Category, w, t.Sensitivity)
	}
	return e
}

var (
	errEmptyTerm = errors.New("lexicon: a term needs one to eight words in Text and a Category, a name, a place or a cue")
	errTermRange = errors.New("lexicon: Given, Surname and Place are 0 to 15, Category, Weight and Cue one of the constants")
)

func (t Term) inRange() bool {
	odds := func(n int) bool { return n >= 0 && n <= 15 }
	return odds(t.Given) && odds(t.Surname) && odds(t.Place) && int(t.Category) < CategoryCount && t.Weight <= Strong && int(t.Cue) < cueCount
}

// With gives a Lexicon that knows the terms as well; the receiver stays as it
// is. A single-word term is also found under its usual inflections in English,
// Spanish and French, joined by their Snowball stem, unless it is Exact. A term the lexicon knows
// already is replaced. Errors name the index of the term, never its text.
func (l *Lexicon) With(terms ...Term) (*Lexicon, error) {
	out := l.clone()
	for i, t := range terms {
		keys, words := Keys(t.Text)
		e := t.entry()
		if !t.inRange() {
			return nil, fmt.Errorf("term %d: %w", i, errTermRange)
		}
		if len(keys) == 0 || len(keys) > maxPhrase || e == 0 {
			return nil, fmt.Errorf("term %d: %w", i, errEmptyTerm)
		}
		if len(keys) == 1 {
			out.dropForms(words)
		}
		for _, k := range keys[:len(keys)-1] {
			out.added[k] = out.find(k).WithFlags(Continues)
		}
		last := keys[len(keys)-1]
		out.added[last] = e | out.find(last)&(Entry(Continues)<<40)
		if len(keys) == 1 && !t.Exact {
			for _, k := range stemKeys(words) {
				out.stems[k] = e
			}
			for _, form := range inflections(words) {
				if k, _ := keysOf(form); len(k) == 1 && out.findSure(k[0]) == 0 {
					out.added[k[0]] = e
				}
			}
		}
		out.terms = append(out.terms, t)
	}
	return out, nil
}

// Without gives a Lexicon that no longer takes the words or phrases for health
// terms, names, places or cues; the receiver stays as it is. The inflections
// that With joined to a word go with it.
func (l *Lexicon) Without(texts ...string) *Lexicon {
	out := l.clone()
	for _, text := range texts {
		keys, words := Keys(text)
		if len(keys) == 0 {
			continue
		}
		if len(keys) == 1 {
			out.dropForms(words)
		}
		last := keys[len(keys)-1]
		if e := out.find(last); e != 0 {
			out.added[last] = Entry(0).WithRank(e.Rank()) | e&(Entry(Continues)<<40)
		}
		out.terms = slices.DeleteFunc(out.terms, func(t Term) bool {
			k, _ := keysOf(t.Text)
			return k[len(k)-1] == last
		})
	}
	return out
}

// dropForms takes back the stem and the inflections that With joined to word.
func (l *Lexicon) dropForms(word string) {
	keys := stemKeys(word)
	e, ok := l.stems[keys[0]]
	if !ok {
		return
	}
	for _, k := range keys {
		if l.stems[k] == e {
			delete(l.stems, k)
		}
	}
	for _, form := range inflections(word) {
		if k, _ := keysOf(form); len(k) == 1 && l.added[k[0]]&^(Entry(Continues)<<40) == e {
			if l.added[k[0]] &= Entry(Continues) << 40; l.added[k[0]] == 0 {
				delete(l.added, k[0])
			}
		}
	}
}

// Added lists the terms added by With and not taken back by Without, in order.
func (l *Lexicon) Added() []Term { return append([]Term(nil), l.terms...) }

func (l *Lexicon) clone() *Lexicon {
	// without the filter, which does not know the phrases to come
	out := &Lexicon{base: l.base, typos: l.typos, added: maps.Clone(l.added), stems: maps.Clone(l.stems), terms: append([]Term(nil), l.terms...)}
	if out.added == nil {
		out.added, out.stems = map[uint64]Entry{}, map[uint64]Entry{}
	}
	return out
}
