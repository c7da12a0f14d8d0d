package identifiers

import (
	"github.com/phidetect/phidetect/lexicon"
)

// dateWords are the cues that wake the dates without digits up.
var dateWords = Cues(lexicon.CueMonth, lexicon.CueWeekday, lexicon.CueRelative, lexicon.CueHoliday, lexicon.CueTime, lexicon.CueOrdinal)

// dates finds dates in digits and in words, times of day, weekdays, holidays
// and relative days; then decides by cue which are dates of birth.
func (t *Text) dates(dst []Span) []Span {
	from := len(dst)
	for _, d := range t.Triggers.Digits {
		i := int(d)
		if t.claimed(i) {
			continue
		}
		if end := t.ideographicDate(i); end > 0 {
			dst = append(dst, Span{Start: t.eraBefore(i), End: end, Type: Date, Score: 0.95, Why: Why{Matcher: "date"}})
		} else if first, last, score := t.numericDate(i); score > 0 {
			dst = t.appendDate(dst, first, last, score)
		}
	}
	if t.Triggers.Cues.meets(dateWords) {
		dst = t.wordDates(dst)
	}
	for _, d := range t.Triggers.Digits {
		if i := int(d); !t.claimed(i) {
			if first, last, score := t.clock(i); score > 0 {
				dst = t.appendDate(dst, first, last, score)
			} else if first, last, score := t.dayAlone(i); score > 0 {
				dst = t.appendDate(dst, first, last, score)
			}
		}
	}
	for k := from; k < len(dst); k++ {
		t.birthCue(&dst[k])
		if k > from && dst[k].Type == Date && t.bornWith(&dst[k-1], &dst[k]) {
			dst[k].Type, dst[k].Score, dst[k].Why.Cue = DateOfBirth, 0.85, lexicon.CueBorn
		}
	}
	return t.bareBirthDates(dst)
}

// wordDates finds the dates that a month, weekday, holiday or relative word
// makes one.
func (t *Text) wordDates(dst []Span) []Span {
	for i := 0; i < len(t.Tokens); i++ {
		if t.Tokens[i].Class == lexicon.Punct || t.claimed(i) {
			continue
		}
		var first, last int
		var score float32
		switch t.CueAt(i) {
		case lexicon.CueMonth:
			first, last, score = t.monthDate(i)
		case lexicon.CueWeekday:
			if first, last, score = t.weekdayDate(i); score == 0 {
				first, last, score = t.relativeDate(i)
			}
		case lexicon.CueRelative, lexicon.CueHoliday:
			first, last, score = t.relativeDate(i)
		case lexicon.CueOrdinal:
			first, last, score = t.dayAlone(i)
		}
		if score > 0 {
			dst = t.appendDate(dst, first, last, score)
			i = max(i, last)
		}
	}
	return dst
}

func (t *Text) appendDate(dst []Span, first, last int, score float32) []Span {
	if !t.free(first, last) {
		return dst
	}
	if score > vagueDate {
		if w := t.weekdayBefore(first); w < first {
			first, last = w, t.clockTail(last)
		}
	}
	t.claim(first, last)
	return append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Date, Score: score, Vague: score <= vagueDate, Why: Why{Matcher: "date"}})
}

// vagueDate is the highest score of a date that names no day of a year.
const vagueDate = 0.6

// weekdayBefore gives the token of the weekday that stands before the date at
// token first: "Tue 14 Apr", "Monday, the 3rd of May"; first if none does.
func (t *Text) weekdayBefore(first int) int {
	j := first - 1
	if t.Tokens[first].Gap == lexicon.GapLine {
		return first
	}
	if wordIs(t, j, "the") || wordIs(t, j, "le") || wordIs(t, j, "el") {
		j--
	}
	if t.is(j, ',') || t.is(j, '.') {
		j--
	}
	if j < 0 || t.Tokens[j].Class != lexicon.Word || t.claimed(j) || t.Tokens[j].Entry.Cue() != lexicon.CueWeekday || t.Tokens[j+1].Gap > lexicon.GapSpace {
		return first
	}
	return j
}

// clockTail includes the time that closes a date of mail headers and logs,
// "Tue, 14 Apr 2026 10:22 +0200", where a year stands before it.
func (t *Text) clockTail(last int) int {
	if t.Tokens[last].Len() != 4 || last+1 >= len(t.Tokens) || t.Tokens[last+1].Gap > lexicon.GapSpace {
		return last
	}
	j := last + 1
	if t.is(j, ',') {
		j++
	}
	if j >= len(t.Tokens) || t.claimed(j) || !hasDigit(&t.Tokens[j]) {
		return last
	}
	_, end, score := t.clock(j)
	if score == 0 || !t.is(j+1, ':') {
		return last
	}
	return t.offset(end)
}

// offset includes the offset from UTC behind a time: "+0200", "-06:00".
func (t *Text) offset(end int) int {
	if (t.is(end+1, '+') || t.is(end+1, '-')) && t.touches(end+2) && end+2 < len(t.Tokens) && t.Tokens[end+2].Class == lexicon.Number {
		switch n := t.Tokens[end+2].Len(); {
		case n == 4:
			return end + 2
		case n == 2 && t.is(end+3, ':') && t.touches(end+3) && t.touches(end+4) && t.value(end+4) >= 0:
			return end + 4
		}
	}
	return end
}

// value is the number that a token of digits spells, or -1.
func (t *Text) value(i int) int {
	if i < 0 || i >= len(t.Tokens) || t.Tokens[i].Class != lexicon.Number || t.Tokens[i].Len() > 8 {
		return -1
	}
	v := 0
	for _, b := range []byte(t.Text[t.Tokens[i].Start:t.Tokens[i].End]) {
		v = v*10 + int(b-'0')
	}
	return v
}
