package identifiers

import "github.com/phidetect/phidetect/lexicon"

// biometrics finds references to a finger, voice, iris or face print.
func (t *Text) biometrics(dst []Span) []Span {
	if !t.Triggers.Cues.Has(lexicon.CueBiometric) {
		return dst
	}
	for i := 0; i < len(t.Tokens); i++ {
		if t.CueAt(i) != lexicon.CueBiometric || t.claimed(i) {
			continue
		}
		_, first, last := t.EntryAt(i)
		if t.Tokens[i].Phrase == 0 {
			first, last = i, i
		}
		if !t.free(first, last) {
			continue
		}
		t.claim(first, last)
		dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Biometric, Score: 0.85, Why: Why{Matcher: "biometric", Cue: lexicon.CueBiometric}})
		i = last
	}
	return dst
}

// photoReach bounds how far the word that attaches a picture may stand.
const photoReach = 6

// photos finds references to a picture that is attached, linked or shows the
// person: "[photo]", "pic attached", "selfie", "pics of my rash".
func (t *Text) photos(dst []Span) []Span {
	if !t.Triggers.Cues.Has(lexicon.CuePhoto) {
		return dst
	}
	for i := 0; i < len(t.Tokens); i++ {
		if t.CueAt(i) != lexicon.CuePhoto || t.claimed(i) {
			continue
		}
		_, first, last := t.EntryAt(i)
		if t.Tokens[i].Phrase == 0 {
			first, last = i, i
		}
		score := float32(0.55)
		if wordIs(t, i, "video") || wordIs(t, i, "img") || wordIs(t, i, "png") || wordIs(t, i, "jpg") || wordIs(t, i, "jpeg") || wordIs(t, i, "images") {
			score = 0.35
			if t.is(i-1, '.') && t.touches(i) && t.touches(i-1) {
				score = 0.7 // the name of a picture file
			}
		}
		if last > first {
			score = 0.75
		}
		// inside brackets the whole bracket is the reference
		if open, end, ok := t.bracketAround(first, last); ok {
			t.claim(open, end)
			dst = append(dst, Span{Start: int(t.Tokens[open].Start), End: int(t.Tokens[end].End), Type: Photo, Score: 0.9, Why: Why{Matcher: "photo", Cue: lexicon.CuePhoto}})
			i = end
			continue
		}
		if wordIs(t, i, "selfie") || wordIs(t, i, "selfies") || wordIs(t, i, "mugshot") || wordIs(t, i, "headshot") {
			score = 0.8
		}
		for j := max(0, first-photoReach); j <= min(len(t.Tokens)-1, last+photoReach); j++ {
			if t.Tokens[j].Class == lexicon.Punct && (t.is(j, '.') || t.is(j, '?') || t.is(j, '!')) && j > last {
				break
			}
			if t.CueAt(j) == lexicon.CueAttach {
				score = max(score, 0.75)
			}
		}
		if wordIs(t, last+1, "of") && last+2 < len(t.Tokens) && (t.CueAt(last+2) == lexicon.CuePronounI || t.CueAt(last+2) == lexicon.CuePronounThird || t.CueAt(last+2) == lexicon.CuePronounYou || wordIs(t, last+2, "the")) {
			score = max(score, 0.7)
		}
		if first > 0 && (t.CueAt(first-1) == lexicon.CuePronounI || t.CueAt(first-1) == lexicon.CuePronounThird) {
			score = max(score, 0.6)
		}
		if score >= threshold && t.free(first, last) {
			t.claim(first, last)
			dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Photo, Score: score, Vague: score < 0.6, Why: Why{Matcher: "photo", Cue: lexicon.CuePhoto}})
		}
		i = last
	}
	return dst
}

// bracketAround finds a short "[…]" around the tokens.
func (t *Text) bracketAround(first, last int) (open, end int, ok bool) {
	if !t.Triggers.Brackets {
		return 0, 0, false
	}
	open, end = -1, -1
	for j := first - 1; j >= 0 && j >= first-6; j-- {
		if t.is(j, ']') {
			break
		}
		if t.is(j, '[') {
			open = j
			break
		}
	}
	for j := last + 1; j < len(t.Tokens) && j <= last+8; j++ {
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

// facilityReach bounds the words of a facility's name.
const facilityReach = 4

// facilities finds named hospitals, clinics, pharmacies, schools: capitalised
// words that end in a facility word ("Harbour Physio", "Royal Bexhill Hospital").
func (t *Text) facilities(dst []Span) []Span {
	if !t.Triggers.Upper {
		return dst
	}
	for i := 1; i < len(t.Tokens); i++ {
		k := &t.Tokens[i]
		if k.Class != lexicon.Word || !k.Entry.Has(lexicon.Facility) || k.Case == lexicon.LowerCase || k.Gap != lexicon.GapSpace || t.claimed(i) {
			continue
		}
		first := i
		for n := 0; n < facilityReach && first > 0 && t.Tokens[first].Gap == lexicon.GapSpace; n++ {
			p := &t.Tokens[first-1]
			if p.Class != lexicon.Word || p.Case == lexicon.LowerCase && !wordIs(t, first-1, "of") || t.claimed(first-1) || p.Entry.Cue() == lexicon.CueDoctor && p.Len() <= 3 || p.Entry.Cue() == lexicon.CueTitle && p.Len() <= 3 {
				break
			}
			first--
		}
		for first < i && (t.Tokens[first].Entry.Has(lexicon.Stop) || wordIs(t, first, "of")) {
			first++
		}
		if first == i {
			continue
		}
		last := i
		for last+1 < len(t.Tokens) && t.Tokens[last+1].Gap == lexicon.GapSpace && t.Tokens[last+1].Class == lexicon.Word && t.Tokens[last+1].Case != lexicon.LowerCase && t.Tokens[last+1].Entry.Has(lexicon.Facility) {
			last++
		}
		t.claim(first, last)
		dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Facility, Score: 0.7, Why: Why{Matcher: "facility"}})
		i = last
	}
	return dst
}
