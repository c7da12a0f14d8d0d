package identifiers

import "github.com/phidetect/phidetect/lexicon"

// ages finds explicit ages: "34yo", "aged 92", "6 months old", "turned 40",
// "ninety-two", "68 y/o F". A span is the number with its unit.
func (t *Text) ages(dst []Span) []Span {
	for _, d := range t.Triggers.Digits {
		i := int(d)
		if t.claimed(i) || t.Tokens[i].Len() > 16 || t.Tokens[i].Class == lexicon.Number && t.Tokens[i].Len() > 3 || t.is(i-1, '$') || t.insideCode(i) && t.cueOf(i-2) != lexicon.CueAge && t.sexLetter(i-2) < 2 || t.decimals(i) {
			continue
		}
		if a, ok := t.quantityAt(i); ok {
			dst = t.appendAge(dst, &a, t.judgeAge(&a))
		} else if score := t.decade(i); score > 0 {
			t.claim(i, i)
			dst = append(dst, Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[i].End), Type: Age, Score: score, Why: Why{Matcher: "age"}})
		}
	}
	if !t.Triggers.Cues.HasAny(lexicon.CueTens, lexicon.CueNumeral) {
		return dst
	}
	for i := 0; i < len(t.Tokens); i++ {
		if t.claimed(i) || t.Tokens[i].Class != lexicon.Word {
			continue
		}
		if c := t.CueAt(i); c != lexicon.CueTens && c != lexicon.CueNumeral {
			continue
		}
		if a, ok := t.quantityAt(i); ok {
			dst = t.appendAge(dst, &a, t.judgeAge(&a))
			i = a.number
		} else if oneOf(t.Tokens[i].Hash, decadeWords[:]) && t.inDecade(i) {
			dst = t.appendAge(dst, &quantity{first: i, last: i}, 0.6)
		}
	}
	return dst
}

// AgeOver89 is the [Why.Matcher] of ages that HIPAA's Safe Harbor counts as
// identifying: 45 CFR 164.514(b)(2)(i)(C), "all ages over 89".
const AgeOver89 = "age over 89"

func (t *Text) appendAge(dst []Span, a *quantity, score float32) []Span {
	if score == 0 || !t.free(a.first, a.last) {
		return dst
	}
	t.claim(a.first, a.last)
	why := Why{Matcher: "age"}
	if a.value > 89 && (a.unit == inYears || a.unit == noUnit) {
		why.Matcher = AgeOver89
	}
	return append(dst, Span{Start: int(t.Tokens[a.first].Start), End: int(t.Tokens[a.last].End), Type: Age, Score: score, Why: why})
}

// oldest is the greatest age read.
const oldest = 120

// judgeAge gives how surely a quantity is the age of a person, 0 if it is not.
func (t *Text) judgeAge(a *quantity) float32 {
	score := t.statedAge(a)
	if score > 0 && t.generalAge(a) {
		return 0
	}
	return score
}

// statedAge judges a quantity by its unit and by what stands before and behind.
func (t *Text) statedAge(a *quantity) float32 {
	limit := oldest
	if a.unit == inDays || a.unit == inWeeks || a.unit == inMonths {
		limit = 99
	}
	if a.value > limit {
		return 0
	}
	if a.old {
		if t.thingBefore(a.first) {
			return 0
		}
		return 0.92
	}
	if score := t.sexBeside(a); score > 0 {
		return score
	}
	b := a.first - 1
	for b > 0 && (t.is(b, ':') || t.is(b, '=') || t.is(b, '"') || t.is(b, '-') && (!t.touches(a.first) || t.cueOf(b-1) == lexicon.CueAge)) {
		b--
	}
	if t.is(b, ')') && b > 2 && t.is(b-2, '(') { // "Age (yrs): 72"
		b -= 3
	}
	if t.is(b, '>') && t.cueOf(b-1) == lexicon.CueAge {
		b-- // "<age>72</age>"
	}
	if wordIs(t, b, "about") || wordIs(t, b, "abt") || wordIs(t, b, "approx") || wordIs(t, b, "around") || wordIs(t, b, "is") || wordIs(t, b, "just") || wordIs(t, b, "of") || wordIs(t, b, "de") {
		if t.cueOf(b-1) == lexicon.CueAge {
			b--
		}
	}
	if b >= 0 && t.Tokens[b].Class != lexicon.Punct && t.CueAt(b) == lexicon.CueAge {
		if wordIs(t, b-1, "median") || wordIs(t, b-1, "mean") || wordIs(t, b-1, "average") || t.is(a.number+1, ':') && t.touches(a.number+1) || t.counts(a) {
			return 0
		}
		return 0.93
	}
	if a.value == 0 || t.duration(a) {
		return 0
	}
	switch who := t.personBefore(a.first); {
	case who == nobody:
	case a.unit == noUnit:
		if t.ageCloses(a) || t.sexLetter(a.last+1) > 0 {
			return 0.75
		}
	case a.unit == inYears, a.unit == inMonths && who != writer, who == child:
		return 0.8
	}
	if a.unit != noUnit {
		if score := t.unitAge(a); score > 0 {
			return score
		}
		return t.latinAge(a)
	}
	return t.bareAge(a)
}

// decimals reports that token i goes on a number behind its point: "1,65".
func (t *Text) decimals(i int) bool {
	return i > 1 && (t.is(i-1, ',') || t.is(i-1, '.')) && t.touches(i) && t.touches(i-1) && hasDigit(&t.Tokens[i-2])
}

// columnGap reports that two spaces or more, or a line end, stand before
// token i.
func (t *Text) columnGap(i int) bool {
	return i == 0 || t.Tokens[i].Gap >= lexicon.GapWide || t.Tokens[i].Start-t.Tokens[i-1].End >= 2
}

// cueOf is CueAt for any index.
func (t *Text) cueOf(i int) lexicon.Cue {
	if i < 0 || i >= len(t.Tokens) || t.Tokens[i].Class == lexicon.Punct {
		return lexicon.NoCue
	}
	return t.CueAt(i)
}
