package identifierstest

import (
	"fmt"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// A Mark is a span that a marked text asks for: bytes [Start, End) of the text
// without its marks.
type Mark struct {
	Start, End int
	// Type is the identifier's type; NoType for a mark of another kind, such as
	// "health".
	Type identifiers.Type
	// Optional marks may be found or missed: their type ends in "?".
	Optional bool
}

const (
	opens  = "⟦"
	closes = "⟧"
)

// Parse reads the notation of the corpus: "call me on ⟦phone|555-0142⟧" gives
// the text "call me on 555-0142" with one Mark. A type that ends in "?" makes
// the mark optional. Marks do not nest. Errors give byte offsets, no text.
func Parse(marked string) (text string, marks []Mark, err error) {
	var b strings.Builder
	for rest := marked; rest != ""; {
		at := len(marked) - len(rest)
		i := strings.Index(rest, opens)
		if i < 0 {
			i = len(rest)
		}
		if strings.Contains(rest[:i], closes) {
			return "", nil, fmt.Errorf("identifierstest: closing bracket without an opening one in bytes %d to %d", at, at+i)
		}
		b.WriteString(rest[:i])
		if rest = rest[i:]; rest == "" {
			break
		}
		at += i
		typ, after, ok := strings.Cut(rest[len(opens):], "|")
		surface, after, ok2 := strings.Cut(after, closes)
		if !ok || !ok2 || surface == "" || strings.Contains(typ+surface, opens) {
			return "", nil, fmt.Errorf("identifierstest: bad mark at byte %d", at)
		}
		m := Mark{Start: b.Len()}
		typ, m.Optional = strings.CutSuffix(typ, "?")
		if m.Type = identifiers.TypeOf(typ); m.Type == identifiers.NoType && typ != "health" {
			return "", nil, fmt.Errorf("identifierstest: unknown type at byte %d", at)
		}
		b.WriteString(surface)
		m.End = b.Len()
		marks = append(marks, m)
		rest = after
	}
	return b.String(), marks, nil
}

// Compare tells how many of the marks were missed and how many spans are
// extra. A span, in bytes of the original text, meets a mark of the same type
// and the same bounds; one that overlaps an optional mark is neither missed
// nor extra. Only types for which of is true count; nil means all.
func Compare(marks []Mark, spans []identifiers.Span, of func(identifiers.Type) bool) (missed, extra int) {
	counts := func(t identifiers.Type) bool { return t != identifiers.NoType && (of == nil || of(t)) }
	for _, m := range marks {
		if m.Optional || !counts(m.Type) {
			continue
		}
		missed++
		for _, s := range spans {
			if s.Type == m.Type && s.Start == m.Start && s.End == m.End {
				missed--
				break
			}
		}
	}
	for _, s := range spans {
		if counts(s.Type) && !asked(marks, s) {
			extra++
		}
	}
	return missed, extra
}

func asked(marks []Mark, s identifiers.Span) bool {
	for _, m := range marks {
		if m.Type != s.Type {
			continue
		}
		if s.Start == m.Start && s.End == m.End || m.Optional && s.Start < m.End && m.Start < s.End {
			return true
		}
	}
	return false
}
