package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// spelledOut reports a word whose letters stood apart in the input: "o g l e s b y".
func (t *Text) spelledOut(i int) bool {
	k := &t.Tokens[i]
	if k.Class != lexicon.Word || k.Len() < 3 {
		return false
	}
	return t.Map.Veils(int(k.Start), int(k.End)) >= k.Len()-1
}

// spellsName reports a word spelled out that stands before it as a name: "Khan,
// thats k-h-a-n".
func (t *Text) spellsName(i int) bool {
	if t.Map.Identity() || !t.spelledOut(i) {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if t.Tokens[j].Hash == t.Tokens[i].Hash && t.names.labels[j] == nametag.Name {
			return true
		}
	}
	return false
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

// spelledNames finds names spelled by words: "K for kilo, H for hotel, A for
// alpha", "t as in tom e a s l e y". Two letters at least have their word.
func (t *Text) spelledNames(dst []Span) []Span {
	for i := 0; i < len(t.Tokens); i++ {
		if t.Tokens[i].Len() != 1 || t.Tokens[i].Class != lexicon.Word || t.claimed(i) || t.letterWord(i) == 0 {
			continue
		}
		letters, words, last := 0, 0, i
		for j := i; j < len(t.Tokens) && j < i+spelledReach; {
			k := &t.Tokens[j]
			if k.Class == lexicon.Punct && (k.First == ',' || k.First == '.' || k.First == '-') && j > i || wordIs(t, j, "and") {
				j++
				continue
			}
			if k.Class != lexicon.Word || k.Gap == lexicon.GapLine && j > i {
				break
			}
			if k.Len() == 1 {
				letters++
				if w := t.letterWord(j); w > 0 {
					words++
					j = w
				}
			} else if letters == 0 || !t.spelledOut(j) {
				break
			}
			last = j
			j++
		}
		if letters < 3 && !t.spelledOut(last) || words < 2 && !t.spelledOut(last) || !t.free(i, last) {
			i = last
			continue
		}
		t.claim(i, last)
		dst = append(dst, Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[last].End), Type: Name, Score: 0.75, Why: Why{Matcher: "spelled"}})
		i = last
	}
	return dst
}
