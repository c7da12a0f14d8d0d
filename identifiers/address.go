package identifiers

import "github.com/phidetect/phidetect/lexicon"

// addresses finds street addresses: a house number and a street with its type
// ("27 Thornbeck Terrace", "9/41 wattlebird pde", "N4419 County Rd QQ"), units,
// levels, post office boxes, streets of Spanish and French form ("calle 45 #
// 22-18"), intersections ("Elm and 3rd").
func (t *Text) addresses(dst []Span) []Span {
	for _, d := range t.Triggers.Digits {
		i := int(d)
		if t.claimed(i) {
			continue
		}
		if first, last, score := t.houseAt(i); score > 0 {
			dst = t.appendAddress(dst, first, last, score, lexicon.NoCue)
		}
	}
	if t.Triggers.Cues.Has(lexicon.CuePOBox) {
		for i := range t.Tokens {
			if t.CueAt(i) != lexicon.CuePOBox || t.claimed(i) {
				continue
			}
			_, first, last := t.EntryAt(i)
			if t.Tokens[i].Phrase == 0 && t.Tokens[i].Case == lexicon.LowerCase {
				continue // "box" alone
			}
			n := last + 1
			for t.is(n, '.') || t.is(n, '#') || t.is(n, ':') || wordIs(t, n, "no") {
				n++
			}
			if n < len(t.Tokens) && t.Tokens[n].Gap <= lexicon.GapSpace && hasDigit(&t.Tokens[n]) && (first == i || t.Tokens[i].Phrase > 0) {
				if t.is(n+1, '-') && t.touches(n+2) && n+2 < len(t.Tokens) && hasDigit(&t.Tokens[n+2]) {
					n += 2
				}
				dst = t.appendAddress(dst, first, n, 0.95, lexicon.CuePOBox)
			}
		}
	}
	return t.namedStreets(dst)
}

func (t *Text) appendAddress(dst []Span, first, last int, score float32, cue lexicon.Cue) []Span {
	if !t.free(first, last) {
		return dst
	}
	t.claim(first, last)
	return append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: StreetAddress, Score: score, Why: Why{Matcher: "street_address", Cue: cue}})
}

// streetReach bounds how many words a street name has between number and type.
const streetReach = 5

// houseAt reads the address whose house number is token i.
func (t *Text) houseAt(i int) (first, last int, score float32) {
	k := &t.Tokens[i]
	if k.Len() > 6 || k.Class == lexicon.Mixed && !houseNumber(t.Text[k.Start:k.End]) {
		return 0, 0, 0
	}
	first = i
	// "14/77", "9/41", "12-14"
	n := i
	if (t.is(i+1, '/') || t.is(i+1, '-')) && t.touches(i+1) && t.touches(i+2) && i+2 < len(t.Tokens) && hasDigit(&t.Tokens[i+2]) && t.Tokens[i+2].Len() <= 5 {
		n = i + 2
		if (t.is(n+1, '/') || t.is(n+1, '-')) && t.touches(n+1) && t.touches(n+2) {
			return 0, 0, 0
		}
	}
	if t.touches(i) && i > 1 && joiner(t.Tokens[i-1].First) != 0 && alnum(&t.Tokens[i-2]) || t.is(i-1, '$') {
		return 0, 0, 0
	}
	if t.is(n+1, ',') && t.Tokens[n+1].Gap == lexicon.GapNone { // "23, Rue Victor Hugo", "14, MG Road"
		if n+2 >= len(t.Tokens) || t.Tokens[n+2].Gap > lexicon.GapSpace {
			return 0, 0, 0
		}
		if _, l, s := t.streetFrom(n+2, true); s > 0 && t.Tokens[n+2].Case != lexicon.LowerCase {
			return first, t.unitAfterStreet(l), s - 0.1
		}
		return 0, 0, 0
	}
	_, l, s := t.streetFrom(n+1, false)
	if s == 0 {
		return 0, 0, 0
	}
	if u := t.unitBefore(first); u >= 0 {
		first = u
		s = max(s, 0.9)
	}
	return first, t.unitAfterStreet(l), s
}

