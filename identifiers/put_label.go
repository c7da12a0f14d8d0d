package identifiers

import (
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// What a redaction put in place of an identifier, "[NAME]", "[DATE_OF_BIRTH_2]", is
// no word of the text: "name" there announces no name, and "phone" no number.

// putLabels are the words of the labels: the types' names, and what stands for a
// health term and for anything.
var putLabels = func() wordSet {
	words := []string{"health", "redacted"}
	for t := range Type(TypeCount) {
		words = append(words, strings.Split(t.String(), "_")...)
	}
	return newWordSet(strings.Join(words, " "))
}()

// maxLabelTokens bounds the tokens of a label: "DATE_OF_BIRTH_12".
const maxLabelTokens = 9

// muteLabels takes what the lexicon knows of their words from the labels in
// brackets.
func (t *Text) muteLabels() {
	for i := range t.Tokens {
		if !t.is(i, '[') {
			continue
		}
		for j := t.labelEnd(i) - 1; j > i; j-- {
			t.Tokens[j].Entry, t.Tokens[j].Phrase = 0, 0
		}
	}
}

// labelEnd gives the bracket that closes the label whose first is token i, 0 if no
// label begins there. A colon stands before the letters of a hash.
func (t *Text) labelEnd(i int) int {
	hash := false
	for j := i + 1; j < len(t.Tokens) && j <= i+maxLabelTokens && t.touches(j); j++ {
		k := &t.Tokens[j]
		switch {
		case j == i+1 && (k.Class != lexicon.Word || k.Case != lexicon.UpperCase):
			return 0
		case k.Is(']'):
			return j
		case k.Is('_'), k.Class == lexicon.Number, hash && k.Class != lexicon.Punct:
		case k.Is(':') && !hash:
			hash = true
		case k.Class != lexicon.Word || k.Case != lexicon.UpperCase || !putLabels.has(k.Hash):
			return 0
		}
	}
	return 0
}
