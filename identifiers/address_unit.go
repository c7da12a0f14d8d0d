package identifiers

import "github.com/phidetect/phidetect/lexicon"

// unitMark reports a word that begins a unit.
func (t *Text) unitMark(i int) bool {
	k := &t.Tokens[i]
	return k.Class == lexicon.Word && (k.Entry.Cue() == lexicon.CueUnit || t.CueAt(i) == lexicon.CueUnit || unitMarks.has(k.Hash))
}

// unitValue reports what a unit may be called: a short number or a letter.
func (t *Text) unitValue(i int) bool {
	if i < 0 || i >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[i]
	return hasDigit(k) && k.Len() <= 5 || k.Class == lexicon.Word && k.Len() == 1
}

// tailOf extends an address over the units behind its token last: ", Ste 210",
// " #8", " Lot 31", " number eight", ", 2nd Main", and the floors and doors of
// Spanish and French addresses (", 3º dcha", ", 2 C") where romance is set.
func (t *Text) tailOf(last int, romance bool) int {
	for range maxUnits {
		n := t.tailOnce(last, romance)
		if n <= last || !t.free(last+1, n) {
			break
		}
		last = n
	}
	return last
}

func (t *Text) tailOnce(last int, romance bool) int {
	i := last + 1
	if t.is(i, '.') && t.touches(i) {
		i++
	}
	comma := false
	if (t.is(i, ',') || t.is(i, '-') && romance) && t.beside(i) {
		i++
		comma = true
	}
	if !t.beside(i) {
		return last
	}
	k := &t.Tokens[i]
	if k.Is('#') && t.unitValue(i+1) && t.beside(i+1) {
		return t.valueEnd(i + 1)
	}
	if n := t.unitFrom(i); n > 0 {
		return n
	}
	if t.ordinal(i) && t.beside(i+1) && floors.has(t.Tokens[i+1].Hash) {
		return i + 1
	}
	if (wordIs(t, i, "ground") || wordIs(t, i, "top") || t.CueAt(i) == lexicon.CueOrdinal) && t.beside(i+1) && wordIs(t, i+1, "floor") {
		return i + 1
	}
	if comma && wordIs(t, i, "rd") && k.Case == lexicon.UpperCase && t.beside(i+1) && t.Tokens[i+1].Class == lexicon.Number && t.Tokens[i+1].Len() <= 2 {
		return i + 1 // rural delivery
	}
	if romance {
		return t.floorFrom(i, last, comma)
	}
	return last
}

// unitFrom reads the unit that begins at token i and gives its last token, or 0.
func (t *Text) unitFrom(i int) int {
	if i >= len(t.Tokens) || t.Tokens[i].Class != lexicon.Word {
		return 0
	}
	spelled := wordIs(t, i, "number")
	if !spelled && !t.unitMark(i) || wordIs(t, i, "th") {
		return 0
	}
	j := i + 1
	for n := 0; n < 2 && (t.is(j, '.') || t.is(j, '#') || t.is(j, ':') || wordIs(t, j, "no")) && t.beside(j); n++ {
		j++
	}
	if !t.beside(j) || t.claimed(j) {
		return 0
	}
	k := &t.Tokens[j]
	if c := t.CueAt(j); (c == lexicon.CueNumeral || c == lexicon.CueTens) && k.Class == lexicon.Word && (spelled || strongMarks.has(t.Tokens[i].Hash)) {
		return j
	}
	if !t.unitValue(j) || spelled && !hasDigit(k) {
		return 0
	}
	if !hasDigit(k) && (!strongMarks.has(t.Tokens[i].Hash) && !capital(k) || k.Hash == hashA && k.Case == lexicon.LowerCase || wordIs(t, j, "i")) {
		return 0 // "floor a", "unit I"
	}
	return t.valueEnd(j)
}

// valueEnd extends a unit's value over "-228" or "/4".
func (t *Text) valueEnd(j int) int {
	if (t.is(j+1, '-') || t.is(j+1, '/')) && t.touches(j+1) && t.touches(j+2) && j+2 < len(t.Tokens) && alnum(&t.Tokens[j+2]) && t.Tokens[j+2].Len() <= 5 {
		return j + 2
	}
	return j
}

// floorFrom reads a floor or door of a Spanish or French address: "3º dcha",
// "10A", "2 C", "bajo 1".
func (t *Text) floorFrom(i, last int, comma bool) int {
	k := &t.Tokens[i]
	switch {
	case k.Class == lexicon.Word && (floorWords.has(k.Hash) || k.Len() == 1 && capital(k) && comma):
		if t.beside(i+1) && (t.Tokens[i+1].Len() == 1 && capital(&t.Tokens[i+1]) || t.Tokens[i+1].Class == lexicon.Number && t.Tokens[i+1].Len() <= 2) {
			return i + 1
		}
		return i
	case k.Class == lexicon.Mixed && k.Len() <= 4 && digit(k.First) && (comma || t.ordinal(i) || k.Len() <= 3), k.Class == lexicon.Number && k.Len() <= 2 && comma:
		if t.is(i+1, '.') && t.touches(i+1) && i+2 < len(t.Tokens) && t.Tokens[i+2].Len() <= 2 && (t.touches(i+2) || capital(&t.Tokens[i+2]) && t.Tokens[i+2].Len() == 1) {
			i += 2 // "6.o D"
		}
		if t.beside(i+1) && (floorWords.has(t.Tokens[i+1].Hash) || t.Tokens[i+1].Len() == 1 && capital(&t.Tokens[i+1])) {
			return i + 1
		}
		return i
	}
	return last
}
