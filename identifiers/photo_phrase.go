package identifiers

import "github.com/phidetect/phidetect/lexicon"

// The phrase of a picture: what belongs to it before its word, and what it
// shows behind.

// photoModifiers goes left from token first over what belongs to the picture
// ("2", "smile", "own chest scar"), and reports whether a part of the body or
// a complaint is among it.
func (t *Text) photoModifiers(first, floor int) (from int, bodily bool) {
	for n := 0; n < 4 && first > floor; n++ {
		p := first - 1
		k := &t.Tokens[p]
		if t.Tokens[first].Gap > lexicon.GapSpace || t.claimed(p) || k.Suffix != lexicon.NoSuffix {
			break
		}
		if t.is(p, '-') && t.touches(p) && t.touches(first) && p > floor && t.Tokens[p-1].Class == lexicon.Word {
			first = p - 1 // "pre-op photos", "full-face photo"
			continue
		}
		if k.Class == lexicon.Number && k.Len() <= 2 || k.Hash == hashOwn {
			first = p
			break
		}
		cue := t.CueAt(p)
		if k.Class != lexicon.Word || k.Entry.Has(lexicon.Stop) || k.Entry.Has(lexicon.Verb) || cue != lexicon.NoCue && cue != lexicon.CuePhoto && cue != lexicon.CuePerson && cue != lexicon.CueNumeral || k.Entry.Rank() > 12 && cue == lexicon.NoCue && k.Entry.Category() == lexicon.NoCategory {
			break
		}
		c := k.Entry.Category()
		if c == lexicon.Body || c == lexicon.Condition || c == lexicon.Symptom || cue == lexicon.CuePerson || k.Hash == hashSmile {
			bodily = true
		}
		first = p
		if cue == lexicon.CueNumeral {
			break
		}
	}
	return first, bodily
}

// photoShows goes right from token last over what the picture shows, if that
// is a person: "of my rash", "of his wee face", "with bandage".
func (t *Text) photoShows(last int) (to int, shown bool) {
	i := last + 1
	if i+1 >= len(t.Tokens) || t.Tokens[i].Gap != lexicon.GapSpace {
		return last, false
	}
	switch t.Tokens[i].Hash {
	case hashOf, hashWith, hashShowing, hashW:
	default:
		return last, false
	}
	end, shown := t.nounPhrase(i + 1)
	if end < 0 {
		return last, false
	}
	// "… and my face", "… on her leg", "… in the gown"
	for n := 0; n < 2 && end+2 < len(t.Tokens) && t.Tokens[end+1].Gap == lexicon.GapSpace; n++ {
		switch h := t.Tokens[end+1].Hash; {
		case h == hashOn, h == hashIn, h == hashAt, h == hashAnd, t.Tokens[end+1].Entry.Cue() == lexicon.CueConjunction:
		default:
			n = 2
			continue
		}
		next, who := t.nounPhrase(end + 2)
		if next < 0 || !who && !(t.Tokens[end+1].Hash == hashAnd && wordIs(t, end+2, "the")) {
			break
		}
		end, shown = next, shown || who
	}
	if !shown {
		return last, false
	}
	return end, true
}

// photoTail goes right from the bare word for a picture over what was done
// with it: "photo uploaded to record", "photos taken with his consent".
func (t *Text) photoTail(last int) int {
	i := last + 1
	if i >= len(t.Tokens) || t.Tokens[i].Gap != lexicon.GapSpace {
		return last
	}
	switch t.Tokens[i].Hash {
	case hashUploaded, hashSent, hashTaken:
	default:
		return last
	}
	if i+2 < len(t.Tokens) && (t.Tokens[i+1].Hash == hashTo || t.Tokens[i+1].Hash == hashWith) {
		if end, _ := t.nounPhrase(i + 2); end > 0 {
			return end
		}
	}
	return last
}

// photoVerb goes left from token from over "sending his", "see her", "took".
func (t *Text) photoVerb(from, floor int) int {
	i := from - 1
	if i > floor && t.CueAt(i) == lexicon.CuePronounThird && t.Tokens[from].Gap == lexicon.GapSpace {
		if h := t.Tokens[i-1].Hash; h == hashSending || h == hashSee || h == hashTook {
			return i - 1
		}
	}
	if i >= floor && t.Tokens[i].Hash == hashTook && t.Tokens[from].Gap == lexicon.GapSpace {
		return i
	}
	return from
}

// nounPhrase reads determiner and nouns from token i on; -1 if there is none.
// person tells that a person or a part of the body is among them.
func (t *Text) nounPhrase(i int) (end int, person bool) {
	end = -1
	for n := 0; n < 5 && i < len(t.Tokens); n, i = n+1, i+1 {
		k := &t.Tokens[i]
		if k.Class != lexicon.Word || n > 0 && k.Gap != lexicon.GapSpace || k.Gap == lexicon.GapLine || t.claimed(i) {
			break
		}
		cue := k.Entry.Cue()
		switch {
		case cue == lexicon.CuePronounI || cue == lexicon.CuePronounThird || cue == lexicon.CuePronounYou || cue == lexicon.CuePronounWe:
			if n > 0 || k.Suffix != lexicon.NoSuffix {
				return end, person // a new clause
			}
			person = person || cue != lexicon.CuePronounYou
			end = i
			continue
		case n == 0 && (wordIs(t, i, "the") || wordIs(t, i, "a") || wordIs(t, i, "this") || wordIs(t, i, "both")):
			if wordIs(t, i, "both") {
				person, end = true, i
			}
			continue
		case k.Hash == hashLeft, k.Hash == hashRight: // sides of the body
		case k.Entry.Has(lexicon.Stop), cue == lexicon.CueSpeech, cue == lexicon.CueAttach, cue == lexicon.CueRelative, cue == lexicon.CueFor, cue == lexicon.CueNegation, k.Hash == hashTaken,
			n > 1 && k.Entry.Has(lexicon.Verb) && k.Entry.Category() != lexicon.Body:
			return end, person
		}
		switch c := t.Tokens[i].Entry.Category(); {
		case cue == lexicon.CueKin, cue == lexicon.CueChild, cue == lexicon.CuePerson, cue == lexicon.CueRole, c == lexicon.Body, c == lexicon.Condition, c == lexicon.Symptom, c == lexicon.Sensation:
			person = true
		}
		end = i
	}
	return end, person
}
