package identifiers

import "github.com/phidetect/phidetect/lexicon"

// decade reads "in her 70s": the decade of a person's life, not of a century.
func (t *Text) decade(i int) float32 {
	k := &t.Tokens[i]
	s := t.Text[k.Start:k.End]
	if k.Class != lexicon.Mixed || len(s) != 3 || !digit(s[0]) || s[0] < '2' || s[1] != '0' || s[2]|0x20 != 's' {
		return 0
	}
	if t.inDecade(i) {
		return 0.6
	}
	return 0
}

var decadeWords = [...]uint64{
	lexicon.HashWord("twenties"), lexicon.HashWord("thirties"), lexicon.HashWord("forties"), lexicon.HashWord("fifties"), lexicon.HashWord("sixties"),
	lexicon.HashWord("seventies"), lexicon.HashWord("eighties"), lexicon.HashWord("nineties"),
}

// inDecade reports "in her", "in my late" before token i.
func (t *Text) inDecade(i int) bool {
	b := i - 1
	if wordIs(t, b, "early") || wordIs(t, b, "mid") || wordIs(t, b, "late") {
		b--
	} else if t.is(b, '-') {
		b -= 2
	}
	return wordIs(t, b-1, "in") && (wordIs(t, b, "her") || wordIs(t, b, "his") || wordIs(t, b, "my") || wordIs(t, b, "their"))
}
