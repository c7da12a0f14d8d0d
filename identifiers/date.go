package identifiers

import (
	"github.com/phidetect/phidetect/lexicon"
)

// dates finds dates in digits and in words, times of day, weekdays, holidays
// and relative days; then decides by cue which are dates of birth.
func (t *Text) dates(dst []Span) []Span {
	from := len(dst)
	for _, d := range t.Triggers.Digits {
		i := int(d)
		if t.claimed(i) {
			continue
		}
		if first, last, score := t.numericDate(i); score > 0 {
			dst = t.appendDate(dst, first, last, score)
		} else if first, last, score := t.clock(i); score > 0 {
			dst = t.appendDate(dst, first, last, score)
		}
	}
	if t.Triggers.Cues.HasAny(lexicon.CueMonth, lexicon.CueWeekday, lexicon.CueRelative, lexicon.CueHoliday, lexicon.CueTime) {
		for i := 0; i < len(t.Tokens); i++ {
			if t.Tokens[i].Class == lexicon.Punct || t.claimed(i) {
				continue
			}
			var first, last int
			var score float32
			switch t.CueAt(i) {
			case lexicon.CueMonth:
				first, last, score = t.monthDate(i)
			case lexicon.CueWeekday, lexicon.CueRelative, lexicon.CueHoliday:
				first, last, score = t.relativeDate(i)
			}
			if score > 0 {
				dst = t.appendDate(dst, first, last, score)
				i = max(i, last)
			}
		}
	}
	for k := from; k < len(dst); k++ {
		t.birthCue(&dst[k])
	}
	return t.bareBirthDates(dst)
}

func (t *Text) appendDate(dst []Span, first, last int, score float32) []Span {
	if !t.free(first, last) {
		return dst
	}
	t.claim(first, last)
	return append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Date, Score: score, Vague: score <= vagueDate, Why: Why{Matcher: "date"}})
}

// vagueDate is the highest score of a date that names no day of a year.
const vagueDate = 0.6

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

// numericDate reads "14/02/1948", "4-30-1957", "1990-07-14", "3.11", "3/22",
// ISO 8601 and HL7 timestamps that begin at token i.
func (t *Text) numericDate(i int) (first, last int, score float32) {
	k := &t.Tokens[i]
	if k.Class == lexicon.Mixed {
		return t.mixedDate(i)
	}
	if t.touches(i) && i > 0 && (t.Tokens[i-1].Class == lexicon.Punct && (joiner(t.Tokens[i-1].First) != 0 || t.is(i-1, '$') || t.is(i-1, '#')) && i > 1 && alnum(&t.Tokens[i-2])) {
		return 0, 0, 0
	}
	if t.is(i-1, '$') {
		return 0, 0, 0
	}
	n := k.Len()
	if n == 8 || n == 12 || n == 14 {
		return t.stamp(i)
	}
	if n > 4 || i+2 >= len(t.Tokens) {
		return 0, 0, 0
	}
	sep := &t.Tokens[i+1]
	if sep.Class != lexicon.Punct || !(sep.First == '/' || sep.First == '-' || sep.First == '.') {
		return 0, 0, 0
	}
	spaced := sep.Gap != lexicon.GapNone || t.Tokens[i+2].Gap != lexicon.GapNone
	if spaced && (sep.First == '.' || sep.Gap > lexicon.GapSpace || t.Tokens[i+2].Gap > lexicon.GapSpace) {
		return 0, 0, 0
	}
	a, b := t.value(i), t.value(i+2)
	if b < 0 {
		if t.Tokens[i+2].Class == lexicon.Word && t.CueAt(i+2) == lexicon.CueMonth && !spaced {
			return 0, 0, 0 // "03-Jan-2026" is read from its month
		}
		if t.Tokens[i+2].Class == lexicon.Mixed && n == 4 && !spaced { // 2025-01-09T14:22
			return 0, 0, 0
		}
		return 0, 0, 0
	}
	bn := t.Tokens[i+2].Len()
	three := t.is(i+3, sep.First) && i+4 < len(t.Tokens) && (spaced || t.touches(i+3) && t.touches(i+4))
	if three {
		c := t.value(i + 4)
		cn := t.Tokens[i+4].Len()
		if t.Tokens[i+4].Class == lexicon.Mixed && n == 4 && bn == 2 {
			if end, ok := t.isoTail(i + 4); ok && b >= 1 && b <= 12 {
				return i, end, 0.97
			}
			return 0, 0, 0
		}
		if t.is(i+5, sep.First) && t.touches(i+5) && t.touches(i+6) && i+6 < len(t.Tokens) && alnum(&t.Tokens[i+6]) {
			return 0, 0, 0 // a longer code
		}
		switch {
		case n == 4 && a >= 1880 && a <= 2100 && b >= 1 && b <= 12 && c >= 1 && c <= 31 && cn <= 2:
			return i, i + 4, 0.97
		case n <= 2 && bn <= 2 && (cn == 4 && c >= 1880 && c <= 2100 || cn == 2) && a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12):
			if sep.First == '.' && cn == 2 && t.is(i+5, '.') {
				return 0, 0, 0
			}
			if sep.First == '-' && cn == 2 && t.labelBefore(i).cue == lexicon.CueBank {
				return 0, 0, 0
			}
			return i, i + 4, 0.95
		}
		return 0, 0, 0
	}
	if t.is(i+3, sep.First) && t.touches(i+3) && t.touches(i+4) {
		return 0, 0, 0
	}
	// two parts: 3/22, 01-2026, 11/06; a weekly score, a ratio and a pressure look alike
	switch {
	case sep.First == '/' && n <= 2 && bn == 4 && a >= 1 && a <= 12 && b >= 1900 && b <= 2100:
		return i, i + 2, 0.9
	case sep.First == '/' && n <= 2 && bn <= 2 && a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12) && !spaced:
		return i, i + 2, t.shortDate(i, i+2, a, b)
	case n == 4 && a >= 1900 && a <= 2100 && bn == 2 && b >= 1 && b <= 12 && sep.First != '.' && !spaced:
		return i, i + 2, 0.7
	case sep.First == '.' && n <= 2 && bn == 2 && a >= 1 && a <= 31 && b >= 1 && b <= 12 && t.plainDateCue(i) && !t.unitAfter(i+2):
		return i, i + 2, 0.7
	}
	return 0, 0, 0
}

