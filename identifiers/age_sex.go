package identifiers

import "github.com/phidetect/phidetect/lexicon"

// sexLetter reports how surely the word at token i names a sex: 2 for a
// capital letter or a word, 1 for a small letter, 0 for anything else.
func (t *Text) sexLetter(i int) int {
	if i < 0 || i >= len(t.Tokens) || t.Tokens[i].Suffix != lexicon.NoSuffix {
		return 0
	}
	if t.Tokens[i].Class != lexicon.Word {
		if s := t.Text[t.Tokens[i].Start:t.Tokens[i].End]; s == "♀" || s == "♂" {
			return 2
		}
		return 0
	}
	switch {
	case wordIs(t, i, "male"), wordIs(t, i, "female"), wordIs(t, i, "varon"), wordIs(t, i, "mujer"), wordIs(t, i, "hombre"):
		return 2
	case wordIs(t, i, "m"), wordIs(t, i, "f"):
		if t.Tokens[i].Case == lexicon.LowerCase {
			return 1
		}
		return 2
	}
	return 0
}

// introduced reports a word before token i that a person's age follows: "a
// 34F", "I'm 27f", "hi 19f", a name.
func (t *Text) introduced(i int) bool {
	switch t.cueOf(i - 1) {
	case lexicon.CuePerson, lexicon.CueIntro, lexicon.CueIntroWeak, lexicon.CuePronounI, lexicon.CueKin, lexicon.CueChild, lexicon.CueGreeting:
		return true
	}
	return wordIs(t, i-1, "a") || wordIs(t, i-1, "pt") || wordIs(t, i-1, "im") || i > 0 && t.Tokens[i-1].Entry.Name() >= 6 && t.Tokens[i-1].Entry.Rank() <= 8
}

// sexBeside judges the short forms of notes and sign-ups, in which a sex stands
// beside the age: "58/M", "M, 46", "F   33", "34F", "29 f".
func (t *Text) sexBeside(a *quantity) float32 {
	if a.unit != noUnit && a.unit != inYears || a.value > 112 {
		return 0
	}
	apart := a.first == 0 || t.Tokens[a.first].Gap >= lexicon.GapWide || t.Tokens[a.first-1].Class == lexicon.Punct && !t.is(a.first-1, '/') && !t.is(a.first-1, '.') && !t.is(a.first-1, '-')
	if a.sex { // "34F" is written as one word; so are temperatures and sizes
		fahrenheit := t.Text[t.Tokens[a.first].End-1]|0x20 == 'f' && a.value >= 95
		if a.value < 1 || fahrenheit || wordIs(t, a.last+1, "bra") || wordIs(t, a.last+1, "cup") || wordIs(t, a.last+1, "size") {
			return 0
		}
		if apart || t.introduced(a.first) {
			return 0.75
		}
		return 0
	}
	if a.words && a.unit == noUnit && a.value < 20 {
		return 0
	}
	// behind: "58/M", "58 Y / M", "37 m,", "61 yrs female"
	j := a.last + 1
	slash := t.is(j, '/') || t.is(j, ',') && (a.unit == inYears || t.sexLetter(j+1) == 2 && (j+2 >= len(t.Tokens) || t.Tokens[j+2].Class == lexicon.Punct && !t.is(j+2, '.') || t.columnGap(j+2)))
	if slash {
		j++
	}
	if sure := t.sexLetter(j); sure > 0 && (t.Tokens[j].Gap <= lexicon.GapSpace) && !(t.touches(j+1) && (t.is(j+1, '/') || t.is(j+1, '\''))) {
		e, _, _ := t.entryBefore(a.first)
		hot := wordIs(t, j, "f") && a.value >= 95 && !slash
		switch {
		case e.Has(lexicon.LabName) || e.Cue() == lexicon.CueAgainst || e.Cue() == lexicon.CueRoom || e.Cue() == lexicon.CueUnit || hot:
		case slash && t.is(a.last+1, '/'), a.unit == inYears, t.Tokens[j].Len() > 1 && a.value >= 2:
			return 0.8
		case sure == 2 && a.value >= 2 && (apart || t.introduced(a.first)) && !t.is(j+1, '.') && !(j+1 < len(t.Tokens) && hasDigit(&t.Tokens[j+1])), apart && a.value >= 14 && a.value < 100:
			return 0.65
		}
	}
	// before: "M / 58", "F   33", "M, 14"
	b := a.first - 1
	slash = t.is(b, '/') || t.is(b, ',')
	if slash {
		b--
	}
	if slash && t.is(a.first-1, ',') && t.touches(a.first) {
		return 0 // the fields of a file
	}
	if b < 0 || t.sexLetter(b) < 2 || t.Tokens[b+1].Gap == lexicon.GapLine || t.counts(a) {
		return 0
	}
	if t.Tokens[b].Len() == 1 && b > 0 && !t.columnGap(b) && t.Tokens[b].Gap == lexicon.GapSpace && t.Tokens[b-1].Class == lexicon.Word && t.Tokens[b-1].Entry.Name() < 6 {
		return 0 // "size M 10"
	}
	if t.Tokens[b].Gap == lexicon.GapNone && b > 0 && t.Tokens[b-1].Class == lexicon.Punct && !t.is(b-1, '(') {
		return 0
	}
	n := a.last + 1
	if slash && t.is(a.first-1, '/') && t.touches(a.first) && a.value >= 2 || t.Tokens[b].Len() > 1 && a.value >= 13 && !t.is(b+1, ',') && n < len(t.Tokens) && t.Tokens[n].Class == lexicon.Word && t.Tokens[n].Case == lexicon.LowerCase {
		return 0.75 // "F/23 …", "male 34 with …"
	}
	if n >= len(t.Tokens) || t.columnGap(n) || t.is(n, ',') || t.is(n, ')') || t.is(n, ';') || t.is(n, '.') && !t.touches(n+1) || a.unit == inYears {
		return 0.7
	}
	return 0
}
