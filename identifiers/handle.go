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

// handleEnd finds the last token of the user name that begins at token i.
func (t *Text) handleEnd(i int) int {
	end := i
	for end+1 < len(t.Tokens) && t.touches(end+1) {
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

// handles finds user names that a label announces: "my insta is …",
// "username kyazzie_t1d", "user=tsmith82".
func (t *Text) handles(dst []Span) []Span {
	if !t.Triggers.Cues.Has(lexicon.CueHandle) {
		return dst
	}
	for i := 0; i < len(t.Tokens); i++ {
		if t.CueAt(i) != lexicon.CueHandle || t.claimed(i) {
			continue
		}
		_, _, last := t.EntryAt(i)
		j := last + 1
		mark := false
		for steps := 0; j < len(t.Tokens) && steps < 4; steps++ {
			k := &t.Tokens[j]
			if k.Gap == lexicon.GapLine && !mark {
				break
			}
			if k.Is(':') || k.Is('=') || k.Is('"') || k.Is('\'') || wordIs(t, j, "is") || wordIs(t, j, "handle") || wordIs(t, j, "its") {
				mark = true
				j++
				continue
			}
			if wordIs(t, j, "as") || wordIs(t, j, "at") || wordIs(t, j, "on") || wordIs(t, j, "under") || wordIs(t, j, "name") {
				j++
				continue
			}
			break
		}
		if j >= len(t.Tokens) || t.claimed(j) || !alnum(&t.Tokens[j]) || t.Tokens[j].Gap == lexicon.GapLine && !mark {
			i = last
			continue
		}
		end := t.handleEnd(j)
		k := &t.Tokens[j]
		joined := end > j || k.Class == lexicon.Mixed
		// a plain word is a user name only when something says so and it is no common word
		if k.Class == lexicon.Number || !joined && !(mark && k.Entry.Rank() == 0) && !(mark && t.Tokens[i].Entry.Rank() < 6 && k.Entry.Rank() < 4) {
			i = last
			continue
		}
		if !t.free(j, end) {
			continue
		}
		t.claim(j, end)
		dst = append(dst, Span{Start: int(k.Start), End: int(t.Tokens[end].End), Type: Handle, Score: 0.85, Why: Why{Matcher: "handle", Cue: lexicon.CueHandle}})
		i = end
	}
	return dst
}
