package identifiers

import "github.com/phidetect/phidetect/lexicon"

// agesBesideNames finds the bare number that stands beside a name as notes and
// sign-offs write it: "Mai, 56,", "ezra, 15", "Mr Adebayo 78,", "Kai (5)". It
// runs after the names are known.
func (t *Text) agesBesideNames(dst []Span) []Span {
	for n := t.from; n < len(dst); n++ {
		s := dst[n]
		if s.Type != Name && s.Type != DateOfBirth {
			continue
		}
		_, last := t.TokenRange(s.Start, s.End)
		i := last + 1
		open := false
		if t.is(i, ',') && t.Tokens[i].Gap == lexicon.GapNone {
			i++
		} else if t.is(i, '(') {
			open = true
			i++
		} else if s.Type == DateOfBirth {
			continue
		}
		if i >= len(t.Tokens) || t.Tokens[i].Gap > lexicon.GapSpace || t.claimed(i) || t.Tokens[i].Class != lexicon.Number || t.Tokens[i].Len() > 3 {
			continue
		}
		v := t.value(i)
		end := i
		if i+1 < len(t.Tokens) && t.Tokens[i+1].Gap <= lexicon.GapSpace && t.Tokens[i+1].Class == lexicon.Word && s.Type == Name {
			if c := t.CueAt(i + 1); c == lexicon.CueYears || c == lexicon.CueAgeUnit { // "Aarav, 8 weeks"
				_, _, end = t.EntryAt(i + 1)
			}
		}
		if v < 1 || v > 112 || end == i && !t.closes(i+1, open) {
			continue
		}
		t.claim(i, end)
		dst = append(dst, Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[end].End), Type: Age, Score: 0.7, Why: Why{Matcher: "age"}})
	}
	return dst
}

// closes reports whether what stands at token i ends the mention of an age.
func (t *Text) closes(i int, open bool) bool {
	if i >= len(t.Tokens) || t.Tokens[i].Gap == lexicon.GapLine {
		return true
	}
	k := &t.Tokens[i]
	if open {
		return k.Is(')') || k.Is(',') || k.Class == lexicon.Word
	}
	if k.Class == lexicon.Punct {
		return k.First == ',' || k.First == '.' && !(t.touches(i+1) && hasDigit(&t.Tokens[i+1])) || k.First == ';' || k.First == '!'
	}
	return (wordIs(t, i, "f") || wordIs(t, i, "m") || wordIs(t, i, "male") || wordIs(t, i, "female")) && k.Gap <= lexicon.GapSpace
}
