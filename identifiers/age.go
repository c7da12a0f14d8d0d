package identifiers

import "github.com/phidetect/phidetect/lexicon"

// ages finds explicit ages: "34yo", "aged 92", "6 months old", "turned 40",
// "ninety-two", "68 y/o F". A span is the number with its unit.
func (t *Text) ages(dst []Span) []Span {
	for _, d := range t.Triggers.Digits {
		i := int(d)
		if t.claimed(i) {
			continue
		}
		if first, last, score := t.ageAt(i); score > 0 {
			t.claim(first, last)
			dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Age, Score: score, Why: Why{Matcher: "age"}})
		}
	}
	if !t.Triggers.Cues.HasAny(lexicon.CueTens, lexicon.CueNumeral) {
		return dst
	}
	for i := range t.Tokens {
		if t.claimed(i) || t.Tokens[i].Class != lexicon.Word {
			continue
		}
		c := t.CueAt(i)
		if c != lexicon.CueTens && c != lexicon.CueNumeral {
			continue
		}
		last := i
		if c == lexicon.CueTens {
			j := i + 1
			if t.is(j, '-') {
				j++
			}
			if j < len(t.Tokens) && t.CueAt(j) == lexicon.CueNumeral && t.Tokens[j].Gap <= lexicon.GapSpace {
				last = j
			}
		}
		score, end := t.ageContext(i, last, 30)
		if score > 0 && t.free(i, end) {
			t.claim(i, end)
			dst = append(dst, Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[end].End), Type: Age, Score: score, Why: Why{Matcher: "age"}})
		}
	}
	return dst
}

// ageAt reads the age at the digit token i.
func (t *Text) ageAt(i int) (first, last int, score float32) {
	k := &t.Tokens[i]
	if t.touches(i) && (t.is(i-1, '$') || i > 1 && joiner(t.Tokens[i-1].First) != 0 && alnum(&t.Tokens[i-2])) {
		return 0, 0, 0
	}
	if k.Class == lexicon.Mixed {
		s := t.Text[k.Start:k.End]
		n := 0
		for n < len(s) && digit(s[n]) {
			n++
		}
		if n == 0 || n > 3 {
			return 0, 0, 0
		}
		switch unit := s[n:]; {
		case ageUnit(unit):
			last = i
			// "34y/o", "5yr old", "34yo F"
			if t.is(i+1, '/') && t.touches(i+1) && wordIs(t, i+2, "o") {
				last = i + 2
			}
			if wordIs(t, i+1, "old") {
				last = i + 1
			} else if t.is(i+1, '-') && wordIs(t, i+2, "old") {
				last = i + 2
			}
			if len(unit) == 1 && last == i && unit[0]|0x20 != 'y' && !((unit[0]|0x20 == 'f' || unit[0]|0x20 == 'm') && n == 2) {
				return 0, 0, 0
			}
			if shortUnit(unit) && last == i && t.durationBefore(i) {
				return 0, 0, 0
			}
			return i, last, 0.85
		}
		return 0, 0, 0
	}
	v := t.value(i)
	if k.Len() > 3 || v < 0 || v > 120 {
		return 0, 0, 0
	}
	s, end := t.ageContext(i, i, v)
	return i, end, s
}

