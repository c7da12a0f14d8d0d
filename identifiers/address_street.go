package identifiers

import "github.com/phidetect/phidetect/lexicon"

// streetReach bounds how many words a street name has between number and type.
const streetReach = 5

// streetFrom reads a street from token i, the one behind its house number:
// words, then a street type; or the type first, as in Spanish and French. It
// gives the last token and a score.
func (t *Text) streetFrom(i int, cued bool) (last int, score float32) {
	if !t.beside(i) || t.Tokens[i].Class == lexicon.Punct || t.Tokens[i].Class == lexicon.Symbol {
		return 0, 0
	}
	if k := &t.Tokens[i]; typesFirst.has(k.Hash) {
		if last, ok := t.nameBehind(i); ok {
			return last, 0.88
		}
	}
	capitals, words := false, 0
	for j := i; t.beside(j) && words <= streetReach && !t.claimed(j); j++ {
		k := &t.Tokens[j]
		if k.Class == lexicon.Punct {
			if k.First == '.' && t.Tokens[j-1].Len() <= 2 && j > i || k.First == '\'' || k.First == '-' && t.touches(j) && t.touches(j+1) {
				continue
			}
			return 0, 0
		}
		if k.Class == lexicon.Symbol || k.Class == lexicon.Ideographs {
			return 0, 0
		}
		capitals = capitals || capital(k)
		if words == 0 && roadNumbers.has(k.Hash) && t.beside(j+1) && t.roadNumber(j+1) && (capital(k) || cued || k.Len() == 7) {
			return t.withDirection(j + 1), 0.88 // "1402 Hwy 61 N"
		}
		listed := plainTypes.has(k.Hash) || looseTypes.has(k.Hash) || t.Tokens[i-1].Len() > 1
		// a line that is nothing but number, words and type: "238 border dr"
		whole := t.Tokens[i-1].Len() > 1 && t.Tokens[i-1].Gap == lexicon.GapLine && (j+1 >= len(t.Tokens) || t.Tokens[j+1].Gap == lexicon.GapLine)
		if words > 0 && listed && t.streetType(j, cued || whole) && !(events.has(k.Hash) && t.eventYear(i-1)) {
			last = t.typesAfter(j)
			switch {
			case cued:
				score = 0.95
			case capitals:
				score = 0.92
			case words > 1 || t.Tokens[i].Entry.Rank() < 6 || k.Entry.Rank() < 8:
				score = 0.84
			default:
				score = 0.72
			}
			return last, score
		}
		if !t.streetWord(j, words) {
			return 0, 0
		}
		words++
	}
	return 0, 0
}

// eventYear reports that token i is a year of our days: "the 2019 Harbour Walk".
func (t *Text) eventYear(i int) bool {
	k := &t.Tokens[i]
	return k.Class == lexicon.Number && k.Len() == 4 && k.First == '2' && t.Text[k.Start+1] == '0'
}

// streetWord reports whether token j may be word number n of a street's name.
func (t *Text) streetWord(j, n int) bool {
	k := &t.Tokens[j]
	e := k.Entry
	lower := k.Case == lexicon.LowerCase
	switch k.Class {
	case lexicon.Mixed:
		return t.ordinal(j)
	case lexicon.Number: // "10320 111 Street"
		return n == 0 && k.Len() <= 3 && t.beside(j+1) && plainTypes.has(t.Tokens[j+1].Hash) && (capital(&t.Tokens[j+1]) || t.Tokens[j-1].Len() >= 3)
	}
	if linkers.has(k.Hash) && !(n == 0 && k.Len() == 1) || e.Weight() == lexicon.Strong {
		return false
	}
	if n == 0 {
		switch e.Cue() {
		case lexicon.CueYears, lexicon.CueTime, lexicon.CueAgeUnit, lexicon.CueMoney, lexicon.CueDoctor, lexicon.CueTitle, lexicon.CueWeekday:
			return false
		case lexicon.CueMonth:
			if lower {
				return false
			}
		}
		if e.Has(lexicon.Unit) || notStreets.has(k.Hash) || lower && lowFirst.has(k.Hash) {
			return false // "2 way street", "4 lane road"
		}
	}
	if lower && e.Weight() >= lexicon.Medium {
		return false
	}
	if e.Has(lexicon.Stop) && lower {
		switch {
		case wordIs(t, j, "the"), wordIs(t, j, "of"), wordIs(t, j, "y"), wordIs(t, j, "old"), wordIs(t, j, "new"), wordIs(t, j, "one"), wordIs(t, j, "long"), wordIs(t, j, "big"), wordIs(t, j, "st"), direction(k):
			return true
		}
		return n == 0 && k.Len() == 1 && direction2(k)
	}
	return true
}

// direction2 reports a direction of one small letter: "905 w 7th ave".
func direction2(k *lexicon.Token) bool {
	return k.Hash == hashN || k.Hash == hashS || k.Hash == hashE || k.Hash == hashW
}
