package identifiers

import (
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// birthReach bounds how many tokens a birth cue may stand before its date.
const birthReach = 8

// birthCue makes the date a date of birth where a cue says so: "DOB", "born",
// "birthday", "b." before it, or "is my dob" behind it.
func (t *Text) birthCue(s *Span) {
	if s.Vague && (!digit(t.Text[s.Start]) || s.End-s.Start > 5 || strings.IndexByte(t.Text[s.Start:s.End], '/') < 0) {
		return // "my birthday is on saturday"
	}
	first, last := t.TokenRange(s.Start, s.End)
	if score := t.bornBefore(first); score > 0 {
		s.Type, s.Why.Cue, s.Score, s.Vague = DateOfBirth, lexicon.CueBorn, score, false
	} else if t.bornBehind(first, last) {
		s.Type, s.Why.Cue, s.Score, s.Vague = DateOfBirth, lexicon.CueBorn, 0.95, false
	}
}

// bornBefore looks for a birth cue before the date at token i and gives how
// sure it makes.
func (t *Text) bornBefore(i int) float32 {
	for j, steps := i-1, 0; j >= 0 && steps < birthReach; steps++ {
		k := &t.Tokens[j]
		if k.Class == lexicon.Punct {
			switch k.First {
			case ';', '!', '{':
				return 0
			case '?':
				// a question that the next line answers
				if j == 0 || t.CueAt(j-1) != lexicon.CueBorn || t.Tokens[j+1].Gap != lexicon.GapLine {
					return 0
				}
			}
			j--
			continue
		}
		_, first, _ := t.EntryAt(j)
		switch t.CueAt(j) {
		case lexicon.CueBorn:
			if b := j - 1; wordIs(t, b, "gave") || wordIs(t, b, "give") || wordIs(t, b, "giving") || wordIs(t, b, "since") {
				return 0 // "gave birth on 3/3" dates the birth of another
			}
			if n := j + 1; (wordIs(t, j, "birthday") || wordIs(t, j, "bday")) && t.Tokens[n].Class == lexicon.Word && n < i && t.Tokens[i-1].Class == lexicon.Word && t.CueAt(n) == lexicon.NoCue && !t.Tokens[n].Entry.Has(lexicon.Stop) && t.Tokens[n].Entry.Rank() >= 4 {
				return 0 // "birthday party 12/3/2026"
			}
			return 0.97
		case lexicon.CueDate:
			if k.Len() > 2 && !wordIs(t, j, "date") && !wordIs(t, j, "until") && !wordIs(t, j, "from") {
				return 0
			}
		}
		if score := t.bornLatin(j, i); score > 0 {
			return score
		}
		if hasDigit(k) && steps > 0 {
			return 0
		}
		if k.Len() == 1 && k.First|0x20 == 'b' && steps <= 1 && (steps == 0 || t.is(j+1, '.') || t.is(j+1, ':')) && (!t.touches(j) || t.Tokens[j-1].Class == lexicon.Punct) {
			return 0.9
		}
		j = min(first, j) - 1
	}
	return 0
}

// bornBehind looks for a birth cue behind the date in tokens first to last:
// "17/06/68 is my dob", "3 may 1990 (dob)"; or for the name that a message
// which begins with a date gives next: "1/12/89 last name Lee".
func (t *Text) bornBehind(first, last int) bool {
	j := last + 1
	if j >= len(t.Tokens) || t.Tokens[j].Gap == lexicon.GapLine {
		return false
	}
	if first == 0 && t.CueAt(j) == lexicon.CueIntro {
		return t.birthYear(last)
	}
	if t.is(j, ',') || t.is(j, '(') || t.is(j, '-') || t.is(j, '=') {
		j++
	}
	if wordIs(t, j, "is") || wordIs(t, j, "was") || wordIs(t, j, "es") || wordIs(t, j, "est") {
		j++
	}
	if j < len(t.Tokens) && (t.CueAt(j) == lexicon.CuePronounI || t.CueAt(j) == lexicon.CuePronounThird || t.CueAt(j) == lexicon.CuePronounYou || t.CueAt(j) == lexicon.CuePronounWe || wordIs(t, j, "the")) {
		j++
	}
	if j >= len(t.Tokens) || t.Tokens[j].Class == lexicon.Punct || t.Tokens[j].Gap > lexicon.GapSpace || t.CueAt(j) != lexicon.CueBorn || t.Tokens[j].Len() == 4 && wordIs(t, j, "born") {
		return false
	}
	_, _, end := t.EntryAt(j)
	n := end + 1
	if n >= len(t.Tokens) || t.Tokens[n].Gap == lexicon.GapLine {
		return true
	}
	k := &t.Tokens[n]
	if k.Class == lexicon.Punct {
		return !t.is(n, ':') && !t.is(n, '=') // the cue of what follows
	}
	return k.Class == lexicon.Word && k.Entry.Has(lexicon.Stop) && t.CueAt(n) != lexicon.CueDate && !wordIs(t, n, "is") && !wordIs(t, n, "was")
}

// birthYear reports whether the date that ends at token last has the year of
// somebody's birth rather than that of a visit: one some years back, or a
// short one, which tells nothing else.
func (t *Text) birthYear(last int) bool {
	if t.Tokens[last].Class != lexicon.Number {
		return true
	}
	if y := t.value(last - 4); last >= 4 && t.Tokens[last-4].Len() == 4 && t.Tokens[last].Len() <= 2 {
		return y >= 1900 && y < 2024 // "1990-07-14"
	}
	y := t.value(last)
	switch t.Tokens[last].Len() {
	case 2:
		return y < 24 || y > 30
	case 4:
		return y >= 1900 && y < 2024
	}
	return false
}
