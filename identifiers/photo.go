package identifiers

import "github.com/phidetect/phidetect/lexicon"

// photos finds references to a picture that shows the person, with the whole
// phrase: "[photo]", "2 pics attached", "selfie", "the picture of my license and
// my face", "wound photos", "IMG_4471.jpg". A bare mention ("no photos please")
// is none.
func (t *Text) photos(dst []Span) []Span {
	if !t.Triggers.Cues.Has(lexicon.CuePhoto) {
		return dst
	}
	floor, before := 0, -photoList
	for i := 0; i < len(t.Tokens); i++ {
		if t.CueAt(i) != lexicon.CuePhoto || t.claimed(i) || i < floor || t.otherPhrase(i) {
			continue
		}
		first, last := t.photoHead(i)
		score := float32(0)
		if open, end, ok := t.bracketAround(first, last); ok && (!moving(t.Tokens[last].Hash) || t.showsPerson(open, end)) {
			first, last, score = open, end, 0.9 // the whole bracket is the reference
		} else if a, b, ok := t.pictureFile(first, last); ok {
			first, last, score = a, b, 0.7
		} else {
			head := last
			first, last, score = t.photoPhrase(first, last, floor)
			if score == 0 && first < head && first-before <= photoList && t.Tokens[first].Gap != lexicon.GapLine {
				score = 0.6 // "smile photo, retracted photo": the next of a list
			}
		}
		if score >= threshold && t.free(first, last) {
			t.claim(first, last)
			dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Photo, Score: score, Why: Why{Matcher: "photo", Cue: lexicon.CuePhoto}})
			floor, before = last+1, last
		}
		i = max(i, last)
	}
	return dst
}

// otherPhrase reports a word for a picture that is part of a phrase of another
// meaning: "image guided", "photo booth".
func (t *Text) otherPhrase(i int) bool {
	p := t.Tokens[i].Phrase
	if p == 0 || int(t.Phrases[p-1].First) != i {
		return false
	}
	e := t.Phrases[p-1].Entry
	return e.Cue() != lexicon.CuePhoto && (e.Weight() >= lexicon.Medium || e.HasAny(lexicon.Figure|lexicon.NonHealth|lexicon.Brand))
}

// photoList bounds the tokens between two pictures of a list.
const photoList = 3

// moving reports words for pictures that move; by themselves they show nobody.
func moving(h uint64) bool {
	return h == hashBoomerang || h == hashGif || h == hashClip || h == hashReel
}

// showsPerson reports whether a person or a part of the body is named in the
// tokens.
func (t *Text) showsPerson(first, last int) bool {
	for i := first; i <= last; i++ {
		switch t.Tokens[i].Entry.Cue() {
		case lexicon.CueKin, lexicon.CueChild, lexicon.CuePerson, lexicon.CuePronounI, lexicon.CuePronounThird:
			return true
		}
		if t.Tokens[i].Entry.Category() == lexicon.Body {
			return true
		}
	}
	return false
}

// photoHead gives the tokens of the word for a picture at token i, and of
// further ones right behind it ("before and after photos").
func (t *Text) photoHead(i int) (first, last int) {
	_, first, last = t.EntryAt(i)
	if t.Tokens[i].Phrase == 0 {
		first, last = i, i
	}
	for last+1 < len(t.Tokens) && t.Tokens[last+1].Gap == lexicon.GapSpace && t.CueAt(last+1) == lexicon.CuePhoto {
		_, _, end := t.EntryAt(last + 1)
		last = max(end, last+1)
	}
	return first, last
}

// photoPhrase judges a reference in running text and gives its phrase.
func (t *Text) photoPhrase(first, last, floor int) (from, to int, score float32) {
	from, bodily := t.photoModifiers(first, floor)
	to, shown := t.photoShows(last)
	attached := to+1 < len(t.Tokens) && t.Tokens[to+1].Hash == hashAttached && t.Tokens[to+1].Gap == lexicon.GapSpace
	if attached {
		to++
	}
	if from > 0 && t.CueAt(from-1) == lexicon.CueNegation && t.Tokens[from].Gap == lexicon.GapSpace {
		return from, to, 0
	}
	if !shown && !attached {
		if end := t.photoTail(last); end > last {
			to, attached = end, true
		}
		from = t.photoVerb(from, floor)
	}
	if shown && from > floor && wordIs(t, from-1, "the") && t.Tokens[from].Gap == lexicon.GapSpace {
		from--
	}
	switch {
	case moving(t.Tokens[last].Hash):
	case t.Tokens[last].Hash == hashVideo || t.Tokens[last].Hash == hashImage || t.Tokens[last].Hash == hashImages || t.Tokens[last].Hash == hashImg:
		if shown && attached {
			score = 0.6
		}
	case t.selfPortrait(first, last):
		score = 0.8
	case t.Tokens[last].Hash == hashAfter:
		// "before and after" what was done, without a word for a picture
	case shown, attached, t.Tokens[last].Hash == hashAttached:
		score = 0.8
	case bodily, last > first: // "before pics", "full body shots"
		score = 0.7
	case from < first && (t.Tokens[from].Hash == hashTook || t.Tokens[from].Hash == hashSee || t.Tokens[from].Hash == hashSending), t.sentAlong(from, to), from > 0 && t.CueAt(from-1) == lexicon.CuePronounThird && t.Tokens[from].Gap == lexicon.GapSpace, t.keptOn(last):
		score = 0.65
	}
	return from, to, score
}

