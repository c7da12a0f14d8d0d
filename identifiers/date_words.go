package identifiers

import "github.com/phidetect/phidetect/lexicon"

// monthDate reads the date around the month at token i: "12 March 2021",
// "March 3rd, 1990", "3rd of june", "Sept 2022", "03-Jan-2026", "24-26 Dec",
// "siete de enero del dos mil cuatro". A month alone is a vague date; the
// months that are words or names ("may", "march", "april") need a number or a
// date cue beside them.
func (t *Text) monthDate(i int) (first, last int, score float32) {
	if wordIs(t, i, "sept") && (t.spells(i-1) >= 0 || t.is(i-1, '-') && t.spells(i-2) >= 0) {
		return 0, 0, 0 // seven, in French
	}
	first, last = i, i
	day := false
	if f, ok := t.dayBefore(i); ok {
		first, day = f, true
	}
	k := i + 1
	if t.is(k, '.') && t.touches(k) || t.is(k, '-') || t.is(k, '/') {
		k++
	}
	if wordIs(t, k, "the") {
		k++
	}
	if !day {
		if l := t.dayAfter(k); l > 0 {
			last, day, k = l, true, l+1
		}
	}
	if day && t.dateOfStreet(first) {
		return 0, 0, 0
	}
	yr := false
	if y := t.yearBehind(k, day); y > 0 {
		last, yr = y, true
	} else if y := t.value(first - 1); last > i && first == i && y >= 1880 && y <= 2100 && t.Tokens[first].Gap <= lexicon.GapSpace && !t.claimed(first-1) {
		first, yr = first-1, true // "2006 May 11"
	}
	w := &t.Tokens[i]
	lower := w.Case == lexicon.LowerCase
	switch {
	case day && yr:
		if t.Tokens[i].Gap == lexicon.GapSpace {
			return first, t.clockTail(last), 0.96
		}
		return first, t.logClock(last), 0.96
	case day:
		if lower && first == i && (wordIs(t, i, "may") || wordIs(t, i, "march") || wordIs(t, i, "mar") || wordIs(t, i, "mai")) && !t.dateCueBefore(first) {
			if wordIs(t, last+1, "of") || wordIs(t, last+1, "times") {
				return 0, 0, 0 // "may 2 of us come"
			}
			return first, last, 0.55
		}
		return first, last, 0.9
	case yr:
		return first, last, 0.85
	case t.nameBeside(i, i):
		return 0, 0, 0
	}
	// a month alone
	in := wordIs(t, i-1, "in") || wordIs(t, i-1, "en") || wordIs(t, i-1, "last") || wordIs(t, i-1, "next") || wordIs(t, i-1, "since") || wordIs(t, i-1, "until") || wordIs(t, i-1, "by")
	words := wordIs(t, i, "may") || wordIs(t, i, "march") || wordIs(t, i, "mar") || wordIs(t, i, "mars") || wordIs(t, i, "mayo") || wordIs(t, i, "mai")
	ambiguous := w.Entry.HasAny(lexicon.Verb|lexicon.Spanish|lexicon.French|lexicon.Stop) || w.Entry.Given() >= 8 || w.Len() <= 3
	switch {
	case in && !(w.Case == lexicon.UpperCase && w.Len() <= 3), !ambiguous && !words:
		return first, last, 0.55
	case ambiguous && !words && w.Case != lexicon.UpperCase && t.dateCueBefore(i) && !wordIs(t, i-1, "to"):
		return first, last, 0.55
	}
	return 0, 0, 0
}

// dayBefore finds the day before the month at token i, "12", "3rd of", "the
// ninth of", "12-", "siete de", with the first day of a range or list: "24-26
// Dec", "14 to 16 December", "3 and 4 March".
func (t *Text) dayBefore(i int) (first int, ok bool) {
	if i == 0 || t.Tokens[i].Gap == lexicon.GapLine || t.is(i-1, ',') {
		return 0, false
	}
	j, of := i-1, false
	switch {
	case wordIs(t, j, "of"), wordIs(t, j, "de"):
		j, of = j-1, true
	case t.is(j, '-'), t.is(j, '/'):
		j--
	case t.is(j, '.'):
		if j--; j < 0 || !hasDigit(&t.Tokens[j]) {
			return 0, false
		}
	}
	first, ok = t.dayEnding(j, of || t.Tokens[i].Entry.HasAny(lexicon.Spanish|lexicon.French))
	if !ok {
		return 0, false
	}
	from := first - 1
	if wordIs(t, from, "the") {
		from--
	}
	switch {
	case t.is(from, '-'), wordIs(t, from, "to"), wordIs(t, from, "through"), wordIs(t, from, "thru"), wordIs(t, from, "al"), wordIs(t, from, "au"),
		hasDigit(&t.Tokens[first]) && (t.is(from, '&') || wordIs(t, from, "and") || wordIs(t, from, "y") || wordIs(t, from, "et")):
	default:
		return first, true
	}
	if from--; t.Tokens[first].Gap > lexicon.GapSpace || from < 0 {
		return first, true
	}
	if f, ok := t.dayEnding(from, false); ok && !(t.value(from) >= 0 && t.value(first) >= 0 && t.value(from) >= t.value(first)) && !t.insideCode(from) {
		first = f
	}
	return first, true
}

