package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// Some positions in a sentence hold a name whatever the tagger makes of the word.

// placedNames makes names of the words at such positions.
func (t *Text) placedNames() {
	for i := range len(t.Tokens) - 1 {
		k := &t.Tokens[i]
		if k.Class == lexicon.Word && k.Entry.Rank() <= rareWord && t.names.labels[i] == nametag.Other && !t.claimed(i) && (t.genitive(i) || t.bareGenitive(i) || t.ofFamily(i)) {
			t.names.labels[i], t.names.probs[i] = nametag.Name, cityThreshold
		}
	}
}

// genitive reports a word that nobody knows in front of what somebody has:
// "okwens's a1c", "jorvik's rash".
func (t *Text) genitive(i int) bool {
	k := &t.Tokens[i]
	if k.Suffix != lexicon.SuffixS || !k.Entry.Rare() || k.Len() < 3 || t.Tokens[i+1].Gap != lexicon.GapSpace {
		return false
	}
	e, _, _ := t.EntryAt(i + 1)
	return e.Weight() == lexicon.Strong || t.CueAt(i+1) == lexicon.CueKin || t.CueAt(i+1) == lexicon.CueChild || t.CueAt(i+1) == lexicon.CueBorn
}

// bareGenitive reports a name that lacks its apostrophe: "danas mri", "toms
// appointment". The word is one that nobody knows, without its "s" a given name
// that is no word, and what follows is somebody's.
func (t *Text) bareGenitive(i int) bool {
	k := &t.Tokens[i]
	if k.Entry.WithLanguage(lexicon.NoLanguage) != 0 || k.Len() < 4 || t.Text[k.End-1]|0x20 != 's' || k.Suffix != lexicon.NoSuffix {
		return false
	}
	n := &t.Tokens[i+1]
	if n.Class != lexicon.Word || n.Gap != lexicon.GapSpace || !t.owned(i+1) {
		return false
	}
	e := t.lex.Find(lexicon.HashWord(t.Text[k.Start : k.End-1]))
	return e.Given() >= genitiveGiven && e.Rank() <= rareWord && e.Weight() == lexicon.NoWeight
}

// genitiveGiven is how likely a given name the word without its "s" is.
const genitiveGiven = 5

// owned reports that the word at token i is what a person has: a health term, a
// relative, a record.
func (t *Text) owned(i int) bool {
	e, _, _ := t.EntryAt(i)
	if e.Weight() >= lexicon.Medium || t.Tokens[i].Entry.Weight() >= lexicon.Weak {
		return true
	}
	switch t.CueAt(i) {
	case lexicon.CueKin, lexicon.CueChild, lexicon.CueMRN, lexicon.CueBorn, lexicon.CuePhone, lexicon.CuePlan, lexicon.CueDoctor, lexicon.CueAccount:
		return true
	}
	return false
}

// families are called by their surname.
var families = newWordSet("family baby babies twins triplets household kids boys girls brothers sisters siblings newborn residence estate")

// ofFamily reports the surname of "the okonedo family", "the Tremblay twins": a
// word that is no other.
func (t *Text) ofFamily(i int) bool {
	if i == 0 || t.Tokens[i-1].Hash != hashThe || t.Tokens[i].Gap > lexicon.GapSpace || t.Tokens[i+1].Gap > lexicon.GapSpace || !families.has(t.Tokens[i+1].Hash) {
		return false
	}
	k := &t.Tokens[i]
	e := k.Entry
	if k.Len() < 3 || t.CueAt(i) != lexicon.NoCue || e.Weight() > lexicon.NoWeight || e.Place() > e.Surname() || e.HasAny(lexicon.Brand|lexicon.Stop|lexicon.Facility|lexicon.NonHealth) || k.Phrase > 0 {
		return false
	}
	return e.Surname() > 0 || e.WithLanguage(lexicon.NoLanguage) == 0
}
