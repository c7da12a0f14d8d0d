package identifiers

import (
	"strings"
	"unicode"

	"github.com/phidetect/phidetect/lexicon"
)

// namedTypes end a street that is known without a number when capitalised.
var namedTypes = newWordSet("st street road avenue lane crescent terrace rd ave ln cres blvd boulevard parkway pkwy ct highway hwy")

// StreetAlone is the [Why.Matcher] of streets without any number: many live
// there, and a place to meet is told so too.
const StreetAlone = "street alone"

// namedStreets finds streets without a house number where the form says so: "on
// Battle Street", "rue Capois", "e 14th st".
func (t *Text) namedStreets(dst []Span) []Span {
	n := len(dst)
	dst = t.streetsByForm(dst)
	for i := n; i < len(dst); i++ {
		if s := &dst[i]; strings.IndexFunc(t.Text[s.Start:s.End], unicode.IsDigit) < 0 {
			s.Why.Matcher = StreetAlone
		}
	}
	return dst
}

func (t *Text) streetsByForm(dst []Span) []Span {
	for i := range t.Tokens {
		k := &t.Tokens[i]
		street := k.Entry.Has(lexicon.Street)
		if !street && (k.Entry.Rank() > 0 || k.Len() == 2) || k.Class != lexicon.Word || t.claimed(i) {
			continue
		}
		if street && t.beside(i) && namedTypes.has(k.Hash) {
			dst = t.namedStreet(dst, i)
			continue
		}
		if k.Len() > 2 && t.beside(i+1) && sureFirst.has(k.Hash) {
			dst = t.firstStreet(dst, i)
			continue
		}
		if k.Hash == hashS && t.is(i+1, '/') && wordIs(t, i+2, "n") && i > 1 { // "s/n": no number
			p := i - 1
			if t.is(p, ',') {
				p--
			}
			if s := t.prefixBefore(p); s >= 0 {
				dst = t.appendAddress(dst, s, i+2, 0.88, lexicon.NoCue)
			} else if capital(&t.Tokens[p]) && t.bareWord(p) && (t.latin() || t.is(p+1, ',')) {
				dst = t.appendAddress(dst, t.namedBefore(p), i+2, 0.8, lexicon.NoCue)
			}
		}
	}
	return dst
}

// prepositionAt reports "on", "off" or "near" at token i: "the ramp on river rd".
func (t *Text) prepositionAt(i int) bool {
	return wordIs(t, i, "on") || wordIs(t, i, "off") || wordIs(t, i, "near")
}

// namedStreet reads the street whose type is token i from its end.
func (t *Text) namedStreet(dst []Span, i int) []Span {
	k, p := &t.Tokens[i], i-1
	w := &t.Tokens[p]
	if t.claimed(p) {
		return dst
	}
	if t.ordinal(p) && (wordIs(t, i, "street") || wordIs(t, i, "st") || wordIs(t, i, "avenue") || wordIs(t, i, "ave")) {
		first := p
		if first > 0 && t.beside(first) && (direction(&t.Tokens[first-1]) || direction2(&t.Tokens[first-1])) {
			first--
		}
		return t.appendAddress(dst, first, i, 0.7, lexicon.NoCue)
	}
	if w.Class != lexicon.Word || k.Hash == hashSt && (k.Case != lexicon.TitleCase || !t.endsAfter(i) || t.is(i+1, '.') || p == 0 || !t.prepositionAt(p-1)) {
		return dst
	}
	last := t.typesAfter(i)
	if !capital(k) {
		// "the boat ramp on river rd"
		if w.Case == lexicon.LowerCase && !w.Entry.Has(lexicon.Stop) && k.Len() <= 4 && p > 0 && t.beside(p) && t.prepositionAt(p-1) && w.Entry.Weight() == 0 && k.Hash != hashSt {
			return t.appendAddress(dst, p, last, 0.66, lexicon.NoCue)
		}
		return dst
	}
	if w.Case != lexicon.TitleCase && w.Case != k.Case || w.Entry.Has(lexicon.Stop) && !direction(w) || wordIs(t, i, "ct") && (k.Case != lexicon.TitleCase || !t.endsAfter(i)) {
		return dst
	}
	if w.Case == lexicon.UpperCase && (k.Len() < 4 || w.Entry.Weight() > 0) {
		return dst
	}
	first := p
	for n := 0; n < 2 && first > 0 && t.Tokens[first-1].Case == lexicon.TitleCase && t.beside(first) && t.Tokens[first-1].Class == lexicon.Word && !t.claimed(first-1) && !t.Tokens[first-1].Entry.Has(lexicon.Stop) && t.Tokens[first-1].Suffix == lexicon.NoSuffix; n++ {
		if c := t.Tokens[first-1].Entry.Cue(); c != lexicon.NoCue && c != lexicon.CueCity {
			break
		}
		first--
	}
	if t.beside(last+1) && capital(&t.Tokens[last+1]) && !t.placeAt(last+1) || w.Entry.Has(lexicon.Eponym) && w.Suffix != lexicon.NoSuffix {
		return dst // "Wall Street Journal", "Battle Street Pharmacy"
	}
	if t.is(first-1, ',') && first > 1 {
		if b := t.buildingBefore(first - 2); b >= 0 && t.free(b, first-1) {
			first = b
		}
	}
	return t.appendAddress(dst, first, last, 0.7, lexicon.NoCue)
}

