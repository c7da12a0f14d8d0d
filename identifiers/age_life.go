package identifiers

import "github.com/phidetect/phidetect/lexicon"

// strangerOpens reports that the message begins with a word that no list knows,
// most likely a name, whose age is followed by what that person has or did:
// "zelda 7 ate a crayon".
func (t *Text) strangerOpens(j int) bool {
	w := &t.Tokens[0]
	return unknownWord(w) && w.Len() >= 4 && t.goesOnAbout(j)
}

// unknownWord reports a word that is in no dictionary and no list.
func unknownWord(w *lexicon.Token) bool {
	return w.Class == lexicon.Word && w.Entry.Rank() == 0 && w.Entry.Cue() == lexicon.NoCue && w.Entry.Category() == lexicon.NoCategory && !w.Entry.HasAny(lexicon.Brand|lexicon.Unit|lexicon.Street|lexicon.Facility)
}

// stranger reports a capitalised unknown word that is no place: a name that no
// list has, "Quilla, 5,".
func stranger(w *lexicon.Token) bool {
	return unknownWord(w) && w.Len() > 2 && w.Case == lexicon.TitleCase && w.Entry.Place() == 0
}

// goesOnAbout reports that the word at token j says what a person has or did.
func (t *Text) goesOnAbout(j int) bool {
	if j >= len(t.Tokens) || t.Tokens[j].Class != lexicon.Word || t.Tokens[j].Case != lexicon.LowerCase || t.Tokens[j].Gap > lexicon.GapSpace {
		return false
	}
	switch {
	case wordIs(t, j, "has"), wordIs(t, j, "had"), wordIs(t, j, "is"), wordIs(t, j, "was"), wordIs(t, j, "with"), wordIs(t, j, "who"), wordIs(t, j, "fell"), wordIs(t, j, "tiene"), wordIs(t, j, "esta"):
		return true
	}
	e := t.Tokens[j].Entry
	return e.Has(lexicon.Verb) || e.Cue() == lexicon.CueSpeech || e.Weight() > lexicon.NoWeight && e.Category() != lexicon.Drug && e.Category() != lexicon.Dose || t.CueAt(j) == lexicon.CueNegation
}

// lifeEvent reports that what ends right before token i happens at an age: an
// illness, a death, a birth, or a sentence that only begins.
func (t *Text) lifeEvent(i int) bool {
	if i == 0 || t.Tokens[i].Gap == lexicon.GapLine || t.is(i-1, '.') || t.is(i-1, ',') || t.is(i-1, '!') {
		return true
	}
	e, _, _ := t.entryBefore(i)
	if e.Weight() > lexicon.NoWeight && !e.Has(lexicon.LabName) && e.Category() != lexicon.Drug && e.Category() != lexicon.Dose {
		return true
	}
	return wordIs(t, i-1, "died") || wordIs(t, i-1, "passed") || wordIs(t, i-1, "her") || wordIs(t, i-1, "him") || wordIs(t, i-1, "me") || wordIs(t, i-1, "them") || wordIs(t, i-1, "started") || wordIs(t, i-1, "retired") ||
		t.kin(i-1) || t.cueOf(i-1) == lexicon.CueChild
}

// thingBefore reports that the years behind token i are those of a thing: "my
// car is 12 years old", "it's 3 years old".
func (t *Text) thingBefore(i int) bool {
	b := i - 1
	if wordIs(t, b, "about") || wordIs(t, b, "only") || wordIs(t, b, "almost") || wordIs(t, b, "over") {
		b--
	}
	if b < 0 || t.Tokens[b].Class != lexicon.Word {
		return false
	}
	if t.Tokens[b].Suffix == lexicon.SuffixS {
		return wordIs(t, b, "it")
	}
	if wordIs(t, b, "is") || wordIs(t, b, "was") || wordIs(t, b, "are") {
		k := &t.Tokens[max(b-1, 0)]
		return b > 0 && (wordIs(t, b-1, "it") || k.Class == lexicon.Word && k.Case == lexicon.LowerCase && k.Entry.Rank() >= 5 && (k.Entry.Cue() == lexicon.NoCue || k.Entry.Cue() == lexicon.CueVehicle || k.Entry.Cue() == lexicon.CueDevice) && k.Entry.Name() < 5 && !k.Entry.Has(lexicon.Stop) && !t.personWord(b-1))
	}
	return wordIs(t, b, "its")
}