// streetFrom reads a street name from token i: words, then a street type; or a
// type first, as in Spanish and French. It gives the last token and a score.
func (t *Text) streetFrom(i int, comma bool) (first, last int, score float32) {
	if i >= len(t.Tokens) || t.Tokens[i].Gap > lexicon.GapSpace {
		return 0, 0, 0
	}
	first = i
	capital := false
	for j, words := i, 0; j < len(t.Tokens) && words <= streetReach; j++ {
		k := &t.Tokens[j]
		if k.Gap > lexicon.GapSpace || t.claimed(j) {
			return 0, 0, 0
		}
		if k.Class == lexicon.Punct {
			if k.First == '.' && t.Tokens[j-1].Len() <= 2 && j > i || k.First == '\'' || k.First == '-' && t.touches(j) && t.touches(j+1) {
				continue
			}
			return 0, 0, 0
		}
		if k.Case != lexicon.LowerCase {
			capital = true
		}
		e := k.Entry
		romance := streetFirst(k)
		if romance && words == 0 {
			return t.romanceStreet(first, j)
		}
		if words > 0 && e.Has(lexicon.Street) && t.streetType(j) {
			last = j
			if t.is(j+1, '.') && t.touches(j+1) && k.Len() <= 4 && j+2 < len(t.Tokens) && t.Tokens[j+2].Gap <= lexicon.GapSpace {
				// the dot belongs to the abbreviation, not to the span
			}
			// "Old Spanish Trail", "County Road QQ", "Kearney St NW"
			for j+1 < len(t.Tokens) && t.Tokens[j+1].Gap <= lexicon.GapSpace && !t.claimed(j+1) {
				n := &t.Tokens[j+1]
				if n.Entry.Has(lexicon.Street) && n.Class == lexicon.Word && t.streetType(j+1) && n.Len() > 2 || direction(n) {
					j++
					last = j
					continue
				}
				break
			}
			if (wordIs(t, last, "rd") || wordIs(t, last, "road") || wordIs(t, last, "highway") || wordIs(t, last, "hwy") || wordIs(t, last, "route")) && last+1 < len(t.Tokens) && t.Tokens[last+1].Gap == lexicon.GapSpace {
				n := &t.Tokens[last+1]
				if n.Class == lexicon.Number && n.Len() <= 4 || n.Class == lexicon.Word && n.Case == lexicon.UpperCase && n.Len() <= 2 && !n.Entry.Has(lexicon.State) {
					last++
				}
			}
			score = 0.72
			if capital {
				score = 0.92
			} else if words > 1 || t.Tokens[first].Entry.Rank() < 6 || e.Rank() < 8 {
				score = 0.84
			}
			if t.addressCue(first - 1) {
				score = 0.95
			}
			return first, last, score
		}
		if k.Class == lexicon.Number || k.Class == lexicon.Symbol {
			return 0, 0, 0
		}
		if words == 0 && (e.Has(lexicon.Unit) || e.Cue() == lexicon.CueYears || e.Cue() == lexicon.CueTime || e.Cue() == lexicon.CueAgeUnit || e.Cue() == lexicon.CueMoney || e.Cue() == lexicon.CueMonth && k.Case == lexicon.LowerCase) {
			return 0, 0, 0
		}
		if e.Has(lexicon.Stop) && !(wordIs(t, j, "the") || wordIs(t, j, "of") || wordIs(t, j, "y") || k.Case == lexicon.TitleCase || wordIs(t, j, "old") || wordIs(t, j, "new") || wordIs(t, j, "one") || wordIs(t, j, "long") || wordIs(t, j, "big") || wordIs(t, j, "st")) {
			return 0, 0, 0
		}
		words++
	}
	return 0, 0, 0
}

