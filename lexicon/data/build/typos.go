package main

import (
	"maps"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/lexicon/internal/typo"
)

// shortestMisspelt is the least length of a term of which all misspellings are
// known: shorter words have too many neighbours that are other words.
const shortestMisspelt = 7

// misspelt encodes the index of the terms whose misspellings are found: the
// strong ones of one word of plain letters. A term that is a common word is left
// out: its neighbours are too. So are those that are short, names or of another
// language; but if no dictionary has them, a letter too many still counts. Of a
// plural in "s" the singular does.
func (b *builder) misspelt() (string, error) {
	terms := map[string]uint16{}
	for k, word := range b.text {
		e := b.entries[k]
		if e.Weight() != lexicon.Strong || !plain(word) || len(word) < typo.Shortest || len(word) > typo.Longest {
			continue
		}
		value := uint16(e.Category())<<8 | uint16(e.Sensitivity())
		if len(word) < shortestMisspelt || e.Rank() > 3 || e.Name() > 4 || e.HasAny(lexicon.Spanish|lexicon.French) {
			if e.Rank() > 0 {
				continue
			}
			value |= typo.Only
		}
		terms[word] = value
	}
	singular := maps.Clone(terms)
	maps.DeleteFunc(singular, func(word string, value uint16) bool {
		one, ok := strings.CutSuffix(word, "s")
		v, known := terms[one]
		return ok && known && v == value
	})
	return typo.Build(singular)
}

// plain reports whether word has letters a to z and digits only.
func plain(word string) bool {
	return strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}
