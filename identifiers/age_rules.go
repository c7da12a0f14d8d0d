package identifiers

import "github.com/phidetect/phidetect/lexicon"

// generalAge reports a limit of age or a range, which is nobody's: "65 or
// over", "ages 5 to 12", "under 16", "21+", "when a person turns 21".
func (t *Text) generalAge(a *quantity) bool {
	j := a.last + 1
	if j < len(t.Tokens) && t.Tokens[j].Gap <= lexicon.GapSpace {
		switch {
		case t.is(j, '+'), wordIs(t, j, "plus"):
			return true
		case wordIs(t, j, "or"), wordIs(t, j, "and"):
			if wordIs(t, j+1, "over") || wordIs(t, j+1, "older") || wordIs(t, j+1, "above") || wordIs(t, j+1, "under") || wordIs(t, j+1, "up") || wordIs(t, j+1, "younger") || wordIs(t, j+1, "below") || wordIs(t, j+1, "more") {
				return true
			}
		case wordIs(t, j, "a") && a.unit != noUnit && (wordIs(t, j+2, "de") || wordIs(t, j+2, "c") || t.is(j+2, ',') || t.is(j+2, '.')): // "7 mois a 40 de fièvre"
		case wordIs(t, j, "to"), wordIs(t, j, "a"), t.is(j, '-'), wordIs(t, j, "through"):
			if t.value(j+1) > a.value || t.spells(j+1) > 0 {
				return true
			}
		}
	}
	b := a.first - 1
	if b >= 0 && t.CueAt(b) == lexicon.CueAge {
		if (wordIs(t, b, "turns") || wordIs(t, b, "turned")) && (wordIs(t, b-1, "person") || wordIs(t, b-1, "patient") || wordIs(t, b-1, "member")) {
			return true
		}
		b--
	}
	if b < 0 || t.Tokens[b+1].Gap == lexicon.GapLine {
		return false
	}
	switch {
	case t.is(b, '-') && t.touches(b+1), wordIs(t, b, "to"), wordIs(t, b, "through"):
		return t.value(b-1) >= 0 && t.value(b-1) < a.value || t.spells(b-1) > 0
	case t.is(b, '>') && t.is(b-2, '<'):
		return false // "<age>72"
	case t.is(b, '<'), t.is(b, '>'), t.is(b, '='):
		return t.is(b-1, '<') || t.is(b-1, '>') || !t.is(b, '=')
	}
	return wordIs(t, b, "over") || wordIs(t, b, "under") || wordIs(t, b, "above") || wordIs(t, b, "below") || wordIs(t, b, "between") || wordIs(t, b, "least") || wordIs(t, b, "minimum") ||
		wordIs(t, b, "until") || wordIs(t, b, "till") || wordIs(t, b, "by") || wordIs(t, b, "than") || wordIs(t, b, "avant") || wordIs(t, b, "antes") || wordIs(t, b, "hasta") || wordIs(t, b, "desde")
}

// durationsBefore make the number behind them a span of time.
var durationsBefore = [...]uint64{
	lexicon.HashWord("for"), lexicon.HashWord("past"), lexicon.HashWord("last"), lexicon.HashWord("every"), lexicon.HashWord("in"), lexicon.HashWord("after"), lexicon.HashWord("x"),
	lexicon.HashWord("within"), lexicon.HashWord("next"), lexicon.HashWord("first"), lexicon.HashWord("previous"), lexicon.HashWord("about"), lexicon.HashWord("over"), lexicon.HashWord("since"),
	lexicon.HashWord("hace"), lexicon.HashWord("hacia"), lexicon.HashWord("desde"), lexicon.HashWord("durante"), lexicon.HashWord("tras"), lexicon.HashWord("cada"), lexicon.HashWord("en"),
	lexicon.HashWord("unos"), lexicon.HashWord("ultimos"), lexicon.HashWord("depuis"), lexicon.HashWord("pendant"), lexicon.HashWord("dans"), lexicon.HashWord("tous"), lexicon.HashWord("apres"),
}

// durationsBehind make the number before them a span of time.
var durationsBehind = [...]uint64{
	lexicon.HashWord("ago"), lexicon.HashWord("later"), lexicon.HashWord("post"), lexicon.HashWord("postpartum"), lexicon.HashWord("pp"), lexicon.HashWord("postop"), lexicon.HashWord("pregnant"),
	lexicon.HashWord("preggo"), lexicon.HashWord("preggers"), lexicon.HashWord("along"), lexicon.HashWord("gestation"), lexicon.HashWord("gestational"), lexicon.HashWord("clean"), lexicon.HashWord("sober"),
	lexicon.HashWord("late"), lexicon.HashWord("overdue"), lexicon.HashWord("into"), lexicon.HashWord("out"), lexicon.HashWord("away"), lexicon.HashWord("since"), lexicon.HashWord("behind"),
	lexicon.HashWord("free"), lexicon.HashWord("history"), lexicon.HashWord("hx"), lexicon.HashWord("supply"), lexicon.HashWord("before"), lexicon.HashWord("after"), lexicon.HashWord("now"),
	lexicon.HashWord("straight"), lexicon.HashWord("in"), lexicon.HashWord("remission"), lexicon.HashWord("embarazada"), lexicon.HashWord("embarazo"), lexicon.HashWord("enceinte"), lexicon.HashWord("evolucion"),
	lexicon.HashWord("antes"), lexicon.HashWord("despues"), lexicon.HashWord("atras"), lexicon.HashWord("post"), lexicon.HashWord("wait"), lexicon.HashWord("running"),
	lexicon.HashWord("on"), lexicon.HashWord("of"), lexicon.HashWord("as"), lexicon.HashWord("pregnent"), lexicon.HashWord("pregant"),
}