// firstStreet reads a street whose type stands first, without a number.
func (t *Text) firstStreet(dst []Span, i int) []Span {
	k := &t.Tokens[i]
	last, ok := t.nameBehind(i)
	if !ok || t.touches(i) || k.Len() < 3 {
		return dst
	}
	if i > 0 && t.CueAt(i-1) == lexicon.CueTitle {
		return dst
	}
	n := last + 1
	if t.is(n, ',') {
		n++
	}
	if wordIs(t, n, "s") && t.is(n+1, '/') && wordIs(t, n+2, "n") || wordIs(t, n, "sn") {
		return t.appendAddress(dst, i, min(n+2, len(t.Tokens)-1), 0.88, lexicon.NoCue)
	}
	capitals := false
	for j := i + 1; j <= last; j++ {
		capitals = capitals || capital(&t.Tokens[j])
	}
	if !capitals && !(k.Hash == hashRue || t.addressCue(i-1)) {
		return dst
	}
	return t.appendAddress(dst, i, last, 0.7, lexicon.NoCue)
}

// corners finds intersections: "corner of Elm and 3rd", "cnr Vale St & Mill Rd".
func (t *Text) corners(dst []Span) []Span {
	for i := range t.Tokens {
		if h := t.Tokens[i].Hash; h != hashCorner && h != hashCnr || t.claimed(i) {
			continue
		}
		a := i + 1
		if wordIs(t, a, "of") {
			a++
		}
		and := -1
		for j := a; j < a+4 && t.beside(j); j++ {
			if j > a && (wordIs(t, j, "and") || t.is(j, '&')) {
				and = j
				break
			}
		}
		if and < 0 || !t.beside(and+1) || t.Tokens[and+1].Class == lexicon.Punct {
			continue
		}
		last := and + 1
		for n := 0; n < 3 && t.beside(last+1); n++ {
			k := &t.Tokens[last+1]
			if !(plainTypes.has(k.Hash) || looseTypes.has(k.Hash) && capital(k) || capital(k) && !t.placeAt(last+1)) {
				break
			}
			last++
			if plainTypes.has(k.Hash) {
				break
			}
		}
		for first := a; first <= last; first++ { // what was found as a street by itself stays
			if t.claimed(first) {
				and = -1
			}
		}
		if and < 0 {
			continue
		}
		dst = t.appendAddress(dst, a, last, 0.85, lexicon.CueAddress)
	}
	return dst
}

// spelledHouses finds addresses whose house number is written in words: "sixty
// one twenty Old Spanish Trail number eight".
func (t *Text) spelledHouses(dst []Span) []Span {
	for i := 0; i < len(t.Tokens); i++ {
		n := i
		words := 0
		for ; n < len(t.Tokens) && words < 8; n++ {
			k := &t.Tokens[n]
			if t.claimed(n) || n > i && k.Gap > lexicon.GapSpace {
				break
			}
			if k.Is('-') && words > 0 && t.touches(n) && t.touches(n+1) {
				continue
			}
			c := k.Entry.Cue()
			if k.Class != lexicon.Word || c != lexicon.CueNumeral && c != lexicon.CueTens && k.Hash != hashHundred && k.Hash != hashOh {
				break
			}
			words++
		}
		if words == 0 {
			continue
		}
		last, score := t.streetFrom(n, words > 1 || t.sureCue(i-1))
		if score >= 0.84 && (words > 1 || capital(&t.Tokens[n]) && (t.Tokens[i].Case == lexicon.LowerCase || t.Tokens[i].Entry.Cue() == lexicon.CueTens) && t.Tokens[i].Hash != hashOne && t.Tokens[i].Hash != hashTwo || t.sureCue(i-1)) && t.free(i, last) {
			dst = t.appendAddress(dst, i, t.tailOf(last, false), score-0.05, lexicon.NoCue)
		}
		if s := t.spelledLast(i, n-1); s >= 0 {
			dst = t.appendAddress(dst, s, n-1, 0.8, lexicon.NoCue)
		}
		i = n - 1
	}
	return dst
}
