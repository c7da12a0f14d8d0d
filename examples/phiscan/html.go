package main

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"os"

	"github.com/phidetect/phidetect/phi"
)

//go:embed page.html
var pageHTML string

// page is a text with its findings, for the template. The template escapes
// whatever the text holds.
type page struct {
	Name    string
	Verdict string
	Score   string
	About   string
	Pieces  []pagePiece
	Spans   []pageRow
	Health  []pageRow
}

type pagePiece struct{ Text, Class, Title string }

type pageRow struct{ Type, Letter, At, Score, Why string }

func newPage(name, text string, r *phi.Result) page {
	if name == "" {
		name = "the given text"
	}
	p := page{Name: visible(name), Verdict: r.Verdict.String(), Score: fmt.Sprintf("%.2f", r.Health.Score), About: about(&r.Health)}
	for _, x := range cut(text, r) {
		switch {
		case x.span != nil:
			p.Pieces = append(p.Pieces, pagePiece{visible(x.text), "span l" + string(x.span.Type.Letter()), fmt.Sprintf("%s (%c), score %.2f, %s", x.span.Type, x.span.Type.Letter(), x.span.Score, x.span.Why)})
		case x.evidence != nil:
			p.Pieces = append(p.Pieces, pagePiece{visible(x.text), "health", "health: " + x.evidence.Category.String()})
		default:
			p.Pieces = append(p.Pieces, pagePiece{Text: visible(x.text)})
		}
	}
	for i := range r.Spans {
		s := &r.Spans[i]
		p.Spans = append(p.Spans, pageRow{s.Type.String(), string(s.Type.Letter()), fmt.Sprintf("%d–%d", s.Start, s.End), fmt.Sprintf("%.2f", s.Score), s.Why.String() + notes(s)})
	}
	for _, e := range r.Health.Evidence {
		p.Health = append(p.Health, pageRow{Type: e.Category.String(), At: fmt.Sprintf("%d–%d", e.Start, e.End)})
	}
	return p
}

// writePages writes the page to a file, or to stdout where path is "-". The
// file is for its owner alone, since it holds the text.
func writePages(stdout io.Writer, path string, pages []page) error {
	t, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return err
	}
	if path == "-" {
		return t.Execute(stdout, pages)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, reason(err))
	}
	if err := t.Execute(f, pages); err != nil {
		f.Close()
		return fmt.Errorf("cannot write %s: %w", path, reason(err))
	}
	return f.Close()
}
