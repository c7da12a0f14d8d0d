package identifiers

import "github.com/phidetect/phidetect/lexicon"

// weekdayDate reads the date whose weekday stands at token i and whose month
// comes behind: "Sat 22nd March", "Thursday, May 8", "lundi le 3 mars".
func (t *Text) weekdayDate(i int) (first, last int, score float32) {
	j := i + 1
	if t.is(j, ',') || t.is(j, '.') {
		j++
	}
	if wordIs(t, j, "the") || wordIs(t, j, "le") || wordIs(t, j, "el") {
		j++
	}
	for m := j; m < len(t.Tokens) && m <= j+4 && t.Tokens[m].Gap <= lexicon.GapSpace; m++ {
		if t.CueAt(m) != lexicon.CueMonth || t.claimed(m) {
			continue
		}
		if first, last, score = t.monthDate(m); score > vagueDate && first == j {
			return first, last, score // appendDate adds the weekday
		}
		break
	}
	return 0, 0, 0
}

// relativeDate reads weekdays, holidays, "tomorrow", "next week"; "this",
// "next" and "last" are part of it. A holiday with its year is a date of its own.
func (t *Text) relativeDate(i int) (first, last int, score float32) {
	cue := t.CueAt(i)
	e, first, last := t.EntryAt(i)
	switch {
	case e.Has(lexicon.Figure) && last > first:
		return 0, 0, 0 // "allergic to mondays"
	case e.Cue() != cue:
		first, last = i, i
	}
	if t.nameBeside(first, last) {
		return 0, 0, 0
	}
	w := &t.Tokens[i]
	switch cue {
	case lexicon.CueHoliday:
		if w.Len() <= 3 && w.Case == lexicon.UpperCase {
			return 0, 0, 0 // an abbreviation: "EID" is a muscle of the hand
		}
		if y := t.yearBehind(last+1, false); y > 0 {
			return first, y, 0.85
		}
	case lexicon.CueWeekday:
		if w.Len() <= 4 && t.touches(i) && t.is(i-1, '-') {
			return 0, 0, 0 // "Anh-Thu"
		}
		if w.Len() <= 3 && !t.shortWeekday(i) {
			return 0, 0, 0
		}
		if weekLead(t, i-1) {
			first = i - 1
		}
	}
	return first, last, vagueDate
}

// shortWeekday tells the weekdays "sun", "sat", "wed" and "mon" from the words
// they also are: they need company, or capitals where they are no other word.
func (t *Text) shortWeekday(i int) bool {
	lead := weekLead(t, i-1) || wordIs(t, i-1, "on") || wordIs(t, i-1, "by") || wordIs(t, i-1, "til") || wordIs(t, i-1, "till")
	switch {
	case wordIs(t, i, "mon"): // my, in French
		return lead || t.dayFollows(i)
	case wordIs(t, i, "sat"): // saturation, in notes
		if v := t.value(i + 1); v >= 70 || wordIs(t, i+1, "o2") || t.is(i+1, '.') && wordIs(t, i+2, "o2") {
			return false
		}
	case wordIs(t, i, "sun"):
		if wordIs(t, i-1, "the") {
			return false
		}
	}
	return t.Tokens[i].Case != lexicon.LowerCase || lead || t.is(i+1, ',') || t.dateCueBefore(i) || t.timeNear(i)
}

// dayFollows reports that a date, a time, another weekday or nothing follows.
func (t *Text) dayFollows(i int) bool {
	j := i + 1
	if j < len(t.Tokens) && t.is(j, '/') || t.is(j, '-') || t.is(j, ',') {
		j++
	}
	if j >= len(t.Tokens) || t.Tokens[j].Gap == lexicon.GapLine {
		return true
	}
	if t.Tokens[j].Class == lexicon.Punct {
		return t.is(j, '.') || t.is(j, '?') || t.is(j, '!')
	}
	c := t.CueAt(j)
	return hasDigit(&t.Tokens[j]) || c == lexicon.CueWeekday || c == lexicon.CueMonth || c == lexicon.CueTime || wordIs(t, j, "morning") || wordIs(t, j, "afternoon") || wordIs(t, j, "evening") || wordIs(t, j, "at")
}

func weekLead(t *Text, i int) bool {
	return wordIs(t, i, "this") || wordIs(t, i, "next") || wordIs(t, i, "last")
}

func (t *Text) timeNear(i int) bool {
	for j := i - 2; j <= i+2; j++ {
		if j >= 0 && j < len(t.Tokens) && j != i && (t.CueAt(j) == lexicon.CueTime || t.CueAt(j) == lexicon.CueRelative || hasDigit(&t.Tokens[j])) {
			return true
		}
	}
	return false
}

// nameBeside reports that the capitalised weekday, month or holiday in tokens
// first to last is part of a person's name: "Wednesday Addams", "Noel Ames",
// "Dr. Domingo".
func (t *Text) nameBeside(first, last int) bool {
	if last > first || t.Tokens[first].Case == lexicon.LowerCase {
		return false
	}
	if j := last + 1; j < len(t.Tokens) && t.Tokens[j].Gap == lexicon.GapSpace && t.Tokens[j].Class == lexicon.Word && t.Tokens[j].Case == t.Tokens[first].Case &&
		(t.Tokens[j].Entry.Surname() >= 3 && t.Tokens[j].Entry.Rank() <= 4 || t.Tokens[j].Entry.Surname() >= 2 && t.Tokens[j].Entry.Rank() == 0 || t.CueAt(first) != lexicon.CueMonth && stranger(&t.Tokens[j])) && t.CueAt(j) == lexicon.NoCue {
		return true
	}
	j := first - 1
	if t.is(j, '.') {
		j--
	}
	if j < 0 || t.Tokens[first].Gap > lexicon.GapSpace || t.Tokens[j].Class != lexicon.Word {
		return false
	}
	switch t.CueAt(j) {
	case lexicon.CueDoctor, lexicon.CueTitle:
		return true
	}
	p := &t.Tokens[j]
	return p.Case != lexicon.LowerCase && p.Entry.Name() >= 8 && p.Entry.Rank() <= 5 && t.CueAt(j) == lexicon.NoCue
}

// dayAlone reads a day whose month goes without saying, "on the ninth", "by
// the 3rd", where nothing stands behind that it could count.
func (t *Text) dayAlone(i int) (first, last int, score float32) {
	if !wordIs(t, i-1, "the") || !t.dayToken(i) || wordIs(t, i, "first") || wordIs(t, i, "second") || t.Tokens[i].Class == lexicon.Number {
		return 0, 0, 0
	}
	if !(wordIs(t, i-2, "on") || wordIs(t, i-2, "by") || wordIs(t, i-2, "before") || wordIs(t, i-2, "after") || wordIs(t, i-2, "until") || wordIs(t, i-2, "till") || wordIs(t, i-2, "since")) {
		return 0, 0, 0
	}
	_, _, last = t.EntryAt(i)
	j := last + 1
	if j >= len(t.Tokens) || t.Tokens[j].Gap == lexicon.GapLine {
		return i, last, vagueDate
	}
	k := &t.Tokens[j]
	if k.Class == lexicon.Punct && k.First != '-' && k.First != '/' || wordIs(t, j, "at") || wordIs(t, j, "and") || wordIs(t, j, "but") || wordIs(t, j, "for") || wordIs(t, j, "with") || wordIs(t, j, "so") ||
		t.CueAt(j) == lexicon.CuePronounI || t.CueAt(j) == lexicon.CuePronounThird {
		return i, last, vagueDate
	}
	return 0, 0, 0
}