// shortDate judges "3/22": a date unless what stands beside says fraction,
// score, strength, acuity or pain scale.
func (t *Text) shortDate(first, last, a, b int) float32 {
	if t.unitAfter(last) || t.is(last+1, '%') {
		return 0
	}
	if e, _, _ := t.entryBefore(first); e.Cue() == lexicon.CueAgainst || e.Has(lexicon.LabName) || e.Category() == lexicon.Drug {
		return 0
	}
	s := float32(0.6)
	if t.dateCueBefore(first) {
		s = 0.9
	} else if b == 10 && a <= 10 || a == 1 && b == 2 || a == 1 && b == 4 || a == 3 && b == 4 || a == 24 && b == 7 || a == 20 && b == 20 || a == b && a < 10 || a == 9 && b == 11 {
		return 0.3
	}
	return s
}

func (t *Text) entryBefore(i int) (lexicon.Entry, int, bool) {
	if i == 0 || t.Tokens[i].Gap == lexicon.GapLine {
		return 0, 0, false
	}
	e, first, _ := t.EntryAt(i - 1)
	return e, first, true
}

// unitAfter reports a unit, a percent sign or a time word right behind.
func (t *Text) unitAfter(last int) bool {
	if last+1 >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[last+1]
	return k.Gap <= lexicon.GapSpace && (k.Entry.Has(lexicon.Unit) || k.Is('%'))
}

// plainDateCue reports a word right before that dates follow and amounts do
// not: the parts of "11.03" need it.
func (t *Text) plainDateCue(i int) bool {
	if i == 0 {
		return false
	}
	switch t.CueAt(i - 1) {
	case lexicon.CueDate, lexicon.CueBorn, lexicon.CueWeekday:
		return true
	}
	e, _, _ := t.EntryAt(i - 1)
	return e.Category() == lexicon.CareEvent || e.Category() == lexicon.Procedure || e.Category() == lexicon.Test && !e.Has(lexicon.LabName)
}