// streetType reports whether the street word at token j is used as a type: the
// words that mean other things ("way", "place", "park", "drive", "close") need
// a capital, an address cue or the end of the phrase behind them.
func (t *Text) streetType(j int) bool {
	k := &t.Tokens[j]
	if k.Entry.Rank() < 5 || k.Case != lexicon.LowerCase {
		return k.Len() > 1
	}
	n := j + 1
	if n >= len(t.Tokens) || t.Tokens[n].Gap == lexicon.GapLine {
		return true
	}
	w := &t.Tokens[n]
	if w.Class == lexicon.Punct {
		return w.First == ',' || w.First == '.' || w.First == ')' || w.First == '#'
	}
	e, _, _ := t.EntryAt(n)
	return e.Place() >= 3 || e.Has(lexicon.State) || e.Cue() == lexicon.CueUnit || hasDigit(w) || wordIs(t, j, "street") || wordIs(t, j, "road") || wordIs(t, j, "avenue") || wordIs(t, j, "st") || wordIs(t, j, "rd")
}

// streetFirst reports a Spanish or French street type, which comes first.
func streetFirst(k *lexicon.Token) bool {
	if !k.Entry.Has(lexicon.Street) && k.Entry.Rank() > 2 {
		return false
	}
	switch k.Hash {
	case hashCalle, hashRue, hashAvenida, hashCarrera, hashBoulevard, hashChemin, hashPaseo, hashPlaza, hashCra, hashHeol, hashVia, hashCamino, hashAv, hashImpasse, hashQuai:
		return true
	}
	return false
}

// romanceStreet reads "rue Victor Hugo", "calle 45 # 22-18 apto 301".
func (t *Text) romanceStreet(first, i int) (int, int, float32) {
	last := i
	for j, n := i+1, 0; j < len(t.Tokens) && n < 6 && t.Tokens[j].Gap <= lexicon.GapSpace && !t.claimed(j); j++ {
		k := &t.Tokens[j]
		switch {
		case k.Class == lexicon.Number, k.Class == lexicon.Mixed, k.Is('#'), k.Is('-') && n > 0:
		case k.Class == lexicon.Word && (k.Case != lexicon.LowerCase || k.Entry.Cue() == lexicon.CueParticle || k.Entry.Cue() == lexicon.CueUnit || k.Entry.Name() > 0 && k.Entry.Rank() < 9 || k.Entry.Place() > 4):
		case wordIs(t, j, "de"), wordIs(t, j, "du"), wordIs(t, j, "des"):
		case k.Is(',') && j+1 < len(t.Tokens) && t.Tokens[j+1].Class == lexicon.Number:
			continue
		case k.Is('.') && t.touches(j):
			continue
		default:
			n = 99
			continue
		}
		if k.Class != lexicon.Punct {
			last = j
		}
		n++
	}
	if last == i {
		return 0, 0, 0
	}
	return first, last, 0.85
}

// namedStreets finds streets without a house number where a cue or the form
// says address: "rue …", "calle …", "corner of Elm and 3rd", "on Battle Street".
func (t *Text) namedStreets(dst []Span) []Span {
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Class != lexicon.Word || t.claimed(i) {
			continue
		}
		if streetFirst(k) && i+1 < len(t.Tokens) && t.Tokens[i+1].Gap == lexicon.GapSpace {
			if _, last, s := t.romanceStreet(i, i); s > 0 && t.lastDigit(i, last) {
				dst = t.appendAddress(dst, i, last, 0.85, lexicon.NoCue)
			}
			continue
		}
		if k.Entry.Has(lexicon.Street) && k.Case == lexicon.TitleCase && k.Len() > 3 && i > 0 && k.Gap == lexicon.GapSpace && t.Tokens[i-1].Case == lexicon.TitleCase && t.Tokens[i-1].Class == lexicon.Word && !t.claimed(i-1) {
			if wordIs(t, i, "street") || wordIs(t, i, "road") || wordIs(t, i, "avenue") || wordIs(t, i, "lane") || wordIs(t, i, "crescent") || wordIs(t, i, "terrace") {
				first := i - 1
				if first > 0 && t.Tokens[first-1].Case == lexicon.TitleCase && t.Tokens[first].Gap == lexicon.GapSpace && t.Tokens[first-1].Class == lexicon.Word && t.Tokens[first-1].Gap != lexicon.GapLine && !t.Tokens[first-1].Entry.Has(lexicon.Stop) {
					first--
				}
				if i+1 < len(t.Tokens) && t.Tokens[i+1].Entry.Has(lexicon.Facility) && t.Tokens[i+1].Gap == lexicon.GapSpace {
					continue
				}
				dst = t.appendAddress(dst, first, i, 0.7, lexicon.NoCue)
			}
		}
	}
	if t.Triggers.Cues.Has(lexicon.CueAddress) {
		for p := range t.Phrases {
			ph := &t.Phrases[p]
			if ph.Entry.Cue() != lexicon.CueAddress || !wordIs(t, int(ph.First), "corner") {
				continue
			}
			a := int(ph.Last) + 1
			if a+2 < len(t.Tokens) && (wordIs(t, a+1, "and") || t.is(a+1, '&')) && t.Tokens[a+2].Class != lexicon.Punct {
				dst = t.appendAddress(dst, a, a+2, 0.85, lexicon.CueAddress)
			}
		}
	}
	return dst
}