// ageContext judges the number in tokens first to last by what stands beside.
func (t *Text) ageContext(first, last, v int) (float32, int) {
	// behind: "yo", "years old", "-year-old", "months old"
	j := last + 1
	if t.is(j, '-') && t.touches(j) {
		j++
	}
	if j < len(t.Tokens) && t.Tokens[j].Gap <= lexicon.GapSpace && t.Tokens[j].Class != lexicon.Punct {
		e, _, end := t.EntryAt(j)
		cue := e.Cue()
		if cue == lexicon.NoCue {
			cue = t.Tokens[j].Entry.Cue()
			end = j
		}
		switch cue {
		case lexicon.CueAgeUnit:
			long := end > j || t.Tokens[j].Len() >= 2 && !shortUnit(t.Text[t.Tokens[j].Start:t.Tokens[j].End])
			if wordIs(t, end+1, "old") || t.is(end+1, '-') && wordIs(t, end+2, "old") {
				end++
				if t.is(end, '-') {
					end++
				}
				long = true
			}
			if long || !t.durationBefore(first) && t.Tokens[j].Len() == 1 && v >= 1 && t.Tokens[j].First|0x20 == 'y' && !t.is(j, '-') {
				return 0.9, end
			}
		case lexicon.CueYears:
			k := end + 1
			if t.is(k, '-') {
				k++
			}
			if wordIs(t, k, "old") || wordIs(t, k, "young") {
				return 0.92, k
			}
			if wordIs(t, k, "of") && wordIs(t, k+1, "age") {
				return 0.92, k + 1
			}
		}
		if (wordIs(t, j, "f") || wordIs(t, j, "m") || wordIs(t, j, "male") || wordIs(t, j, "female")) && v >= 14 && t.Tokens[j].Gap <= lexicon.GapSpace && t.Tokens[first].Case != lexicon.TitleCase {
			if l := t.labelBefore(first); l.tok < 0 {
				return 0.6, last
			}
		}
	}
	if j < len(t.Tokens) && (t.Tokens[j].Entry.Has(lexicon.Unit) || t.is(j, '%') || t.is(j, ':') && t.touches(j)) && t.Tokens[j].Gap <= lexicon.GapSpace {
		return 0, 0
	}
	if t.is(last+1, '.') && t.touches(last+2) && last+2 < len(t.Tokens) && hasDigit(&t.Tokens[last+2]) {
		return 0, 0
	}
	// before: "age 68", "aged", "turned 40", "he's 22,", "I am 91 and"
	b := first - 1
	if t.is(b, ':') || t.is(b, '=') || t.is(b, '-') && !t.touches(first) {
		b--
	}
	if b < 0 {
		return 0, 0
	}
	if wordIs(t, b, "is") && b > 0 && t.CueAt(b-1) == lexicon.CueAge {
		b--
	}
	switch t.CueAt(b) {
	case lexicon.CueAge:
		if v >= 0 && v <= 120 {
			return 0.93, last
		}
	}
	if v < 1 || v > 112 {
		return 0, 0
	}
	if j < len(t.Tokens) && t.Tokens[j].Class != lexicon.Punct && t.Tokens[j].Gap <= lexicon.GapSpace && (t.CueAt(j) == lexicon.CueYears || t.CueAt(j) == lexicon.CueTime || t.CueAt(j) == lexicon.CueMoney) {
		return 0, 0
	}
	if b >= 0 && wordIs(t, b, "at") && v >= 25 && (j >= len(t.Tokens) || t.Tokens[j].Class == lexicon.Punct && !t.is(j, ':') && !t.is(j, '-') && !t.is(j, '/') || t.Tokens[j].Entry.Cue() == lexicon.CuePronounI) {
		return 0.65, last // "breast cancer at 41."
	}
	closed := j >= len(t.Tokens) || t.Tokens[j].Gap == lexicon.GapLine || t.is(j, ',') || t.is(j, '.') || t.is(j, ';') || t.is(j, ')') || t.is(j, '!') || t.is(j, '?') || wordIs(t, j, "and") || wordIs(t, j, "now") || wordIs(t, j, "with") || wordIs(t, j, "but") || wordIs(t, j, "in") || wordIs(t, j, "so") || wordIs(t, j, "next") || wordIs(t, j, "on") || wordIs(t, j, "type") || t.is(j, '(')
	if !closed {
		return 0, 0
	}
	person := &t.Tokens[b]
	own := person.Entry.Cue() // not that of a phrase such as "I am"
	contracted := person.Suffix != lexicon.NoSuffix && (own == lexicon.CuePronounThird || own == lexicon.CuePronounI || own == lexicon.CueKin || own == lexicon.CueTitle || person.Entry.Name() > 4)
	short := wordIs(t, b, "im") || wordIs(t, b, "hes") || wordIs(t, b, "shes")
	verb := (wordIs(t, b, "is") || wordIs(t, b, "am") || wordIs(t, b, "be") || wordIs(t, b, "was") || wordIs(t, b, "being")) && b > 0 &&
		(t.Tokens[b-1].Entry.Cue() == lexicon.CuePronounThird || t.Tokens[b-1].Entry.Cue() == lexicon.CuePronounI || t.CueAt(b-1) == lexicon.CueKin || t.Tokens[b-1].Entry.Name() > 6 || wordIs(t, b-1, "be") || t.Tokens[b-1].Suffix == lexicon.SuffixOther)
	if (contracted || short || verb) && !wordIs(t, b, "its") && person.Hash != lexicon.HashWord("it") {
		return 0.75, last
	}
	// a name or a kin word, then the number between commas: "ezra, 15", "Mai, 56,"
	if t.is(b, ',') && b > 0 && v >= 1 && (t.Tokens[b-1].Entry.Given() >= 6 || t.CueAt(b-1) == lexicon.CueKin || t.CueAt(b-1) == lexicon.CueChild) && (t.Tokens[b-1].Case != lexicon.LowerCase || t.Tokens[b-1].Entry.Rank() < 8) {
		return 0.62, last
	}
	if t.is(b, '(') && t.is(j, ')') && b > 0 && (t.Tokens[b-1].Entry.Name() >= 6 && t.Tokens[b-1].Entry.Rank() < 9 || t.CueAt(b-1) == lexicon.CueKin || t.CueAt(b-1) == lexicon.CueChild) {
		return 0.65, last
	}
	return 0, 0
}

// durationBefore reports words that make "3 y" a time span, not an age.
func (t *Text) durationBefore(i int) bool {
	return i > 0 && (wordIs(t, i-1, "for") || wordIs(t, i-1, "past") || wordIs(t, i-1, "last") || wordIs(t, i-1, "every") || wordIs(t, i-1, "in") || wordIs(t, i-1, "after") || t.is(i-1, 'x') || wordIs(t, i-1, "x"))
}

func ageUnit(s string) bool {
	switch len(s) {
	case 1:
		b := s[0] | 0x20
		return b == 'y' || b == 'f' || b == 'm'
	case 2, 3, 4, 5, 6, 7, 8, 9:
		switch lexicon.HashWord(s) {
		case hashYO, hashYR, hashYRS, hashMO, hashYOM, hashYOF, hashYOLD:
			return true
		}
	}
	return false
}

func shortUnit(s string) bool {
	switch lexicon.HashWord(s) {
	case hashYR, hashYRS, hashMO, hashY, hashMOS, hashMTH, hashMTHS:
		return true
	}
	return false
}
