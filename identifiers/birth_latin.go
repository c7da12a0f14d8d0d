package identifiers

import "github.com/phidetect/phidetect/lexicon"

// "Né" is a cue of a birth in every form that people type, and in English and
// French another word in most: "ne" is a negation, "née" names a family. Only
// with a date right behind it does it speak of a birth.

// bornLatin reports "né(e) le", "né·e :", "née 27.07.98", "né un vingt-deux août"
// at token j, for the date at token i, and gives how sure it makes.
func (t *Text) bornLatin(j, i int) float32 {
	masculine := wordIs(t, j, "ne")
	if !masculine && !wordIs(t, j, "nee") && !wordIs(t, j, "nes") && !wordIs(t, j, "nees") {
		return 0
	}
	n := j + 1
	if n+1 < i && t.Tokens[n].Class != lexicon.Word && t.Tokens[n].Class != lexicon.Number && (wordIs(t, n+1, "e") || wordIs(t, n+1, "es")) {
		return 0.97 // "né(e) le", "né·e :"
	}
	if wordIs(t, n, "le") || wordIs(t, n, "en") {
		return 0.97
	}
	if wordIs(t, n, "un") && n+1 == i {
		return 0.9
	}
	if t.is(n, ':') {
		n++
	}
	if n != i || masculine && (t.Tokens[i].Class != lexicon.Number || i+4 >= len(t.Tokens) || t.Tokens[i+1].Class != lexicon.Punct || t.Tokens[i+3].First != t.Tokens[i+1].First || t.Tokens[i+4].Class != lexicon.Number) {
		return 0 // "il ne 12/03 …"
	}
	return 0.95
}

// bornDigits reports six or eight digits right behind "né" or "née" that are
// a day of birth: "né 040691".
func (t *Text) bornDigits(i int) bool {
	k := &t.Tokens[i]
	b := i - 1
	if wordIs(t, b, "le") {
		b--
	}
	return (k.Len() == 6 || k.Len() == 8) && k.Gap <= lexicon.GapSpace && (wordIs(t, b, "ne") || wordIs(t, b, "nee")) && birthDigits(t.Text[k.Start:k.End])
}

// bornWith reports that the full date in span s is joined by "and" to a date of
// birth right before it, p: "nacidos 3/9/16 y 11/30/18".
func (t *Text) bornWith(p, s *Span) bool {
	if p.Type != DateOfBirth || s.Vague || s.Start-p.End > 6 {
		return false
	}
	first, last := t.TokenRange(s.Start, s.End)
	b := first - 1
	if !(wordIs(t, b, "y") || wordIs(t, b, "et") || wordIs(t, b, "and") || t.is(b, '&')) || !t.fullDate(first, last) || !t.birthYear(last) {
		return false
	}
	_, end := t.TokenRange(p.Start, p.End)
	return end == b-1
}
