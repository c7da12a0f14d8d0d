package identifiers_test

import (
	"flag"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// oddities are seeds beside the cases: bytes and runes that texts seldom have.
var oddities = []string{
	"", "\x00", "\xff\xfe", "caf\xc3", "\ufffd1@\ufffd.com", "１２/０３/２０２５", "1\u200b2\u200d3", "e\u0301\u0302", "👩🏽‍⚕️ 7️⃣", "東京１−１ สวัสดี",
	"@@::..//--##[[", "1-2-3-4-5-6-7-8-9-0", "a@ 1. b: #1 - +( [ x/ 1-", "MSH|^~\\&|A|B\nPID|1||7^^^X||A^B\n",
}

// FuzzAppendAll runs the library's matchers on any bytes. The oracles: no
// panic; spans in bounds, on rune boundaries, without overlaps, with a type and
// a score; the same spans again; and offsets that lead back into the input.
func FuzzAppendAll(f *testing.F) {
	few := 1
	if x := flag.Lookup("test.fuzz"); x != nil && x.Value.String() != "" {
		few = 8 // each seed costs ten milliseconds before the search begins
	}
	for i, c := range caseFiles(f) {
		if i%few == 0 {
			f.Add(c.text)
		}
	}
	for _, s := range oddities {
		f.Add(s)
	}
	lex := lexicon.Default()
	var text, again identifiers.Text
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			t.Skip("long texts are tested elsewhere")
		}
		text.Read(lex, s)
		spans := identifiers.AppendAll(nil, &text)
		again.Read(lex, s)
		require.True(t, slices.Equal(spans, identifiers.AppendAll(nil, &again)), "a second run gives other spans")
		requireSound(t, spans, &text)
		requireNoOverlap(t, spans)
		bounds := boundaries(s)
		for i, sp := range spans {
			from, to := text.Map.Original(sp.Start, sp.End)
			require.True(t, from >= 0 && from < to && to <= len(s), "span %d leads back to [%d, %d) of %d bytes", i, from, to, len(s))
			require.True(t, bounds[from] && bounds[to], "span %d leads back to [%d, %d), which cuts a rune", i, from, to)
		}
	})
}

// FuzzPattern runs any expression over any text. The oracles: no panic, spans in
// bounds and on rune boundaries, the same again unless a search took too long.
func FuzzPattern(f *testing.F) {
	for _, s := range []struct{ expr, lit, text string }{
		{`(?i)\bhx-\d{4}-[a-z]{2}\b`, "HX-", "I am hx-2041-ab"},
		{`(?<=locker\s{0,3})\d+`, "", "locker 114"},
		{`(a+)+$`, "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"},
		{`.`, "é", "café \xff\ufffd日本 👩🏽"},
		{`(?r)\w+`, "b", "a b c"},
		{`(`, "x", "x"},
		{`\X`, "1", "1\u20e3 e\u0301"},
		{`0`, "a", strings.Repeat("0", 65) + "a"}, // a token longer than a window
	} {
		f.Add(s.expr, s.lit, s.text)
	}
	for _, c := range caseFiles(f)[:40] {
		f.Add(`[\w.-]+`, "a", c.text)
	}
	f.Fuzz(func(t *testing.T, expr, lit, text string) {
		if len(expr) > 64 || len(text) > 1<<12 {
			t.Skip("long patterns only take longer")
		}
		o := identifiers.PatternOptions{Literals: []string{lit}, Limit: time.Millisecond}
		if lit == "" {
			o.Literals = nil
		}
		m, err := identifiers.PatternWith(identifiers.UniqueID, expr, o)
		if err != nil {
			return
		}
		r := read(text)
		spans := m.AppendSpans(nil, r)
		requireSound(t, spans, r)
		for _, s := range spans {
			require.LessOrEqual(t, s.End-s.Start, m.MaxLen())
		}
		if m.Timeouts() > 0 {
			return
		}
		if again := m.AppendSpans(nil, r); m.Timeouts() == 0 {
			require.True(t, slices.Equal(spans, again), "a second run gives other spans")
		}
	})
}

// requireSound checks what every span promises. Its messages hold no text.
func requireSound(t *testing.T, spans []identifiers.Span, text *identifiers.Text) {
	t.Helper()
	bounds := boundaries(text.Text)
	for i, s := range spans {
		require.True(t, s.Start >= 0 && s.Start < s.End && s.End <= len(text.Text), "span %d is [%d, %d) of %d bytes", i, s.Start, s.End, len(text.Text))
		require.True(t, bounds[s.Start] && bounds[s.End], "span %d, [%d, %d), cuts a rune", i, s.Start, s.End)
		require.True(t, s.Type != identifiers.NoType && int(s.Type) < identifiers.TypeCount, "span %d has no type", i)
		require.True(t, s.Score > 0 && s.Score <= 1, "span %d, %s, has the score %f", i, s.Type, s.Score)
	}
}

func requireNoOverlap(t *testing.T, spans []identifiers.Span) {
	t.Helper()
	sorted := slices.Clone(spans)
	slices.SortFunc(sorted, func(a, b identifiers.Span) int { return a.Start - b.Start })
	for i := 1; i < len(sorted); i++ {
		a, b := sorted[i-1], sorted[i]
		require.LessOrEqual(t, a.End, b.Start, "%s and %s overlap", a.Type, b.Type)
	}
}

// boundaries tells for each offset of s whether a rune or a stray byte begins
// there, or s ends.
func boundaries(s string) []bool {
	out := make([]bool, len(s)+1)
	for i := 0; i < len(s); {
		out[i] = true
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	out[len(s)] = true
	return out
}
