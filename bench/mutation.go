package bench

import (
	"hash/fnv"
	"html"
	"math/rand/v2"
	"strings"
	"unicode"
)

// A Mutation writes a message another way that a reader takes for the same.
type Mutation struct {
	Name string
	Kind string // what is promised of it: see Promised
	text func(w *rewrite, m *Message, chance *rand.Rand)
}

// Kinds of mutations.
const (
	KindCase    = "case"
	KindSpacing = "spacing"
	KindUnicode = "Unicode"
	KindOther   = "other"
)

// Promised is by how much the recall may fall under mutations of a kind; there
// is no such promise for KindOther.
var Promised = map[string]float64{KindCase: 0.03, KindSpacing: 0.05, KindUnicode: 0.02}

// Mutations lists all of them, in the order of the table.
func Mutations() []Mutation {
	return []Mutation{
		{"upper case", KindCase, eachRune(func(r rune) string { return string(unicode.ToUpper(r)) })},
		{"lower case", KindCase, eachRune(func(r rune) string { return string(unicode.ToLower(r)) })},
		{"title case", KindCase, titleCase},
		{"cue words in random case", KindCase, onCues(randomCase)},
		{"double spaces", KindSpacing, replacing(" ", "  ")},
		{"tabs", KindSpacing, replacing(" ", "\t")},
		{"line breaks at 40 columns", KindSpacing, wrapped},
		{"no-break spaces", KindUnicode, replacing(" ", "\u00a0")},
		{"thin spaces", KindUnicode, replacing(" ", "\u2009")},
		{"zero-width joiners", KindUnicode, between(unicode.IsLetter, "\u200d")},
		{"soft hyphens", KindUnicode, between(unicode.IsLetter, "\u00ad")},
		{"full width", KindUnicode, eachRune(fullWidth)},
		{"mathematical bold", KindUnicode, eachRune(mathBold)},
		{"combining accents", KindUnicode, eachRune(accented)},
		{"smart quotes", KindUnicode, smartQuotes},
		{"non-breaking hyphens", KindUnicode, replacing("-", "\u2011")},
		{"Cyrillic look-alikes", KindUnicode, cyrillic},
		{"typos in cue words", KindOther, onCues(typo)},
		{"punctuation behind", KindOther, punctuated},
		{"HTML escapes", KindOther, eachRune(func(r rune) string { return html.EscapeString(string(r)) })},
		{"other sentences around", KindOther, surrounded},
	}
}

// Apply gives the message as the mutation writes it, with its labels moved to
// where they are now; the same again for the same message.
func (m Mutation) Apply(msg *Message) Message {
	h := fnv.New64a()
	h.Write([]byte(msg.ID))
	w := newRewrite(msg.Text)
	m.text(w, msg, rand.New(rand.NewPCG(h.Sum64(), 1)))
	w.copy(len(msg.Text))
	out := *msg
	out.Text = string(w.out)
	out.Spans, out.Health = w.spans(msg.Spans), w.spans(msg.Health)
	return out
}

type mutator = func(w *rewrite, m *Message, chance *rand.Rand)

// eachRune writes f's text for each rune.
func eachRune(f func(r rune) string) mutator {
	return func(w *rewrite, _ *Message, _ *rand.Rand) {
		w.eachRune(func(i, n int, r rune) string {
			if r == unicode.ReplacementChar {
				return w.src[i : i+n]
			}
			return f(r)
		})
	}
}

func replacing(old, with string) mutator {
	return func(w *rewrite, _ *Message, _ *rand.Rand) {
		for {
			i := strings.Index(w.src[w.done:], old)
			if i < 0 {
				return
			}
			w.copy(w.done + i)
			w.put(len(old), with)
		}
	}
}

// between puts s between any two neighbours of a kind.
func between(kind func(rune) bool, s string) mutator {
	return func(w *rewrite, _ *Message, _ *rand.Rand) {
		before := false
		for i, r := range w.src {
			is := kind(r)
			w.copy(i)
			if before && is {
				w.insert(s)
			}
			before = is
		}
	}
}

func titleCase(w *rewrite, _ *Message, _ *rand.Rand) {
	inside := false
	w.eachRune(func(i, n int, r rune) string {
		was := inside
		inside = unicode.IsLetter(r) || r == '\'' || r == '’'
		switch {
		case r == unicode.ReplacementChar:
			return w.src[i : i+n]
		case was:
			return string(unicode.ToLower(r))
		}
		return string(unicode.ToTitle(r))
	})
}

// columns is where wrapped breaks lines.
const columns = 40

// wrapped breaks lines at the last space before they get longer than columns,
// or at the first one behind.
func wrapped(w *rewrite, _ *Message, _ *rand.Rand) {
	column := 0
	w.eachRune(func(i, n int, r rune) string {
		column++
		next := strings.IndexAny(w.src[i+n:], " \n")
		switch {
		case r == '\n':
			column = 0
		case r == ' ' && next >= 0 && column+next >= columns, r == ' ' && column >= columns:
			column = 0
			return "\n"
		}
		return w.src[i : i+n]
	})
}
