package identifiers

import "github.com/phidetect/phidetect/lexicon"

// monthDate reads the date around the month at token i: "12 March 2021",
// "March 3rd, 1990", "3rd of june", "Sept 2022", "03-Jan-2026", "JUN-11". A
// month alone is a vague date; the months that are words or names ("may",
// "march", "april") need a number or a date cue beside them.
func (t *Text) monthDate(i int) (first, last int, score float32) {
	first, last = i, i
	day, yr := false, false
	// a day before: "12 March", "3rd of june", "the ninth of", "12-"
	j := i - 1
	if j >= 0 && (wordIs(t, j, "of") || wordIs(t, j, "de") || t.is(j, '-') || t.is(j, '/') || t.is(j, '.') || t.is(j, ',')) {
		j--
	}
	if j >= 0 && t.Tokens[i].Gap != lexicon.GapLine && t.dayToken(j) && !(t.is(i-1, ',')) {
		first, day = j, true
		// a range or list: "24-26 Dec", "3 and 4 March"
		if t.is(j-1, '-') && t.touches(j) && j >= 2 && t.dayToken(j-2) {
			first = j - 2
		}
		if wordIs(t, first-1, "twenty") || wordIs(t, first-1, "thirty") {
			first--
		}
	}
	// a day or a year behind
	k := i + 1
	if t.is(k, '.') && t.touches(k) || t.is(k, '-') || t.is(k, '/') {
		k++
	}
	if wordIs(t, k, "the") {
		k++
	}
	if k < len(t.Tokens) && t.Tokens[k].Gap != lexicon.GapLine {
		if !day && t.dayToken(k) && !(t.value(k) > 31) {
			if t.CueAt(k) == lexicon.CueTens && k+1 < len(t.Tokens) && (t.CueAt(k+1) == lexicon.CueNumeral || t.CueAt(k+1) == lexicon.CueOrdinal) {
				k++
			}
			last, day = k, true
			if (t.is(k+1, '-')) && k+2 < len(t.Tokens) && t.dayToken(k+2) && t.value(k+2) <= 31 && t.value(k+2) > 0 {
				last = k + 2
			}
			k = last + 1
			if t.is(k, ',') || t.is(k, '-') || t.is(k, '/') || t.is(k, '.') && t.touches(k) {
				k++
			}
			if wordIs(t, k, "of") || wordIs(t, k, "in") {
				k++
			}
			if t.yearToken(k, true) && t.Tokens[k].Gap != lexicon.GapLine {
				last, yr = k, true
			}
		} else {
			if t.is(k, ',') {
				k++
			}
			if wordIs(t, k, "of") || wordIs(t, k, "de") || wordIs(t, k, "in") {
				k++
			}
			if t.yearToken(k, day) && t.Tokens[k].Gap != lexicon.GapLine {
				last, yr = k, true
			}
		}
		if yr && t.CueAt(last) == lexicon.CueTens && last+1 < len(t.Tokens) && t.CueAt(last+1) == lexicon.CueNumeral {
			last++
		}
	}
	word := &t.Tokens[i]
	ambiguous := word.Entry.HasAny(lexicon.Verb|lexicon.Spanish|lexicon.French) || word.Entry.Given() >= 8 || word.Len() <= 3 || word.Entry.Has(lexicon.Stop)
	switch {
	case day && yr:
		return first, last, 0.96
	case day:
		if ambiguous && word.Case == lexicon.LowerCase && (wordIs(t, i, "may") || wordIs(t, i, "march") || wordIs(t, i, "mar") || wordIs(t, i, "sun")) && !t.dateCueBefore(first) && first == i {
			return first, last, 0.55
		}
		return first, last, 0.9
	case yr:
		return first, last, 0.85
	case !ambiguous, t.dateCueBefore(i) && !wordIs(t, i-1, "to"), wordIs(t, i-1, "in"), wordIs(t, i-1, "last"), wordIs(t, i-1, "next"), wordIs(t, i-1, "since"):
		return first, last, 0.55
	}
	return 0, 0, 0
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
		return t.CueAt(i) == lexicon.CueOrdinal || t.CueAt(i) == lexicon.CueTens && k.Entry.Rank() < 12
	}
	return false
}

func ordinalEnd(s string) bool {
	a, b := s[0]|0x20, s[1]|0x20
	return a == 's' && b == 't' || a == 'n' && b == 'd' || a == 'r' && b == 'd' || a == 't' && b == 'h' || a == 'e' && b == 'r'
}

