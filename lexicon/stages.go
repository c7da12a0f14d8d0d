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
		{"fold", func(s *Scan, _ *Lexicon, text string) {
			s.Map.edits = s.Map.edits[:0]
			s.Text = text
			if !isASCII(text) {
				s.folded = s.Map.Fold(s.folded[:0], text)
				s.Text = unsafeString(s.folded)
			}
		}},
		{"tokenise", func(s *Scan, _ *Lexicon, _ string) { s.Tokens = tokenize(s.Tokens[:0], s.Text) }},
		{"look up", func(s *Scan, lex *Lexicon, _ string) { s.lookUp(lex) }},
	}
}
