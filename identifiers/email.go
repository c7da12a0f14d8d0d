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
	if t.Triggers.Spelled || t.Triggers.Brackets || t.Triggers.Cues.HasAny(lexicon.CueAt, lexicon.CueDot, lexicon.CueEmail) {
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

// emailAt reads the address around the at sign of tokens first to last.
func (t *Text) emailAt(first, last int) (Span, bool) {
	apart := first == last && t.is(first, '@') && t.setApart(first)
	spelled := !t.is(first, '@') || apart
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
	dots, named := 0, false
	end := i
	for steps := 0; steps < 24; steps++ {
		if t.is(end+1, '-') && t.touches(end+1) && t.touches(end+2) && alnum(&t.Tokens[end+2]) {
			end += 2
			continue
		}
		n := t.dotAt(end+1, true)
		if n == 0 || n >= len(t.Tokens) || !alnum(&t.Tokens[n]) || t.dotWord(n) {
			break
		}
		if t.Tokens[n].Class == lexicon.Number && dots > 0 || named && t.Tokens[n].Gap != lexicon.GapNone && !t.topLevel(n) {
			break
		}
		named = named || t.topLevel(n)
		end = n
		dots++
	}
	if dots == 0 {
		return Span{}, false
	}
	tld := &t.Tokens[end]
	if tld.Class != lexicon.Word || tld.Len() < 2 || t.Tokens[first].Class == lexicon.Word && !tld.Entry.Has(lexicon.TopLevel) && !generic(t.Text[tld.Start:tld.End]) {
		return Span{}, false
	}
	t.claim(l, end)
	return Span{Start: int(t.Tokens[l].Start), End: int(t.Tokens[end].End), Type: Email, Score: 0.97, Why: Why{Matcher: "email"}}, true
}

// localStart finds the first token of the local part that ends before token
// at, or -1.
func (t *Text) localStart(at int, spelled bool) int {
	i := at - 1
	for i > 0 && t.is(i, '*') && t.touches(i) {
		i-- // "d***@mail.example"
	}
	if i < 0 || !alnum(&t.Tokens[i]) || !spelled && t.Tokens[at].Gap != lexicon.GapNone {
		return -1
	}
	for steps := 0; steps < 24 && i > 0; steps++ {
		p := i - 1
		k := &t.Tokens[p]
		if t.Tokens[i].Gap == lexicon.GapNone && k.Class == lexicon.Punct && joinsLocal(k.First) && p > 0 && k.Gap == lexicon.GapNone && alnum(&t.Tokens[p-1]) {
			i = p - 1
			continue
		}
		if k.Is('*') && t.Tokens[i].Gap == lexicon.GapNone {
			for p > 0 && t.is(p, '*') && t.touches(p) {
				p--
			}
			if alnum(&t.Tokens[p]) {
				i = p
				continue
			}
			break
		}
		if spelled {
			if d := t.dotBefore(i); d >= 0 && alnum(&t.Tokens[d]) {
				i = d
				continue
			}
		}
		if t.Tokens[i].Gap == lexicon.GapNone && k.Class == lexicon.Punct {
			break
		}
		if t.Tokens[i].Gap == lexicon.GapNone && alnum(k) {
			i = p
			continue
		}
		break
	}
	return i
}

// joinsLocal reports the punctuation inside a local part.
func joinsLocal(c byte) bool {
	switch c {
	case '.', '_', '%', '+', '-', '\'':
		return true
	}
	return false
}
