package identifiers

import "github.com/phidetect/phidetect/lexicon"

// What stands beside a word can decide against the tagger, or need less of it.

// animalBefore reports that what stands before token i is an animal: "my cat
// Biscuit".
func (t *Text) animalBefore(i int) bool {
	if i == 0 || t.Tokens[i].Gap > lexicon.GapSpace || t.Tokens[i-1].Class != lexicon.Word || t.CueAt(i-1) != lexicon.NoCue {
		return false
	}
	e, _, _ := t.EntryAt(i - 1)
	return e.HasAny(lexicon.Animal) || t.Tokens[i-1].Entry.HasAny(lexicon.Animal)
}

// formWords follow "first name" where a form is spoken of, not a person.
var formWords = newWordSet("field box line tag badge column change changes plate card slot space section option")

// ofForm reports a word in small letters that names a part of a form: "the first
// name field".
func (t *Text) ofForm(i int) bool {
	k := &t.Tokens[i]
	return i > 0 && k.Case == lexicon.LowerCase && formWords.has(k.Hash) && t.CueAt(i-1) == lexicon.CueIntro
}

// seasons are names too, but not behind the words of a time.
var (
	seasons     = newWordSet("spring summer autumn winter")
	beforeTimes = newWordSet("before by until til till since after during over through throughout in every late early mid next last this")
)

// ofSeason reports a season in small letters: "hope to hear back before autumn".
func (t *Text) ofSeason(i int) bool {
	k := &t.Tokens[i]
	return i > 0 && k.Case == lexicon.LowerCase && seasons.has(k.Hash) && beforeTimes.has(t.Tokens[i-1].Hash)
}

// endsCountry reports the letter that ends "U.S.A.".
func (t *Text) endsCountry(i int) bool {
	return i > 3 && wordIs(t, i, "a") && t.is(i-1, '.') && wordIs(t, i-2, "s") && t.is(i-3, '.') && wordIs(t, i-4, "u")
}

// askedOf gives the chance that is asked for of a word: more of a word of the
// dictionary in small letters that no list of names has.
func askedOf(k *lexicon.Token) float32 {
	switch rank := k.Entry.Rank(); {
	case k.Case != lexicon.LowerCase || rank == 0 || k.Entry.Name() > 0:
		return nameThreshold
	case rank < commonRank:
		return wordThreshold
	}
	return commonThreshold
}

// sureIntro reports a given name where one stands by form, "my name is hope and
// i'm on …", "… i messaged. deb": it needs little more than its odds.
func (t *Text) sureIntro(i int, chance float32) bool {
	k := &t.Tokens[i]
	if t.initialled(i) {
		return true
	}
	given := k.Entry.Given()
	if given < 4 || i == 0 || k.Entry.Has(lexicon.Stop) || t.CueAt(i) != lexicon.NoCue {
		return false
	}
	if k.Gap <= lexicon.GapSpace {
		switch t.CueAt(i - 1) {
		case lexicon.CueIntro:
			return given >= 7 || chance >= 0.1
		case lexicon.CueIntroWeak, lexicon.CueKin, lexicon.CueChild:
			return given >= 8 && chance >= 0.25
		}
	}
	return given >= 8 && chance >= 0.25 && t.lastWord(i)
}

// initialled reports the initial or the surname of "Dear D. Chow".
func (t *Text) initialled(i int) bool {
	if t.Tokens[i].Len() > 1 {
		if !t.is(i-1, '.') || !t.touches(i-1) {
			return false
		}
		i -= 2
	}
	k := &t.Tokens[i]
	return i > 0 && k.Len() == 1 && k.Case != lexicon.LowerCase && k.Class == lexicon.Word && t.CueAt(i-1) == lexicon.CueGreeting && t.is(i+1, '.') && t.touches(i+1) &&
		i+2 < len(t.Tokens) && t.Tokens[i+2].Class == lexicon.Word && t.Tokens[i+2].Case == lexicon.TitleCase && t.Tokens[i+2].Gap == lexicon.GapSpace
}

// lastWord reports a word alone behind the last sentence of the text.
func (t *Text) lastWord(i int) bool {
	if p := &t.Tokens[i-1]; t.Tokens[i].Gap != lexicon.GapLine && !(p.Class == lexicon.Punct && (p.First == '.' || p.First == '!' || p.First == '?')) && p.Class != lexicon.Symbol {
		return false
	}
	return i+1 == len(t.Tokens) || i+2 == len(t.Tokens) && t.Tokens[i+1].Class != lexicon.Word
}
