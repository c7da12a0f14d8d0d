package identifiers

import "github.com/phidetect/phidetect/lexicon"

// spelledOut reports a word whose letters stood apart in the input: "o g l e s b y".
func (t *Text) spelledOut(i int) bool {
	k := &t.Tokens[i]
	if k.Class != lexicon.Word || k.Len() < 3 {
		return false
	}
	return t.Map.Veils(int(k.Start), int(k.End)) >= k.Len()-1
}

// asWritten ends a name before the same name spelled out, and one spelled out
// before a word that is not: "lurleen oglesby thats o g l e s b y".
func (t *Text) asWritten(first, last int) int {
	if t.Map.Identity() || first == last {
		return last
	}
	spelled := t.spelledOut(first)
	for k := first + 1; k <= last; k++ {
		if t.Tokens[k].Class != lexicon.Punct && t.spelledOut(k) != spelled {
			for last = k - 1; t.Tokens[last].Class == lexicon.Punct; last-- {
			}
			return last
		}
	}
	return last
}
