package lexicon

import _ "embed" // the misspelt terms

//go:embed data/misspelt.bin
var misspeltData string

// Misspelt gives the health part of the term that word, which the lexicon does
// not know, is one typing error away from: a letter too many, missing, wrong, or
// two that changed places ("diabetis", "ammoxicillin"). Only strong terms of
// seven to 24 letters that are no common words or names are recognised, others
// of five and more with a letter too many if they are rare; the first letter must
// be right. Where the error fits terms of different kinds equally, none is meant.
// A plural may have its "s" besides. User terms have no misspellings. Most words cost five loads from a filter of
// 32 KB, the others a few comparisons more: see internal/typo.
func (l *Lexicon) Misspelt(word string) Entry {
	v, ok := l.typos.Find(word)
	if last := len(word) - 1; !ok && last > 0 && word[last]|0x20 == 's' {
		v, ok = l.typos.Find(word[:last]) // the index has no plural whose singular it has
	}
	if !ok {
		return 0
	}
	return Entry(0).WithHealth(Category(v>>8), Medium, Sensitivity(v))
}
