package identifiers

import "github.com/phidetect/phidetect/lexicon"

// bareStreet reads a street without its type, "540 Ferncliff, Unit 9", "2207 N
// Cottonwood", from token i, the one behind the number that begins at token
// house. What stands around it has to say that it is one.
func (t *Text) bareStreet(house, i int) (last int, score float32) {
	if !t.beside(i) || t.Tokens[house].Len() < 2 {
		return 0, 0
	}
	if t.Triggers.Cues.Has(lexicon.CueUnit) {
		if last = t.wordsThenUnit(i); last > 0 {
			return last, 0.82
		}
	}
	j := i
	dir := direction(&t.Tokens[j]) && capital(&t.Tokens[j])
	if dir {
		j++
		if t.is(j, '.') {
			j++
		}
	}
	last = -1
	for words := 0; words < 3 && t.beside(j) && capital(&t.Tokens[j]) && !t.claimed(j); j, words = j+1, words+1 {
		k := &t.Tokens[j]
		if !t.bareWord(j) || k.Entry.Has(lexicon.State) && words > 0 || t.unitWord(j) {
			break
		}
		last = j
	}
	if last < 0 || last-i > 2 || t.Tokens[house].Len() == 5 && t.Tokens[last].Entry.Place() >= 4 {
		return 0, 0
	}
	if u := t.tailOf(last, false); u > last {
		return last, 0.85
	}
	if !t.endsAfter(last) || t.Tokens[house].Len() > 5 {
		return 0, 0
	}
	next := last + 1
	switch {
	case t.is(next, ',') && t.placeThenCode(next+1):
		return last, 0.82
	case dir && t.Tokens[house].Len() >= 3 && (next >= len(t.Tokens) || t.Tokens[next].Class == lexicon.Punct || t.Tokens[next].Gap == lexicon.GapLine):
		return last, 0.72
	case t.sureCue(house-1) && t.Tokens[house].Len() >= 2:
		return last, 0.75
	}
	return 0, 0
}

// wordsThenUnit reads a street of one to four words, of any case, that the
// number of an apartment follows: "4410 farrow center apt 12".
func (t *Text) wordsThenUnit(i int) (last int) {
	for j, n := i, 0; n < 5 && t.beside(j) && !t.claimed(j); j, n = j+1, n+1 {
		k := &t.Tokens[j]
		if k.Is(',') && n > 0 {
			continue
		}
		if k.Class != lexicon.Word {
			return 0
		}
		if n > 0 && strongMarks.has(k.Hash) && k.Hash != hashUnit {
			if u := t.unitFrom(j); u > 0 && hasDigit(&t.Tokens[u]) && !t.timeAfter(u) {
				return last
			}
			return 0
		}
		if e := k.Entry; e.Has(lexicon.Stop) || e.Has(lexicon.Unit) || e.Weight() >= lexicon.Medium || linkers.has(k.Hash) || t.CueAt(j) == lexicon.CueMonth {
			return 0
		}
		last = j
	}
	return 0
}

// unitWord reports a unit word at token i.
func (t *Text) unitWord(i int) bool {
	k := &t.Tokens[i]
	return k.Class == lexicon.Word && (t.CueAt(i) == lexicon.CueUnit || strongMarks.has(k.Hash))
}

// bareWord reports a capitalised word that may be a street's name by itself.
func (t *Text) bareWord(i int) bool {
	e := t.Tokens[i].Entry
	if e.Has(lexicon.Unit) || e.Has(lexicon.Stop) || e.Weight() > 0 || e.Has(lexicon.LabName) || e.Has(lexicon.Brand) {
		return false
	}
	switch t.CueAt(i) {
	case lexicon.NoCue, lexicon.CueParticle, lexicon.CueCity, lexicon.CueAddress, lexicon.CueRole:
		return t.Tokens[i].Len() > 2
	}
	return false
}

// placeThenCode reports a place of one to three capitalised words with a state
// or a postal code behind it.
func (t *Text) placeThenCode(i int) bool {
	for j, n := i, 0; n < 9 && t.beside(j); j, n = j+1, n+1 {
		k := &t.Tokens[j]
		switch {
		case n > 0 && (k.Entry.Has(lexicon.State) && (k.Case == lexicon.UpperCase || k.Len() > 3) || k.Class == lexicon.Number && k.Len() == 5):
			return true
		case n > 0 && k.Class == lexicon.Mixed && k.Len() <= 4 && letter(k.First) && t.beside(j+1) && t.Tokens[j+1].Class == lexicon.Mixed && t.Tokens[j+1].Len() <= 4:
			return true // SA15 3TT, R32 XY45
		case capital(k), k.Is(','), k.Is('.'):
		default:
			return false
		}
	}
	return false
}
