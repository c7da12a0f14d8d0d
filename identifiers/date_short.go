package identifiers

import "github.com/phidetect/phidetect/lexicon"

// shortDate judges "3/22": a date unless what stands beside says fraction,
// score, strength, acuity or pain scale.
func (t *Text) shortDate(first, last, a, b int) float32 {
	if t.unitAfter(last) || t.is(last+1, '%') {
		return 0
	}
	if t.Tokens[first].First == '0' || t.is(last+1, '-') && t.touches(last+1) && t.touches(last+2) && t.value(last+2) > 0 && t.is(last+3, '/') {
		return 0.9 // no fraction begins with 0, nor is it one end of a range
	}
	if e, _, _ := t.entryBefore(first); e.Cue() == lexicon.CueAgainst || e.Has(lexicon.LabName) || e.Category() == lexicon.Drug {
		return 0
	}
	if a < b && b <= 4 && t.value(first-1) >= 0 && t.Tokens[first].Gap == lexicon.GapSpace {
		return 0 // "2 1/2"
	}
	if wordIs(t, first-1, "vision") || wordIs(t, first-1, "acuity") || wordIs(t, first-1, "va") || wordIs(t, first-1, "power") || wordIs(t, first-1, "strength") {
		return 0
	}
	if wordIs(t, first-1, "x") || wordIs(t, last+1, "old") || b == 7 && (wordIs(t, last+1, "of") || wordIs(t, last+1, "history") || wordIs(t, last+1, "hx")) {
		return 0 // "4/7 of cough", a British count of days
	}
	if t.dateCueBefore(first) {
		return 0.9
	}
	switch {
	case a < b && b <= 4:
		return 0 // a fraction
	case b == 10 && a <= 10, b == 5 && a <= 5, a == 24 && b == 7, a == 20 && b == 20, a == b && a < 10, a == 9 && b == 11:
		return 0.3 // out of ten or five, round the clock, an emergency
	case b <= 4 && t.odds(first):
		return 0.3
	}
	return 0.6
}

// odds reports a word of betting in the six tokens before.
func (t *Text) odds(i int) bool {
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		if wordIs(t, j, "odds") || wordIs(t, j, "bookies") || wordIs(t, j, "bookie") || wordIs(t, j, "bet") || wordIs(t, j, "bets") {
			return true
		}
	}
	return false
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
