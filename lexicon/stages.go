//go:build stages

package lexicon

// A Stage is one step of Run. It exists only in programs built to measure the
// steps one by one.
type Stage struct {
	Name string
	Run  func(s *Scan, lex *Lexicon, text string)
}

// Stages gives the steps of Run in their order.
func Stages() []Stage {
	return []Stage{
		{"fold", func(s *Scan, _ *Lexicon, text string) { s.fold(text) }},
		{"tokenise", func(s *Scan, lex *Lexicon, _ string) { s.cut(lex) }},
		{"look up", func(s *Scan, lex *Lexicon, _ string) { s.lookUp(lex) }},
	}
}
