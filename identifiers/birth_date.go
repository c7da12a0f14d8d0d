package identifiers

import "github.com/phidetect/phidetect/lexicon"

// birthReach bounds how many tokens a birth cue may stand before its date.
const birthReach = 8

// birthCue makes the date a date of birth where a cue before it says so: "DOB",
// "born", "birthday", "b.".
func (t *Text) birthCue(s *Span) {
	i := t.tokenAt(s.Start)
	for j, steps := i-1, 0; j >= 0 && steps < birthReach; steps++ {
		k := &t.Tokens[j]
		_, first, _ := t.EntryAt(j)
		if k.Class == lexicon.Punct {
			if k.First == ';' || k.First == '?' || k.First == '!' || k.First == '{' {
				return
			}
			j--
			continue
		}
		switch t.CueAt(j) {
		case lexicon.CueBorn:
			s.Type, s.Why.Cue, s.Score = DateOfBirth, lexicon.CueBorn, 0.97
			return
		case lexicon.CueDate:
			if k.Len() > 2 && !wordIs(t, j, "date") && !wordIs(t, j, "until") && !wordIs(t, j, "from") {
				return
			}
		}
		if hasDigit(k) && steps > 0 {
			return
		}
		if k.Len() == 1 && k.First|0x20 == 'b' && (t.is(j+1, '.') || t.is(j+1, ':')) && steps <= 1 {
			s.Type, s.Why.Cue, s.Score = DateOfBirth, lexicon.CueBorn, 0.9
			return
		}
		j = min(first, j) - 1
	}
}

// bareBirthDates finds birth dates that only their cue makes a date: six or
// eight digits ("dob 110319", "080974").
func (t *Text) bareBirthDates(dst []Span) []Span {
	if !t.Triggers.Cues.Has(lexicon.CueBorn) {
		return dst
	}
	for _, d := range t.Triggers.Digits {
		i := int(d)
		k := &t.Tokens[i]
		if t.claimed(i) || k.Class != lexicon.Number || k.Len() != 6 && k.Len() != 8 && k.Len() != 4 {
			continue
		}
		l := t.labelBefore(i)
		before := l.tok >= 0 && l.cue == lexicon.CueBorn && l.near
		// "06121983 dob": nothing else labels it, and the cue has no date of its own
		behind := l.tok < 0 && k.Len() >= 6 && i+1 < len(t.Tokens) && t.Tokens[i+1].Gap == lexicon.GapSpace && t.CueAt(i+1) == lexicon.CueBorn &&
			(i+2 >= len(t.Tokens) || !hasDigit(&t.Tokens[i+2]) && !t.is(i+2, ':'))
		if before || behind {
			score := float32(0.92)
			if k.Len() == 4 {
				score = 0.55
			}
			t.claim(i, i)
			dst = append(dst, Span{Start: int(k.Start), End: int(k.End), Type: DateOfBirth, Score: score, Why: Why{Matcher: "date", Cue: lexicon.CueBorn}})
		}
	}
	return dst
}

// tokenAt gives the index of the token that begins at byte start of the folded
// text, or of the first one after it, in logarithmic time.
func (t *Text) tokenAt(start int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(t.Tokens[mid].Start) < start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
