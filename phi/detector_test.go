package phi

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

// hostile are texts that break detectors.
var hostile = map[string]string{
	"empty": "", "digits": strings.Repeat("7", 10<<20), "brackets": strings.Repeat("[(", 1<<19), "one letter": strings.Repeat("a", 10<<20),
	"invalid UTF-8": strings.Repeat("\xff\xfea\xc3", 1<<17), "NUL": strings.Repeat("\x00", 1<<16), "dots": strings.Repeat("a.", 1<<19),
	"at": strings.Repeat("@", 1<<18), "dates": strings.Repeat("13/13/", 1<<17), "combining": "a" + strings.Repeat("\u0301", 1<<17),
	"names": strings.Repeat("dr smith ", 1<<16), "emoji": strings.Repeat("💊", 1<<16), "newlines": strings.Repeat("\n", 1<<20),
}

func TestHostileTexts(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && len(text) > 1<<20 {
				text = text[:1<<20]
			}
			r := Detect(text)
			check(t, text, &r)
		})
	}
}

// check verifies the promises that hold for every result.
func check(t *testing.T, text string, r *Result) {
	t.Helper()
	end := 0
	for _, s := range r.Spans {
		require.LessOrEqual(t, end, s.Start, "spans are sorted and apart")
		require.Less(t, s.Start, s.End)
		require.LessOrEqual(t, s.End, len(text))
		require.True(t, onRune(text, s.Start) && onRune(text, s.End), "span on rune boundaries")
		require.True(t, s.Score >= 0.5 && s.Score <= 1)
		require.NotZero(t, s.Type)
		end = s.End
	}
	end = 0
	for _, e := range r.Health.Evidence {
		require.LessOrEqual(t, end, e.Start)
		require.Less(t, e.Start, e.End)
		require.LessOrEqual(t, e.End, len(text))
		require.True(t, onRune(text, e.Start) && onRune(text, e.End), "evidence on rune boundaries")
		end = e.Start
	}
	require.True(t, r.Health.Score >= 0 && r.Health.Score <= 1)
}

func onRune(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

func TestConcurrentUseGivesTheSame(t *testing.T) {
	texts := []string{"hi its dana whitfield, my diabetes check", "call 202-555-0147", "do you treat migraines?", "", "Zoë Bélanger 12 March 1985 asthma"}
	d := New(nil)
	want := make([]string, len(texts))
	for i, x := range texts {
		b, err := json.Marshal(d.Detect(x))
		require.NoError(t, err)
		want[i] = string(b)
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			var r Result
			for i := range 200 {
				k := (i + g) % len(texts)
				d.DetectInto(&r, texts[k])
				if got := string(r.AppendJSON(nil, "")); got != want[k] {
					t.Error("another result under concurrent use")
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestResultHoldsNoText(t *testing.T) {
	const secret = "Zyxwanda Quillfeather"
	r := Detect("my name is " + secret + " and i have asthma, zyxwanda@quillmail.example")
	require.Equal(t, PHI, r.Verdict)
	b, err := json.Marshal(r)
	require.NoError(t, err)
	require.NotContains(t, strings.ToLower(string(b)), "quill")
	for _, s := range r.Spans {
		require.NotContains(t, strings.ToLower(s.Why.String()), "quill")
	}
}

func TestOptions(t *testing.T) {
	const visit = "my biopsy on 12 March 2024 was benign"
	require.Equal(t, PHI, New(nil).Detect(visit).Verdict, "a date with personal health")
	require.Equal(t, HealthOnly, New(&Options{IgnoreDates: true}).Detect(visit).Verdict)
	require.Equal(t, PHI, New(&Options{SenderKnown: true}).Detect("my asthma is worse since monday").Verdict)
	only := New(&Options{Types: []identifiers.Type{identifiers.Phone}}).Detect("Dana Whitfield 202-555-0147")
	require.Len(t, only.Spans, 1)
	require.Equal(t, identifiers.Phone, only.Spans[0].Type)
	m := identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
		return append(dst, identifiers.Span{Start: 0, End: 3, Type: identifiers.UniqueID, Score: 1})
	})
	own := New(&Options{Matchers: []identifiers.Matcher{m}}).Detect("abc def")
	require.Equal(t, identifiers.UniqueID, own.Spans[0].Type)
}

func TestVerdictAndTypeNamesRoundTrip(t *testing.T) {
	for _, v := range []Verdict{None, Identifier, HealthOnly, PHI} {
		b, err := v.MarshalText()
		require.NoError(t, err)
		var back Verdict
		require.NoError(t, back.UnmarshalText(b))
		require.Equal(t, v, back)
	}
	var v Verdict
	require.Error(t, v.UnmarshalText([]byte("secret")))
}
