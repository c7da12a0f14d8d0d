package identifiers

import "github.com/phidetect/phidetect/lexicon"

// loneUnits finds units that stand by themselves: on their own line or field
// ("Apt. 3B"), or named for certain ("Suite 574").
func (t *Text) loneUnits(dst []Span) []Span {
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Class != lexicon.Word || t.claimed(i) || !strongMarks.has(k.Hash) && k.Entry.Cue() != lexicon.CueUnit {
			continue
		}
		last := t.unitFrom(i)
		if last == 0 || !t.free(i, last) || !hasDigit(&t.Tokens[last]) && !(t.startsField(i) && t.endsField(last)) {
			continue
		}
		alone := t.startsField(i) && t.endsField(last)
		strong := strongMarks.has(k.Hash) && !wordIs(t, i, "unit")
		switch {
		case alone && (strong || k.Hash == hashUnit && capital(k)):
			dst = t.appendAddress(dst, i, last, 0.85, lexicon.CueUnit)
		case strong && (capital(k) || t.sureCue(i-1)) && !t.timeAfter(last) && t.endsAfter(last):
			dst = t.appendAddress(dst, i, t.tailOf(last, false), 0.7, lexicon.CueUnit)
		}
	}
	return dst
}

// timeAfter reports that the number at token i is a time or a date: "appt 3 pm".
func (t *Text) timeAfter(i int) bool {
	if t.is(i+1, ':') || t.is(i+1, '%') || t.is(i+1, '/') {
		return true
	}
	if i+1 >= len(t.Tokens) {
		return false
	}
	switch t.CueAt(i + 1) {
	case lexicon.CueTime, lexicon.CueMonth, lexicon.CueYears:
		return true
	}
	return t.Tokens[i+1].Entry.Has(lexicon.Unit)
}

// startsField and endsField report that token i begins or ends a line or a
// field of a record; marks of quotation may stand before it.
func (t *Text) startsField(i int) bool {
	for n := 0; n < 4; n++ {
		if i == 0 || t.Tokens[i].Gap >= lexicon.GapWide {
			return true
		}
		switch t.Tokens[i-1].First {
		case '^', '|', '>', '?', '"', '*', '\\', '/':
			if t.Tokens[i-1].Class != lexicon.Punct {
				return false
			}
			if c := t.Tokens[i-1].First; c == '^' || c == '|' || c == '"' {
				return true
			}
			i--
		default:
			return false
		}
	}
	return false
}

func (t *Text) endsField(i int) bool {
	n := i + 1
	if n >= len(t.Tokens) || t.Tokens[n].Gap >= lexicon.GapWide {
		return true
	}
	switch t.Tokens[n].First {
	case '^', '|', '"', ',', '<', '\\', '~':
		return t.Tokens[n].Class == lexicon.Punct
	}
	return false
}
