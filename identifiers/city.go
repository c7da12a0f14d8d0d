package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// The tagger tells cities from other words; here stands what the text around
// says for and against one.

// townsBehindStreets makes a word that the gazetteer knows as a place a city
// where it stands right behind a street address: "9/41 wattlebird pde coolum".
func (t *Text) townsBehindStreets() {
	for w, bits := range t.streets {
		if bits == 0 {
			continue
		}
		for i := w * 64; i < (w+1)*64 && i < len(t.Tokens); i++ {
			if !t.inStreet(i) || t.inStreet(i+1) {
				continue
			}
			j := i + 1
			if t.is(j, ',') {
				j++
			}
			if j >= len(t.Tokens) || t.Tokens[j].Gap > lexicon.GapSpace || t.claimed(j) || t.names.labels[j] != nametag.Other {
				continue
			}
			e, _, last := t.EntryAt(j)
			if k := &t.Tokens[j]; k.Class == lexicon.Word && e.Place() >= 3 && (e.Rank() < 7 || k.Case != lexicon.LowerCase) && !e.HasAny(lexicon.State|lexicon.Stop) {
				for k := j; k <= last; k++ {
					t.names.labels[k], t.names.probs[k] = nametag.City, cityThreshold
				}
			}
		}
	}
}

// endsAddress reports whether tokens first to last stand right behind a street
// address and right before what ends one: a state, a country, a postal code or
// the end of the line. There a town stands, whatever it is called.
func (t *Text) endsAddress(first, last int) bool {
	i := first - 1
	comma := t.is(i, ',')
	if comma {
		i--
	}
	if !t.inStreet(i) || t.Tokens[first].Entry.Given() >= 8 {
		return false
	}
	n := last + 1
	if t.is(n, ',') {
		n++
	}
	if n >= len(t.Tokens) {
		return comma
	}
	k := &t.Tokens[n]
	e, _, _ := t.EntryAt(n)
	if k.Gap == lexicon.GapLine && t.Tokens[first].Gap != lexicon.GapLine {
		return comma
	}
	return e.Has(lexicon.State) || k.Entry.Has(lexicon.State) || hasDigit(k) && k.Len() >= 3
}

// saintBefore gives the token of the "St." or "Ste" right before token i, or -1.
func (t *Text) saintBefore(i int) int {
	i--
	if t.is(i, '.') && t.touches(i) {
		i--
	}
	if i < 0 || t.Tokens[i+1].Gap > lexicon.GapSpace || t.Tokens[i].Hash != hashSt && t.Tokens[i].Hash != hashSte || t.inStreet(i) {
		return -1
	}
	return i
}

// partOfTerm reports a city's name inside a phrase that means something else:
// "plaster of paris", "london fog".
func (t *Text) partOfTerm(i int) bool {
	p := t.Tokens[i].Phrase
	if p == 0 {
		return false
	}
	e := t.Phrases[p-1].Entry
	return e.Place() == 0 && (e.Category() != lexicon.NoCategory || e.HasAny(lexicon.Figure|lexicon.NonHealth|lexicon.Brand|lexicon.Eponym))
}

// articled reports a city's name behind "the" that goes on with neither a
// facility nor a noun of one: "the charlotte needs changing" against "the Mesa
// office".
func (t *Text) articled(first, last int) bool {
	if first == 0 || !wordIs(t, first-1, "the") || t.Tokens[first].Phrase > 0 || t.Tokens[first].Case != lexicon.LowerCase {
		return false
	}
	if last+1 >= len(t.Tokens) {
		return true
	}
	k := &t.Tokens[last+1]
	return k.Class == lexicon.Word && !k.Entry.Has(lexicon.Facility) && (k.Entry.Has(lexicon.Stop) || k.Entry.HasAny(lexicon.Verb) || k.Entry.Cue() == lexicon.CueSpeech || wordIs(t, last+1, "need") || wordIs(t, last+1, "brand"))
}
