package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// Where Spanish and French texts say that a town stands: behind the word for
// one, behind a postal code, before the date of a letter.

// townLabels are the words of forms that a town follows.
var townLabels = newWordSet("ciudad localidad municipio provincia poblacion delegacion alcaldia comuna distrito corregimiento ville commune localite")

// maxTown bounds the words of a town's name.
const maxTown = 5

// latinTowns makes what stands at such places a city, whatever the tagger took
// it for. dst holds the spans found so far.
func (t *Text) latinTowns(dst []Span) {
	for i := range t.Tokens {
		k := &t.Tokens[i]
		switch {
		case k.Is(':') && i > 0 && townLabels.has(t.Tokens[i-1].Hash):
			j := t.townAt(i + 1)
			if t.is(j, ',') && t.capitalAt(j+1) && t.beside(j+1) {
				t.townAt(j + 1) // "Pamplona, Navarra"
			}
		case k.Len() <= 2 && t.claimed(i-1) && (wordIs(t, i, "a") || wordIs(t, i, "en") || wordIs(t, i, "de")) && t.beside(i) && t.beside(i+1) && t.capitalAt(i+1) && hasDigit(&t.Tokens[i-1]) && t.maybeTown(i+1):
			t.townAt(i + 1) // "né le 17/10/1993 à Décines", "C.C. 26.563.384 de Condoto"
		case k.Gap == lexicon.GapLine && k.Class == lexicon.Word && k.Case == lexicon.TitleCase && t.maybeTown(i):
			t.townOfLetter(i)
		}
	}
	for i := range t.Phrases {
		p := &t.Phrases[i]
		if j := int(p.Last) + 1; (p.Entry.Cue() == lexicon.CueCity || p.Entry.Cue() == lexicon.CueAddress) && t.beside(j) && !t.claimed(j) && t.names.labels[j] != nametag.City && t.maybeTown(j) && (capital(&t.Tokens[j]) || t.strange(j)) {
			t.townAt(j) // "natural de Condoto", "aquí de zongolica"
		}
	}
	for i := t.from; i < len(dst); i++ {
		if dst[i].Type != PostalCode {
			continue
		}
		j := t.tokenAt(dst[i].End)
		for n := 0; n < 2 && (t.is(j, '-') || t.is(j, ',') || t.is(j, '.')) && t.beside(j); n++ {
			j++
		}
		if !t.beside(j) || !t.capitalAt(j) || !t.maybeTown(j) {
			continue
		}
		j = t.townAt(j)
		if t.is(j, '(') && t.capitalAt(j+1) && t.provinceAt(j+1) {
			t.townAt(j + 1) // "33400 Avilés (Asturias)"
		} else if (t.is(j, ',') || t.is(j, '.')) && t.capitalAt(j+1) && t.beside(j+1) && t.provinceAt(j+1) {
			t.townAt(j + 1)
		}
	}
}

// strange reports a word that no list has.
func (t *Text) strange(i int) bool {
	k := &t.Tokens[i]
	return k.Class == lexicon.Word && k.Len() > 3 && k.Entry&^(lexicon.Entry(lexicon.Continues)<<40) == 0
}

// townOfLetter reads the place and date that a letter begins with: "Esquel, 8 de
// abril de 2026", "Lyon, le 3 mars".
func (t *Text) townOfLetter(i int) {
	j := i + 1
	for n := 1; n < maxTown && j < len(t.Tokens) && t.beside(j) && t.Tokens[j].Class == lexicon.Word && (capital(&t.Tokens[j]) || nameParticles.has(t.Tokens[j].Hash)); n++ {
		j++
	}
	if !t.is(j, ',') || !t.beside(j) || t.claimed(i) || t.Tokens[i].Entry.Cue() == lexicon.CueWeekday {
		return
	}
	d := j + 1
	if wordIs(t, d, "a") || wordIs(t, d, "le") || wordIs(t, d, "el") {
		d++
	}
	if t.beside(d) && t.claimed(d) && hasDigit(&t.Tokens[d]) && t.cueOf(d+1) != lexicon.CueYears && (t.monthNear(d) || t.is(d+1, '.') || t.is(d+1, '/')) {
		t.townAt(i)
	}
}

// monthNear reports a month one or two words behind token i.
func (t *Text) monthNear(i int) bool {
	return t.cueOf(i+1) == lexicon.CueMonth || t.cueOf(i+2) == lexicon.CueMonth
}

// maybeTown reports a word that may begin the name of a town: no cue, no health
// term, no word of the language that is not a place as well.
func (t *Text) maybeTown(i int) bool {
	e, _, _ := t.EntryAt(i)
	if e.Place() >= 3 || t.Tokens[i].Entry.Place() >= 3 || t.hyphened(i) {
		return true
	}
	switch t.CueAt(i) {
	case lexicon.NoCue, lexicon.CueParticle, lexicon.CueCity:
		if t.Tokens[i].Entry.Given() >= 5 {
			return false
		}
		return e.Weight() == lexicon.NoWeight && !ofLanguage(&t.Tokens[i])
	}
	return false
}

// hyphened reports the first of two words in capitals that a hyphen joins.
func (t *Text) hyphened(i int) bool {
	return t.capitalAt(i) && t.is(i+1, '-') && t.touches(i+1) && t.touches(i+2)
}

func (t *Text) capitalAt(i int) bool { return i < len(t.Tokens) && capital(&t.Tokens[i]) }

// provinceAt reports a place, or a name that the tagger took for one of a
// person's, that ends with its bracket or sentence.
func (t *Text) provinceAt(i int) bool {
	return t.names.labels[i] != nametag.Other || t.Tokens[i].Entry.Place() > 3
}

// townAt makes the words from token i on, capitals and the particles between
// them, a city, and gives the token behind.
func (t *Text) townAt(i int) int {
	last := i - 1
	for j, n := i, 0; n < maxTown && j < len(t.Tokens) && !t.claimed(j); j, n = j+1, n+1 {
		k := &t.Tokens[j]
		if j > i && k.Gap > lexicon.GapSpace {
			break
		}
		if k.Is('-') && t.touches(j) && t.touches(j+1) || k.Is('\'') && t.touches(j) {
			continue
		}
		if k.Class != lexicon.Word {
			break
		}
		if j > i && t.touches(j) && t.is(j-1, '-') {
			last = j // "Esch-sur-Alzette"
			continue
		}
		if capital(k) || j == i {
			if !t.townWord(j) || t.CueAt(j) == lexicon.CueTitle || t.CueAt(j) == lexicon.CueDoctor || k.Entry.HasAny(lexicon.State|lexicon.Facility) && k.Entry.Place() < 4 {
				break
			}
			last = j
		} else if !nameParticles.has(k.Hash) {
			break
		}
	}
	for j := i; j <= last; j++ {
		t.names.labels[j] = nametag.City
		t.names.probs[j] = max(t.names.probs[j], 0.8)
	}
	return last + 1
}
