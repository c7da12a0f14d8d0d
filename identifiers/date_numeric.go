package identifiers

import "github.com/phidetect/phidetect/lexicon"

// numericDate reads the dates in digits that begin at token i: "14/02/1948",
// "4-30-1957", "1990-07-14", "3.11", "3/22", "14-16/02", "4/xi/23", "2024-W28-4",
// and the forms of mixedDate and stamp.
func (t *Text) numericDate(i int) (first, last int, score float32) {
	k := &t.Tokens[i]
	if t.is(i-1, '$') || t.insideCode(i) {
		return 0, 0, 0
	}
	if k.Class == lexicon.Mixed {
		return t.mixedDate(i)
	}
	n := k.Len()
	if wordIs(t, i+1, "slash") || wordIs(t, i+1, "dash") {
		return t.dictatedDate(i)
	}
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
	if spaced && (sep.First == '.' && !t.spacedDate(i) || sep.Gap > lexicon.GapSpace || t.Tokens[i+2].Gap > lexicon.GapSpace) {
		return 0, 0, 0
	}
	if !spaced {
		switch t.Tokens[i+2].Class {
		case lexicon.Word:
			return t.romanDate(i)
		case lexicon.Mixed:
			if n == 4 {
				return t.weekDate(i)
			}
			return t.scannedDate(i)
		}
	}
	if spaced && t.Tokens[i+2].Class == lexicon.Word {
		return t.romanDate(i)
	}
	if t.Tokens[i+2].Class != lexicon.Number {
		return 0, 0, 0
	}
	if t.is(i+3, sep.First) && i+4 < len(t.Tokens) && (spaced || t.touches(i+3) && t.touches(i+4)) {
		return t.threeParts(i)
	}
	if t.is(i+3, sep.First) && t.touches(i+3) && t.touches(i+4) {
		return 0, 0, 0
	}
	return t.twoParts(i, spaced)
}

// spacedDate reports "29. 11. 1984", "29. XI. 1984" and "01 . 02 . 1980": two dots
// and a year of four digits, which no sentence has.
func (t *Text) spacedDate(i int) bool {
	if i+4 >= len(t.Tokens) || !t.is(i+3, '.') || t.Tokens[i].Len() > 2 || t.Tokens[i+2].Len() > 4 || t.value(i) < 1 || t.value(i) > 31 {
		return false
	}
	for j := i + 1; j <= i+4; j++ {
		if t.Tokens[j].Gap > lexicon.GapSpace {
			return false
		}
	}
	y := t.value(i + 4)
	return t.Tokens[i+4].Len() == 4 && y >= 1880 && y <= 2100
}

// insideCode reports a token that goes on from letters or digits before it,
// as the parts of codes do; the end of a range of dates is none.
func (t *Text) insideCode(i int) bool {
	if i < 2 || !t.touches(i) || t.Tokens[i-1].Class != lexicon.Punct || joiner(t.Tokens[i-1].First) == 0 && !t.is(i-1, '#') {
		return false
	}
	if t.is(i-1, '-') && t.claimed(i-2) {
		return false
	}
	return t.touches(i-1) && alnum(&t.Tokens[i-2])
}

// threeParts reads "14/02/1948" and "1990-07-14".
func (t *Text) threeParts(i int) (first, last int, score float32) {
	sep := t.Tokens[i+1].First
	a, b, c := t.value(i), t.value(i+2), t.value(i+4)
	n, bn, cn := t.Tokens[i].Len(), t.Tokens[i+2].Len(), t.Tokens[i+4].Len()
	if t.Tokens[i+4].Class == lexicon.Mixed {
		if n == 4 && bn == 2 {
			if end, ok := t.isoTail(i + 4); ok && b >= 1 && b <= 12 {
				return i, end, 0.97
			}
		}
		return t.scannedDate(i)
	}
	if t.touches(i+5) && t.touches(i+6) && i+6 < len(t.Tokens) {
		switch next := &t.Tokens[i+6]; {
		case t.is(i+5, sep) && alnum(next), t.is(i+5, '-') && (next.Class == lexicon.Mixed || next.Class == lexicon.Word && next.Len() == 1):
			return 0, 0, 0 // a longer code
		}
	}
	switch {
	case n == 4 && a >= 1880 && a <= 2100 && b >= 1 && b <= 12 && c >= 1 && c <= 31 && cn <= 2:
		if sep == '.' && bn != cn {
			return 0, 0, 0 // a version
		}
		return i, i + 4, 0.97
	case n <= 2 && bn <= 2 && (cn == 4 && c >= 1880 && c <= 2100 || cn == 2) && a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12):
		if sep == '-' && cn == 2 && t.labelBefore(i).cue == lexicon.CueBank {
			return 0, 0, 0
		}
		return i, i + 4, 0.95
	}
	return 0, 0, 0
}

// twoParts reads "3/22", "01/2026", "2026-01" and "11.06"; a weekly score, a
// ratio and a pressure look alike.
func (t *Text) twoParts(i int, spaced bool) (first, last int, score float32) {
	sep := t.Tokens[i+1].First
	a, b := t.value(i), t.value(i+2)
	n, bn := t.Tokens[i].Len(), t.Tokens[i+2].Len()
	switch {
	case sep == '/' && n <= 2 && bn == 4 && a >= 1 && a <= 12 && b >= 1900 && b <= 2100:
		return i, i + 2, 0.9
	case sep == '/' && n <= 2 && bn <= 2 && a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12) && !spaced:
		if t.beside(i+3) && capital(&t.Tokens[i+3]) {
			if _, _, house := t.houseAt(i); house >= 0.9 {
				return 0, 0, 0 // "3/17 Totara Rd"
			}
		}
		return i, i + 2, t.shortDate(i, i+2, a, b)
	case n == 4 && a >= 1900 && a <= 2100 && bn == 2 && b >= 1 && b <= 12 && sep != '.' && !spaced:
		return i, i + 2, 0.7
	case sep == '.' && n <= 2 && bn == 2 && a >= 1 && a <= 31 && b >= 1 && b <= 12 && t.plainDateCue(i) && !t.unitAfter(i+2):
		return i, i + 2, 0.7
	case sep == '-' && n <= 2 && bn <= 2 && n+bn > 2 && a >= 1 && a < b && b <= 31 && !spaced && (t.is(i+3, '/') || t.is(i+3, '.')) && t.touches(i+3) && t.touches(i+4):
		// days of one month: "14-16/02", "14-16.02.2026"
		if m := t.value(i + 4); m < 1 || m > 12 || t.Tokens[i+4].Len() > 2 {
			return 0, 0, 0
		}
		if t.is(i+5, t.Tokens[i+3].First) && t.touches(i+5) && t.touches(i+6) {
			if y := t.Tokens[i+6].Len(); t.value(i+6) < 0 || y != 2 && y != 4 {
				return 0, 0, 0
			}
			return i, i + 6, 0.95
		}
		return i, i + 4, 0.8
	}
	return 0, 0, 0
}

// dictatedDate reads "6 slash 31 slash 24".
func (t *Text) dictatedDate(i int) (first, last int, score float32) {
	a, b, c := t.value(i), t.value(i+2), t.value(i+4)
	if t.Tokens[i].Len() > 2 || t.Tokens[i+3].Hash != t.Tokens[i+1].Hash || a < 1 || b < 1 || c < 0 || a > 31 || b > 31 || a > 12 && b > 12 || t.Tokens[i+4].Len()&1 != 0 || t.Tokens[i+4].Len() > 4 {
		return 0, 0, 0
	}
	return i, i + 4, 0.85
}
