package identifiers

import "github.com/phidetect/phidetect/lexicon"

// boxes finds post office boxes, the boxes of rural routes ("RR 2 Box 418",
// "Route 2, Box 9") and of military post ("PSC 4296, Box 4371").
func (t *Text) boxes(dst []Span) []Span {
	for i := range t.Tokens {
		if t.CueAt(i) != lexicon.CuePOBox || t.claimed(i) {
			continue
		}
		e, first, last := t.EntryAt(i)
		if e.Cue() != lexicon.CuePOBox {
			first, last = i, i
		}
		if first != i {
			continue
		}
		n := last + 1
		for t.is(n, '.') || t.is(n, '#') || t.is(n, ':') || wordIs(t, n, "no") {
			n++
		}
		if !t.beside(n) || !hasDigit(&t.Tokens[n]) && !(t.Tokens[n].Len() <= 2 && t.Tokens[n].Case == lexicon.UpperCase && t.beside(n+1) && hasDigit(&t.Tokens[n+1])) {
			continue
		}
		if !hasDigit(&t.Tokens[n]) {
			n++
		}
		score := float32(0.95)
		if last == first && wordIs(t, i, "box") { // "box" alone
			r := t.routeBefore(first)
			if r == first && (t.Tokens[i].Case == lexicon.LowerCase || !t.endsAfter(n) || t.is(n+1, '.') || t.is(n+1, ':')) && !t.sureCue(first-1) {
				continue
			}
			if r == first {
				score = 0.7
			}
			first = r
		}
		if t.is(n+1, '-') && t.touches(n+2) && n+2 < len(t.Tokens) && hasDigit(&t.Tokens[n+2]) {
			n += 2
		}
		dst = t.appendAddress(dst, t.numberBefore(first), n, score, lexicon.CuePOBox)
	}
	return dst
}

// ruralRoute reads "RR#3, Site 12, Comp 8", whose number is token i.
func (t *Text) ruralRoute(i int) (first, last int, score float32) {
	if i < 1 || !t.is(i-1, '#') && t.Tokens[i-1].Hash != hashRR || t.Tokens[i].Len() > 3 {
		return 0, 0, 0
	}
	r := t.routeBefore(i + 1)
	if r <= i && wordIs(t, r, "rr") && (t.is(i-1, '#') || t.is(i+1, ',') && wordIs(t, i+2, "site")) {
		return r, t.tailOf(i, false), 0.85
	}
	return 0, 0, 0
}

// routeBefore gives the first token of the rural route or the unit that ends
// right before token i, or i: "R.R. 2", "Route 2,", "HC 61", "PSC 12,".
func (t *Text) routeBefore(i int) int {
	n := i - 1
	if t.is(n, ',') {
		n--
	}
	if n < 1 || !hasDigit(&t.Tokens[n]) || t.Tokens[n].Len() > 5 || t.claimed(n) || !t.beside(n) {
		return i
	}
	m := n - 1
	if t.is(m, '#') {
		m--
	}
	if t.is(m, '.') && m > 1 { // "R.R. 2"
		m--
	}
	if m < 0 {
		return i
	}
	switch {
	case wordIs(t, m, "rr"), wordIs(t, m, "rd"), wordIs(t, m, "hc"), wordIs(t, m, "psc"), wordIs(t, m, "cmr"), wordIs(t, m, "unit"), wordIs(t, m, "rte"), wordIs(t, m, "rt"):
		return m
	case wordIs(t, m, "route"):
		if m > 0 && t.beside(m) && wordIs(t, m-1, "rural") {
			return m - 1
		}
		return m
	case m > 1 && t.is(m-1, '.') && (wordIs(t, m, "r") || wordIs(t, m, "d")) && wordIs(t, m-2, "r"):
		return m - 2
	}
	return i
}

// militaryPost reports the postal code of a post office of the US forces at
// token i: "FPO AP 96602".
func (t *Text) militaryPost(i int) bool {
	return i > 2 && t.Tokens[i].Class == lexicon.Number && t.Tokens[i].Len() == 5 && t.beside(i) && t.beside(i-1) && t.Tokens[i-1].Len() == 2 && t.Tokens[i-1].First|0x20 == 'a' && military.has(t.Tokens[i-2].Hash)
}

// shipBefore reads the ship on the line before a military post office: "USS
// Ardent\nFPO AE 09573".
func (t *Text) shipBefore(i int) (first, last int, score float32) {
	last = i - 3
	if t.is(last, ',') {
		last--
	}
	for j, n := last, 0; j >= 0 && n < 4 && t.Tokens[j].Class == lexicon.Word && !t.claimed(j); j, n = j-1, n+1 {
		if ships.has(t.Tokens[j].Hash) && j < last {
			return j, last, 0.85
		}
		if t.Tokens[j].Gap > lexicon.GapSpace {
			break
		}
	}
	return 0, 0, 0
}
