package identifiers

import "github.com/phidetect/phidetect/lexicon"

// An ageUnit is what an age is counted in.
type ageUnit uint8

const (
	noUnit ageUnit = iota
	inYears
	inMonths
	inWeeks
	inDays
)

// readUnit reads the unit behind the number, joined by a hyphen or a space.
func (t *Text) readUnit(a *quantity) {
	j := a.last + 1
	if t.is(j, '-') && t.touches(j) && t.touches(j+1) {
		j++
	}
	if j >= len(t.Tokens) || t.Tokens[j].Gap > lexicon.GapSpace || t.Tokens[j].Class != lexicon.Word {
		return
	}
	e, first, end := t.EntryAt(j)
	if e.Cue() == lexicon.CueAgeUnit && end > j && first == j {
		a.unit, _ = unitOf(t.Tokens[j].Hash)
		if a.unit == noUnit {
			a.unit = inYears
		}
		// phrases: "y/o", "years old", "m/o"; the lone ones are read below
		a.last, a.old = end, true
		if t.is(end+1, '.') && t.touches(end+1) && t.is(j+1, '.') {
			a.last++ // "9 y.o."
		}
		return
	}
	if c := t.Tokens[j].Entry.Cue(); c != lexicon.CueAgeUnit && c != lexicon.CueYears && t.Tokens[j].Len() > 2 && t.Tokens[j].Entry.Rank() >= 7 {
		return // a common word that is no unit
	}
	unit, old := unitOf(t.Tokens[j].Hash)
	if unit == noUnit || t.Tokens[j].Suffix != lexicon.NoSuffix {
		return
	}
	if t.Tokens[j].Len() == 1 && !t.letterUnit(j) {
		return
	}
	a.unit, a.old, a.last = unit, old, j
	// "3 ans et demi", "39 and eleven months", "11 yrs 7 mths"
	if f := t.fractionEnd(j); f > j {
		a.last, a.fraction = f, true
		return
	}
	n := t.goesOn(j + 1)
	if t.is(j+1, ',') {
		n = j + 2
	}
	if v, last := t.smallNumber(n); v > 0 && v < 32 && last+1 < len(t.Tokens) && t.Tokens[n].Gap <= lexicon.GapSpace {
		if u, _ := unitOf(t.Tokens[last+1].Hash); u > unit && t.Tokens[last+1].Class == lexicon.Word && t.Tokens[last+1].Len() > 1 {
			a.last = last + 1
		}
	}
}

// letterUnit tells the letters of years, "96 y", "83 a", from the words they
// also are: something closes behind them.
func (t *Text) letterUnit(j int) bool {
	n := j + 1
	if n >= len(t.Tokens) || t.Tokens[n].Gap >= lexicon.GapWide {
		return true
	}
	if t.is(j+1, '/') {
		return !wordIs(t, j, "a") && t.Tokens[j+1].Gap > lexicon.GapNone || wordIs(t, j, "y") && wordIs(t, j+2, "m") || wordIs(t, j, "y") && wordIs(t, j+2, "f")
	}
	if t.Tokens[n].Class == lexicon.Punct {
		return t.is(n, ',') || t.is(n, ')') || t.is(n, ';') || t.is(n, '.')
	}
	return t.sexLetter(n) > 0 && !wordIs(t, j, "a")
}

// closeUnit includes what says that a quantity is an age: "-old", "of age".
func (t *Text) closeUnit(a *quantity) {
	k := a.last + 1
	if a.unit == noUnit {
		// "is fourteen too young", "10 and a half old enough"
		a.old = a.value > 0 && (wordIs(t, k, "too") && (wordIs(t, k+1, "young") || wordIs(t, k+1, "old")) || (wordIs(t, k, "old") || wordIs(t, k, "young")) && wordIs(t, k+1, "enough"))
		return
	}
	if t.is(k, '-') && t.touches(k) {
		k++
	}
	switch {
	case wordIs(t, k, "old") || wordIs(t, k, "young"):
		a.last, a.old, a.sex = k, true, false
	case a.unit != inWeeks && (wordIs(t, k, "man") || wordIs(t, k, "woman") || wordIs(t, k, "boy") || wordIs(t, k, "girl") || wordIs(t, k, "lady") || wordIs(t, k, "gentleman") || wordIs(t, k, "baby") || wordIs(t, k, "male") || wordIs(t, k, "female")):
		a.old = true // "28 years lady"
	case wordIs(t, k, "of") && wordIs(t, k+1, "age"):
		a.last, a.old = k+1, true
	case wordIs(t, k, "de") && (wordIs(t, k+1, "edad") || wordIs(t, k+1, "vida") || wordIs(t, k+1, "nacido") || wordIs(t, k+1, "nacida") || wordIs(t, k+1, "vie")):
		a.old = true
	}
}

