package identifiers

import "github.com/phidetect/phidetect/lexicon"

// maxUnits bounds how many units an address has before or behind its street.
const maxUnits = 4

// headOf extends an address back over what belongs to its house number: "Flat",
// "No.", "Lot", a unit before a comma ("Unit 3, ", "2nd Floor, "), the name of
// the house ("Rose Cottage, "). It gives the first token.
func (t *Text) headOf(first int) int {
	for range maxUnits {
		p := t.headOnce(first)
		if p < 0 || !t.free(p, first-1) {
			break
		}
		first = p
	}
	return first
}

func (t *Text) headOnce(first int) int {
	if first < 1 || t.Tokens[first].Gap > lexicon.GapSpace {
		return -1
	}
	i := first - 1
	k := &t.Tokens[i]
	if k.Is('.') && t.touches(i) && i > 0 && housePrefixes.has(t.Tokens[i-1].Hash) {
		i-- // "No. 7", "H. No. 7"
		k = &t.Tokens[i]
	}
	if k.Is('#') && t.touches(first) {
		return i
	}
	if k.Class == lexicon.Word && hasDigit(&t.Tokens[first]) && (housePrefixes.has(k.Hash) || k.Entry.Cue() == lexicon.CueUnit || strongMarks.has(k.Hash)) {
		if i > 1 && t.is(i-1, '.') && t.touches(i-1) && t.Tokens[i-2].Len() == 1 && t.Tokens[i-2].Class == lexicon.Word {
			return i - 2
		}
		if i > 0 && t.beside(i) && (wordIs(t, i-1, "house") || wordIs(t, i-1, "door") || wordIs(t, i-1, "plot") || wordIs(t, i-1, "old") || wordIs(t, i-1, "new")) && wordIs(t, i, "no") {
			return i - 1
		}
		return i
	}
	i = first - 1
	sep := false
	for (t.is(i, ',') || t.is(i, '-') || t.is(i, '/') || t.is(i, '"')) && i > 0 && t.Tokens[i].Gap <= lexicon.GapSpace {
		sep = true
		i--
	}
	if i < 1 || t.claimed(i) {
		return -1
	}
	if u := t.unitEndingAt(i); u >= 0 {
		return u
	}
	if w := &t.Tokens[i]; sep && w.Class == lexicon.Mixed && w.Len() <= 3 && w.First|0x20 == 'u' {
		return i // "U4 / 19 Wattle Cres"
	}
	if sep && t.is(first-1, ',') {
		return t.buildingBefore(i)
	}
	return -1
}

// unitEndingAt gives the first token of the unit that ends at token i, or -1:
// "Unit 3", "Block C", "2nd Floor", "Flat B-12".
func (t *Text) unitEndingAt(i int) int {
	k := &t.Tokens[i]
	if k.Class == lexicon.Word && floors.has(k.Hash) && t.beside(i) && (t.ordinal(i-1) || t.CueAt(i-1) == lexicon.CueOrdinal || wordIs(t, i-1, "ground") || wordIs(t, i-1, "top")) {
		return i - 1
	}
	if !t.unitValue(i) {
		return -1
	}
	m := i - 1
	if m > 1 && (t.is(m, '-') || t.is(m, '/')) && t.touches(i) && t.touches(m) && t.unitValue(m-1) {
		m -= 2
	}
	for m > 0 && (t.is(m, '.') || t.is(m, '#') || wordIs(t, m, "no")) && t.beside(m) {
		m--
	}
	if m < 0 || t.Tokens[m+1].Gap > lexicon.GapSpace || !t.unitMark(m) {
		return -1
	}
	if wordIs(t, m, "no") && m > 0 && wordIs(t, m-1, "old") {
		m--
	}
	return m
}
