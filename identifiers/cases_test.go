package identifiers_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/identifiers/identifierstest"
	"github.com/phidetect/phidetect/lexicon"
)

// prune shortens the list of known misses by those that are none any more. It
// never makes it longer: what newly fails has to be mended or listed by hand.
var prune = flag.Bool("prune", false, "drop cases that pass now from testdata/known_misses.txt")

const (
	caseDir     = "testdata"
	knownMisses = "known_misses.txt"
	// leastScore is the score below which a detector drops a span by default.
	leastScore = 0.5
)

// A caseLine is one message of a case file.
type caseLine struct {
	at    string // "phone.txt:12"
	typ   identifiers.Type
	text  string
	marks []identifierstest.Mark
}

// caseFiles reads testdata/<type>.txt of every type.
func caseFiles(t testing.TB) []caseLine {
	t.Helper()
	var out []caseLine
	for _, typ := range identifiers.Types() {
		name := typ.String() + ".txt"
		b, err := os.ReadFile(filepath.Join(caseDir, name))
		require.NoError(t, err, "every type has its cases")
		for i, line := range strings.Split(string(b), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			at := fmt.Sprintf("%s:%d", name, i+1)
			line, negative := strings.CutPrefix(line, "- ")
			text, marks, err := identifierstest.Parse(strings.ReplaceAll(line, `\n`, "\n"))
			require.NoError(t, err, at)
			asks := slices.ContainsFunc(marks, func(m identifierstest.Mark) bool { return m.Type == typ && !m.Optional })
			require.NotEqual(t, negative, asks, "%s: a line without this type begins with \"- \", one with it does not", at)
			out = append(out, caseLine{at, typ, text, marks})
		}
	}
	return out
}

// TestCases runs every case of every type. A case is met if the spans of its
// type are found with exact bounds, and no others of it. Those that are not
// met are listed in known_misses.txt; the list may only shrink.
func TestCases(t *testing.T) {
	known := readKnownMisses(t)
	listed := maps.Clone(known)
	var text identifiers.Text
	var spans []identifiers.Span
	lex := lexicon.Default()
	var scores [identifiers.TypeCount]tally
	for _, c := range caseFiles(t) {
		text.Read(lex, c.text)
		spans = slices.DeleteFunc(identifiers.AppendAll(spans[:0], &text), func(s identifiers.Span) bool { return s.Score < leastScore })
		for i := range spans {
			spans[i].Start, spans[i].End = text.Map.Original(spans[i].Start, spans[i].End)
		}
		missed, extra := identifierstest.Compare(c.marks, spans, func(typ identifiers.Type) bool { return typ == c.typ })
		scores[c.typ].add(&c, missed, extra)
		switch _, ok := known[c.at]; {
		case missed+extra == 0 && ok:
			delete(listed, c.at)
			if !*prune {
				t.Errorf("%s passes now: take it off testdata/%s, or run with -args -prune", c.at, knownMisses)
			}
		case missed+extra > 0 && !ok:
			t.Errorf("%s: %d spans missed, %d not asked for", c.at, missed, extra)
		}
		delete(known, c.at)
	}
	for at := range known {
		t.Errorf("%s is listed in testdata/%s, but there is no such case", at, knownMisses)
	}
	for _, typ := range identifiers.Types() {
		t.Logf("%-22s %c  %s", typ, typ.Letter(), &scores[typ])
	}
	if *prune && !t.Failed() {
		writeKnownMisses(t, slices.Collect(maps.Keys(listed)))
	}
}

// TestCasesCover holds the case files to a least size.
func TestCasesCover(t *testing.T) {
	var with, without [identifiers.TypeCount]int
	for _, c := range caseFiles(t) {
		if slices.ContainsFunc(c.marks, func(m identifierstest.Mark) bool { return m.Type == c.typ && !m.Optional }) {
			with[c.typ]++
		} else {
			without[c.typ]++
		}
	}
	for _, typ := range identifiers.Types() {
		require.GreaterOrEqual(t, with[typ], 12, "%s: messages with it", typ)
		require.GreaterOrEqual(t, without[typ], 8, "%s: messages without it", typ)
	}
}

// tally is the score of one type.
type tally struct{ cases, met, asked, missed, extra int }

func (s *tally) add(c *caseLine, missed, extra int) {
	s.cases++
	if missed+extra == 0 {
		s.met++
	}
	for _, m := range c.marks {
		if m.Type == c.typ && !m.Optional {
			s.asked++
		}
	}
	s.missed += missed
	s.extra += extra
}

func (s *tally) String() string {
	return fmt.Sprintf("%2d of %2d cases; %2d of %2d spans found, %d too many", s.met, s.cases, s.asked-s.missed, s.asked, s.extra)
}

func readKnownMisses(t *testing.T) map[string]struct{} {
	b, err := os.ReadFile(filepath.Join(caseDir, knownMisses))
	require.NoError(t, err)
	known := map[string]struct{}{}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			require.NotContains(t, known, line)
			known[line] = struct{}{}
		}
	}
	return known
}

func writeKnownMisses(t *testing.T, at []string) {
	slices.SortFunc(at, func(a, b string) int {
		fa, la, _ := strings.Cut(a, ":")
		fb, lb, _ := strings.Cut(b, ":")
		if c := strings.Compare(fa, fb); c != 0 {
			return c
		}
		if c := len(la) - len(lb); c != 0 {
			return c
		}
		return strings.Compare(la, lb)
	})
	b := "# Cases that the matchers do not meet yet, by file and line. The list only\n# shrinks: go test ./identifiers -run TestCases -args -prune\n" + strings.Join(at, "\n") + "\n"
	require.NoError(t, os.WriteFile(filepath.Join(caseDir, knownMisses), []byte(b), 0o644))
}
