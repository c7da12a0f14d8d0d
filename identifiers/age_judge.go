package identifiers

import "github.com/phidetect/phidetect/lexicon"

// unitAge judges "7 semaines", "de 58 años", "3 yr" without a verb before it.
func (t *Text) unitAge(a *quantity) float32 {
	b := a.first - 1
	ends := a.last+1 >= len(t.Tokens) || t.Tokens[a.last+1].Gap == lexicon.GapLine
	if b < 0 || t.Tokens[a.first].Gap == lexicon.GapLine {
		if a.unit == inYears && (ends || a.value >= 14 && t.is(a.last+1, ',') && t.Tokens[a.last].Entry.HasAny(lexicon.Spanish|lexicon.French)) {
			return 0.6 // the answer "72 yrs"; "34 ans, enceinte"
		}
		if b < 0 && a.first == a.last && a.unit <= inMonths && !ends && t.Tokens[a.last+1].Entry.Weight() > lexicon.NoWeight {
			return 0.6 // "18mo fever 103"
		}
		return 0
	}
	if t.apposed(a) {
		return 0.7
	}
	// "un varón de 58 años", "boy of 8 years", "niña, de 3 meses"
	if wordIs(t, b, "de") || wordIs(t, b, "of") {
		if wordIs(t, b, "of") && t.cueOf(b-1) == lexicon.CueKin {
			return 0 // "my wife of 14 years"
		}
		if b--; t.is(b, ',') {
			b--
		}
		if t.personWord(b) || b >= 0 && t.Tokens[b].Class == lexicon.Word && t.Tokens[b].Gap <= lexicon.GapSpace && t.personWord(b-1) { // "mujer joven de"
			return 0.8
		}
		return 0
	}
	// "a mis 45 años", "ses 90 ans"
	if a.unit == inYears && (wordIs(t, b, "mis") || wordIs(t, b, "sus") || wordIs(t, b, "ses") || wordIs(t, b, "mes") || wordIs(t, b, "con") && a.value >= 18) {
		return 0.65
	}
	// "a los 35 años", but "a los 3 años de la operación"
	if wordIs(t, b, "los") && a.unit == inYears && a.value >= 3 && (wordIs(t, b-1, "a") || wordIs(t, b-1, "desde") || wordIs(t, b-1, "hasta")) && !wordIs(t, a.last+1, "de") && !wordIs(t, a.last+1, "del") {
		return 0.7
	}
	if a.unit == inYears && t.Tokens[a.first].Gap == lexicon.GapWide && (a.last+1 >= len(t.Tokens) || t.Tokens[a.last+1].Gap >= lexicon.GapWide) && !wordIs(t, a.last, "years") && !wordIs(t, a.last, "year") {
		return 0.65 // a cell of a table
	}
	if t.Tokens[b].Class == lexicon.Word && t.cueOf(b-1) == lexicon.CueChild && !t.Tokens[b].Entry.HasAny(lexicon.Stop|lexicon.Verb) && t.cueOf(b) == lexicon.NoCue {
		return 0.65 // "baby Ludo 14 mths", whatever the name
	}
	if (t.is(b, '.') || t.is(b, '!')) && (a.last+1 >= len(t.Tokens) || t.is(a.last+1, '.') || t.Tokens[a.last+1].Gap == lexicon.GapLine) && t.Triggers.Cues.Has(lexicon.CueChild) {
		return 0.6 // a sentence of its own: "baby wont feed. 5 weeks."
	}
	if a.last+1 < len(t.Tokens) && t.follows(a.last) != lexicon.NoCue && t.follows(a.last) == lexicon.CueRelative {
		return 0
	}
	if wordIs(t, b, "my") && a.unit == inYears && a.number == a.first && !wordIs(t, a.last, "years") && !wordIs(t, a.last, "yrs") { // "my 3 yr", "my 6yr"
		return 0.6
	}
	beside := t.is(b, ',') || t.is(b, '(') && t.is(a.last+1, ')')
	if beside {
		b--
	}
	switch small := t.small(b); {
	case small, a.unit == inYears && t.personWord(b), a.unit == inMonths && beside && t.kin(b):
		return 0.65
	}
	return 0
}

