package identifiers

import (
	"github.com/phidetect/phidetect/lexicon"
)

// schemes finds web addresses that begin with a scheme. It runs before the
// e-mail matcher, since a path may hold an at sign.
func (t *Text) schemes(dst []Span) []Span {
	for _, c := range t.Triggers.Colons {
		i := int(c)
		if t.claimed(i) || i == 0 || !t.is(i+1, '/') || !t.is(i+2, '/') || !t.touches(i) || t.Tokens[i-1].Class != lexicon.Word {
			continue
		}
		dst = t.appendURL(dst, i-1, i+3, 0.98)
	}
	return dst
}

// hosts finds web addresses without a scheme: with "www.", or with a known
// top-level domain ("bit.ly/3xTalk").
func (t *Text) hosts(dst []Span) []Span {
	for _, c := range t.Triggers.Dotted {
		i := int(c)
		if t.claimed(i) {
			continue
		}
		first := i - 1
		for steps := 0; steps < 8 && first >= 2 && t.Tokens[first].Gap == lexicon.GapNone && (t.is(first-1, '-') || t.is(first-1, '.')) && t.Tokens[first-1].Gap == lexicon.GapNone && alnum(&t.Tokens[first-2]); steps++ {
			first -= 2
		}
		if t.claimed(first) || !alnum(&t.Tokens[first]) {
			continue
		}
		// follow the labels of the host
		end := i + 1
		for steps := 0; steps < 12 && (t.is(end+1, '.') || t.is(end+1, '-')) && t.touches(end+1) && t.touches(end+2) && alnum(&t.Tokens[end+2]); steps++ {
			end += 2
		}
		tld := &t.Tokens[end]
		if tld.Class != lexicon.Word || tld.Len() < 2 {
			continue
		}
		www := wordIs(t, first, "www")
		if !www && (t.is(end+1, '(') && t.touches(end+1) || sourceFile(t.Text[tld.Start:tld.End]) && !t.is(end+1, '/') || first > 0 && t.touches(first) && t.is(first-1, '/') && t.Tokens[first-1].Gap == lexicon.GapNone) {
			continue // a call, a file of a program, the end of a path
		}
		path := t.is(end+1, '/') && t.touches(end+1)
		known := tld.Entry.Has(lexicon.TopLevel)
		if !www && !(known && (path || tld.Case == lexicon.LowerCase && !ambiguousDomain(t, first, end))) {
			continue
		}
		dst = t.appendURL(dst, first, end+1, 0.9)
	}
	return dst
}

// appendURL extends the address over its path and claims it. from is the first
// token after what is known to belong to it.
func (t *Text) appendURL(dst []Span, first, from int, score float32) []Span {
	end := from - 1
	for end+1 < len(t.Tokens) && t.touches(end+1) {
		k := &t.Tokens[end+1]
		if k.Is('"') || k.Is('<') || k.Is('>') || k.Is('|') || k.Is('}') || k.Is('[') && !t.is(end+2, '.') || k.Is('\'') || k.Class == lexicon.Symbol {
			break
		}
		end++
	}
	for end >= from && t.Tokens[end].Class == lexicon.Punct && t.Tokens[end].First != '/' && t.Tokens[end].First != '=' {
		end--
	}
	if end < from && score > 0.95 || !t.free(first, end) {
		return dst
	}
	t.claim(first, end)
	return append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[end].End), Type: URL, Score: score, Why: Why{Matcher: "url"}})
}

// ambiguousDomain reports joined words that only look like a host: a missing
// space behind a full stop ("done.is it"), a file name, an abbreviation.
func ambiguousDomain(t *Text, first, end int) bool {
	tld := &t.Tokens[end]
	host := &t.Tokens[end-2]
	if end-first > 2 {
		return tld.Len() == 2 && host.Len() <= 2
	}
	if host.Len() <= 1 || host.Class == lexicon.Number {
		return true
	}
	return tld.Entry.Rank() >= 4 && tld.Entry.Rank() != 0 && host.Entry.Rank() > 0 && !generic(t.Text[tld.Start:tld.End])
}

func generic(tld string) bool {
	switch tld {
	case "com", "org", "net", "edu", "gov", "example", "info", "clinic", "health", "care", "dental", "app", "au", "uk", "nz", "ie", "ca", "io", "co":
		return true
	}
	return false
}

// sourceFile reports endings of program and data files that are top-level
// domains too.
func sourceFile(tld string) bool {
	switch tld {
	case "py", "java", "rs", "sh", "pl", "ps", "md", "cc", "so", "zip", "mov", "js", "ts", "php", "date", "call", "run":
		return true
	}
	return false
}
