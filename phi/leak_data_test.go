package phi_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/phihttp"
	"github.com/phidetect/phidetect/phi/phislog"
	"github.com/phidetect/phidetect/phi/structured"
)

// leakData are the packages that take logs, requests and documents. Their
// redactor takes health too, so that nothing of a text is left.
var leakData = []leakLine{
	{"phislog.NewHandler phislog.Handler.Enabled phislog.Handler.Handle phislog.Handler.WithAttrs phislog.Handler.WithGroup phislog.ReplaceAttr", func(p *probe) {
		o := &phislog.Options{Redactor: redactors(p)[1]}
		var out bytes.Buffer
		h := phislog.NewHandler(slog.NewTextHandler(&out, nil), o)
		p.look(h, h.Enabled(context.Background(), 0), h.WithAttrs([]slog.Attr{slog.String("note", secretText)}), h.WithGroup("g"))
		replaced := slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{ReplaceAttr: phislog.ReplaceAttr(o)}))
		for _, l := range []*slog.Logger{slog.New(h), slog.New(h).With("note", secretText).WithGroup("g"), replaced} {
			l.Info(secretText, "note", secretText, "err", errors.New(secretText), "list", []string{secretText}, "map", map[string]any{"a": secretText}, "bytes", []byte(secretText))
		}
		if out.Len() == 0 {
			p.t.Error("nothing is logged")
		}
		p.clean("a log", out.String())
		h = phislog.NewHandler(slog.NewTextHandler(badWriter{}, nil), o)
		r := slog.Record{Message: secretText}
		p.look(h.Handle(context.Background(), r))
	}},
	{"phihttp.New phihttp.Guard.Format phihttp.Guard.Middleware phihttp.Guard.Transport phihttp.RefusedError.Error phihttp.RefusedError.Is phihttp.Always phihttp.ContextWithSession phihttp.SessionFrom", func(p *probe) {
		red := redactors(p)[1]
		for _, action := range []phi.Action{phi.Redact, phi.Block} {
			side := phihttp.Side{Direction: phi.ThirdParty}
			var reports []phihttp.Report
			g, err := phihttp.New(phihttp.Options{Redactor: red, Policy: phihttp.Always(action), Request: side, Response: side, Report: func(_ *http.Request, r phihttp.Report) { reports = append(reports, r) }})
			p.look(err, g)
			h := g.Middleware(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				b, err := io.ReadAll(r.Body)
				p.clean("a body", string(b))
				p.look(err)
				io.WriteString(w, secretText)
			}))
			for typ, body := range map[string]string{"text/plain": secretText, "application/json": `{"note":"` + secretText + `"}`, "Application/JSON": `{"note":"` + secretText, "application/x-www-form-urlencoded": "note=" + strings.ReplaceAll(secretText, " ", "+")} {
				r := httptest.NewRequest("POST", "/", strings.NewReader(body))
				r.Header.Set("Content-Type", typ)
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				p.clean("an answer", w.Body.String())
				r = httptest.NewRequest("POST", "http://x.example/", strings.NewReader(body))
				r.Header.Set("Content-Type", typ)
				ctx := phihttp.ContextWithSession(r.Context(), red.NewSession())
				_, err := g.Transport(noNetwork{p}).RoundTrip(r.WithContext(ctx))
				var refused *phihttp.RefusedError
				p.look(err, errors.As(err, &refused), refused, phihttp.SessionFrom(ctx), ctx)
			}
			p.look(reports)
		}
		_, err := phihttp.New(phihttp.Options{Policy: &phi.Policy{Name: secretText}})
		p.look(err)
	}},
	{"structured.New structured.Scanner.Format structured.Scanner.Copy structured.Scanner.Detect structured.Scanner.Redact structured.Error.Error structured.Error.Unwrap structured.Column.MarshalJSON structured.Finding.MarshalJSON structured.Report.MarshalJSON structured.Format.UnmarshalText", func(p *probe) {
		s, err := structured.New(structured.Options{Replacer: redactors(p)[1]})
		p.look(err, s)
		quoted := `"` + secretText + `"`
		docs := map[structured.Format][]string{
			structured.JSON:      {`{"note":` + quoted + `}`, `{"note":` + quoted, quoted + quoted, `{"note":"` + secretText + "\x01"},
			structured.JSONLines: {`{"note":` + quoted + "}\n" + secretText},
			structured.FHIR:      {`{"resourceType":"Observation","note":[{"text":` + quoted + `}]}`, `{"resourceType":` + quoted + `}`, secretText},
			structured.HL7:       {"MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\rNTE|1||" + secretText + "\r", secretText},
			structured.CSV:       {"note,dob\n" + quoted + ",x\n", "a,b\n" + quoted + "\n", quoted[1:] + ",\"x\n"},
		}
		for f, list := range docs {
			for _, doc := range list {
				report, err := s.Detect(f, []byte(doc))
				var as *structured.Error
				p.look(report, err, errors.As(err, &as), as)
				out, report, err := s.Redact(nil, f, []byte(doc))
				p.look(report, err)
				p.clean("Redact", string(out))
				var copied bytes.Buffer
				report, err = s.Copy(&copied, badReader{strings.NewReader(doc)}, f, func(x structured.Finding) { p.look(x) })
				p.look(report, err)
				p.clean("Copy", copied.String())
			}
		}
		var f structured.Format
		_, err = structured.New(structured.Options{MaxDepth: -1})
		p.look(f.UnmarshalText([]byte(secretText)), err)
	}},
}

// noNetwork is a transport that looks at what would be sent.
type noNetwork struct{ p *probe }

func (n noNetwork) RoundTrip(r *http.Request) (*http.Response, error) {
	b, err := io.ReadAll(r.Body)
	n.p.clean("a request", string(b))
	n.p.look(err)
	return nil, errBroken
}
