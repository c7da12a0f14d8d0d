package main

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// phidetect is the library itself: identifiers, health, whose it is, verdict.
func phidetect() peer {
	d := phi.New(nil)
	var r phi.Result
	return peer{
		name: "phidetect", title: "phidetect (DetectInto)", version: "the commit above", licence: "Apache-2.0",
		lacks: "—",
		pass: local(func(text string) int {
			d.DetectInto(&r, text)
			return len(r.Spans) + len(r.Health.Evidence)
		}),
		find: finder(func(text string) (out []finding) {
			d.DetectInto(&r, text)
			for _, s := range r.Spans {
				out = append(out, finding{s.Type.String(), s.Start, s.End})
			}
			for _, e := range r.Health.Evidence {
				out = append(out, finding{health, e.Start, e.End})
			}
			return out
		}),
	}
}

// bareScan cuts the text into tokens, looks each up and notes the triggers: the
// least that a detector built on this lexicon pays.
func bareScan() peer {
	lex := lexicon.Default()
	var t identifiers.Text
	return peer{
		name: "scan", title: "bare scan of this library", version: "the commit above", licence: "Apache-2.0",
		lacks: "all: it only reads tokens, looks them up and notes triggers", bound: true,
		pass: local(func(text string) int {
			t.Read(lex, text)
			return len(t.Tokens)
		}),
		find: finder(func(string) []finding { return nil }),
	}
}