// unitOf gives the unit that a word of the given hash names, and whether it
// says that an age is meant.
func unitOf(h uint64) (unit ageUnit, old bool) {
	for i := range ageUnits {
		if ageUnits[i].hash == h {
			return ageUnits[i].unit, ageUnits[i].old
		}
	}
	return noUnit, false
}

var ageUnits = [...]struct {
	hash uint64
	unit ageUnit
	old  bool
}{
	{lexicon.HashWord("yo"), inYears, true}, {lexicon.HashWord("yom"), inYears, true}, {lexicon.HashWord("yof"), inYears, true}, {lexicon.HashWord("yoa"), inYears, true},
	{lexicon.HashWord("yold"), inYears, true}, {lexicon.HashWord("yrold"), inYears, true}, {lexicon.HashWord("yearold"), inYears, true}, {lexicon.HashWord("yearsold"), inYears, true},
	{lexicon.HashWord("mold"), inMonths, true}, {lexicon.HashWord("moold"), inMonths, true}, {lexicon.HashWord("wkold"), inWeeks, true},
	{lexicon.HashWord("years"), inYears, false}, {lexicon.HashWord("year"), inYears, false}, {lexicon.HashWord("yrs"), inYears, false}, {lexicon.HashWord("yr"), inYears, false},
	{lexicon.HashWord("y"), inYears, false}, {lexicon.HashWord("ys"), inYears, false}, {lexicon.HashWord("a"), inYears, false},
	{lexicon.HashWord("anos"), inYears, false}, {lexicon.HashWord("ano"), inYears, false}, {lexicon.HashWord("anitos"), inYears, false}, {lexicon.HashWord("ans"), inYears, false}, {lexicon.HashWord("an"), inYears, false},
	{lexicon.HashWord("saal"), inYears, false}, {lexicon.HashWord("jahre"), inYears, false}, {lexicon.HashWord("jaar"), inYears, false}, {lexicon.HashWord("anni"), inYears, false},
	{lexicon.HashWord("tahun"), inYears, false}, {lexicon.HashWord("taon"), inYears, false}, {lexicon.HashWord("varsh"), inYears, false}, {lexicon.HashWord("jare"), inYears, false},
	{lexicon.HashWord("months"), inMonths, false}, {lexicon.HashWord("month"), inMonths, false}, {lexicon.HashWord("mos"), inMonths, false}, {lexicon.HashWord("mo"), inMonths, false},
	{lexicon.HashWord("mth"), inMonths, false}, {lexicon.HashWord("mths"), inMonths, false}, {lexicon.HashWord("mnth"), inMonths, false}, {lexicon.HashWord("mnths"), inMonths, false},
	{lexicon.HashWord("meses"), inMonths, false}, {lexicon.HashWord("mes"), inMonths, false}, {lexicon.HashWord("mesesitos"), inMonths, false}, {lexicon.HashWord("mois"), inMonths, false},
	{lexicon.HashWord("weeks"), inWeeks, false}, {lexicon.HashWord("week"), inWeeks, false}, {lexicon.HashWord("wks"), inWeeks, false}, {lexicon.HashWord("wk"), inWeeks, false},
	{lexicon.HashWord("semanas"), inWeeks, false}, {lexicon.HashWord("semaines"), inWeeks, false},
	{lexicon.HashWord("days"), inDays, false}, {lexicon.HashWord("day"), inDays, false}, {lexicon.HashWord("dias"), inDays, false}, {lexicon.HashWord("jours"), inDays, false},
}
