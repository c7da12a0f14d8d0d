package identifiers

import (
	"github.com/phidetect/phidetect/lexicon"
)

// emails finds e-mail addresses around "@", "(at)", "[at]" and " at … dot …",
// and handles ("@name") where no domain follows. An address follows RFC 5321
// as people write it: local part of letters, digits and . _ % + -, a domain of
// labels joined by dots. Spaces or line ends inside are allowed only where the
// address could not end: behind "@" and around a spelled dot.
func (t *Text) emails(dst []Span) []Span {
	for _, at := range t.Triggers.At {
		i := int(at)
		if t.claimed(i) {
			continue
		}
		if s, ok := t.emailAt(i, i); ok {
			dst = append(dst, s)
			continue
		}
		if s, ok := t.handleAt(i); ok {
			dst = append(dst, s)
		}
	}
	if t.Triggers.Cues.HasAny(lexicon.CueAt, lexicon.CueDot) || t.hasSpelledAt() {
		for i := range t.Tokens {
			if first, last, ok := t.spelledAt(i); ok && !t.claimed(i) {
				if s, ok := t.emailAt(first, last); ok {
					s.Why.Cue = lexicon.CueAt
					dst = append(dst, s)
				}
			}
		}
	}
	return dst
}

func (t *Text) hasSpelledAt() bool {
	return t.Triggers.Brackets || t.Triggers.Cues.Has(lexicon.CueEmail)
}

// spelledAt reports whether tokens first to last spell an at sign: "(at)",
// "[at]", "{at}", "at" between words when a spelled dot or a mail host follows.
func (t *Text) spelledAt(i int) (first, last int, ok bool) {
	k := &t.Tokens[i]
	if k.Class != lexicon.Word || i == 0 || i+1 >= len(t.Tokens) {
		return 0, 0, false
	}
	if !(k.Len() == 2 && (t.Text[k.Start]|0x20) == 'a' && (t.Text[k.Start+1]|0x20) == 't') && k.Entry.Cue() != lexicon.CueAt {
		return 0, 0, false
	}
	open, end := &t.Tokens[i-1], &t.Tokens[i+1]
	if open.Class == lexicon.Punct && end.Class == lexicon.Punct && (open.First == '(' || open.First == '[' || open.First == '{' || open.First == '<') {
		return i - 1, i + 1, true
	}
	// "at" counts only where a host with a dot, spelled or not, follows at once
	j := i + 1
	if t.Tokens[j].Class == lexicon.Word || t.Tokens[j].Class == lexicon.Mixed {
		if t.isDot(j+1) && j+2 < len(t.Tokens) && t.Tokens[j+2].Class == lexicon.Word && t.Tokens[j+2].Len() <= 8 {
			if !t.is(j+1, '.') || t.touches(j+1) && t.touches(j+2) && (t.CueAt(j) == lexicon.CueEmail || t.labelBefore(i).cue == lexicon.CueEmail) {
				return i, i, true
			}
		}
	}
	return 0, 0, false
}

// isDot reports a dot, spelled or not: ".", "dot", "(dot)", "[.]".
func (t *Text) isDot(i int) bool {
	if i < 0 || i >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[i]
	return k.Is('.') || k.Entry.Cue() == lexicon.CueDot && k.Class == lexicon.Word
}

// dotAt reads a dot from token i on and gives the token after it, 0 if none.
func (t *Text) dotAt(i int) int {
	if t.is(i, '.') && t.touches(i) && t.touches(i+1) {
		return i + 1
	}
	if i+1 < len(t.Tokens) && t.Tokens[i].Entry.Cue() == lexicon.CueDot && t.Tokens[i].Class == lexicon.Word {
		return i + 1
	}
	if i+3 < len(t.Tokens) && (t.is(i, '(') || t.is(i, '[')) && t.isDot(i+1) && (t.is(i+2, ')') || t.is(i+2, ']')) {
		return i + 3
	}
	return 0
}

// emailAt reads the address around the at sign of tokens first to last.
func (t *Text) emailAt(first, last int) (Span, bool) {
	spelled := !t.is(first, '@')
	l := t.localStart(first, spelled)
	if l < 0 {
		return Span{}, false
	}
	i := last + 1
	if i >= len(t.Tokens) || !alnum(&t.Tokens[i]) {
		return Span{}, false
	}
	if !spelled && t.Tokens[i].Gap != lexicon.GapNone && !(t.Tokens[i].Gap == lexicon.GapLine || t.Tokens[first].Gap != lexicon.GapNone) {
		return Span{}, false
	}
	dots := 0
	end := i
	for steps := 0; steps < 24; steps++ {
		if t.is(end+1, '-') && t.touches(end+1) && t.touches(end+2) && alnum(&t.Tokens[end+2]) {
			end += 2
			continue
		}
		n := t.dotAt(end + 1)
		if n == 0 || n >= len(t.Tokens) || !alnum(&t.Tokens[n]) {
			break
		}
		if t.Tokens[n].Class == lexicon.Number && dots > 0 {
			break
		}
		end = n
		dots++
	}
	if dots == 0 {
		return Span{}, false
	}
	if tld := &t.Tokens[end]; tld.Class != lexicon.Word || tld.Len() < 2 {
		return Span{}, false
	}
	t.claim(l, end)
	return Span{Start: int(t.Tokens[l].Start), End: int(t.Tokens[end].End), Type: Email, Score: 0.97, Why: Why{Matcher: "email"}}, true
}

// localStart finds the first token of the local part that ends before token
// at, or -1.
func (t *Text) localStart(at int, spelled bool) int {
	i := at - 1
	if i < 0 || !alnum(&t.Tokens[i]) || !spelled && t.Tokens[at].Gap != lexicon.GapNone {
		return -1
	}
	for steps := 0; steps < 24 && i > 0; steps++ {
		p := i - 1
		k := &t.Tokens[p]
		if t.Tokens[i].Gap == lexicon.GapNone && k.Class == lexicon.Punct {
			if p == 0 || k.Gap != lexicon.GapNone || !alnum(&t.Tokens[p-1]) {
				break
			}
			switch k.First {
			case '.', '_', '%', '+', '-', '\'':
				i = p - 1
				continue
			}
			break
		}
		if t.Tokens[i].Gap == lexicon.GapNone && alnum(k) {
			i = p
			continue
		}
		// "john dot smith at": a spelled dot or underscore joins words
		if (k.Entry.Cue() == lexicon.CueDot || wordIs(t, p, "underscore") || wordIs(t, p, "dash")) && k.Class == lexicon.Word && p > 0 && alnum(&t.Tokens[p-1]) {
			i = p - 1
			continue
		}
		break
	}
	return i
}
