package identifiers

import "github.com/phidetect/phidetect/lexicon"

// addresses finds street addresses: a house number and a street with its type
// ("27 Thornbeck Terrace", "9/41 wattlebird pde", "N4419 County Rd QQ"), streets
// of languages that put the number last ("calle 45 # 22-18", "Lindenweg 8"),
// units, levels, post office boxes, rural routes and intersections ("Elm and
// 3rd"). Numbers wake up the readers of numbers; each looks a few tokens around.
func (t *Text) addresses(dst []Span) []Span {
	if t.Triggers.Cues.HasAny(lexicon.CuePOBox, lexicon.CueUnit) {
		dst = t.boxes(dst)
	}
	for _, d := range t.Triggers.Digits {
		i := int(d)
		if t.claimed(i) {
			continue
		}
		first, last, score := t.ruralRoute(i)
		if score == 0 {
			first, last, score = t.houseAt(i)
		}
		if score == 0 {
			first, last, score = t.numberLast(i)
		}
		if score == 0 {
			first, last, score = t.blockAt(i)
		}
		if score > 0 {
			dst = t.appendAddress(dst, first, last, score, lexicon.NoCue)
		}
	}
	if t.Triggers.Cues.HasAny(lexicon.CueNumeral, lexicon.CueTens) {
		dst = t.spelledHouses(dst)
	}
	dst = t.latinAddresses(dst)
	dst = t.namedStreets(dst)
	if t.Triggers.Cues.Has(lexicon.CueAddress) {
		dst = t.corners(dst)
	}
	if t.Triggers.Cues.Has(lexicon.CueUnit) {
		dst = t.loneUnits(dst)
	}
	return dst
}

func (t *Text) appendAddress(dst []Span, first, last int, score float32, cue lexicon.Cue) []Span {
	if !t.free(first, last) {
		return dst
	}
	t.claim(first, last)
	t.markStreet(first, last)
	return append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: StreetAddress, Score: score, Why: Why{Matcher: "street_address", Cue: cue}})
}

// addressCue reports an address word within three tokens before token i, i
// included.
func (t *Text) addressCue(i int) bool {
	for j, steps := i, 0; j >= 0 && steps < 4; j, steps = j-1, steps+1 {
		switch t.CueAt(j) {
		case lexicon.CueAddress, lexicon.CueCity:
			return true
		}
	}
	return false
}

// sureCue is addressCue without the words that mostly mean other things.
func (t *Text) sureCue(i int) bool {
	for j, steps := i, 0; j >= 0 && steps < 4; j, steps = j-1, steps+1 {
		if t.CueAt(j) == lexicon.CueAddress && !wordIs(t, j, "at") && !wordIs(t, j, "line") && !wordIs(t, j, "street") && !wordIs(t, j, "pickup") {
			return true
		}
		if t.Tokens[j].Gap == lexicon.GapLine && j < i {
			return false
		}
	}
	return false
}

// endsAfter reports whether an address may end at token i: a comma, a full
// stop, a line end, a place, a state, a unit or a number follows.
func (t *Text) endsAfter(i int) bool {
	n := i + 1
	if n >= len(t.Tokens) || t.Tokens[n].Gap >= lexicon.GapWide {
		return true
	}
	k := &t.Tokens[n]
	if k.Class == lexicon.Punct {
		if k.First == '\'' {
			return !t.touches(n+1) || t.Tokens[n+1].Class == lexicon.Punct
		}
		return k.First != '/' && k.First != '%' && k.First != '+'
	}
	return t.placeAt(n) || hasDigit(k)
}

// placeAt reports a place, a state or a unit at token i.
func (t *Text) placeAt(i int) bool {
	if i >= len(t.Tokens) {
		return false
	}
	e, _, _ := t.EntryAt(i)
	return e.Place() >= 3 || e.Has(lexicon.State) || e.Cue() == lexicon.CueUnit && t.Tokens[i].Class == lexicon.Word
}

// beside reports whether token i stands on the line of the one before it, at
// most a space away.
func (t *Text) beside(i int) bool {
	return i > 0 && i < len(t.Tokens) && t.Tokens[i].Gap <= lexicon.GapSpace
}

// capital reports a word that begins with a capital letter.
func capital(k *lexicon.Token) bool { return k.Class == lexicon.Word && k.Case != lexicon.LowerCase }

// ordinal reports "7th", "2nd", "3º".
func (t *Text) ordinal(i int) bool {
	k := &t.Tokens[i]
	if k.Class != lexicon.Mixed || k.Len() > 5 || !digit(k.First) {
		return false
	}
	w := t.Text[k.Start:k.End]
	n := len(w)
	if digit(w[n-1]) || digit(w[n-2]) && w[n-1] < 0x80 {
		return false
	}
	if n < 3 {
		return w[n-1] >= 0x80
	}
	e := w[n-2:]
	return w[n-1] >= 0x80 || equalFold(e, "st") || equalFold(e, "nd") || equalFold(e, "rd") || equalFold(e, "th")
}
