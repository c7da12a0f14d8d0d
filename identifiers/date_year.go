package identifiers

import "github.com/phidetect/phidetect/lexicon"

// yearBehind finds the year of the date that ends before token k, behind ",",
// "-", "of", "de", "in"; it gives its last token, 0 if there is none. Only
// behind a day may it be short.
func (t *Text) yearBehind(k int, day bool) int {
	comma := t.is(k, ',')
	if comma || t.is(k, '-') || t.is(k, '/') || t.is(k, '.') && t.touches(k) {
		k++
	}
	if wordIs(t, k, "of") || wordIs(t, k, "de") || wordIs(t, k, "del") || wordIs(t, k, "in") {
		k++
	}
	if k >= len(t.Tokens) || t.Tokens[k].Gap > lexicon.GapSpace {
		return 0
	}
	y := t.yearAt(k, day)
	if y > 0 && comma && t.Tokens[y].Len() == 2 && t.Tokens[y].Class == lexicon.Number && !t.shortYearEnds(y) {
		return 0
	}
	return y
}

// shortYearEnds tells the year of "June 5, 84" from the number that begins
// something else: "3 June, 19 August", "Sept 4, 11, 18", "May 5, 10 tablets".
func (t *Text) shortYearEnds(y int) bool {
	j := y + 1
	if j >= len(t.Tokens) || t.Tokens[j].Gap == lexicon.GapLine {
		return true
	}
	if t.Tokens[j].Class != lexicon.Punct {
		return false
	}
	return !t.is(j, '-') && !t.is(j, '/') && !t.is(j, ':') && !(t.is(j, ',') && j+1 < len(t.Tokens) && hasDigit(&t.Tokens[j+1])) && !(t.is(j, '.') && t.touches(j+1))
}

// yearAt reads "1985", "'85", a year in words, and, if short, "85"; it gives
// the year's last token, 0 if none begins at token i.
func (t *Text) yearAt(i int, short bool) int {
	if i < 0 || i >= len(t.Tokens) || t.claimed(i) {
		return 0
	}
	k := &t.Tokens[i]
	switch {
	case k.Class == lexicon.Number:
		v := t.value(i)
		if k.Len() <= 2 && (t.is(i+1, ':') || t.is(i+1, '.') && t.touches(i+2)) && t.touches(i+1) || t.unitAfter(i) {
			return 0
		}
		if k.Len() == 2 && (t.follows(i) == lexicon.CueTime || t.follows(i) == lexicon.CueYears) {
			return 0
		}
		if k.Len() == 4 && v >= 1880 && v <= 2100 || short && k.Len() == 2 {
			return i
		}
	case k.Is('\''):
		if t.touches(i+1) && i+1 < len(t.Tokens) && t.Tokens[i+1].Class == lexicon.Number && t.Tokens[i+1].Len() == 2 {
			return i + 1
		}
	case k.Class == lexicon.Word:
		if y := t.spokenYear(i, short); y > 0 && t.follows(y) != lexicon.CueYears {
			return y
		}
	}
	return 0
}