// yearToken reports "1985", "'85" and, after a day and a month, "85".
func (t *Text) yearToken(i int, short bool) bool {
	if i < 0 || i >= len(t.Tokens) || t.claimed(i) {
		return false
	}
	k := &t.Tokens[i]
	if k.Class == lexicon.Number {
		v := t.value(i)
		if t.is(i+1, ':') && t.touches(i+1) && k.Len() <= 2 || t.unitAfter(i) {
			return false
		}
		if k.Len() == 2 && i+1 < len(t.Tokens) && t.CueAt(i+1) == lexicon.CueTime {
			return false
		}
		return k.Len() == 4 && v >= 1880 && v <= 2100 || short && k.Len() == 2
	}
	return short && t.CueAt(i) == lexicon.CueTens
}

// relativeDate reads weekdays, holidays, "tomorrow", "next week", with "this",
// "next", "last", "on" kept outside and a part of the day inside.
func (t *Text) relativeDate(i int) (first, last int, score float32) {
	_, first, last = t.EntryAt(i)
	if t.CueAt(i) == lexicon.CueWeekday {
		w := &t.Tokens[i]
		// "sun", "sat", "wed", "mon" and "may" are words: they need company
		if w.Len() <= 4 && t.touches(i) && t.is(i-1, '-') {
			return 0, 0, 0 // "Anh-Thu"
		}
		if w.Len() <= 3 && w.Case == lexicon.LowerCase && !t.dateCueBefore(i) && !t.is(i+1, ',') && !t.timeNear(i) && !weekLead(t, i-1) {
			return 0, 0, 0
		}
		if weekLead(t, i-1) {
			first = i - 1
		}
		return first, last, 0.6
	}
	return first, last, 0.6
}

func weekLead(t *Text, i int) bool {
	return wordIs(t, i, "this") || wordIs(t, i, "next") || wordIs(t, i, "last") || wordIs(t, i, "on") || wordIs(t, i, "til") || wordIs(t, i, "till") || wordIs(t, i, "by")
}

func (t *Text) timeNear(i int) bool {
	for j := i - 2; j <= i+2; j++ {
		if j >= 0 && j < len(t.Tokens) && j != i && (t.CueAt(j) == lexicon.CueTime || t.CueAt(j) == lexicon.CueRelative || hasDigit(&t.Tokens[j])) {
			return true
		}
	}
	return false
}

// clock reads a time of day: "10:22", "2:00pm", "3pm", "9 am", "noon".
func (t *Text) clock(i int) (first, last int, score float32) {
	k := &t.Tokens[i]
	if k.Class == lexicon.Mixed {
		s := t.Text[k.Start:k.End]
		n := 0
		for n < len(s) && digit(s[n]) {
			n++
		}
		if n > 0 && (n <= 2 || n == 4 || n == 3) && len(s)-n == 2 && s[n+1]|0x20 == 'm' && (s[n]|0x20 == 'a' || s[n]|0x20 == 'p') {
			return i, i, 0.6
		}
		return 0, 0, 0
	}
	v := t.value(i)
	if t.is(i+1, ':') && t.touches(i+1) && t.touches(i+2) && i+2 < len(t.Tokens) && k.Len() <= 2 && v <= 24 {
		m := &t.Tokens[i+2]
		if m.Class == lexicon.Number && m.Len() == 2 && t.value(i+2) < 60 || m.Class == lexicon.Mixed && m.Len() == 4 && digit(t.Text[m.Start]) && digit(t.Text[m.Start+1]) && t.Text[m.End-1]|0x20 == 'm' {
			last = i + 2
			if t.is(last+1, ':') && t.touches(last+1) && last+2 < len(t.Tokens) && t.Tokens[last+2].Class == lexicon.Number && t.Tokens[last+2].Len() == 2 {
				last += 2
			}
			if t.is(last+1, ':') && t.touches(last+1) {
				return 0, 0, 0
			}
			if last+1 < len(t.Tokens) && t.CueAt(last+1) == lexicon.CueTime && t.Tokens[last+1].Gap <= lexicon.GapSpace {
				_, _, last = t.EntryAt(last + 1)
			}
			return i, last, 0.6
		}
	}
	if k.Len() <= 2 && v >= 1 && v <= 12 && i+1 < len(t.Tokens) && t.Tokens[i+1].Gap == lexicon.GapSpace && (wordIs(t, i+1, "am") || wordIs(t, i+1, "pm")) {
		if wordIs(t, i+1, "am") && t.Tokens[i+1].Case == lexicon.LowerCase && i > 0 && t.CueAt(i-1) == lexicon.CuePronounI {
			return 0, 0, 0
		}
		return i, i + 1, 0.6
	}
	return 0, 0, 0
}
