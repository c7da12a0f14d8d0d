package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// report reads each source whole and prints what the mode asks for.
func (s *scanner) report() error {
	out := bufio.NewWriter(s.stdout)
	d := phi.New(nil)
	var pages []page
	for i, src := range s.sources {
		text, err := s.readAll(src)
		if err != nil {
			return err
		}
		r := d.Detect(text)
		s.found = s.found || s.failOn.has(r.Verdict)
		switch s.mode {
		case modeJSON:
			out.Write(append(r.AppendJSON(nil, src.name), '\n'))
		case modeRedact:
			io.WriteString(out, redact(text, &r))
			if !strings.HasSuffix(text, "\n") {
				io.WriteString(out, "\n")
			}
		case modeHTML:
			pages = append(pages, newPage(src.name, text, &r))
		default:
			if i > 0 {
				io.WriteString(out, "\n")
			}
			if len(s.sources) > 1 && src.name != "" {
				fmt.Fprintf(out, "%s\n", visible(src.name))
			}
			show(out, painter(wantsColour(s.stdout)), text, &r)
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
	if s.mode == modeHTML {
		return writePages(s.stdout, s.html, pages)
	}
	return nil
}

// shownText bounds how much of a long text the report repeats.
const shownText = 4000

// show prints the text with its findings marked, then what they are and why.
func show(w io.Writer, p painter, text string, r *phi.Result) {
	n := 0
	for _, x := range cut(text, r) {
		if n > shownText {
			io.WriteString(w, p.paint(dim, " … (the rest of the text is not shown)"))
			break
		}
		n += len(x.text)
		switch {
		case x.span != nil:
			io.WriteString(w, p.paint(styleOf(x.span), mark(p, visible(x.text), '[', ']')))
		case x.evidence != nil:
			io.WriteString(w, p.paint(styleHP, mark(p, visible(x.text), '{', '}')))
		default:
			io.WriteString(w, visible(x.text))
		}
	}
	fmt.Fprintf(w, "\n\n%s %s    health %.2f%s\n", p.paint(bold, "verdict"), p.paint(verdictStyle(r.Verdict), r.Verdict.String()), r.Health.Score, about(&r.Health))
	if why := r.Reasons.Names(); len(why) > 0 {
		fmt.Fprintf(w, "%s\n", p.paint(dim, "because "+strings.Join(why, ", ")))
	}
	if len(r.Spans) > 0 {
		fmt.Fprintf(w, "\n%s\n", p.paint(dim, "identifiers (type, Safe Harbor letter, bytes, score, why)"))
	}
	for i := range r.Spans {
		s := &r.Spans[i]
		fmt.Fprintf(w, "  %-24s %c  %6d-%-6d %.2f  %s%s\n", p.paint(styleOf(s), pad(s.Type.String())), s.Type.Letter(), s.Start, s.End, s.Score, s.Why, notes(s))
	}
	if len(r.Health.Evidence) > 0 {
		fmt.Fprintf(w, "\n%s\n", p.paint(dim, "health (category, bytes, kind)"))
	}
	for _, e := range r.Health.Evidence {
		fmt.Fprintf(w, "  %-24s    %6d-%-6d %s\n", p.paint(styleHP, pad(e.Category.String())), e.Start, e.End, strings.Join(e.Sensitivity.Names(), ", "))
	}
}

// mark puts brackets around a finding where there is no colour to tell it.
func mark(p painter, s string, open, end byte) string {
	if p {
		return s
	}
	return string(open) + s + string(end)
}

func pad(s string) string { return fmt.Sprintf("%-22s", s) }

func about(h *phi.Health) string {
	switch {
	case len(h.Evidence) == 0:
		return ""
	case h.Personal && h.Subject.String() != "":
		return ", about a particular person (" + h.Subject.String() + ")"
	case h.Personal:
		return ", about a particular person"
	}
	return ", about nobody in particular"
}

func notes(s *identifiers.Span) string {
	out := ""
	if r := s.Role.String(); r != "" {
		out += ", " + r
	}
	if s.Vague {
		out += ", identifies nobody by itself"
	}
	return out
}

func verdictStyle(v phi.Verdict) style {
	switch v {
	case phi.PHI:
		return "1;37;41"
	case phi.Identifier, phi.HealthOnly:
		return "1;33"
	}
	return "1;32"
}
