//go:build stages

package identifiers

import "github.com/phidetect/phidetect/lexicon"

// A Stage is one step of finding identifiers in a text that was scanned. It
// exists only in programs built to measure the steps one by one.
type Stage struct {
	Name string
	Run  func(t *Text, lex *lexicon.Lexicon, dst []Span) []Span
}

// Stages gives the steps behind the scan in their order: the rest of Read, then
// those of AppendAll.
func Stages() []Stage {
	all := []Stage{{"triggers", func(t *Text, lex *lexicon.Lexicon, dst []Span) []Span {
		t.before.n, t.open.n = 0, 0
		t.lex = lex
		t.begin()
		t.from = len(dst)
		return dst
	}}}
	for i := range registry {
		r := &registry[i]
		all = append(all, Stage{r.name, func(t *Text, _ *lexicon.Lexicon, dst []Span) []Span {
			if r.wants == nil || r.wants(&t.Triggers) {
				dst = r.run(t, dst)
			}
			return dst
		}})
	}
	return append(all, Stage{"overlaps and roles", func(t *Text, _ *lexicon.Lexicon, dst []Span) []Span { return t.settle(dst) }})
}
