package lexicon

import (
	"errors"
	"fmt"
	"maps"
	"strings"

	"github.com/kljensen/snowball/english"
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

var errEmptyTerm = errors.New("lexicon: a term needs one to eight words in Text and a Category, a name, a place or a cue")

// With gives a Lexicon that knows the terms as well; the receiver stays as it
// is. A single-word term is also found under its usual English inflections,
// joined by their Snowball stem, unless it is Exact. A term the lexicon knows
// already is replaced. Errors name the index of the term, never its text.
func (l *Lexicon) With(terms ...Term) (*Lexicon, error) {
	out := l.clone()
	for i, t := range terms {
		keys := keysOf(t.Text)
		e := t.entry()
		if len(keys) == 0 || len(keys) > maxPhrase || e == 0 {
			return nil, fmt.Errorf("term %d: %w", i, errEmptyTerm)
		}
		for _, k := range keys[:len(keys)-1] {
			out.added[k] = out.find(k).WithFlags(Continues)
		}
		last := keys[len(keys)-1]
		out.added[last] = e | out.find(last)&(Entry(Continues)<<40)
		if len(keys) == 1 && !t.Exact {
			out.stems[HashWord(stemOf(t.Text))] = e
			for _, form := range inflections(t.Text) {
				if k := keysOf(form); len(k) == 1 && out.find(k[0]) == 0 {
					out.added[k[0]] = e
				}
			}
		}
		out.terms = append(out.terms, t)
	}
	return out, nil
}

// Without gives a Lexicon that no longer takes the words or phrases for health
// terms, names, places or cues; the receiver stays as it is.
func (l *Lexicon) Without(texts ...string) *Lexicon {
	out := l.clone()
	for _, text := range texts {
		if keys := keysOf(text); len(keys) > 0 {
			last := keys[len(keys)-1]
			e := out.find(last)
			out.added[last] = Entry(0).WithRank(e.Rank()) | e&(Entry(Continues)<<40)
			delete(out.stems, HashWord(stemOf(text)))
		}
	}
	return out
}

// Added lists the terms added by With, in order.
func (l *Lexicon) Added() []Term { return append([]Term(nil), l.terms...) }

func (l *Lexicon) clone() *Lexicon {
	out := &Lexicon{base: l.base, added: maps.Clone(l.added), stems: maps.Clone(l.stems), terms: append([]Term(nil), l.terms...)}
	if out.added == nil {
		out.added, out.stems = map[uint64]Entry{}, map[uint64]Entry{}
	}
	return out
}

func stemOf(word string) string { return english.Stem(strings.ToLower(word), true) }

// inflections gives the forms of an English word that share its stem.
func inflections(word string) []string {
	word = strings.ToLower(word)
	stem := stemOf(word)
	var out []string
	for _, base := range []string{word, strings.TrimSuffix(word, "e"), strings.TrimSuffix(word, "y")} {
		for _, end := range []string{"s", "es", "ies", "ed", "ing", "ings", "'s"} {
			if f := base + end; f != word && stemOf(f) == stem {
				out = append(out, f)
			}
		}
	}
	return out
}
