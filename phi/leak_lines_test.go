package phi_test

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// leakByContract are functions that give text because that is what they are
// for, and whose errors and prints have a line elsewhere.
var leakByContract = map[string]string{
	"identifiers.Text.Slice":     "gives a part of the folded text",
	"lexicon.FoldMap.Fold":       "gives the folded text",
	"lexicon.Keys":               "gives the words of a term",
	"lexicon.Lexicon.Added":      "gives the terms the program has added",
	"phi.Session.Restore":        "gives back what labels stand for",
	"phi.Session.AppendRestored": "as Restore",
	"phi.Redactor.Policy":        "gives the policy the program has set",
	"phi.Policy.MarshalJSON":     "gives the policy the program has set",
	"phi.RedactPolicy.MarshalJSON": "gives the policy the program has set, " +
		"without its key",
	"identifierstest.Accept": "fails with the errors of Check",
}

// badReader gives text and then an error that does not hold it.
type badReader struct{ r io.Reader }

var errBroken = errors.New("broken pipe")

func (b badReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if err == io.EOF {
		err = errBroken
	}
	return n, err
}

type badWriter struct{}

func (badWriter) Write([]byte) (int, error) { return 0, errBroken }

// angry is a matcher that panics, with no text of its own.
var angry = identifiers.Func(func([]identifiers.Span, *identifiers.Text) []identifiers.Span { panic("angry") })

var leakPhi = []leakLine{
	{"phi.Detect phi.LanguagesOf phi.New phi.Detector.Format identifiers.Why.String phi.Detector.Detect phi.Detector.DetectInto phi.Result.AppendJSON phi.Result.LanguageAt phi.Result.Languages phi.Result.MarshalJSON phi.Result.Facts", func(p *probe) {
		lex, err := lexicon.Default().With(lexicon.Term{Text: "vorpalgia", Category: lexicon.Condition})
		p.look(err)
		d := phi.New(&phi.Options{Lexicon: lex, Own: []string{"Zyxwanda Quillfeather"}})
		var r phi.Result
		d.DetectInto(&r, secretText)
		if len(r.Spans) < 3 || len(r.Health.Evidence) < 2 {
			p.t.Error("too little is found to leak")
		}
		again, std := d.Detect(secretText), phi.Detect(secretText)
		p.look(d, r, &r, again, std, r.Facts(), r.LanguageAt(20), r.Languages())
		for i := range r.Spans {
			p.look(r.Spans[i], r.Spans[i].Why, r.Spans[i].Why.String())
		}
		p.clean("AppendJSON", string(r.AppendJSON(nil, "1")))
		b, err := r.MarshalJSON()
		p.clean("MarshalJSON", string(b))
		p.look(err)

		d = phi.New(&phi.Options{Matchers: []identifiers.Matcher{angry}})
		p.panics(func() { d.Detect(secretText) })
		p.panics(func() { d.DetectInto(&r, secretText) })
		p.look(d, r)
	}},
	{"phi.Options.Check phi.ConversationSetOptions.Check", func(p *probe) {
		for _, o := range []phi.Options{{MinScore: 2, Own: []string{secretText}}, {HealthThreshold: -1, Own: []string{secretText}}, {Own: []string{secretText, "-"}}} {
			if err := o.Check(); err == nil {
				p.t.Error("wrong options pass")
			} else {
				p.look(err)
			}
		}
		p.look((&phi.ConversationSetOptions{Max: -1}).Check())
	}},
	{"phi.Detector.Scan", func(p *probe) {
		d := phi.New(nil)
		for _, r := range []io.Reader{strings.NewReader(secretText), badReader{strings.NewReader(secretText)}} {
			for part, err := range d.Scan(context.Background(), r) {
				p.look(part.Result, err, d) // Part.Text is the text, by contract
			}
		}
	}},
	{"phi.Detector.Confirmation", func(p *probe) {
		d := phi.New(nil)
		r := d.Detect(secretText)
		p.look(d.Confirmation(secretText, &r))
	}},
	{"phi.Action.UnmarshalText phi.Direction.UnmarshalText phi.Party.UnmarshalText phi.Verdict.UnmarshalText", func(p *probe) {
		var a phi.Action
		var d phi.Direction
		var y phi.Party
		var v phi.Verdict
		for _, err := range []error{a.UnmarshalText([]byte(secretText)), d.UnmarshalText([]byte(secretText)), y.UnmarshalText([]byte(secretText)), v.UnmarshalText([]byte(secretText))} {
			if err == nil {
				p.t.Error("a text passes for a name")
			}
			p.look(err)
		}
	}},
	{"phi.ParsePolicy phi.Policy.UnmarshalJSON phi.Policy.Check phi.Policy.Decide phi.PolicyError.Error phi.PolicyError.Is phi.Decision.MarshalJSON phi.Decision.Reasons phi.Decision.String", func(p *probe) {
		for _, s := range []string{secretText, `{"` + secretText + `":1}`, `{"version":"` + secretText + `","rules":[{"action":"` + secretText + `"}]}`, `{"rules":"` + secretText + `"}`, `{"name":"` + secretText} {
			_, err := phi.ParsePolicy([]byte(s))
			if err == nil {
				p.t.Error("a text passes for a policy")
				continue
			}
			var q phi.Policy
			var as *phi.PolicyError
			p.look(err, q.UnmarshalJSON([]byte(s)), errors.As(err, &as), as)
		}
		q := phi.DefaultPolicy()
		r := phi.Detect(secretText)
		d := q.Decide(r.Facts(), phi.PublicReply)
		p.look(d, &d, d.String(), d.Reasons(), q.Check(), q)
		q.Name = secretText + "\n"
		p.look(q.Check())
	}},
	{"phi.ParseTemplate phi.Template.Fill phi.RedirectText phi.Contact.Check", func(p *probe) {
		for _, s := range []string{secretText, secretText + " {link}", secretText + " {nolink}"} {
			t, err := phi.ParseTemplate(s)
			if err == nil {
				p.t.Error("a text passes for a template")
			}
			_, ferr := t.Fill(phi.Contact{Clinic: secretText, Link: secretText, Phone: secretText})
			p.look(err, ferr)
		}
		c := phi.Contact{Clinic: "x", Link: secretText, Phone: secretText}
		_, err := phi.RedirectText(phi.PublicReply, phi.English, c)
		p.look(c.Check(), err)
	}},
}
