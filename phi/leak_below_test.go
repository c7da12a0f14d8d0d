package phi_test

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/identifiers/identifierstest"
	"github.com/phidetect/phidetect/lexicon"
)

// readSecret reads secretText.
func readSecret() *identifiers.Text {
	var t identifiers.Text
	t.Read(lexicon.Default(), secretText)
	t.ReadOn(lexicon.Default(), secretText)
	return &t
}

var leakIdentifiers = []leakLine{
	{"identifiers.Text.Read identifiers.Text.ReadOn identifiers.Text.CueAt identifiers.Text.EntryAt identifiers.Text.Lexicon identifiers.Text.TokenRange identifiers.AppendAll", func(p *probe) {
		t := readSecret()
		spans := identifiers.AppendAll(nil, t)
		if len(spans) < 3 {
			p.t.Error("too little is found to leak")
		}
		e, first, last := t.EntryAt(3)
		from, to := t.TokenRange(3, 9)
		p.look(t, *t, t.Triggers, spans, t.CueAt(3), e, first, last, from, to, t.Lexicon())
		t.Read(lexicon.Default(), "é "+secretText) // folded
		p.look(t, *t)
	}},
	{"identifiers.Any identifiers.Checked identifiers.Cues identifiers.CueSet.HasAny identifiers.Func.AppendSpans identifiers.Named identifiers.Near identifiers.Typed identifiers.Unless identifiers.Words", func(p *probe) {
		t := readSecret()
		w := identifiers.Words(identifiers.UniqueID, "Zyxwanda Quillfeather", "vorpalgia")
		f := identifiers.Func(func(dst []identifiers.Span, _ *identifiers.Text) []identifiers.Span {
			return append(dst, identifiers.Span{Start: 11, End: 33, Type: identifiers.Name, Score: 1})
		})
		set := identifiers.Cues(lexicon.CueKin)
		for _, m := range []identifiers.Matcher{w, f, identifiers.Any(w, f), identifiers.Checked(w, func([]byte) bool { return true }), identifiers.Named(f, "own"),
			identifiers.Near(f, w, 40), identifiers.Typed(w, identifiers.Name, 1), identifiers.Unless(f, identifiers.Words(identifiers.NoType, "asthma"), 5)} {
			spans := m.AppendSpans(nil, t)
			if len(spans) == 0 {
				p.t.Error("a combinator finds nothing to leak")
			}
			p.look(spans, m, set.HasAny(lexicon.CueKin))
		}
		for _, m := range []identifiers.Matcher{angry, identifiers.Any(angry), identifiers.Named(angry, "own"), identifiers.Near(f, angry, 4), identifiers.Unless(f, angry, 4),
			identifiers.Checked(w, func([]byte) bool { panic("no") })} {
			p.panics(func() { m.AppendSpans(nil, t) })
		}
	}},
	{"identifiers.Pattern identifiers.PatternWith identifiers.PatternMatcher.AppendSpans identifiers.PatternMatcher.MaxLen identifiers.PatternMatcher.Timeouts identifiers.PatternMatcher.Wants", func(p *probe) {
		_, err := identifiers.Pattern(identifiers.UniqueID, "zyxwanda", `(quillfeather`)
		_, err2 := identifiers.PatternWith(identifiers.UniqueID, `[quillmail`, identifiers.PatternOptions{Literals: []string{"zyxwandé"}})
		if err == nil || err2 == nil {
			p.t.Error("a broken expression passes")
		}
		p.look(err, err2)
		m, err := identifiers.Pattern(identifiers.UniqueID, "QX", `QX\d+`)
		t := readSecret()
		p.look(err, m.AppendSpans(nil, t), m.MaxLen(), m.Timeouts(), m.Wants(&t.Triggers))
	}},
	{"identifiers.Type.UnmarshalText", func(p *probe) {
		var t identifiers.Type
		if err := t.UnmarshalText([]byte(secretText)); err == nil {
			p.t.Error("a text passes for a type")
		} else {
			p.look(err)
		}
	}},
	{"identifierstest.Check identifierstest.Parse identifierstest.Compare", func(p *probe) {
		for _, s := range []string{"⟦" + secretText, secretText + "⟧", "⟦" + secretText + "|x⟧", "⟦name|⟧" + secretText} {
			_, marks, err := identifierstest.Parse(s)
			if err == nil {
				p.t.Error("a broken mark passes")
			}
			p.look(marks, err)
		}
		missed, extra := identifierstest.Compare([]identifierstest.Mark{{Start: 1, End: 2, Type: identifiers.Name}}, nil, nil)
		p.look(missed, extra)
		if p.t.Failed() {
			return
		}
		err := identifierstest.Check(identifiers.Words(identifiers.Name, "quillmail"), identifierstest.Example{Name: "x", Text: "⟦phone|" + secretText + "⟧"})
		if err == nil {
			p.t.Error("a matcher that misses passes")
		}
		p.look(err)
	}},
	{"checksum.CardBrand", func(p *probe) { p.look(checksum.CardBrand(secretText), checksum.CardBrand([]byte(secretText))) }},
}

var leakLexicon = []leakLine{
	{"lexicon.Scan.Run lexicon.Scan.Format lexicon.Scan.MarshalJSON lexicon.Token.Is lexicon.Token.Len lexicon.FoldMap.Identity lexicon.FoldMap.Original lexicon.FoldMap.Veils", func(p *probe) {
		for _, text := range []string{secretText, "é " + secretText} {
			var s lexicon.Scan
			s.Run(lexicon.Default(), text)
			start, end := s.Map.Original(0, 4)
			p.look(s, &s, s.Tokens, s.Tokens[0].Is('a'), s.Tokens[0].Len(), s.Map, s.Map.Identity(), start, end)
		}
	}},
	{"lexicon.Lexicon.With lexicon.Lexicon.Format lexicon.Lexicon.Without lexicon.Lexicon.Size lexicon.Lexicon.DrugStem lexicon.Lexicon.Lookup lexicon.Lexicon.Find lexicon.Lexicon.Misspelt", func(p *probe) {
		l, err := lexicon.Default().With(lexicon.Term{Text: "vorpalgia", Category: lexicon.Condition}, lexicon.Term{Text: "Zyxwanda Quillfeather", Given: 15})
		p.look(err, l, *l, l.Without(secretText), l.Size(), l.Lookup("Zyxwanda Quillfeather"), l.Find(lexicon.HashWord("zyxwanda")), l.Misspelt("vorpalgai"), l.DrugStem("vorpalgia"))
		for _, t := range []lexicon.Term{{Text: secretText}, {Text: "vorpalgia"}, {Text: "vorpalgia", Given: 99}} {
			_, err := lexicon.Default().With(t)
			if err == nil {
				p.t.Error("a wrong term passes")
			}
			p.look(err)
		}
	}},
}
