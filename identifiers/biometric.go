package identifiers

import "github.com/phidetect/phidetect/lexicon"

// biometrics finds references to a finger, voice, iris or face print, with the
// words and the code that belong to them: "right index print", "face scan (tmpl
// 8f:3a:c1)", "voiceprint vp_0047.wav".
func (t *Text) biometrics(dst []Span) []Span {
	if !t.Triggers.Cues.Has(lexicon.CueBiometric) {
		return dst
	}
	floor := 0
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
		bare := first == last && t.Tokens[i].Hash == hashIris
		first = t.bodyBefore(first, floor)
		end := t.printAfter(last)
		if bare && end == last && !t.isTaken(last) && !t.biometricNear(i) {
			continue // a flower, a name, an eye
		}
		last = t.codeAfter(end)
		if t.is(first-1, '[') && t.is(last+1, ']') {
			first, last = first-1, last+1
		}
		if !t.free(first, last) {
			continue
		}
		t.claim(first, last)
		dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Biometric, Score: 0.85, Why: Why{Matcher: "biometric", Cue: lexicon.CueBiometric}})
		i, floor = last, last+1
	}
	return dst
}

// bodyBefore goes left from token first over the side and part of the body
// that the print is of.
func (t *Text) bodyBefore(first, floor int) int {
	for n := 0; n < 3 && first > floor; n++ {
		switch t.Tokens[first-1].Hash {
		case hashLeft, hashRight, hashIndex, hashThumb, hashMiddle, hashRing, hashLittle, hashPalm, hashFace, hashVoice, hashIris, hashRetina, hashGait:
			if t.Tokens[first].Gap > lexicon.GapSpace || t.Tokens[first-1].Class != lexicon.Word {
				return first
			}
			first--
		default:
			if joins := t.Tokens[first-1].Hash == hashAnd || t.is(first-1, '/') || t.is(first-1, '-'); joins && first-2 >= floor {
				switch t.Tokens[first-2].Hash {
				case hashGait, hashVoice, hashIris, hashFace, hashPalm, hashRetina, hashThumb:
					first -= 2
					continue
				}
			}
			return first
		}
	}
	return first
}

// printAfter goes right from token last over what is made of the body's part:
// "palm vein scan", "iris pattern", "iris/retina scan".
func (t *Text) printAfter(last int) int {
	for n := 0; n < 2 && last+1 < len(t.Tokens); n++ {
		i := last + 1
		if t.is(i, '/') && t.touches(i) && i+1 < len(t.Tokens) && t.CueAt(i+1) == lexicon.CueBiometric {
			_, _, last = t.EntryAt(i + 1)
			continue
		}
		if t.Tokens[i].Gap > lexicon.GapSpace {
			return last
		}
		switch t.Tokens[i].Hash {
		case hashScan, hashScans, hashTemplate, hashTemplates, hashPrint, hashPrints, hashPattern, hashCapture, hashHit, hashImpression, hashCode,
			hashRecording, hashRecordings, hashMap, hashSample, hashSamples, hashThumb, hashIndex:
			last = i
		default:
			return last
		}
	}
	return last
}

// isTaken reports whether a machine reads or keeps what stands at token i.
func (t *Text) isTaken(i int) bool {
	for n := 1; n <= 4 && i+n < len(t.Tokens) && t.Tokens[i+n].Class == lexicon.Word && t.Tokens[i+n].Gap != lexicon.GapLine; n++ {
		switch t.Tokens[i+n].Hash {
		case hashCaptured, hashScanned, hashReading, hashMatched, hashMatch, hashEnrolled, hashTaken:
			return true
		}
	}
	return false
}

// biometricReach bounds how far another biometric may stand from a bare one.
const biometricReach = 12

// biometricNear reports whether another biometric than that of token i stands
// near: "fingerprint failed, iris too".
func (t *Text) biometricNear(i int) bool {
	for j := max(0, i-biometricReach); j < len(t.Tokens) && j <= i+biometricReach; j++ {
		if t.CueAt(j) == lexicon.CueBiometric && t.Tokens[j].Hash != hashIris {
			return true
		}
	}
	return false
}

// codeReach bounds the tokens of a biometric's code in parentheses.
const codeReach = 24

// codeAfter goes right from token last over the code of the template or
// recording: in parentheses, or right behind with letters and digits in it.
func (t *Text) codeAfter(last int) int {
	i := last + 1
	if i+1 >= len(t.Tokens) || t.Tokens[i].Gap > lexicon.GapSpace {
		return last
	}
	if t.is(i, '(') || t.is(i, '[') {
		digits, words := 0, 0
		for j := i + 1; j < len(t.Tokens) && j <= i+codeReach; j++ {
			switch k := &t.Tokens[j]; {
			case k.Is(')') || k.Is(']'):
				if digits >= 1 && words <= 2 && j > i+1 {
					return j
				}
				return last
			case t.claimed(j), k.Gap == lexicon.GapLine:
				return last
			case hasDigit(k):
				digits++
			case k.Class == lexicon.Word && k.Len() > 2:
				words++
			}
		}
		return last
	}
	if !alnum(&t.Tokens[i]) || t.touches(i) {
		return last
	}
	end := t.handleEnd(i)
	digits, letters := false, false
	for j := i; j <= end; j++ {
		digits, letters = digits || hasDigit(&t.Tokens[j]), letters || t.Tokens[j].Class == lexicon.Mixed || t.Tokens[j].Class == lexicon.Word
	}
	if digits && letters && t.free(i, end) && (end > i || t.Tokens[i].Class == lexicon.Mixed && t.Tokens[i].Len() >= 5) {
		return end
	}
	return last
}
