package lexicon

// Misspellings are found by deletion neighbourhoods: the table holds each long
// health term with every one of its letters left out, under keys of their own.
// Two words within one insertion, deletion, substitution or swap of
// neighbouring letters share such a form.

const (
	// shortestMisspelt is the least length of a term whose misspellings are
	// known: shorter words have too many neighbours that are other words.
	shortestMisspelt = 7
	longestMisspelt  = 24
	// typoMark sets the keys of words with a letter left out apart.
	typoMark = '^'
)

// TypoKeys gives the keys under which the generator stores a term's forms with
// one letter but the first left out; none for words that are too short or long.
func TypoKeys(word string) []uint64 {
	if len(word) < shortestMisspelt || len(word) > longestMisspelt {
		return nil
	}
	keys := make([]uint64, 0, len(word))
	for i := 1; i < len(word); i++ {
		if i == 1 || word[i] != word[i-1] {
			keys = append(keys, without(word, i, typoSeed()))
		}
	}
	return keys
}

func typoSeed() uint64 {
	h := hashSeed
	return (h ^ typoMark) * hashMul
}

// without hashes word but for the letter at i; i = -1 leaves none out.
func without(word string, i int, h uint64) uint64 {
	for k := range len(word) {
		if k != i {
			h = (h ^ uint64(lower[word[k]])) * hashMul
		}
	}
	return finish(h)
}

// Misspelt gives the health part of the term that word, which the lexicon does
// not know, is one typing error away from: a letter too many, missing, wrong, or
// two that changed places ("diabetis", "ammoxicillin"). Only terms of seven
// letters and more are recognised, and the first letter must be right. It costs
// two probes of the table a letter.
func (l *Lexicon) Misspelt(word string) Entry {
	if len(word) < shortestMisspelt-1 || len(word) > longestMisspelt {
		return 0
	}
	if e := Entry(l.base.Find(without(word, -1, typoSeed()))); e != 0 && sameStart(e, word) {
		return e &^ startBits // a letter is missing
	}
	for i := 1; i < len(word); i++ {
		if word[i] >= 0x80 {
			return 0
		}
		if e := Entry(l.base.Find(without(word, i, hashSeed))); e.Weight() == Strong && e.Rank() == 0 {
			return Entry(0).WithHealth(e.Category(), Medium, e.Sensitivity()) // one too many
		}
		if e := Entry(l.base.Find(without(word, i, typoSeed()))); e != 0 && sameStart(e, word) {
			return e &^ startBits
		}
	}
	return 0
}

// startBits of a typo's entry hold the term's first letter, in the place of the
// odds of names, which it has none of.
const startBits Entry = 0xFF

// TypoEntry is what the table holds under the TypoKeys of a term.
func TypoEntry(word string, e Entry) Entry {
	return Entry(0).WithHealth(e.Category(), Medium, e.Sensitivity()) | Entry(lower[word[0]])
}

func sameStart(e Entry, word string) bool { return byte(e&startBits) == lower[word[0]] }