// dateCueBefore reports a word that dates follow: "on", "since", "dob", a
// weekday, "appt", "collected".
func (t *Text) dateCueBefore(i int) bool {
	for j, steps := i-1, 0; j >= 0 && steps < 3; j, steps = j-1, steps+1 {
		k := &t.Tokens[j]
		if k.Class == lexicon.Punct {
			if k.First == ':' || k.First == ',' || k.First == '(' || k.First == '-' || k.First == '|' {
				continue
			}
			return false
		}
		switch t.CueAt(j) {
		case lexicon.CueDate, lexicon.CueBorn, lexicon.CueWeekday, lexicon.CueMonth:
			return true
		}
		if t.claimed(j) {
			return true
		}
		if e, _, _ := t.EntryAt(j); e.Category() == lexicon.CareEvent || e.Category() == lexicon.Procedure || e.Category() == lexicon.Test {
			return true
		}
		if steps > 0 {
			return false
		}
	}
	return false
}

// stamp reads YYYYMMDD, YYYYMMDDHHMM and YYYYMMDDHHMMSS (HL7).
func (t *Text) stamp(i int) (int, int, float32) {
	s := t.Text[t.Tokens[i].Start:t.Tokens[i].End]
	num := func(a, b int) int {
		v := 0
		for _, c := range []byte(s[a:b]) {
			v = v*10 + int(c-'0')
		}
		return v
	}
	y, m, d := num(0, 4), num(4, 6), num(6, 8)
	if y < 1900 || y > 2035 || m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, 0, 0
	}
	if len(s) > 8 && (num(8, 10) > 23 || num(10, 12) > 59) {
		return 0, 0, 0
	}
	l := t.labelBefore(i)
	if l.tok >= 0 && l.cue != lexicon.CueBorn && l.cue != lexicon.CueDate && l.near {
		return 0, 0, 0
	}
	if len(s) > 8 {
		return i, i, 0.92
	}
	if l.tok >= 0 || t.is(i-1, '|') {
		return i, i, 0.92
	}
	return i, i, 0.6
}

// mixedDate reads "14feb1985", "3rd", "12Nov", and the odd date whose digits
// and month run together.
func (t *Text) mixedDate(i int) (int, int, float32) {
	s := t.Text[t.Tokens[i].Start:t.Tokens[i].End]
	a := 0
	for a < len(s) && digit(s[a]) {
		a++
	}
	b := a
	for b < len(s) && !digit(s[b]) {
		b++
	}
	if a == 0 || a > 2 || b-a < 3 || b-a > 9 || len(s)-b != 0 && len(s)-b != 2 && len(s)-b != 4 {
		return 0, 0, 0
	}
	if monthWord(s[a:b]) && !t.touchesCode(i) {
		return i, i, 0.8
	}
	return 0, 0, 0
}

func (t *Text) touchesCode(i int) bool {
	return t.touches(i) && i > 0 && joiner(t.Tokens[i-1].First) != 0 || t.touches(i+1) && joiner(t.Tokens[i+1].First) != 0 && t.touches(i+2)
}

func monthWord(s string) bool {
	if len(s) < 3 {
		return false
	}
	const months = "jan feb mar apr may jun jul aug sep oct nov dec "
	var w [3]byte
	for i := range w {
		w[i] = s[i] | 0x20
	}
	for i := 0; i < len(months); i += 4 {
		if months[i:i+3] == string(w[:]) {
			return len(s) == 3 || len(s) <= 9 && len(s) > 3
		}
	}
	return false
}

// isoTail reads the rest of "2025-01-09T14:22:09.123Z", from the token "09T14" on.
func (t *Text) isoTail(i int) (int, bool) {
	s := t.Text[t.Tokens[i].Start:t.Tokens[i].End]
	if len(s) < 3 || !digit(s[0]) || !digit(s[1]) || s[2]|0x20 != 't' {
		return 0, false
	}
	end := i
	for steps := 0; steps < 10 && end+2 < len(t.Tokens) && t.touches(end+1) && t.touches(end+2); steps++ {
		k := &t.Tokens[end+1]
		if !(k.Is(':') || k.Is('.') || k.Is('+') || k.Is('-')) || !hasDigit(&t.Tokens[end+2]) {
			break
		}
		end += 2
	}
	return end, true
}
