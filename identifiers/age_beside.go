package identifiers

import "github.com/phidetect/phidetect/lexicon"

// agesBesideNames finds the number that stands beside a name as notes, sign-offs
// and hurried messages write it: "Mai, 56,", "ezra, 15", "Mr Adebayo 78,", "Kai
// (5)", "baby Ludo 14 mths", "imani is 3", "zelda 7 ate a gummy". It runs
// after the names are known. A date of birth may take the name's place: "b. 9
// Aug 1928 (97)".
func (t *Text) agesBesideNames(dst []Span) []Span {
	for n := t.from; n < len(dst); n++ {
		s := &dst[n]
		if s.Type != Name && s.Type != DateOfBirth && (s.Type != Date || s.Vague) {
			continue
		}
		first, last := t.TokenRange(s.Start, s.End)
		var a quantity
		var score float32
		if s.Type == Name {
			a, score = t.ageOfName(first, last)
		} else {
			a, score = t.ageOfBirth(last)
			if score > 0 && s.Type == Date {
				// the age tells that the date is that of a birth
				if !t.fullDate(first, last) || !t.agrees(last, a.value) {
					continue
				}
				s.Type = DateOfBirth
			}
		}
		if score > 0 && !t.claimed(a.first) {
			dst = t.appendAge(dst, &a, score)
		}
	}
	return dst
}

// agrees reports that somebody born in the year at token last has the age v
// about the time of writing.
func (t *Text) agrees(last, v int) bool {
	y := t.value(last)
	switch t.Tokens[last].Len() {
	case 4:
		return y+v >= 2020 && y+v <= 2032
	case 2:
		return (y+v)%100 >= 20 && (y+v)%100 <= 32
	}
	return false
}

// ageOfBirth reads "14/02/1948 (77)", "19/01/51, 75" and "3.4.1945 80y".
func (t *Text) ageOfBirth(last int) (a quantity, score float32) {
	i := last + 1
	if t.is(i, ')') {
		i++
	}
	open := t.is(i, '(')
	if !open && !t.is(i, ',') && !t.is(i, ';') && !(t.is(i, '/') && !t.touches(i)) {
		if a, ok := t.ageNumber(i); ok && a.unit == inYears {
			return a, 0.7
		}
		return a, 0
	}
	a, ok := t.ageNumber(i + 1)
	if !ok || a.unit != noUnit && a.unit != inYears || a.unit == noUnit && !t.ageEnds(a.last+1, open) {
		return a, 0
	}
	return a, 0.7
}

// ageOfName reads the age behind the name in tokens first to last.
func (t *Text) ageOfName(first, last int) (a quantity, score float32) {
	provider := t.cueOf(first-1) == lexicon.CueDoctor || t.is(first-1, '.') && t.cueOf(first-2) == lexicon.CueDoctor
	if t.streetBefore(first) {
		return a, 0
	}
	i := last + 1
	// an alias or pronouns between: "Matilda (Tilly), 19", "Kai (he/him), 28"
	if t.is(i, '(') && i+1 < len(t.Tokens) && t.Tokens[i+1].Class == lexicon.Word {
		for j := i + 2; j < len(t.Tokens) && j <= i+5; j++ {
			if t.is(j, ')') {
				if t.is(j+1, ',') {
					i = j + 1
				}
				break
			}
		}
	}
	if t.is(i, '.') && t.Tokens[last].Len() == 1 && t.touches(i) {
		i++ // an initial: "J.K., 101"
	}
	if t.cueOf(i) == lexicon.CueHere && t.is(i+1, ',') {
		i++ // "Hemi here, 47"
	}
	if i >= len(t.Tokens) || t.Tokens[i].Gap == lexicon.GapLine {
		return a, 0
	}
	open, comma := t.is(i, '('), t.is(i, ',')
	verb := false
	switch {
	case open, comma, t.is(i, ':'), t.is(i, '-') && t.Tokens[i].Gap == lexicon.GapSpace && !t.touches(i+1):
		i++
	case t.Tokens[last].Suffix == lexicon.SuffixS:
		verb = true
	case wordIs(t, i, "is"), wordIs(t, i, "turns"), wordIs(t, i, "turned"), wordIs(t, i, "turning"), wordIs(t, i, "was"):
		verb = true
		i++
	case t.Tokens[i].Class == lexicon.Punct:
		return a, 0
	}
	for n := 0; (verb || comma) && n < 2 && i < len(t.Tokens) && t.Tokens[i].Class == lexicon.Word && oneOf(t.Tokens[i].Hash, hedges[:]); n++ {
		i++
	}
	if comma && wordIs(t, i, "de") {
		i++ // "Ana Ruiz, de 58 años"
	}
	// the sex between: "Piet Vos, M, 14 months"
	if comma && t.sexLetter(i) == 2 && t.is(i+1, ',') {
		i += 2
	}
	a, ok := t.ageNumber(i)
	if !ok || provider && !open && !comma || t.duration(&a) || t.generalAge(&a) || t.decimal(a.number) {
		return a, 0
	}
	switch {
	case a.sex:
		return a, 0.75
	case a.unit != noUnit:
		if verb && a.unit > inMonths && t.cueOf(first-1) != lexicon.CueChild {
			return a, 0 // "Lena is 9 weeks" is pregnant as often as a baby
		}
		if verb || comma || open || a.closedBy(t) || t.ageEnds(a.last+1, false) || t.kin(first-1) || t.cueOf(first-1) == lexicon.CueChild || a.unit == inYears && a.value >= 13 || wordIs(t, a.last, "mo") {
			return a, 0.75
		}
		return a, 0 // "Dana 3 days no sleep"
	case verb:
		if t.Tokens[last].Suffix != lexicon.NoSuffix && !a.closedBy(t) {
			return a, 0 // a possessive: "Ana's 3 tablets"
		}
		if t.ageCloses(&a) && !(a.value == 1 && wordIs(t, a.last+1, "of")) {
			return a, 0.75
		}
	case a.fraction && (comma || open):
		return a, 0.7
	case a.words && t.Tokens[a.first-1].Class == lexicon.Word:
	case t.ageEnds(a.last+1, open):
		return a, 0.7
	case !comma && !open && (t.opens(first) || a.value >= 13 && last > first) && !t.counts(&a) && a.value <= 105 && t.Tokens[a.last+1].Class == lexicon.Word && t.Tokens[a.last+1].Gap == lexicon.GapSpace &&
		t.Tokens[a.last+1].Case == lexicon.LowerCase && t.Tokens[a.last+1].Entry.Rank() > 0 && t.cueOf(a.last+1) != lexicon.CueMonth:
		return a, 0.6 // "meena 29 cramps wont stop"
	}
	return a, 0
}

