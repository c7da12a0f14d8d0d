package identifiers

import "github.com/phidetect/phidetect/lexicon"

// backReach bounds how many tokens a street has before the number behind it.
const backReach = 9

// numberLast reads an address whose number, token i, stands behind the street:
// "C/ Mayor 3, 2º B", "Grote Baan 477", "Lindenweg 8", "ul. Karpacka 69".
func (t *Text) numberLast(i int) (first, last int, score float32) {
	k := &t.Tokens[i]
	if k.Len() > 5 || k.Class == lexicon.Mixed && !(digit(k.First) && k.Len() <= 5) || i == 0 || !t.beside(i) {
		return 0, 0, 0
	}
	p := i - 1
	comma := t.is(p, ',') || t.is(p, '#')
	if comma || t.is(p, '.') && t.touches(p) {
		p--
	}
	for n := 0; n < 2 && p > 0 && (t.is(p, ',') || t.Tokens[p].Class == lexicon.Word && t.Tokens[p].Entry.Cue() == lexicon.CueNumber && t.Tokens[p].Len() <= 4 || wordIs(t, p, "km")); n++ {
		p--
		comma = true
	}
	if p < 0 || !t.beside(p+1) || t.Tokens[p].Class == lexicon.Punct && !t.is(p, '.') || t.claimed(p) {
		return 0, 0, 0
	}
	if s := t.prefixBefore(p); s >= 0 {
		sure := t.firstSure(s)
		if k.Class == lexicon.Number && k.Len() == 5 && i+1 < len(t.Tokens) && capital(&t.Tokens[i+1]) {
			return s, p, 0.8 // a postal code
		}
		km := wordIs(t, i-1, "km") || t.is(i-1, '.') && wordIs(t, i-2, "km") // of a country road
		if t.decimal(i) && !km || !t.namedWell(s, p) {
			return 0, 0, 0
		}
		end := t.numbersEnd(i)
		if km && t.decimal(i) {
			end = i + 2
		}
		last = t.tailOf(end, true)
		if !sure && (!capital(&t.Tokens[s]) && !t.addressCue(s-1) && !(t.latin() && (last > end || t.codeAndTown(last))) || last == end && !t.endsAfter(end) || t.unitAfter(end)) {
			return 0, 0, 0
		}
		return t.numberBefore(s), last, 0.88
	}
	if s := t.capitalsBefore(p); capital(&t.Tokens[p]) && k.Len() <= 4 && !t.decimal(i) && t.rightCue(s-1) && t.bareWord(p) {
		return s, t.tailOf(t.numbersEnd(i), true), 0.72 // "Domicilio: Gran Sol, 85"
	}
	if end := t.numbersEnd(i); k.Len() <= 4 && !t.decimal(i) && capital(&t.Tokens[p]) && t.bareWord(p) && t.codeAndTown(t.tailOf(end, true)) {
		return t.namedBefore(p), t.tailOf(end, true), 0.8 // "Doctor Esquerdo, 46. 28007 Madrid"
	}
	if comma {
		return 0, 0, 0
	}
	if t.suffixStreet(p) && (capital(&t.Tokens[p]) || t.addressCue(p-1) || t.unitNear(i) > 0) {
		s := p
		for n := 0; n < 3 && s > 0 && t.beside(s) && !t.claimed(s-1) && nameParticles.has(t.Tokens[s-1].Hash) && t.Tokens[s-1].Len() > 2; n++ {
			s--
		}
		if s < p && s > 0 && t.beside(s) && capital(&t.Tokens[s-1]) && !t.claimed(s-1) {
			s--
		}
		return t.numberBefore(s), t.tailOf(t.numbersEnd(i), true), 0.86
	}
	if w := &t.Tokens[p]; w.Class == lexicon.Word && typesLast.has(w.Hash) && p > 0 && t.beside(p) && capital(&t.Tokens[p-1]) && !t.claimed(p-1) {
		plain := w.Len() > 3 && w.Entry.Rank() == 0
		if plain || t.unitNear(i) > 0 || t.sureCue(p-2) && w.Entry.Rank() < 6 {
			s := t.capitalsBefore(p - 1)
			return t.numberBefore(s), t.tailOf(t.numbersEnd(i), true), 0.85
		}
	}
	return t.betweenNumbers(i, p)
}

// decimal reports that the number at token i goes on behind a point or comma.
func (t *Text) decimal(i int) bool {
	return (t.is(i+1, ',') || t.is(i+1, '.')) && t.touches(i+1) && t.touches(i+2) && i+2 < len(t.Tokens) && t.Tokens[i+2].Class == lexicon.Number && !t.is(i-1, ',')
}

// rightCue reports that token i is an address word or the colon behind one.
func (t *Text) rightCue(i int) bool {
	colon := t.is(i, ':')
	if colon {
		i--
	}
	return i >= 0 && t.CueAt(i) == lexicon.CueAddress && (colon || !wordIs(t, i, "at") && !wordIs(t, i, "line") && !wordIs(t, i, "street") && !wordIs(t, i, "to"))
}

// numbersEnd gives the end of the number behind a street: "3-5", "45-12", "12
// bis", "7 # 45-12".
func (t *Text) numbersEnd(i int) int {
	for n := 0; n < 3; n++ {
		switch {
		case (t.is(i+1, '-') || t.is(i+1, '/')) && t.touches(i+1) && t.touches(i+2) && i+2 < len(t.Tokens) && alnum(&t.Tokens[i+2]) && t.Tokens[i+2].Len() <= 4:
			i += 2
		case t.is(i+1, '#') && t.beside(i+1) && t.beside(i+2) && hasDigit(&t.Tokens[i+2]):
			i += 2
		case t.beside(i+1) && (numberTails.has(t.Tokens[i+1].Hash) || wordIs(t, i+1, "x")) && !t.claimed(i+1):
			i++
			if wordIs(t, i, "x") && t.beside(i+1) && hasDigit(&t.Tokens[i+1]) {
				i++
			}
		case t.beside(i+1) && t.Tokens[i+1].Len() == 1 && capital(&t.Tokens[i+1]) && !t.claimed(i+1) && (i+2 >= len(t.Tokens) || t.is(i+2, ',') || t.Tokens[i+2].Gap == lexicon.GapLine):
			return i + 1 // "Storgata 12 B"
		default:
			return i
		}
	}
	return i
}

