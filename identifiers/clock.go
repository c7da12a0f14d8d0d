package identifiers

import "github.com/phidetect/phidetect/lexicon"

// clock reads a time of day: "10:22", "2:00pm", "3pm", "9 am", "noon".
func (t *Text) clock(i int) (first, last int, score float32) {
	k := &t.Tokens[i]
	if k.Class == lexicon.Mixed {
		s := t.Text[k.Start:k.End]
		n := 0
		for n < len(s) && digit(s[n]) {
			n++
		}
		if n > 0 && (n <= 2 || n == 4 || n == 3) && len(s)-n == 2 && s[n+1]|0x20 == 'm' && (s[n]|0x20 == 'a' || s[n]|0x20 == 'p') {
			return i, i, 0.6
		}
		return 0, 0, 0
	}
	v := t.value(i)
	if v == 0 && k.Len() == 1 {
		return 0, 0, 0 // the mark of a recording: "0:47"
	}
	if t.is(i+1, ':') && t.touches(i+1) && t.touches(i+2) && i+2 < len(t.Tokens) && k.Len() <= 2 && v <= 24 {
		m := &t.Tokens[i+2]
		if m.Class == lexicon.Number && m.Len() == 2 && t.value(i+2) < 60 || m.Class == lexicon.Mixed && m.Len() == 4 && digit(t.Text[m.Start]) && digit(t.Text[m.Start+1]) && t.Text[m.End-1]|0x20 == 'm' {
			last = i + 2
			if t.is(last+1, ':') && t.touches(last+1) && last+2 < len(t.Tokens) && t.Tokens[last+2].Class == lexicon.Number && t.Tokens[last+2].Len() == 2 {
				last += 2
			}
			if t.is(last+1, ':') && t.touches(last+1) {
				return 0, 0, 0
			}
			if last+1 < len(t.Tokens) && t.CueAt(last+1) == lexicon.CueTime && t.Tokens[last+1].Gap <= lexicon.GapSpace {
				_, _, last = t.EntryAt(last + 1)
			}
			return i, last, 0.6
		}
	}
	if k.Len() <= 2 && v >= 1 && v <= 12 && i+1 < len(t.Tokens) && t.Tokens[i+1].Gap == lexicon.GapSpace && (wordIs(t, i+1, "am") || wordIs(t, i+1, "pm")) {
		if wordIs(t, i+1, "am") && t.Tokens[i+1].Case == lexicon.LowerCase && i > 0 && t.CueAt(i-1) == lexicon.CuePronounI {
			return 0, 0, 0
		}
		return i, i + 1, 0.6
	}
	return 0, 0, 0
}
