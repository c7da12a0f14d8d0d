package identifierstest_test

import (
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/identifiers/identifierstest"
	"github.com/phidetect/phidetect/lexicon"
)

// marker finds every "@" and is as good as a matcher can be.
func marker(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
	for _, i := range t.Triggers.At {
		k := &t.Tokens[i]
		dst = append(dst, identifiers.Span{Start: int(k.Start), End: int(k.End), Type: identifiers.Handle, Score: 0.5})
	}
	return dst
}

var examples = []identifierstest.Example{
	{Name: "two", Text: "secretword ⟦handle|@⟧ and ⟦handle|@⟧ secretword"},
	{Name: "accents", Text: "dé⟦handle|@⟧jà"},
	{Text: "secretword has none"},
}

func TestAcceptsGoodMatcher(t *testing.T) {
	identifierstest.Accept(t, identifiers.Func(marker), examples...)
}

// limited tells what it is told to.
type limited struct {
	identifiers.Func
	longest int
	wants   bool
}

func (l limited) MaxLen() int                      { return l.longest }
func (l limited) Wants(*identifiers.Triggers) bool { return l.wants }

func TestChecksEveryPromise(t *testing.T) {
	var calls atomic.Int64
	kept := []identifiers.Span{}
	bad := map[string]struct {
		m    identifiers.Matcher
		want string
	}{
		"finds too little": {identifiers.Func(func(dst []identifiers.Span, _ *identifiers.Text) []identifiers.Span { return dst }), `examples: "two": 2 marks missed`},
		"finds too much": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			if len(t.Text) > 0 && t.Text[0] == 's' {
				dst = append(dst, identifiers.Span{End: 1, Type: identifiers.City, Score: 1})
			}
			return marker(dst, t)
		}), `examples: "two": 0 marks missed, 1 spans not asked for`},
		"depends on what is around": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			if len(t.Text) > 40 {
				return dst
			}
			return marker(dst, t)
		}), `embedded: "two at the start": 2 marks missed`},
		"panics": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			if len(t.Tokens) == 0 {
				panic("secretword" + t.Text)
			}
			return marker(dst, t)
		}), `edges: "empty": the matcher panicked`},
		"out of bounds": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			dst = marker(dst, t)
			for i := range dst {
				dst[i].End += len(t.Text)
			}
			return dst
		}), `is [11,`},
		"cuts runes": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			if i := strings.Index(t.Text, "👩"); i >= 0 {
				dst = append(dst, identifiers.Span{Start: i, End: i + 1, Type: identifiers.Handle, Score: 1})
			}
			return marker(dst, t)
		}), `edges: "emoji": span 0, [0, 1), cuts a rune`},
		"no type": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			dst = marker(dst, t)
			for i := range dst {
				dst[i].Type = identifiers.NoType
			}
			return dst
		}), "has no type"},
		"no score": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			dst = marker(dst, t)
			for i := range dst {
				dst[i].Score = 0
			}
			return dst
		}), "has a score outside of 0 to 1"},
		"longer than MaxLen": {limited{func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			if strings.HasPrefix(t.Text, "((((") {
				dst = append(dst, identifiers.Span{End: 4, Type: identifiers.Handle, Score: 1})
			}
			return marker(dst, t)
		}, 3, true}, "span 0 has 4 bytes, MaxLen says 3"},
		"gate shut": {limited{marker, 3, false}, "although Wants turns the text down"},
		"writes to dst": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			for i := range dst {
				dst[i].Score = 1
			}
			return marker(dst, t)
		}), "the elements of dst were changed"},
		"forgets dst": {identifiers.Func(func(_ []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			return marker(nil, t)
		}), "the elements of dst were changed"},
		"writes to the text": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			dst = marker(dst, t)
			for i := range t.Tokens {
				t.Tokens[i].Class = lexicon.Symbol
			}
			return dst
		}), "the matcher writes to the text"},
		"changes its mind": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			if len(t.Text) == 1 && calls.Add(1)%2 == 0 {
				return append(dst, identifiers.Span{End: 1, Type: identifiers.Handle, Score: 1})
			}
			return marker(dst, t)
		}), `edges: "one space": a second run gives other spans`},
		"square time": {identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
			n := 0
			for i := range t.Tokens {
				if i > 1<<15 {
					break
				}
				for j := range t.Tokens[:i] {
					n += int(t.Tokens[j].Gap) ^ i
				}
			}
			if n == 1 {
				kept = append(kept, identifiers.Span{})
			}
			return marker(dst, t)
		}), "times as long"},
	}
	for name, c := range bad {
		t.Run(name, func(t *testing.T) {
			if name == "square time" && testing.Short() {
				t.Skip("takes seconds")
			}
			err := identifierstest.CheckShort(c.m, examples...)
			require.ErrorContains(t, err, c.want)
			require.NotContains(t, err.Error(), "secretword")
		})
	}
	require.NoError(t, identifierstest.CheckShort(identifiers.Func(marker), examples...))
}

func TestParse(t *testing.T) {
	text, marks, err := identifierstest.Parse("é ⟦name|Ann⟧, ⟦date?|today⟧ ⟦health|flu⟧.")
	require.NoError(t, err)
	require.Equal(t, "é Ann, today flu.", text)
	require.Equal(t, []identifierstest.Mark{
		{Start: 3, End: 6, Type: identifiers.Name},
		{Start: 8, End: 13, Type: identifiers.Date, Optional: true},
		{Start: 14, End: 17},
	}, marks)
	for _, bad := range []string{"⟦name|Ann", "⟦name⟧", "Ann⟧", "⟦name|⟧", "⟦nane|secretword⟧", "⟦name|a⟦city|b⟧⟧", "⟦|a⟧", "⟦health⟧ a|b"} {
		_, _, err := identifierstest.Parse(bad)
		require.Error(t, err, "%q", bad)
		require.NotContains(t, err.Error(), "secretword")
	}
}

func TestCompare(t *testing.T) {
	marks := []identifierstest.Mark{{Start: 0, End: 4, Type: identifiers.Name}, {Start: 6, End: 9, Type: identifiers.Date, Optional: true}}
	span := func(start, end int, typ identifiers.Type) identifiers.Span {
		return identifiers.Span{Start: start, End: end, Type: typ}
	}
	for name, c := range map[string]struct {
		spans         []identifiers.Span
		missed, extra int
	}{
		"nothing":          {nil, 1, 0},
		"exact":            {[]identifiers.Span{span(0, 4, identifiers.Name)}, 0, 0},
		"too short":        {[]identifiers.Span{span(0, 3, identifiers.Name)}, 1, 1},
		"other type":       {[]identifiers.Span{span(0, 4, identifiers.City)}, 1, 1},
		"optional overlap": {[]identifiers.Span{span(0, 4, identifiers.Name), span(5, 8, identifiers.Date)}, 0, 0},
		"optional beside":  {[]identifiers.Span{span(0, 4, identifiers.Name), span(9, 11, identifiers.Date)}, 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			missed, extra := identifierstest.Compare(marks, c.spans, nil)
			require.Equal(t, [2]int{c.missed, c.extra}, [2]int{missed, extra})
		})
	}
	missed, extra := identifierstest.Compare(marks, []identifiers.Span{span(20, 21, identifiers.City)}, func(typ identifiers.Type) bool { return typ == identifiers.City })
	require.Equal(t, [2]int{0, 1}, [2]int{missed, extra})
}
