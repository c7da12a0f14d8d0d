package identifiers

import "github.com/phidetect/phidetect/lexicon"

// stamp reads YYYYMMDD, YYYYMMDDHHMM and YYYYMMDDHHMMSS (HL7 2.x, type TS), with
// the offset from UTC.
func (t *Text) stamp(i int) (int, int, float32) {
	s := t.Text[t.Tokens[i].Start:t.Tokens[i].End]
	if !stamped(s) {
		return 0, 0, 0
	}
	l := t.labelBefore(i)
	if l.tok >= 0 && l.cue != lexicon.CueBorn && l.cue != lexicon.CueDate && l.near {
		return 0, 0, 0
	}
	if len(s) > 8 {
		return i, t.offset(i), 0.92
	}
	if l.tok >= 0 || t.is(i-1, '|') {
		return i, i, 0.92
	}
	return i, i, 0.6
}

// stamped reports whether the digits of s are a date, or a date and a time.
func stamped(s string) bool {
	y, m, d := pair(s)*100+pair(s[2:]), pair(s[4:]), pair(s[6:])
	if y < 1900 || y > 2035 || m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	return len(s) < 12 || pair(s[8:]) <= 23 && pair(s[10:]) <= 59
}

// pair is the value of two digits.
func pair(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }

// mixedDate reads what digits and letters make together: "14feb1985", "12Nov",
// "20260309T123000", "8th of the 5th 2014", "2025년".
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
	switch {
	case a == 8 && (len(s) == 15 || len(s) == 16) && s[8]|0x20 == 't' && stamped(s[:8]) && allDigits(s[9:15]):
		return i, i, 0.95 // ISO 8601, basic format
	case a == 4 && s[a:] == "년":
		return t.hangulDate(i)
	case a <= 2 && len(s) == a+2 && ordinalEnd(s[a:]):
		return t.dayOfMonth(i)
	case a <= 2 && b-a >= 3 && b-a <= 9 && (len(s) == b || len(s) == b+2 || len(s) == b+4):
		if monthWord(s[a:b]) && !t.touchesCode(i) {
			return i, i, 0.8
		}
	}
	if t.scannedMonth(i) {
		return t.monthDate(i)
	}
	return t.scannedDate(i)
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
	}
	return true
}

func (t *Text) touchesCode(i int) bool {
	return t.touches(i) && i > 0 && joiner(t.Tokens[i-1].First) != 0 || t.touches(i+1) && joiner(t.Tokens[i+1].First) != 0 && t.touches(i+2)
}

const monthLetters = "jan feb mar apr may jun jul aug sep oct nov dec "

func monthWord(s string) bool {
	if len(s) < 3 {
		return false
	}
	var w [3]byte
	for i := range w {
		w[i] = s[i] | 0x20
	}
	for i := 0; i < len(monthLetters); i += 4 {
		if monthLetters[i:i+3] == string(w[:]) {
			return len(s) <= 9
		}
	}
	return false
}

// dayOfMonth reads "8th of the 5th 2014".
func (t *Text) dayOfMonth(i int) (int, int, float32) {
	j := i + 1
	if !wordIs(t, j, "of") || !t.dayToken(i) {
		return 0, 0, 0
	}
	if j++; wordIs(t, j, "the") {
		j++
	}
	if j >= len(t.Tokens) || t.Tokens[j].Class != lexicon.Mixed || !t.dayToken(j) {
		return 0, 0, 0
	}
	if end := t.yearAt(j+1, true); end > 0 {
		return i, end, 0.95
	}
	return i, j, 0.7
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
