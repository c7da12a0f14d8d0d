package identifiers

import "github.com/phidetect/phidetect/lexicon"

// bareBirthDates finds birth dates that only their cue makes a date: six or
// eight digits ("dob 110319", "110974"), numbers apart ("né le 23 06 1957") and
// number words ("date of birth ten four fifty-five").
func (t *Text) bareBirthDates(dst []Span) []Span {
	cued := t.Triggers.Cues.Has(lexicon.CueBorn)
	if !cued && (len(t.Triggers.Digits) == 0 || !t.latin()) {
		return dst
	}
	for _, d := range t.Triggers.Digits {
		i := int(d)
		k := &t.Tokens[i]
		if t.claimed(i) || k.Class != lexicon.Number || !cued && !t.bornDigits(i) {
			continue
		}
		last := i
		switch k.Len() {
		case 1, 2:
			if last = t.apartDate(i); last == 0 {
				continue
			}
		case 4, 6, 8:
		default:
			continue
		}
		l := t.labelBefore(i)
		before := l.tok >= 0 && l.cue == lexicon.CueBorn && l.near || t.bornDigits(i)
		if !before && last > i {
			before = t.bornBefore(i) > 0.9
		}
		// "06121983 dob": nothing else labels it, and the cue has no date of its own
		behind := l.tok < 0 && k.Len() >= 6 && t.bornBehind(i, i)
		if before || behind {
			score := float32(0.92)
			if k.Len() == 4 {
				score = 0.55
			}
			t.claim(i, last)
			dst = append(dst, Span{Start: int(k.Start), End: int(t.Tokens[last].End), Type: DateOfBirth, Score: score, Why: Why{Matcher: "date", Cue: lexicon.CueBorn}})
		}
	}
	if !cued || !t.Triggers.Cues.HasAny(lexicon.CueNumeral, lexicon.CueTens) {
		return dst
	}
	for i := range t.Tokens {
		if t.Tokens[i].Class == lexicon.Punct || t.CueAt(i) != lexicon.CueBorn {
			continue
		}
		if first, last := t.spokenBirth(i); last > 0 && t.free(first, last) {
			t.claim(first, last)
			dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: DateOfBirth, Score: 0.85, Why: Why{Matcher: "date", Cue: lexicon.CueBorn}})
		}
	}
	return dst
}

// apartDate gives the last token of a date whose numbers stand apart, "23 06
// 1957", 0 if none begins at token i.
func (t *Text) apartDate(i int) int {
	a, b, c := t.value(i), t.value(i+1), t.value(i+2)
	if a < 1 || b < 1 || c < 0 || a > 31 || b > 31 || a > 12 && b > 12 || t.Tokens[i+1].Len() > 2 || t.Tokens[i+1].Gap != lexicon.GapSpace || t.Tokens[i+2].Gap != lexicon.GapSpace {
		return 0
	}
	if n := t.Tokens[i+2].Len(); n != 2 && (n != 4 || c < 1880 || c > 2100) {
		return 0
	}
	return i + 2
}

// spokenBirth finds the date that number words spell behind the birth cue at
// token i: "ten four fifty-five", "oh three twenty two oh one five", "twelve
// twelve of two thousand and twelve".
func (t *Text) spokenBirth(i int) (first, last int) {
	_, _, end := t.EntryAt(i)
	j := end + 1
	for steps := 0; j < len(t.Tokens) && steps < 4 && t.spells(j) < 0; steps++ {
		k := &t.Tokens[j]
		ok := k.Class == lexicon.Punct && k.First != ';' && k.First != '!' || wordIs(t, j, "is") || wordIs(t, j, "on") || wordIs(t, j, "the") || wordIs(t, j, "uh") || wordIs(t, j, "um")
		// who speaks: "Date of birth?\nMBR: Ten four …"
		if !ok && !(k.Gap == lexicon.GapLine && t.is(j+1, ':')) {
			return 0, 0
		}
		j++
	}
	first = j
	words := 0
	for ; j < len(t.Tokens) && j < first+16; j++ {
		k := &t.Tokens[j]
		if j > first && k.Gap > lexicon.GapSpace {
			break
		}
		if t.spells(j) >= 0 || t.CueAt(j) == lexicon.CueOrdinal {
			words++
			last = j
			continue
		}
		if !(wordIs(t, j, "of") || wordIs(t, j, "and") || wordIs(t, j, "the") || wordIs(t, j, "slash") || wordIs(t, j, "dash") || t.is(j, '-') || t.is(j, ',')) {
			break
		}
	}
	if words < 3 || t.follows(last) == lexicon.CueYears {
		return 0, 0
	}
	return first, last
}