// duration reports that a quantity with a unit is a span of time.
func (t *Text) duration(a *quantity) bool {
	if a.unit == noUnit {
		return false
	}
	if b := a.first - 1; b >= 0 && t.Tokens[b].Class == lexicon.Word && oneOf(t.Tokens[b].Hash, durationsBefore[:]) {
		return true
	}
	j := a.last + 1
	if j < len(t.Tokens) && t.Tokens[j].Gap <= lexicon.GapSpace && t.Tokens[j].Class == lexicon.Word && t.Tokens[j].Suffix == lexicon.NoSuffix {
		if oneOf(t.Tokens[j].Hash, durationsBehind[:]) {
			return !(wordIs(t, j, "running") && t.ageUnitSmall(a)) && !(wordIs(t, j, "now") && a.unit == inYears)
		}
		if wordIs(t, j, "de") && (wordIs(t, j+1, "embarazo") || wordIs(t, j+1, "evolucion") || wordIs(t, j+1, "embarazada") || wordIs(t, j+1, "tratamiento") || wordIs(t, j+1, "gestacion")) {
			return true
		}
	}
	return false
}

// ageUnitSmall: "6 month running" is how some say that a child is in its
// seventh month.
func (t *Text) ageUnitSmall(a *quantity) bool { return a.unit == inMonths || a.unit == inYears }

// counts reports that the number counts or measures what stands behind it, and
// is no age: "3 tablets", "6 foot", "45 min", "10%", "2 to 1".
func (t *Text) counts(a *quantity) bool {
	j := a.last + 1
	if j >= len(t.Tokens) || t.Tokens[j].Gap > lexicon.GapSpace {
		return false
	}
	k := &t.Tokens[j]
	if k.Class == lexicon.Punct {
		switch k.First {
		case '%':
			return true
		case ':', '/', '.', ',', '-', '\'':
			return t.touches(j) && t.touches(j+1) && j+1 < len(t.Tokens) && alnum(&t.Tokens[j+1])
		case '"':
			return !t.is(a.first-1, '"') && t.touches(j) && a.value < 100
		}
		return false
	}
	if a.unit != noUnit {
		return false
	}
	if k.Class == lexicon.Symbol {
		return t.touches(j) // "°"
	}
	if hasDigit(k) {
		return k.Gap <= lexicon.GapSpace
	}
	switch k.Entry.Cue() {
	case lexicon.CueYears, lexicon.CueTime, lexicon.CueMoney, lexicon.CueNumeral, lexicon.CueTens, lexicon.CueMonth:
		return true
	}
	return k.Entry.Has(lexicon.Unit) && !k.Entry.Has(lexicon.Stop) || oneOf(k.Hash, countedWords[:])
}

var countedWords = [...]uint64{
	lexicon.HashWord("of"), lexicon.HashWord("out"), lexicon.HashWord("to"), lexicon.HashWord("times"), lexicon.HashWord("x"), lexicon.HashWord("percent"), lexicon.HashWord("pounds"),
	lexicon.HashWord("pound"), lexicon.HashWord("feet"), lexicon.HashWord("foot"), lexicon.HashWord("ft"), lexicon.HashWord("inches"), lexicon.HashWord("miles"), lexicon.HashWord("km"),
	lexicon.HashWord("kilos"), lexicon.HashWord("stone"), lexicon.HashWord("bucks"), lexicon.HashWord("dollars"), lexicon.HashWord("people"), lexicon.HashWord("per"), lexicon.HashWord("more"),
	lexicon.HashWord("less"), lexicon.HashWord("degrees"), lexicon.HashWord("points"), lexicon.HashWord("am"), lexicon.HashWord("pm"), lexicon.HashWord("oclock"), lexicon.HashWord("th"),
	lexicon.HashWord("con"), lexicon.HashWord("de"), lexicon.HashWord("or"), lexicon.HashWord("hundred"), lexicon.HashWord("thousand"),
}

// ageCloses reports that what stands behind a bare number ends the mention of
// an age, or goes on as a sentence does: no noun that the number counts.
func (t *Text) ageCloses(a *quantity) bool {
	j := a.last + 1
	if j >= len(t.Tokens) || t.Tokens[j].Gap >= lexicon.GapWide {
		return true
	}
	if t.counts(a) || a.value > 112 {
		return false
	}
	k := &t.Tokens[j]
	if k.Class == lexicon.Punct {
		switch k.First {
		case ',', '.', ';', ')', '!', '?', '(', '"', ']', '-', '|':
			return true
		}
		return false
	}
	if k.Class == lexicon.Symbol {
		return true // an emoji
	}
	if a.words && a.value >= 20 || wordIs(t, j, "odd") || wordIs(t, j, "ish") || wordIs(t, j, "and") || wordIs(t, j, "now") || wordIs(t, j, "but") {
		return true
	}
	switch t.CueAt(j) {
	case lexicon.CuePronounI, lexicon.CuePronounThird, lexicon.CuePronounWe, lexicon.CueConjunction, lexicon.CueRelative, lexicon.CueWeekday, lexicon.CueSpeech, lexicon.CueNegation, lexicon.CueHoliday:
		return true
	}
	if k.Entry.Has(lexicon.Stop) {
		return true
	}
	return a.value >= 10 && k.Class == lexicon.Word && k.Entry.Weight() > lexicon.NoWeight && k.Entry.Category() != lexicon.Dose && k.Entry.Category() != lexicon.Drug || wordIs(t, j, "type")
}
