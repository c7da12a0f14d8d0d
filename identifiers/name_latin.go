package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// The tagger learned most from English. In Spanish and French text it takes
// rarer words at the start of a sentence for names, and misses names behind the
// words by which people there say who they are.

const (
	// introducedName is enough for a word of no language behind "soy", "moi
	// c'est", a title or a greeting.
	introducedName = 0.12
	// plainlyName outweighs that a word is one of the language.
	plainlyName = 0.92
)

// falseFriends are English cues that are other words in Spanish or French: "pa"
// is "para", "ta" is "está", "son" is "his".
var falseFriends = newWordSet("pa ta son parent parents pop da via do of sub mon ton rouge mal")

// latin reports that the text is Spanish or French, at least as much as English.
func (t *Text) latin() bool {
	n := t.Languages[lexicon.InSpanish] + t.Languages[lexicon.InFrench]
	return n > 0 && n >= t.Languages[lexicon.InEnglish]
}

// ofLanguage reports a word of Spanish or French that is hardly a name too.
func ofLanguage(k *lexicon.Token) bool {
	e := k.Entry
	if e.Given() >= 5 {
		return false
	}
	switch e.Language() {
	case lexicon.InSpanish, lexicon.InFrench:
		return e.Surname() < 9
	case lexicon.NoLanguage: // at home in both
		return e.Rank() >= 6 && e.HasAny(lexicon.Spanish|lexicon.French) && e.Surname() < 6 && e.Place() < 9
	}
	return false
}

// presented reports that the word before token i, an article between left out,
// presents a person.
func (t *Text) presented(i int) bool {
	for n := 0; n < 2 && i > 0 && t.Tokens[i].Gap <= lexicon.GapSpace; n++ {
		i--
		if t.is(i, ':') || t.is(i, '.') && t.touches(i) && i > 0 {
			if i--; i < 0 {
				return false
			}
		}
		if falseFriends.has(t.Tokens[i].Hash) {
			return false
		}
		switch t.CueAt(i) {
		case lexicon.CueIntro, lexicon.CueIntroWeak, lexicon.CueTitle, lexicon.CueDoctor, lexicon.CueKin, lexicon.CueChild, lexicon.CueGreeting, lexicon.CueSignoff:
			return true
		case lexicon.CueParticle:
			if t.Tokens[i].Len() == 2 { // "mi hija la Maru", "atte. el Rulo"
				continue
			}
		}
		return false
	}
	return false
}

// titled reports a title before token i: "doctora piedad".
func (t *Text) titled(i int) bool {
	c := t.cueOf(i - 1)
	return c == lexicon.CueTitle || c == lexicon.CueDoctor || c == lexicon.CueIntro
}

// latinNames gives a second look to what the tagger made of a text: it takes
// presented words for names, and plain words for none.
func (t *Text) latinNames() {
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Class != lexicon.Word || t.claimed(i) {
			continue
		}
		p, e := t.names.probs[i], k.Entry
		switch t.names.labels[i] {
		case nametag.Other:
			if capital(k) && e.Surname() >= 3 && e.Weight() == lexicon.NoWeight && e.Cue() == lexicon.NoCue && t.cueOf(i-1) == lexicon.CueParticle && t.Tokens[i-1].Case == lexicon.LowerCase && t.amongNames(i) {
				t.names.labels[i], t.names.probs[i] = nametag.Name, max(p, nameThreshold)
				continue
			}
			if p >= introducedName && !ofLanguage(k) && (e.Rank() < 6 || e.Given() >= 5) && (e.Weight() == lexicon.NoWeight || e.Weight() == lexicon.Weak && e.Given() >= 5) && e.Cue() == lexicon.NoCue && !e.Has(lexicon.Stop) && k.Len() > 2 && t.presented(i) {
				t.names.labels[i] = nametag.Name
				t.names.probs[i] = max(p, nameThreshold)
			}
		case nametag.City:
			if p < plainlyName && ofLanguage(k) && (k.Case == lexicon.LowerCase || e.Place() < 6) && t.cueOf(i-1) != lexicon.CueCity && !t.hyphened(i) && !(t.is(i-1, ',') && t.claimed(i-2)) {
				t.names.labels[i] = nametag.Other
			}
		case nametag.Name:
			if (p < plainlyName && ofLanguage(k) || e.Has(lexicon.Stop) && e.Name() < 4) && !t.amongNames(i) && !(t.presented(i) && (capital(k) || t.titled(i))) {
				t.names.labels[i] = nametag.Other
			}
		}
	}
}

// amongNames reports that a word stands beside another that is surely a name.
func (t *Text) amongNames(i int) bool {
	beside := func(j, gap int) bool {
		return j >= 0 && j < len(t.Tokens) && t.Tokens[gap].Gap <= lexicon.GapSpace && t.names.labels[j] == nametag.Name && !ofLanguage(&t.Tokens[j])
	}
	b := i - 1
	for n := 0; n < 3 && t.cueOf(b) == lexicon.CueParticle && t.beside(b+1); n++ { // "Quintanilla de la Torre"
		b--
	}
	return beside(b, b+1) || i+1 < len(t.Tokens) && beside(i+1, i+1)
}