// bareAge judges a number without a unit: "(42)" behind a relative, "cancer at
// 41", "a person of 44".
func (t *Text) bareAge(a *quantity) float32 {
	b, j := a.first-1, a.last+1
	if b < 0 && a.value >= 16 && a.value <= 99 && t.is(j, ',') && j+1 < len(t.Tokens) && t.Tokens[j+1].Class == lexicon.Word && t.Tokens[j+1].Gap == lexicon.GapSpace && !t.counts(a) {
		return 0.6 // "29, pcos, no period since may"
	}
	if b < 0 || a.value > 112 || t.counts(a) || t.Tokens[a.first].Gap == lexicon.GapLine {
		return 0
	}
	closed := t.ageCloses(a)
	if score := t.bareLatinAge(a, closed); score > 0 {
		return score
	}
	switch {
	case t.lastlyAged(a):
		return 0.6
	case t.is(b, ',') && (wordIs(t, b-1, "no") || wordIs(t, b-1, "sorry") || wordIs(t, b-1, "wait")) && (t.claimed(b-2) || t.claimed(b-3)) && closed:
		return 0.75 // "he's eighty, no, eighty-one"
	case wordIs(t, b, "of") && b > 0 && (wordIs(t, b-1, "person") || oneOf(t.Tokens[b-1].Hash, personWords[:])):
		return 0.7
	case wordIs(t, b, "at") && a.value >= 25 && (b == 0 || t.lifeEvent(b)) && (j >= len(t.Tokens) || t.Tokens[j].Gap == lexicon.GapLine || t.Tokens[j].Class == lexicon.Punct && !t.is(j, ':') && !t.is(j, '-') && !t.is(j, '/') && !t.is(j, '%') || t.Tokens[j].Entry.Cue() == lexicon.CuePronounI):
		return 0.65 // "breast cancer at 41."
	case wordIs(t, b, "at") && a.value >= 13 && closed && t.lifeEvent(b):
		return 0.6 // "overdose at 17."
	case a.fraction && (t.is(b, ',') || t.is(b, '(')) && j < len(t.Tokens) && t.Tokens[j].Class == lexicon.Punct:
		return 0.65
	case a.first == 1 && t.strangerOpens(j):
		return 0.6
	case wordIs(t, b, "de") && (closed || t.goesOnAbout(j)) && (t.kin(b-1) || t.cueOf(b-1) == lexicon.CueChild):
		return 0.65 // "mi nena de 4"
	case (t.kin(b) || t.small(b)) && a.value >= 2 && (t.ageEnds(j, false) || t.small(b) && a.value < 18 && t.goesOnAbout(j)):
		return 0.62 // "boy 4, girl 2"
	case t.kin(b) && (a.value >= 13 && t.goesOnAbout(j) || a.value >= 40 && j < len(t.Tokens) && t.Tokens[j].Class == lexicon.Word):
		return 0.6 // "my mum 78 has a uti"
	case !closed:
		return 0
	case t.is(b, ',') && b > 0:
		p := &t.Tokens[b-1]
		c := t.CueAt(b - 1)
		kin := t.kin(b-1) || t.small(b-1)
		if (kin || p.Entry.Given() >= 6 && t.ageEnds(j, false) && (p.Case != lexicon.LowerCase || p.Entry.Rank() < 8)) && !t.streetBefore(b-1) {
			return 0.62 // "ezra, 15", "Mum, 84,"
		}
		if stranger(p) && t.ageEnds(j, false) && !t.streetBefore(b-1) && !(j+1 < len(t.Tokens) && t.Tokens[j+1].Gap < lexicon.GapLine && hasDigit(&t.Tokens[j+1])) || c == lexicon.CuePerson && a.value >= 18 && t.ageEnds(j, false) {
			return 0.6
		}
	case t.is(b, '(') && t.is(j, ')') && b > 0:
		p := &t.Tokens[b-1]
		if p.Entry.Name() >= 6 && p.Entry.Rank() < 9 || t.kin(b-1) || t.small(b-1) {
			return 0.65 // "my nan (88)"
		}
	}
	return 0
}

// apposed reports an age that follows a name or the number of an identity card
// in Spanish or French: "RUN 25.736.611-0, 8 años.", "Rosa Ibarra, de 66 años,".
func (t *Text) apposed(a *quantity) bool {
	b, j := a.first-1, a.last+1
	if a.unit != inYears && a.unit != inMonths || !t.latin() || !t.Tokens[a.last].Entry.HasAny(lexicon.Spanish|lexicon.French) {
		return false
	}
	if j < len(t.Tokens) && t.Tokens[j].Gap < lexicon.GapWide && !(t.is(j, ',') || t.is(j, '.') || t.is(j, ')') || t.is(j, ';')) {
		return false
	}
	if wordIs(t, b, "de") {
		b--
	}
	if !t.is(b, ',') || b == 0 {
		return false
	}
	p := &t.Tokens[b-1]
	return (hasDigit(p) || p.Len() == 1) && t.claimable(b-1) || a.unit == inYears && capital(p) && p.Entry.Weight() == lexicon.NoWeight && p.Entry.Name() > 0
}

// claimable reports that the number that ends at token i is long enough to be
// one of an identity card.
func (t *Text) claimable(i int) bool {
	if t.Tokens[i].Len() == 1 && t.Tokens[i].Class == lexicon.Word { // the check letter of a RUT or DNI
		return t.touches(i) && t.is(i-1, '-') && i > 1 && hasDigit(&t.Tokens[i-2])
	}
	return t.Tokens[i].Len() >= 5 || i > 1 && joiner(t.Tokens[i-1].First) != 0 && t.touches(i) && hasDigit(&t.Tokens[i-2])
}
