package identifiers_test

import (
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/identifiers/identifierstest"
)

func TestPatternAroundLiterals(t *testing.T) {
	m := pattern(t, identifiers.UniqueID, `(?i)\bhx-\d{4}-[a-z]{2}\b`, identifiers.PatternOptions{Name: "study", Literals: []string{"HX-", "hx -"}})
	identifierstest.Accept(t, m,
		example{Name: "case", Text: "I am ⟦unique_id|HX-2041-ab⟧ in your study, my sister is ⟦unique_id|hx-2042-AB⟧"},
		example{Name: "accents before", Text: "déjà vu: ⟦unique_id|hx-2041-ab⟧"},
		example{Name: "exotic hyphens", Text: "⟦unique_id|HX‑2041‑AB⟧ is me"},
		example{Name: "full-width", Text: "it is ⟦unique_id|ＨＸ-２０４１-ab⟧"},
		example{Name: "one digit short", Text: "hx-204-ab"},
		example{Name: "part of a word", Text: "ahx-2041-ab hx-2041-abc"},
		example{Name: "literal alone", Text: "hx-hx-hx-"},
	)
	s := m.AppendSpans(nil, read("hx-2041-ab"))
	require.Equal(t, []identifiers.Span{{End: 10, Type: identifiers.UniqueID, Score: 0.8, Why: identifiers.Why{Matcher: "study"}}}, s)
	require.Zero(t, m.Timeouts())
}

func TestPatternAroundTokens(t *testing.T) {
	at := func(tr *identifiers.Triggers) []int32 { return tr.At }
	m := pattern(t, identifiers.Handle, `(?<![\w.])@[a-z]+(?:_[a-z]+)+`, identifiers.PatternOptions{Anchor: at, Before: 20, After: 40, Score: 0.6})
	identifierstest.Accept(t, m,
		example{Name: "two", Text: "ask ⟦handle|@nora_p⟧ or ⟦handle|@a_b_c⟧"},
		example{Name: "mail", Text: "nora@p_q"},
		example{Name: "no at sign", Text: "nora_p"},
	)
	require.Equal(t, 60, m.MaxLen())
	require.False(t, m.Wants(&identifiers.Triggers{Digits: []int32{0}}))
}

func TestPatternAroundNumbersByDefault(t *testing.T) {
	m := pattern(t, identifiers.UniqueID, `(?<=\blocker\s{0,3})\d{3}\b`, identifiers.PatternOptions{})
	identifierstest.Accept(t, m,
		example{Name: "lookbehind", Text: "locker ⟦unique_id|114⟧, not room 114"},
		example{Name: "four digits", Text: "locker 1145"},
	)
	require.Equal(t, 128, m.MaxLen())
}

func TestPatternGroup(t *testing.T) {
	o := identifiers.PatternOptions{Literals: []string{"ward"}, Group: 2}
	m := pattern(t, identifiers.Facility, `ward (no )?(\d[A-Z])?`, o)
	identifierstest.Accept(t, m,
		example{Name: "group", Text: "ward no ⟦facility|7B⟧ then ward ⟦facility|8C⟧"},
		example{Name: "group took no part", Text: "ward no then ward"},
	)
	o.Group = 9
	require.Empty(t, pattern(t, identifiers.Facility, `ward`, o).AppendSpans(nil, read("ward")))
}

func TestPatternWindow(t *testing.T) {
	// the window is cut between tokens: a run longer than it is not found in part
	m := pattern(t, identifiers.UniqueID, `\d+`, identifiers.PatternOptions{Literals: []string{"id"}, After: 20})
	identifierstest.Accept(t, m,
		example{Name: "short run", Text: "id ⟦unique_id|12345⟧"},
		example{Name: "run over the edge", Text: "id 123456789012345678901234567890"},
		example{Name: "behind the edge", Text: "id is not what they asked me 12"},
		example{Name: "many literals", Text: strings.Repeat("id ", 50) + "⟦unique_id|7⟧ id id"},
	)
	// a window never has more than 128 bytes, whatever is asked for
	require.Equal(t, 128, pattern(t, identifiers.UniqueID, `\d`, identifiers.PatternOptions{Before: 100, After: 4000}).MaxLen())
}

func TestPatternAmongManyHits(t *testing.T) {
	// where hits are close their windows are shared: all the same is found
	m := pattern(t, identifiers.UniqueID, `(?<=q ?)\d{1,60}\b`, identifiers.PatternOptions{Literals: []string{"q"}})
	var b strings.Builder
	want := 0
	for i := range 400 {
		b.WriteString(strings.Repeat("q", i%5) + strings.Repeat(" ", i%2) + strings.Repeat("7", i%61) + " ")
		if i%5 > 0 && i%61 > 0 {
			want++
		}
	}
	require.Len(t, m.AppendSpans(nil, read(b.String())), want)
}

func TestPatternRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		expr string
		lits []string
	}{
		"bracket":       {`(secretword`, []string{"a"}},
		"class":         {`[z-secretword]`, []string{"a"}},
		"group":         {`\k<secretword>`, []string{"a"}},
		"nine literals": {`a`, strings.Split("a b c d e f g h i", " ")},
		"no literal":    {`a`, []string{"a", ""}},
		"no ASCII":      {`a`, []string{"sécretword"}},
		"long literal":  {`a`, []string{strings.Repeat("secretword", 4)}},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := identifiers.PatternWith(identifiers.Name, c.expr, identifiers.PatternOptions{Literals: c.lits})
			require.Nil(t, m)
			require.Error(t, err)
			require.NotContains(t, err.Error(), "secretword")
		})
	}
}

// TestPatternTimeOut has an expression that backtracks without end. It counts
// as not matched, is told of, and does not hold up the rest of a long text.
func TestPatternTimeOut(t *testing.T) {
	m := pattern(t, identifiers.Name, `^(\w+\s?)+!$`, identifiers.PatternOptions{Literals: []string{"here"}, Limit: time.Millisecond})
	text := read(strings.Repeat("here aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa. ", 200))
	start := time.Now()
	require.Empty(t, m.AppendSpans(nil, text))
	require.Less(t, time.Since(start), 10*time.Second)
	require.Positive(t, m.Timeouts())
	require.LessOrEqual(t, m.Timeouts(), int64(2), "after two the text is left alone")
	require.Empty(t, m.AppendSpans(nil, read("there is nothing here")))
}

// TestPatternStack has one that needs more memory than a window may cost.
func TestPatternStack(t *testing.T) {
	m := pattern(t, identifiers.Name, `(?:(?:a?b?){200}){200}c`, identifiers.PatternOptions{Literals: []string{"a"}, Limit: time.Minute})
	require.Empty(t, m.AppendSpans(nil, read(strings.Repeat("a", 60)+"d")))
	require.Positive(t, m.Timeouts())
}

func TestPatternFromManyGoroutines(t *testing.T) {
	m := pattern(t, identifiers.UniqueID, `b\d+`, identifiers.PatternOptions{Limit: -1})
	var found atomic.Int64
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() { found.Add(int64(len(m.AppendSpans(nil, read("b1 b22 c3"))))) })
	}
	wg.Wait()
	require.Equal(t, int64(2*16), found.Load())
}

func TestPatternDoesNotAllocate(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector makes pools forget")
	}
	m := pattern(t, identifiers.UniqueID, `\bhx-\d{4}\b`, identifiers.PatternOptions{Literals: []string{"hx-", "zz"}})
	dst := make([]identifiers.Span, 0, 8)
	for name, text := range map[string]string{"hit": "I am hx-2041 and she is hx-2042", "no match": "I am hx-204", "no literal": "I am 2041"} {
		t.Run(name, func(t *testing.T) {
			r := read(text)
			m.AppendSpans(dst, r)
			require.Zero(t, testing.AllocsPerRun(200, func() { m.AppendSpans(dst, r) }))
		})
	}
}

// pattern is PatternWith for patterns that compile.
func pattern(t testing.TB, typ identifiers.Type, expr string, o identifiers.PatternOptions) *identifiers.PatternMatcher {
	t.Helper()
	m, err := identifiers.PatternWith(typ, expr, o)
	require.NoError(t, err)
	return m
}

func TestPatternInCombination(t *testing.T) {
	nhs := pattern(t, identifiers.HealthPlanNumber, `\b\d{3}[ -]?\d{3}[ -]?\d{4}\b`, identifiers.PatternOptions{Before: 1, After: 20})
	m := identifiers.Near(identifiers.Checked(nhs, checksum.NHSNumber[[]byte]), identifiers.Words(identifiers.NoType, "nhs"), 4)
	identifierstest.Accept(t, m,
		example{Name: "valid", Text: "nhs no. ⟦health_plan_number|470 393 3764⟧"},
		example{Name: "check digit", Text: "nhs no. 470 393 3765"},
		example{Name: "no cue", Text: "470 393 3764"},
	)
	require.Equal(t, 21+longest(identifiers.Words(identifiers.NoType, "nhs"))+4*16, m.(identifiers.Limiter).MaxLen())
	require.False(t, m.(identifiers.Gated).Wants(&identifiers.Triggers{}))
}

func longest(m identifiers.Matcher) int { return m.(identifiers.Limiter).MaxLen() }