// ageNumber reads the quantity at token i, which stands beside a name.
func (t *Text) ageNumber(i int) (a quantity, ok bool) {
	if i >= len(t.Tokens) || t.Tokens[i].Gap > lexicon.GapSpace || t.claimed(i) || t.Tokens[i].Class == lexicon.Punct {
		return a, false
	}
	if a, ok = t.quantityAt(i); !ok || a.value < 1 || a.value > 112 || !t.free(a.first, a.last) {
		return a, false
	}
	return a, true
}

// closedBy reports that punctuation or the end stands behind the quantity.
func (a *quantity) closedBy(t *Text) bool {
	j := a.last + 1
	return j >= len(t.Tokens) || t.Tokens[j].Gap == lexicon.GapLine || t.Tokens[j].Class == lexicon.Punct || t.Tokens[j].Class == lexicon.Symbol
}

// opens reports that the name at token i begins the message, a line or a
// sentence, or follows a relative: there a number behind it is the age.
func (t *Text) opens(i int) bool {
	if i == 0 || t.Tokens[i].Gap == lexicon.GapLine {
		return true
	}
	if t.Tokens[i-1].Class == lexicon.Punct {
		return t.is(i-1, '.') || t.is(i-1, '!') || t.is(i-1, '?')
	}
	switch t.cueOf(i - 1) {
	case lexicon.CueChild, lexicon.CueGreeting, lexicon.CuePerson:
		return true
	}
	return t.kin(i - 1)
}

// streetBefore reports that a street's name is what stands at token i, whose
// number follows it in Spanish, French and German: "Calle Lope Arbelo, 23".
func (t *Text) streetBefore(i int) bool {
	for j, steps := i-1, 0; j >= 0 && steps < 7 && t.Tokens[j+1].Gap != lexicon.GapLine; j, steps = j-1, steps+1 {
		k := &t.Tokens[j]
		if k.Class == lexicon.Punct {
			if k.First != '/' && k.First != '.' && k.First != ':' && !(k.First == ',' && j > 0 && t.Tokens[j-1].Len() <= 5) {
				return false
			}
			if k.First == '/' && wordIs(t, j-1, "c") {
				return true
			}
			continue
		}
		if c := t.CueAt(j); k.Entry.Has(lexicon.Street) && c == lexicon.NoCue || c == lexicon.CueAddress && t.is(j+1, ':') {
			return true
		}
		if typesFirst.has(k.Hash) {
			return true
		}
		if k.Case == lexicon.LowerCase && k.Entry.Cue() != lexicon.CueParticle && !k.Entry.HasAny(lexicon.Spanish|lexicon.French) {
			return false
		}
	}
	return false
}

// ageEnds reports whether what stands at token i ends the mention of an age.
func (t *Text) ageEnds(i int, open bool) bool {
	if i >= len(t.Tokens) || t.Tokens[i].Gap >= lexicon.GapWide {
		return true
	}
	k := &t.Tokens[i]
	if open {
		return k.Is(')') || k.Is(',') || k.Class == lexicon.Word && !k.Entry.Has(lexicon.Unit)
	}
	if k.Class == lexicon.Punct {
		return k.First == ',' || k.First == ')' || k.First == '.' && !(i+1 < len(t.Tokens) && (t.touches(i+1) && hasDigit(&t.Tokens[i+1]) || t.Tokens[i+1].Len() == 1 && t.Tokens[i+1].Class == lexicon.Word)) || k.First == ';' || k.First == '!'
	}
	return t.sexLetter(i) > 0 && k.Gap <= lexicon.GapSpace
}