// keptOn reports whether the picture at token last is said to be kept or shown:
// "photo on iPad", "in the chart", "shown to".
func (t *Text) keptOn(last int) bool {
	i := last + 1
	if i+1 >= len(t.Tokens) || t.Tokens[i].Gap != lexicon.GapSpace {
		return false
	}
	h := t.Tokens[i].Hash
	if h == hashShown {
		return true
	}
	if h != hashOn && h != hashIn {
		return false
	}
	if i++; wordIs(t, i, "the") || wordIs(t, i, "my") || wordIs(t, i, "his") || wordIs(t, i, "her") {
		i++
	}
	if i >= len(t.Tokens) {
		return false
	}
	switch t.Tokens[i].Hash {
	case hashIpad, hashTablet, hashPhone, hashChart, hashFile, hashRecord:
		return true
	}
	return false
}

// selfPortrait reports words for a picture of the person by themselves.
func (t *Text) selfPortrait(first, last int) bool {
	for i := first; i <= last; i++ {
		switch t.Tokens[i].Hash {
		case hashSelfie, hashSelfies, hashMugshot, hashHeadshot, hashPortrait:
			return true
		}
	}
	return false
}

// photoReach bounds how far the word that sends a picture may stand.
const photoReach = 3

// sentAlong reports whether the picture comes with the message: "sending
// photos", "see pics attached".
func (t *Text) sentAlong(first, last int) bool {
	for j := first - 1; j >= 0 && j >= first-photoReach && t.Tokens[j+1].Gap != lexicon.GapLine; j-- {
		if t.Tokens[j].Class == lexicon.Punct {
			break
		}
		if t.CueAt(j) == lexicon.CueAttach || t.Tokens[j].Hash == hashSent || t.Tokens[j].Hash == hashTook {
			return true
		}
	}
	for j := last + 1; j < len(t.Tokens) && j <= last+photoReach && t.Tokens[j].Gap != lexicon.GapLine; j++ {
		if t.Tokens[j].Class == lexicon.Punct {
			break
		}
		if t.CueAt(j) == lexicon.CueAttach || t.Tokens[j].Hash == hashTaken || t.Tokens[j].Hash == hashSent {
			return true
		}
	}
	return false
}

// pictureFile finds the name of a picture file around the tokens: the ending
// of "IMG_4471.jpg" is a word for a picture, and so may be its beginning.
func (t *Text) pictureFile(first, last int) (from, to int, ok bool) {
	switch t.Tokens[last].Hash {
	case hashJpg, hashJpeg, hashPng, hashHeic:
		if !t.is(last-1, '.') || !t.touches(last) || !t.touches(last-1) {
			return first, last, false
		}
		first = last - 2
	case hashImg:
		if t.touches(last) && alnum(&t.Tokens[last-1]) || !t.touches(last+1) || !(t.is(last+1, '_') || t.is(last+1, '-')) {
			return first, last, false
		}
	default:
		return first, last, false
	}
	for n := 0; n < 12 && first > 0 && t.touches(first) && (alnum(&t.Tokens[first-1]) || t.is(first-1, '_') || t.is(first-1, '-') || t.is(first-1, '/') || t.is(first-1, '.')); n++ {
		first--
	}
	to = t.handleEnd(last)
	switch t.Tokens[to].Hash {
	case hashJpg, hashJpeg, hashPng, hashHeic:
		return first, to, true
	}
	return first, to, false
}

// bracketAround finds a short "[…]" around the tokens.
func (t *Text) bracketAround(first, last int) (open, end int, ok bool) {
	if !t.Triggers.Brackets {
		return 0, 0, false
	}
	open, end = -1, -1
	for j := first - 1; j >= 0 && j >= first-8; j-- {
		if t.is(j, ']') {
			break
		}
		if t.is(j, '[') {
			open = j
			break
		}
	}
	for j := last + 1; j < len(t.Tokens) && j <= last+14; j++ {
		if t.is(j, '[') {
			break
		}
		if t.is(j, ']') {
			end = j
			break
		}
	}
	return open, end, open >= 0 && end >= 0
}
