package lexicon

import (
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/spanish"
)

// stemmers give a word's Snowball stem in each language, English first.
var stemmers = [...]func(word string) string{
	stemOf,
	spanishStem,
	func(w string) string { return french.Stem(strings.ToLower(w), false) },
}

// inflected are the endings that a word of the language may have, in place of
// those that are cut off.
var inflected = [len(stemmers)]struct{ off, on []string }{
	{[]string{"", "e", "y"}, []string{"s", "es", "ies", "ed", "ing", "ings"}},
	{[]string{"", "o", "a", "z", "e"}, []string{"s", "es", "o", "a", "os", "as", "ces"}},
	{[]string{"", "x", "f", "l"}, []string{"s", "x", "e", "es", "se", "ses", "ve", "ves", "ux"}},
}

// shortestStem is the least length of a Spanish or French stem that joins words:
// their endings are vowels, and what is left of a short word fits many.
const shortestStem = 4

// stemOf gives the English stem.
func stemOf(word string) string { return english.Stem(strings.ToLower(word), true) }

// spanishStem gives the Spanish stem, and that of "luces" to "luz".
func spanishStem(word string) string {
	s := spanish.Stem(strings.ToLower(word), false)
	if bare, ok := strings.CutSuffix(s, "z"); ok {
		return bare + "c"
	}
	return s
}

// stemKeys gives the keys of a word's stems, the English one first. Those of
// the other languages are marked, so that a stem of one is none of another.
func stemKeys(word string) []uint64 {
	keys := make([]uint64, 0, len(stemmers))
	for i, stem := range stemmers {
		s := stem(word)
		if i == 0 {
			keys = append(keys, HashWord(s))
		} else if len(s) >= shortestStem {
			keys = append(keys, Chain(HashWord(s), uint64(i)))
		}
	}
	return keys
}

// inflections gives the forms of a word that share its stem in a language.
func inflections(word string) []string {
	word = strings.ToLower(word)
	var out []string
	for i, stem := range stemmers {
		own := stem(word)
		if i > 0 && len(own) < shortestStem {
			continue
		}
		for _, off := range inflected[i].off {
			base, ok := strings.CutSuffix(word, off)
			if !ok {
				continue
			}
			for _, on := range inflected[i].on {
				if f := base + on; f != word && stem(f) == own {
					out = append(out, f)
				}
			}
		}
	}
	return out
}
