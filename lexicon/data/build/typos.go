package main

import (
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// addTypos adds the forms by which misspelt health terms are found: of each
// strong term of one long word. A form that two terms share stands for neither
// if they differ in kind, and a term that is a common word or a name has none:
// its neighbours are too.
func addTypos(b *builder) error {
	forms := map[uint64]lexicon.Entry{}
	for k, word := range b.text {
		e := b.entries[k]
		if e.Weight() != lexicon.Strong || strings.Contains(word, " ") || e.Rank() > 3 || e.Name() > 4 || e.HasAny(lexicon.Spanish|lexicon.French) {
			continue
		}
		for _, key := range lexicon.TypoKeys(word) {
			f := lexicon.TypoEntry(word, e)
			if old, ok := forms[key]; ok && old != f {
				f = 0
			}
			forms[key] = f
		}
	}
	for key, e := range forms {
		if e != 0 && b.entries[key] == 0 {
			b.entries[key] = e
		}
	}
	return nil
}
