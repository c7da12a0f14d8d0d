package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// birthsBesideNames makes dates of birth of the full dates that stand right
// behind a person's name, as people introduce themselves: "Abel Munro
// 3/9/51", "Mrs Lund (7 June 1941)", "tess k 110974". It runs after the
// names are known. A provider's name is followed by the date of the visit.
func (t *Text) birthsBesideNames(dst []Span) []Span {
	for n := t.from; n < len(dst); n++ {
		s := &dst[n]
		if s.Type != Date || s.Vague && s.End-s.Start > 5 {
			continue
		}
		first, last := t.TokenRange(s.Start, s.End)
		if last == first+2 && t.value(last) == 12 && t.is(first+1, '/') && (t.value(first) > 12 || t.is(first-1, '(')) && (t.is(last+1, ')') || t.is(last+1, ',')) && t.patientBefore(first) {
			s.Type, s.Why.Matcher = Age, "age" // months, as the British write them: "Rose (5/12)"
			continue
		}
		if t.fullDate(first, last) && t.birthYear(last) && t.patientBefore(first) {
			s.Type, s.Score = DateOfBirth, max(s.Score, 0.8)
		}
	}
	for _, d := range t.Triggers.Digits {
		i := int(d)
		k := &t.Tokens[i]
		if t.claimed(i) || k.Class != lexicon.Number || k.Len() != 6 && k.Len() != 8 || t.touches(i+1) && i+1 < len(t.Tokens) && joiner(t.Tokens[i+1].First) != 0 && t.touches(i+2) {
			continue
		}
		if birthDigits(t.Text[k.Start:k.End]) && t.patientBefore(i) {
			t.claim(i, i)
			dst = append(dst, Span{Start: int(k.Start), End: int(k.End), Type: DateOfBirth, Score: 0.65, Why: Why{Matcher: "date"}})
		}
	}
	return dst
}

// fullDate reports a date with day, month and year.
func (t *Text) fullDate(first, last int) bool {
	if last == first {
		return t.Tokens[first].Len() >= 8
	}
	if last-first < 2 || t.Tokens[last].Class == lexicon.Word && t.spells(last) < 0 {
		return false
	}
	return t.Tokens[last].Len() >= 4 || last-first >= 4 || t.Tokens[last].Len() == 2 && t.Tokens[last-1].Class != lexicon.Punct
}

// patientBefore reports that the name of somebody other than a provider ends
// right before token i.
func (t *Text) patientBefore(i int) bool {
	j := i - 1
	if j < 0 || t.Tokens[i].Gap > lexicon.GapWide {
		return false
	}
	if wordIs(t, j, "the") {
		j--
	}
	if t.is(j, '(') || t.is(j, ',') || t.is(j, '-') {
		if t.touches(i) && t.is(j, '-') {
			return false
		}
		j--
	}
	if t.is(j, '.') && j > 0 && t.Tokens[j-1].Len() == 1 {
		j-- // an initial
	}
	if j < 0 || t.names.labels[j] != nametag.Name || !t.claimed(j) {
		return false
	}
	first := j
	for first > 0 && first > j-8 && t.claimed(first-1) && t.Tokens[first].Gap <= lexicon.GapSpace && (t.names.labels[first-1] == nametag.Name || t.Tokens[first-1].Class == lexicon.Punct || t.Tokens[first-1].Entry.Cue() == lexicon.CueParticle) {
		first--
	}
	b := first - 1
	if t.is(b, '.') {
		b--
	}
	return b < 0 || t.Tokens[first].Gap == lexicon.GapLine || t.CueAt(b) != lexicon.CueDoctor && t.CueAt(b) != lexicon.CueStaff && !wordIs(t, b, "by") && !t.is(b, '@')
}

// birthDigits reports whether six or eight digits are a day, a month and a
// year of birth in the orders people write them.
func birthDigits(s string) bool {
	if len(s) == 8 {
		y := pair(s)*100 + pair(s[2:])
		if y >= 1900 && y < 2024 {
			return dayMonth(pair(s[6:]), pair(s[4:]))
		}
		y = pair(s[4:])*100 + pair(s[6:])
		return y >= 1900 && y < 2024 && (dayMonth(pair(s), pair(s[2:])) || dayMonth(pair(s[2:]), pair(s)))
	}
	return dayMonth(pair(s), pair(s[2:])) || dayMonth(pair(s[2:]), pair(s))
}

func dayMonth(d, m int) bool { return d >= 1 && d <= 31 && m >= 1 && m <= 12 }
