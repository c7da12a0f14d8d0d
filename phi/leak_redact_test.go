package phi_test

import (
	"bytes"
	"io"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// redactors are a Redactor with labels and one with a key and a deny list.
func redactors(p *probe) []*phi.Redactor {
	keyed := phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpHash}, Deny: []string{"vorpalgia"}, Keep: []string{"quillmail"}, Key: phi.Key(strings.Repeat("zyxwanda", 3))}
	var out []*phi.Redactor
	for _, q := range []phi.RedactPolicy{{}, {Default: phi.Treatment{Operator: phi.OpNumber}, Rules: []phi.RedactRule{{Health: phi.HealthCategories()}}, Deny: []string{"vorpalgia"}}, keyed} {
		r, err := phi.NewRedactor(nil, q)
		p.look(err, r)
		out = append(out, r)
	}
	return out
}

var leakRedact = []leakLine{
	{"phi.NewRedactor phi.Redactor.Format phi.Redactor.Detector phi.Redactor.Redact phi.Redactor.AppendRedacted phi.Redactor.AppendReplacements phi.Redactor.AppendValue phi.Redactor.RedactAttested phi.Attestation.MarshalJSON phi.Attestation.String", func(p *probe) {
		for i, r := range redactors(p) {
			out := r.Redact(secretText)
			attested, a := r.RedactAttested(secretText)
			res := phi.Detect(secretText)
			appended := string(r.AppendRedacted(nil, secretText, &res))
			_, reps := r.AppendReplacements(nil, nil, secretText, &res)
			p.look(r, r.Detector(), a, a.String(), reps, string(r.AppendValue(nil, identifiers.Name, "Zyxwanda Quillfeather")))
			if i == 1 { // evidence of health goes too: nothing is left
				p.clean("Redact", out)
				p.clean("RedactAttested", attested)
				p.clean("AppendRedacted", appended)
			}
		}
	}},
	{"phi.Redactor.NewSession phi.Redactor.NewSessionFor phi.Redactor.ResumeSession phi.Session.Redact phi.Session.AppendRedacted phi.Session.AppendReplacements phi.Session.AppendValue phi.Session.RedactAttested phi.Session.Export phi.Session.String phi.Session.Format phi.Session.MarshalText", func(p *probe) {
		for i, r := range redactors(p) {
			for _, s := range []*phi.Session{r.NewSession(), r.NewSessionFor("Zyxwanda Quillfeather")} {
				out := s.Redact(secretText)
				attested, a := s.RedactAttested(secretText)
				res := phi.Detect(secretText)
				_, reps := s.AppendReplacements(s.AppendRedacted(nil, secretText, &res), nil, secretText, &res)
				p.look(s, a, reps, string(s.AppendValue(nil, identifiers.Name, "Zyxwanda Quillfeather")), s.String())
				if i == 1 {
					p.clean("Redact", out+attested)
				}
				_, err := s.Export()
				p.look(err)
			}
			for _, bad := range []string{secretText, `{"` + secretText + `":1}`, `{"format":"` + secretText + `"}`, `{"format":"phidetect session 1","labels":[{"label":"` + secretText + `","type":"name","text":"` + secretText + `"}]}`} {
				_, err := r.ResumeSession([]byte(bad))
				if err == nil {
					p.t.Error("a text passes for an export")
				}
				p.look(err)
			}
		}
	}},
	{"phi.RedactPolicy.UnmarshalJSON phi.RedactPolicy.Check phi.Key.Format phi.Key.MarshalText", func(p *probe) {
		for _, s := range []string{secretText, `{"` + secretText + `":1}`, `{"default":{"operator":"` + secretText + `"}}`, `{"keep":"` + secretText + `"}`, `{"default":{"label":"` + secretText + `"}}`, `{"rules":[{"types":["` + secretText + `"]}]}`} {
			var q phi.RedactPolicy
			if err := q.UnmarshalJSON([]byte(s)); err == nil {
				p.t.Error("a text passes for a policy")
			} else {
				p.look(err)
			}
		}
		for _, q := range []phi.RedactPolicy{{Default: phi.Treatment{Label: secretText}}, {Deny: []string{secretText, ""}, Default: phi.Treatment{KeepLast: -1}}, {Key: phi.Key("zyxwanda")}} {
			if err := q.Check(); err == nil {
				p.t.Error("a wrong policy passes")
			} else {
				p.look(err)
			}
		}
		k := phi.Key("zyxwanda quillfeather")
		b, err := k.MarshalText()
		p.look(k, b, err)
	}},
	{"phi.Redactor.NewReader phi.Redactor.NewWriter phi.Session.NewReader phi.Session.NewWriter phi.Reader.Read phi.Reader.Facts phi.Writer.Write phi.Writer.Flush phi.Writer.Close phi.Writer.Facts", func(p *probe) {
		r := redactors(p)[1]
		s := r.NewSession()
		for _, x := range []*phi.Reader{r.NewReader(badReader{strings.NewReader(secretText)}), s.NewReader(badReader{strings.NewReader(secretText)})} {
			b, err := io.ReadAll(x)
			p.look(err, x.Facts())
			p.clean("Read", string(b))
		}
		var out bytes.Buffer
		for _, x := range []*phi.Writer{r.NewWriter(&out), s.NewWriter(&out), r.NewWriter(badWriter{})} {
			_, err := io.WriteString(x, secretText)
			p.look(err, x.Flush(), x.Close(), x.Facts())
			_, err = io.WriteString(x, secretText) // after Close
			p.look(err)
		}
		p.clean("Write", out.String())
	}},
}