// dayEnding gives the first token of the day of the month whose last is token
// j; cardinal words are days only where spoken is set.
func (t *Text) dayEnding(j int, spoken bool) (int, bool) {
	if j < 0 || t.claimed(j) {
		return 0, false
	}
	if t.dayToken(j) {
		if wordIs(t, j-1, "twenty") || wordIs(t, j-1, "thirty") {
			return j - 1, true
		}
		if t.is(j-1, '-') && t.touches(j) && (wordIs(t, j-2, "twenty") || wordIs(t, j-2, "thirty")) {
			return j - 2, true
		}
		return j, true
	}
	if !spoken {
		return 0, false
	}
	v := t.spells(j)
	switch {
	case v < 1 || v > 30:
		return 0, false
	case v < 10 && wordIs(t, j-1, "y") && (t.spells(j-2) == 20 || t.spells(j-2) == 30):
		return j - 2, true
	case v < 10 && t.spells(j-1) == 20:
		return j - 1, true
	}
	return j, true
}

// dayAfter gives the last token of the day, or of the range of days, that
// begins at token k behind a month; 0 if there is none.
func (t *Text) dayAfter(k int) int {
	if k >= len(t.Tokens) || t.Tokens[k].Gap > lexicon.GapWide || t.claimed(k) {
		return 0
	}
	if !t.dayToken(k) {
		// "december five two thousand": words need a year behind
		if v, last := t.spokenNumber(k); v >= 1 && v <= 31 && t.spokenYear(last+1, false) > 0 {
			return last
		}
		return 0
	}
	last := k
	if t.Tokens[k].Class == lexicon.Word {
		_, _, last = t.EntryAt(k)
		if e := t.goesOn(k + 1); t.CueAt(k) == lexicon.CueTens && e < len(t.Tokens) && (t.CueAt(e) == lexicon.CueOrdinal || t.spells(e) > 0 && t.spells(e) < 10) {
			last = e
		}
		return last
	}
	if t.is(k+1, ':') && t.touches(k+1) && t.touches(k+2) || t.unitAfter(k) && t.Tokens[k].Class == lexicon.Number {
		return 0
	}
	// a range: "Dec 24-26", "Feb 3 to 9", "Sept 4 & 11"
	to := k + 1
	switch {
	case t.is(to, '-'), t.is(to, '&'), wordIs(t, to, "to"), wordIs(t, to, "through"), wordIs(t, to, "thru"), wordIs(t, to, "and"):
		e := to + 1
		if wordIs(t, e, "the") {
			e++
		}
		if e < len(t.Tokens) && hasDigit(&t.Tokens[e]) && t.Tokens[e].Gap <= lexicon.GapSpace && t.dayToken(e) && (t.value(e) < 0 || t.value(e) > t.value(k)) &&
			!t.unitAfter(e) && !(t.is(e+1, ':') && t.touches(e+1)) && t.follows(e) != lexicon.CueMonth && t.follows(e) != lexicon.CueTime && t.follows(e) != lexicon.CueYears &&
			!(t.touches(e+1) && t.touches(e+2) && e+2 < len(t.Tokens) && joiner(t.Tokens[e+1].First) != 0 && alnum(&t.Tokens[e+2])) {
			return e
		}
	}
	return last
}

// follows is the cue of the word right behind token i.
func (t *Text) follows(i int) lexicon.Cue {
	if i+1 >= len(t.Tokens) || t.Tokens[i+1].Gap > lexicon.GapSpace || t.Tokens[i+1].Class == lexicon.Punct {
		return lexicon.NoCue
	}
	return t.CueAt(i + 1)
}

// dayToken reports a day of the month: "12", "3rd", "ninth", "eleventh".
func (t *Text) dayToken(i int) bool {
	if i < 0 || i >= len(t.Tokens) || t.claimed(i) {
		return false
	}
	k := &t.Tokens[i]
	switch k.Class {
	case lexicon.Number:
		v := t.value(i)
		return k.Len() <= 2 && v >= 1 && v <= 31
	case lexicon.Mixed:
		s := t.Text[k.Start:k.End]
		n := 0
		for n < len(s) && digit(s[n]) {
			n++
		}
		return n > 0 && n <= 2 && len(s)-n == 2 && ordinalEnd(s[n:])
	case lexicon.Word:
		if t.CueAt(i) == lexicon.CueTens {
			v := t.spells(i)
			return v == 20 || v == 30
		}
		return t.CueAt(i) == lexicon.CueOrdinal
	}
	return false
}

func ordinalEnd(s string) bool {
	a, b := s[0]|0x20, s[1]|0x20
	return a == 's' && b == 't' || a == 'n' && b == 'd' || a == 'r' && b == 'd' || a == 't' && b == 'h' || a == 'e' && b == 'r'
}

// logClock includes the time that a server's log joins to its date by a colon:
// "14/Apr/2026:08:01:33 -0500".
func (t *Text) logClock(last int) int {
	if !t.is(last+1, ':') || !t.touches(last+1) || !t.touches(last+2) || last+2 >= len(t.Tokens) || !hasDigit(&t.Tokens[last+2]) {
		return last
	}
	if _, end, score := t.clock(last + 2); score > 0 {
		return t.offset(end)
	}
	return last
}