func (t *Text) lastDigit(first, last int) bool {
	for i := first; i <= last; i++ {
		if hasDigit(&t.Tokens[i]) {
			return true
		}
	}
	return false
}

// unitBefore finds "Unit 3," or "Level 1," before the house number at token
// first and gives its first token, or -1.
func (t *Text) unitBefore(first int) int {
	i := first - 1
	if t.is(i, ',') || t.is(i, '-') || t.is(i, '/') {
		i--
	}
	if i < 1 || t.claimed(i) || t.Tokens[first].Gap == lexicon.GapLine {
		return -1
	}
	k := &t.Tokens[i]
	if (hasDigit(k) && k.Len() <= 4 || k.Len() == 1) && t.Tokens[i-1].Entry.Cue() == lexicon.CueUnit && k.Gap <= lexicon.GapSpace && !t.claimed(i-1) {
		return i - 1
	}
	return -1
}

// unitAfterStreet extends the address over ", Ste 210", " #8", " Lot 31",
// " number eight" behind token last.
func (t *Text) unitAfterStreet(last int) int {
	i := last + 1
	if t.is(i, '.') && t.touches(i) {
		i++
	}
	if t.is(i, ',') {
		i++
	}
	if i+1 >= len(t.Tokens) || t.Tokens[i].Gap > lexicon.GapSpace {
		return last
	}
	k := &t.Tokens[i]
	if k.Is('#') && t.touches(i+1) && alnum(&t.Tokens[i+1]) {
		return i + 1
	}
	if k.Entry.Cue() == lexicon.CueUnit && k.Class == lexicon.Word || wordIs(t, i, "lot") || wordIs(t, i, "rm") || wordIs(t, i, "room") {
		j := i + 1
		if t.is(j, '.') || t.is(j, '#') {
			j++
		}
		if j < len(t.Tokens) && t.Tokens[j].Gap <= lexicon.GapSpace && (hasDigit(&t.Tokens[j]) || t.Tokens[j].Len() == 1 && t.Tokens[j].Class == lexicon.Word) {
			if t.is(j+1, '-') && t.touches(j+2) && j+2 < len(t.Tokens) && alnum(&t.Tokens[j+2]) && t.Tokens[j+2].Len() <= 3 {
				j += 2
			}
			return j
		}
	}
	return last
}

// addressCue reports an address word within three tokens before token i.
func (t *Text) addressCue(i int) bool {
	for j, steps := i, 0; j >= 0 && steps < 4; j, steps = j-1, steps+1 {
		switch t.CueAt(j) {
		case lexicon.CueAddress, lexicon.CueCity:
			return true
		}
	}
	return false
}

func houseNumber(s string) bool {
	if letter(s[0]&^0x20) && s[0]|0x20 != 'u' && len(s) > 1 && digit(s[1]) { // "N4419"
		return len(s) >= 4 && (s[0]|0x20 == 'n' || s[0]|0x20 == 'w' || s[0]|0x20 == 's' || s[0]|0x20 == 'e')
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
