package main

import (
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// A piece is a stretch of the text: an identifier, a word of health, or, with
// both nil, what stands between.
type piece struct {
	text     string
	span     *identifiers.Span
	evidence *phi.Evidence
}

// cut cuts the text at the findings, in order and without gaps. Where a word
// of health stands in an identifier, the identifier has it.
func cut(text string, r *phi.Result) []piece {
	out := make([]piece, 0, 2*(len(r.Spans)+len(r.Health.Evidence))+1)
	at := 0
	upTo := func(end int) {
		if end > at {
			out = append(out, piece{text: text[at:end]})
			at = end
		}
	}
	spans, words := r.Spans, r.Health.Evidence
	for len(spans) > 0 || len(words) > 0 {
		if len(words) == 0 || len(spans) > 0 && spans[0].Start < words[0].End {
			s := &spans[0]
			if len(words) > 0 && words[0].Start < s.Start && words[0].End <= s.Start {
				// The word is wholly before the identifier; it goes first.
			} else {
				if len(words) > 0 && words[0].Start < s.End && s.Start < words[0].End {
					words = words[1:]
					continue
				}
				upTo(s.Start)
				out = append(out, piece{text: text[s.Start:s.End], span: s})
				at, spans = s.End, spans[1:]
				continue
			}
		}
		w := &words[0]
		words = words[1:]
		if w.Start < at || w.End <= w.Start {
			continue
		}
		upTo(w.Start)
		out = append(out, piece{text: text[w.Start:w.End], evidence: w})
		at = w.End
	}
	upTo(len(text))
	return out
}

// label is the mark that stands for an identifier in redacted text, for
// example "[PHONE]".
func label(t identifiers.Type) string {
	return "[" + strings.ToUpper(t.String()) + "]"
}

// redact puts labels in place of the identifiers. Words like "tomorrow", which
// identify nobody, stay.
func redact(text string, r *phi.Result) string {
	var b strings.Builder
	b.Grow(len(text))
	at := 0
	for i := range r.Spans {
		s := &r.Spans[i]
		if s.Vague {
			continue
		}
		b.WriteString(text[at:s.Start])
		b.WriteString(label(s.Type))
		at = s.End
	}
	b.WriteString(text[at:])
	return b.String()
}
