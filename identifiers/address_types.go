package identifiers

import "github.com/phidetect/phidetect/lexicon"

// streetType reports whether token j is used as a street type. Those that are
// words of their own ("way", "park", "drive", "close") need a capital, or an
// address around them; the long list's other words need both.
func (t *Text) streetType(j int, cued bool) bool {
	k := &t.Tokens[j]
	if k.Class != lexicon.Word || k.Len() < 2 {
		return false
	}
	lower := k.Case == lexicon.LowerCase
	switch {
	case plainTypes.has(k.Hash):
		// "12 St Brigid's Terrace": a saint, not a street
		return k.Hash != hashSt || !t.saint(j)
	case looseTypes.has(k.Hash):
		if !lower {
			// in a message of capitals only a capital says nothing
			return !t.typeSoon(j) && (k.Case == lexicon.TitleCase || t.endsAfter(j) || t.typeAt(j+1))
		}
		n := j + 1
		if cued {
			return t.endsAfter(j)
		}
		if n >= len(t.Tokens) || t.Tokens[n].Gap == lexicon.GapLine || t.Tokens[n].Class == lexicon.Punct {
			return k.Entry.Rank() < 5 && k.Len() > 2 || k.Hash == hashCt
		}
		return t.placeAt(n) && !t.Tokens[n].Entry.Has(lexicon.Stop)
	}
	return k.Case == lexicon.TitleCase && k.Len() > 2 && k.Entry.Has(lexicon.Street) && k.Entry.Weight() == 0 && !k.Entry.Has(lexicon.Unit) && capital(&t.Tokens[j-1]) && t.endsAfter(j) && !t.typeSoon(j)
}

// typeAt reports a street type or a direction at token i.
func (t *Text) typeAt(i int) bool {
	if !t.beside(i) {
		return false
	}
	k := &t.Tokens[i]
	return plainTypes.has(k.Hash) || looseTypes.has(k.Hash) || direction(k)
}

// typeSoon reports a plain street type one or two words behind token j: "Cider
// Mill Ln", "Chapel Hill Church Road".
func (t *Text) typeSoon(j int) bool {
	for n := j + 1; n <= j+2 && t.beside(n) && t.Tokens[n].Class == lexicon.Word; n++ {
		if plainTypes.has(t.Tokens[n].Hash) && n > j+1 {
			return true
		}
		if !capital(&t.Tokens[n]) || t.placeAt(n) {
			return false
		}
	}
	return false
}

// saint reports whether "St" at token j begins the name of a saint.
func (t *Text) saint(j int) bool {
	n := j + 1
	if t.is(n, '.') {
		n++
	}
	if !t.beside(n) || t.Tokens[n].Class != lexicon.Word || t.Tokens[n].Entry.Given() < 4 {
		return false
	}
	for e := n + 1; e <= n+2 && t.beside(e) && t.Tokens[e].Class == lexicon.Word; e++ {
		if plainTypes.has(t.Tokens[e].Hash) || looseTypes.has(t.Tokens[e].Hash) {
			return true
		}
	}
	return false
}

// mostTypes bounds the types and directions behind a street's type: a list of
// such words is no street, and reading on from each of them takes a time that
// grows with the square.
const mostTypes = 6

// typesAfter extends a street over further types, directions and road numbers
// behind its type at token j: "Old Spanish Trail", "Kearney St NW", "County Road
// QQ", "Quail Hollow Ln".
func (t *Text) typesAfter(j int) int {
	last := j
	for n := j + 1; n <= j+mostTypes && t.beside(n) && !t.claimed(n); n++ {
		k := &t.Tokens[n]
		if k.Class != lexicon.Word {
			break
		}
		if direction(k) {
			if e, f, l := t.EntryAt(n); l > f && e.Place() > 0 {
				break // "88 Erskine Ave North York"
			}
			last = n
			continue
		}
		if !(plainTypes.has(k.Hash) || looseTypes.has(k.Hash)) || k.Case == lexicon.LowerCase && k.Entry.Rank() >= 5 && !plainTypes.has(k.Hash) {
			break
		}
		if k.Len() == 2 && k.Case == lexicon.UpperCase && k.Entry.Has(lexicon.State) && n+1 < len(t.Tokens) && hasDigit(&t.Tokens[n+1]) {
			break // "5 Elm St CT 06111"
		}
		if k.Hash == hashDr && n+1 < len(t.Tokens) && capital(&t.Tokens[n+1]) && t.Tokens[n+1].Gap == lexicon.GapSpace && !t.placeAt(n+1) {
			break // "44 Oak Lane Dr Smith"
		}
		if k.Hash == hashSt && t.saint(n) {
			break
		}
		last = n
	}
	if t.beside(last+1) && t.Tokens[last+1].Class == lexicon.Number && t.Tokens[last+1].Len() <= 2 && t.is(last+2, '#') && t.touches(last+3) {
		return last + 1 // "Bedok Ave 4 #07-112"
	}
	if roadNumbers.has(t.Tokens[last].Hash) && t.beside(last+1) && t.roadNumber(last+1) {
		return t.withDirection(last + 1)
	}
	return last
}

// roadNumber reports the number or the letters of a road: "County Rd QQ".
func (t *Text) roadNumber(i int) bool {
	k := &t.Tokens[i]
	switch k.Class {
	case lexicon.Number:
		return k.Len() <= 4
	case lexicon.Mixed:
		return k.Len() <= 4 && digit(k.First)
	case lexicon.Word:
		return k.Case == lexicon.UpperCase && k.Len() <= 2 && !k.Entry.Has(lexicon.State) || k.Len() == 1 && k.Case == lexicon.TitleCase
	}
	return false
}

func (t *Text) withDirection(i int) int {
	if t.beside(i+1) && direction(&t.Tokens[i+1]) && capital(&t.Tokens[i+1]) {
		return i + 1
	}
	return i
}