// numberBefore takes in a number that stands right before the street too, at
// the start of a line: "49 Lindenweg 43".
func (t *Text) numberBefore(s int) int {
	if s > 0 && t.beside(s) && t.Tokens[s-1].Class == lexicon.Number && t.Tokens[s-1].Len() <= 4 && !t.claimed(s-1) && (t.startsField(s-1) || t.is(s-2, ',') || t.is(s-2, ':') || s > 1 && t.CueAt(s-2) == lexicon.CueAddress) {
		return s - 1
	}
	return s
}

// capitalsBefore walks back over the capitalised words and particles that end
// at token i and gives the first.
func (t *Text) capitalsBefore(i int) int {
	for n := 0; n < 3 && i > 0 && t.beside(i) && !t.claimed(i-1); n++ {
		k := &t.Tokens[i-1]
		if !(capital(k) && !k.Entry.Has(lexicon.Stop)) {
			break
		}
		i--
	}
	return i
}

// codeAndTown reports that a postal code of four or five digits and a town stand
// behind token i, as in most of Europe.
func (t *Text) codeAndTown(i int) bool {
	j := i + 1
	for n := 0; n < 2 && (t.is(j, ',') || t.is(j, '.') || t.is(j, '-')) && t.beside(j); n++ {
		j++
	}
	if wordIs(t, j, "e") && t.is(j+1, '-') && t.touches(j+2) {
		j += 2 // "E-28007"
	}
	if j+1 >= len(t.Tokens) || t.Tokens[j].Gap >= lexicon.GapWide && t.Tokens[j].Gap != lexicon.GapLine {
		return false
	}
	k, next := &t.Tokens[j], &t.Tokens[j+1]
	least := 3
	if k.Len() == 5 {
		least = 2
	}
	return k.Class == lexicon.Number && (k.Len() == 5 || k.Len() == 4 && t.latin()) && !t.claimed(j) && t.beside(j+1) && capital(next) && next.Len() > least && next.Entry.Place() > 0 && t.townWord(j+1)
}

// namedBefore walks back from token i over the capitals of a street's name and
// the particles between them.
func (t *Text) namedBefore(i int) int {
	first := i
	for j, n := i-1, 0; j >= 0 && n < 5 && t.beside(j+1) && !t.claimed(j); j, n = j-1, n+1 {
		k := &t.Tokens[j]
		if capital(k) && t.CueAt(j) == lexicon.CueDoctor { // "Doctor Esquerdo"
			return j
		}
		if k.Class != lexicon.Word || k.Entry.Has(lexicon.Facility) || k.Entry.Weight() > lexicon.NoWeight {
			break
		}
		if capital(k) {
			first = j
		} else if !nameParticles.has(k.Hash) {
			break
		}
	}
	return first
}

// unitNear gives the token where a unit of certain kind begins right behind
// token i, on its line or the next, or 0: "43\n Apt. 323".
func (t *Text) unitNear(i int) int {
	n := i + 1
	if t.is(n, ',') {
		n++
	}
	for s := 0; s < 3 && n < len(t.Tokens) && t.Tokens[n].Class == lexicon.Punct && (t.is(n, '?') || t.is(n, '>')); s++ {
		n++
	}
	if n < len(t.Tokens) && t.Tokens[n].Class == lexicon.Word && strongMarks.has(t.Tokens[n].Hash) {
		if u := t.unitFrom(n); u > 0 && hasDigit(&t.Tokens[u]) {
			return n
		}
	}
	return 0
}

// betweenNumbers reads "46 Roheline 43, Apt 305": words between two numbers
// with a unit behind are a street in whatever language, and so are capitalised
// words with a number and a unit behind where a line begins.
func (t *Text) betweenNumbers(i, p int) (first, last int, score float32) {
	if !t.Triggers.Cues.Has(lexicon.CueUnit) || t.unitNear(i) == 0 {
		return 0, 0, 0
	}
	capitals, words := true, 0
	j := p
	for ; j >= 0 && words < streetReach; j-- {
		k := &t.Tokens[j]
		if t.claimed(j) || k.Class == lexicon.Number || k.Class == lexicon.Punct && k.First != '.' && k.First != '-' && k.First != '\'' {
			break
		}
		if k.Entry.Has(lexicon.Unit) || k.Entry.Weight() >= lexicon.Medium || t.CueAt(j) == lexicon.CueMonth {
			return 0, 0, 0
		}
		if k.Class == lexicon.Word {
			words++
			capitals = capitals && (capital(k) || nameParticles.has(k.Hash))
		}
		if k.Gap > lexicon.GapSpace {
			j--
			break
		}
	}
	if words == 0 {
		return 0, 0, 0
	}
	s := j + 1
	last = t.tailOf(i, false)
	if j >= 0 && t.Tokens[j].Class == lexicon.Number && t.beside(s) && !t.claimed(j) && t.Tokens[j].Len() <= 5 {
		return j, last, 0.86
	}
	if capitals && (t.startsField(s) || t.sureCue(s-1) || t.is(s-1, ':')) {
		return s, last, 0.76
	}
	return 0, 0, 0
}
