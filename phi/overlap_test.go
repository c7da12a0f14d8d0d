package phi_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// TestOverlapPolicy lets a matcher claim ranges by chance and holds the result
// to best-score-then-longest: what is given is apart; what is not given
// overlaps something at least as good; what is better than all it overlaps is
// given.
func TestOverlapPolicy(t *testing.T) {
	text := strings.Repeat("zqkwvvwkqz", 20)
	require.Empty(t, phi.Detect(text).Spans, "nothing but the matcher's spans")
	chance := rand.New(rand.NewPCG(5, 6))
	for round := range 400 {
		found := make([]identifiers.Span, 1+chance.IntN(30))
		for i := range found {
			start := chance.IntN(len(text) - 20)
			found[i] = identifiers.Span{Start: start, End: start + 1 + chance.IntN(20), Score: 0.5 + float32(chance.IntN(6))/10, Type: identifiers.UniqueID}
		}
		m := identifiers.Func(func(dst []identifiers.Span, _ *identifiers.Text) []identifiers.Span { return append(dst, found...) })
		given := phi.New(&phi.Options{Matchers: []identifiers.Matcher{m}}).Detect(text).Spans
		for i := range given {
			require.Contains(t, found, given[i], "round %d", round)
			if i > 0 {
				require.LessOrEqual(t, given[i-1].End, given[i].Start, "round %d", round)
			}
		}
		for i, s := range found {
			kept, beaten, best := false, false, true
			for _, g := range given {
				kept = kept || g == s
			}
			for k, o := range found {
				if k == i || s.Start >= o.End || o.Start >= s.End {
					continue
				}
				beaten = beaten || !better(s, o)
				best = best && better(s, o)
			}
			require.True(t, kept || beaten, "round %d: a span is dropped for none that is as good", round)
			require.True(t, kept || !best, "round %d: the best span is dropped", round)
		}
	}
}

// better reports whether a stays where both overlap and neither is as good as
// the other.
func better(a, b identifiers.Span) bool {
	return a.Score > b.Score || a.Score == b.Score && a.End-a.Start > b.End-b.Start
}

// TestNoisyMatchers gives the detector spans that no matcher may give: they are
// dropped or put right, and nothing panics.
func TestNoisyMatchers(t *testing.T) {
	text := "Zoë and 日本 zqxwv"
	for _, s := range []identifiers.Span{
		{Start: -1, End: 3}, {Start: 3, End: 3}, {Start: 5, End: 2}, {Start: 0, End: 1000}, {Start: 1 << 62, End: 1<<62 + 1}, {Start: 0, End: 3, Score: 0.1},
	} {
		s.Type = identifiers.UniqueID
		if s.Score == 0 {
			s.Score = 1
		}
		m := identifiers.Func(func(dst []identifiers.Span, _ *identifiers.Text) []identifiers.Span { return append(dst, s) })
		r := phi.New(&phi.Options{Matchers: []identifiers.Matcher{m}}).Detect(text)
		for _, g := range r.Spans {
			require.NotEqual(t, identifiers.UniqueID, g.Type)
		}
	}
}
