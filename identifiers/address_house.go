package identifiers

import "github.com/phidetect/phidetect/lexicon"

// houseAt reads the address whose house number begins at token i, with the
// units and the name of the house around it.
func (t *Text) houseAt(i int) (first, last int, score float32) {
	n, parts := t.houseEnd(i)
	if n < 0 {
		return 0, 0, 0
	}
	first = i
	if i > 0 && t.touches(i) && parts == 1 && (t.is(i-1, '/') || t.is(i-1, '-')) && i > 1 && t.touches(i-1) && t.Tokens[i-2].Len() == 1 && t.Tokens[i-2].Class == lexicon.Word && (i < 3 || !t.touches(i-2)) {
		first, parts = i-2, 2 // "B/503"
	} else if t.touches(i) && i > 1 && joiner(t.Tokens[i-1].First) != 0 && alnum(&t.Tokens[i-2]) || t.is(i-1, '$') || t.is(i-1, '+') {
		return 0, 0, 0
	}
	if first == i && t.militaryPost(i) {
		return t.shipBefore(i)
	}
	if t.is(n+1, ',') && t.touches(n+1) {
		if !t.beside(n + 2) {
			return 0, 0, 0
		}
		return t.houseComma(first, n, parts)
	}
	if parts > 2 {
		return 0, 0, 0
	}
	last, score = t.streetFrom(n+1, t.addressCue(first-1))
	if score == 0 {
		last, score = t.bareStreet(first, n+1)
	}
	if score == 0 {
		return 0, 0, 0
	}
	if h := t.headOf(first); h < first {
		first = h
		score = max(score, 0.9)
	} else {
		first = t.numberBefore(first)
	}
	return first, t.tailOf(last, false), score
}

// houseComma reads "23, Rue Victor Hugo", "14, MG Road", "Plot 18, 2nd Cross":
// the street needs its capitals, and a plain type or what stands before the
// number.
func (t *Text) houseComma(first, n, parts int) (int, int, float32) {
	k := &t.Tokens[n+2]
	if k.Case == lexicon.LowerCase && k.Class == lexicon.Word && !sureFirst.has(k.Hash) {
		return 0, 0, 0
	}
	if k.Class == lexicon.Number || k.Class == lexicon.Word && k.Entry.Cue() == lexicon.CueMonth {
		return 0, 0, 0
	}
	last, s := t.streetFrom(n+2, false)
	h := t.headOf(first)
	if s == 0 && h < first { // "Shop 4, Ground Floor, Sai Krupa Tower"
		if u := t.tailOf(n, false); u > n && t.is(u+1, ',') && t.beside(u+2) {
			if last, s = t.streetFrom(u+2, false); s == 0 {
				last, s = t.buildingFrom(u + 2)
			}
		}
	}
	if s == 0 {
		// "B-12, Sector 62", "#45, 5th Main, 12th Cross"
		if u := t.tailOf(n, false); u > n && (parts > 1 && t.Tokens[first].Len() == 1 || t.is(h, '#') || h < first && blockHeads.has(t.Tokens[h].Hash)) {
			last, s = u, 0.88
		}
	}
	if s == 0 && (h < first || parts > 1) {
		last, s = t.buildingFrom(n + 2)
	}
	if s == 0 {
		return 0, 0, 0
	}
	if h == first && parts == 1 && !plainTypes.has(t.Tokens[last].Hash) && !typesFirst.has(k.Hash) && !t.addressCue(first-1) {
		return 0, 0, 0 // "Ada, 27, Rose Hill"
	}
	return h, t.tailOf(t.segmentsAfter(last, h < first), false), s - 0.1
}

// houseEnd gives the last token of the house number at token i and how many
// parts it has, or -1: "12", "14b", "14/77", "12-14", "4-7-112", "12 bis".
func (t *Text) houseEnd(i int) (n, parts int) {
	k := &t.Tokens[i]
	if k.Len() > 6 || k.Class == lexicon.Mixed && !houseNumber(t.Text[k.Start:k.End]) && !t.ordinal(i) {
		return -1, 0
	}
	if k.Class == lexicon.Mixed && t.ordinal(i) {
		return -1, 0
	}
	if k.Len() >= 4 && k.First == '0' && t.beside(i) && hasDigit(&t.Tokens[i-1]) { // "8555 0144"
		return -1, 0
	}
	n, parts = i, 1
	for (t.is(n+1, '/') || t.is(n+1, '-')) && t.touches(n+1) && t.touches(n+2) && n+2 < len(t.Tokens) && parts < 5 {
		v := &t.Tokens[n+2]
		if !(hasDigit(v) && v.Len() <= 5 || v.Len() == 1 && v.Class == lexicon.Word) {
			return -1, 0
		}
		n += 2
		parts++
	}
	if parts == 1 && t.is(n+1, '-') && !t.touches(n+1) && t.beside(n+1) && t.beside(n+2) && t.Tokens[n+2].Class == lexicon.Number && t.Tokens[n+2].Len() >= 2 {
		n += 2 // "4 - 10320 111 Street"
	}
	if t.beside(n+1) && numberTails.has(t.Tokens[n+1].Hash) {
		n++
	}
	return n, parts
}

func houseNumber(s string) bool {
	if letter(s[0]&^0x20) && s[0]|0x20 != 'u' && len(s) > 1 && digit(s[1]) { // "N4419"
		return len(s) >= 4 && (s[0]|0x20 == 'n' || s[0]|0x20 == 'w' || s[0]|0x20 == 's' || s[0]|0x20 == 'e') || len(s) <= 4 && s[0] == 'C'
	}
	if s[0]|0x20 == 'u' && len(s) <= 3 { // "U4/17"
		return digit(s[1])
	}
	n := len(s)
	return digit(s[0]) && !digit(s[n-1]) && n >= 2 && digit(s[n-2]) && n <= 5
}

func direction(k *lexicon.Token) bool {
	switch k.Hash {
	case hashN, hashS, hashE, hashW, hashNE, hashNW, hashSE, hashSW, hashNorth, hashSouth, hashEast, hashWest:
		return k.Case != lexicon.LowerCase || k.Len() > 1
	}
	return false
}
