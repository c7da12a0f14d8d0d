package identifiers

import "github.com/phidetect/phidetect/lexicon"

// handleAt reads "@name": letters, digits, dots, underscores, hyphens.
func (t *Text) handleAt(at int) (Span, bool) {
	i := at + 1
	if i >= len(t.Tokens) || !t.touches(i) {
		return Span{}, false
	}
	for t.is(i, '_') || t.is(i, '.') && t.touches(i+1) { // "@_imani"
		if i++; !t.touches(i) {
			return Span{}, false
		}
	}
	if !alnum(&t.Tokens[i]) || at > 0 && alnum(&t.Tokens[at-1]) && t.touches(at) && !t.claimed(at-1) {
		return Span{}, false
	}
	end := t.handleEnd(i)
	t.claim(at, end)
	return Span{Start: int(t.Tokens[at].Start), End: int(t.Tokens[end].End), Type: Handle, Score: 0.95, Why: Why{Matcher: "handle"}}, true
}

// handleTokens bounds the tokens of a user name.
const handleTokens = 40

// handleEnd finds the last token of the user name that begins at token i.
func (t *Text) handleEnd(i int) int {
	end := i
	for end+1 < len(t.Tokens) && end-i < handleTokens && t.touches(end+1) {
		k := &t.Tokens[end+1]
		if alnum(k) || k.Is('_') {
			end++
			continue
		}
		if (k.Is('.') || k.Is('-')) && end+2 < len(t.Tokens) && t.touches(end+2) && (alnum(&t.Tokens[end+2]) || t.is(end+2, '_')) {
			end += 2
			continue
		}
		break
	}
	return end
}

// spelledEnd extends a user name that ends at token end over spelled signs:
// "rosie underscore heals underscore".
func (t *Text) spelledEnd(end int) int {
	for n := 0; n < 6 && end+1 < len(t.Tokens); n++ {
		k := &t.Tokens[end+1]
		if n := t.underLatin(end + 1); n > 0 { // "camille tiret du bas lvr"
			if end+n+1 < len(t.Tokens) && alnum(&t.Tokens[end+n+1]) && t.Tokens[end+n+1].Gap == lexicon.GapSpace {
				end = t.handleEnd(end + n + 1)
				continue
			}
			break
		}
		if k.Gap != lexicon.GapSpace || k.Hash != hashUnderscore && !(k.Entry.Cue() == lexicon.CueDot && k.Class == lexicon.Word) {
			break
		}
		end++
		if end+1 < len(t.Tokens) && alnum(&t.Tokens[end+1]) && t.Tokens[end+1].Gap == lexicon.GapSpace && !t.Tokens[end+1].Entry.Has(lexicon.Stop) {
			end = t.handleEnd(end + 1)
		}
	}
	return end
}

// underLatin gives how many tokens from i on spell an underscore in French or
// Spanish, "tiret du bas", "guion bajo", or 0.
func (t *Text) underLatin(i int) int {
	switch h := t.Tokens[i].Hash; {
	case h == hashTiret && (wordIs(t, i+1, "bas")), h == hashGuion && wordIs(t, i+1, "bajo"):
		return 2
	case h == hashTiret && wordIs(t, i+1, "du") && wordIs(t, i+2, "bas"):
		return 3
	}
	return 0
}

// handles finds user names: those that a label announces ("my insta is …",
// "user=tsmith82") and those that stand where logs and letters have them.
func (t *Text) handles(dst []Span) []Span {
	if t.Triggers.Cues.Has(lexicon.CueHandle) {
		dst = t.labelledHandles(dst)
	}
	if tr := &t.Triggers; tr.Unders || tr.Braces || len(tr.Digits) > 0 || len(tr.Dotted) > 0 && t.latin() {
		dst = t.actors(dst)
	}
	return dst
}

// handleSteps bounds the words between a label and its user name.
const handleSteps = 5

func (t *Text) labelledHandles(dst []Span) []Span {
	for i := 0; i < len(t.Tokens); i++ {
		if t.CueAt(i) != lexicon.CueHandle || t.claimed(i) {
			continue
		}
		signal := t.Tokens[i].Hash == hashSignal // a phone's label too
		_, _, last := t.EntryAt(i)
		last = max(last, i)
		j, mark, dollar := t.handleStart(last+1, signal)
		if j >= len(t.Tokens) || t.claimed(j) || !alnum(&t.Tokens[j]) || t.Tokens[j].Gap == lexicon.GapLine && !mark {
			i = last
			continue
		}
		end := t.handleEnd(j)
		k := &t.Tokens[j]
		joined := end > j || k.Class == lexicon.Mixed
		spelled := t.spelledEnd(end)
		// a plain word is a user name only when something says so and it is no common word
		plain := !signal && mark && (k.Entry.Rank() == 0 || t.Tokens[i].Entry.Rank() < 6 && k.Entry.Rank() < 4)
		if k.Class == lexicon.Number || !joined && !plain && !dollar && spelled == end || joined && end == j && !nameDigits(t.Text[k.Start:k.End]) {
			i = last
			continue
		}
		end = spelled
		first := j
		if dollar {
			first--
		}
		if !t.free(first, end) {
			continue
		}
		t.claim(first, end)
		dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[end].End), Type: Handle, Score: 0.85, Why: Why{Matcher: "handle", Cue: lexicon.CueHandle}})
		i = end
	}
	return dst
}

// handleStart gives the token behind the little words that may stand between
// a label and its user name, and whether one of them says that it follows, or
// a dollar sign is part of it ("cashapp $sheplark").
func (t *Text) handleStart(j int, signal bool) (start int, mark, dollar bool) {
	for steps := 0; j < len(t.Tokens) && steps < handleSteps; steps++ {
		k := &t.Tokens[j]
		if k.Gap == lexicon.GapLine && !mark {
			break
		}
		switch {
		case k.Is(':'), k.Is('='), k.Is('"'), k.Is('\''), k.Hash == hashIs, k.Hash == hashHandle, k.Hash == hashIts, k.Hash == hashSays:
			mark = true
		case (wordIs(t, j, "c") && (t.is(j+1, '\'') || wordIs(t, j+1, "est")) || wordIs(t, j, "cest")) && t.latin(), (wordIs(t, j, "est") || wordIs(t, j, "es")) && (t.is(j-1, '\'') || wordIs(t, j-1, "c") || j > 0 && t.CueAt(j-1) == lexicon.CueHandle):
			mark = true // "mon insta c'est …"
		case k.Hash == hashIm, k.Hash == hashI && k.Suffix == lexicon.SuffixM:
			mark = true // "on grindr im …"
		case k.Hash == hashAs, k.Hash == hashAt, k.Hash == hashOn, k.Hash == hashUnder, k.Hash == hashName, k.Hash == hashTag, k.Hash == hashUser, k.Hash == hashMe, k.Hash == hashFor:
		case k.Hash == hashId, k.Entry.Cue() == lexicon.CueNumber && k.Len() == 2:
		case k.Is(',') && signal:
		case k.Is('$') && t.touches(j+1):
			return j + 1, true, true
		default:
			return j, mark, false
		}
		j++
	}
	return j, mark, false
}

// nameDigits reports a name with digits, not a count or a dose: letters first
// and at least two, or digits that stand for letters ("x_m4rq1s3").
func nameDigits(s string) bool {
	letters := 0
	for i := range len(s) {
		if !digit(s[i]) {
			letters++
		}
	}
	return letters >= 2 && (!digit(s[0]) || letters >= 3)
}
