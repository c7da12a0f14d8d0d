package phi

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

// writeCut redacts text that is written in pieces that end at the cuts.
func writeCut(t *testing.T, r *Redactor, text string, cuts ...int) string {
	t.Helper()
	var b strings.Builder
	w := r.NewWriter(&b)
	at := 0
	for _, c := range append(cuts, len(text)) {
		n, err := io.WriteString(w, text[at:c])
		require.NoError(t, err)
		require.Equal(t, c-at, n)
		at = c
	}
	require.NoError(t, w.Close())
	return b.String()
}

// A stream gives what the whole text gives, wherever it is cut. The small parts
// make the cuts of the stream's own fall into the messages.
func TestStreamIsTheWhole(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 2))
	for name, d := range map[string]*Detector{"whole": New(nil), "parts": cutting(64, 16, 8)} {
		r, err := NewRedactor(d, RedactPolicy{})
		require.NoError(t, err)
		for i, m := range corpusOf(t, "dm", "soc", "adv", "doc", "ml", "thr") {
			want := r.Redact(m.text)
			if i%40 == 0 && len(m.text) < 400 {
				for c := range len(m.text) {
					require.True(t, want == writeCut(t, r, m.text, c), "%s: %s, cut at %d", name, m.id, c)
				}
			} else {
				a, b := rng.IntN(len(m.text)+1), rng.IntN(len(m.text)+1)
				require.True(t, want == writeCut(t, r, m.text, min(a, b), max(a, b)), "%s: %s, cut at %d and %d", name, m.id, a, b)
			}
		}
	}
}

// longText joins messages of the corpus to a text of many parts.
func longText(t testing.TB, size int) string {
	var b strings.Builder
	for _, m := range corpusOf(t, "dm", "doc", "ml") {
		if b.Len() > size {
			break
		}
		b.WriteString(m.text)
		b.WriteString([]string{"\n\n", "\n", " "}[b.Len()%3])
	}
	return b.String()
}

func TestLongStreamIsTheWhole(t *testing.T) {
	text := longText(t, 6*window)
	for _, p := range []RedactPolicy{{}, {Default: Treatment{Operator: OpNumber}}} {
		r, err := NewRedactor(nil, p)
		require.NoError(t, err)
		want := r.Redact(text)
		require.Greater(t, len(want), len(text)/2)
		whole := Detect(text)
		for name, src := range map[string]io.Reader{
			"at once": strings.NewReader(text), "halves": iotest.HalfReader(strings.NewReader(text)),
			"bytes": iotest.OneByteReader(strings.NewReader(text)), "data with EOF": iotest.DataErrReader(strings.NewReader(text)),
		} {
			in := r.NewReader(src)
			got, err := io.ReadAll(in)
			require.NoError(t, err)
			require.True(t, want == string(got), name)
			require.Equal(t, whole.Verdict, in.Facts().Verdict, name)
			require.Equal(t, whole.Facts().Types, in.Facts().Types, name)
		}
		require.True(t, want == writeCut(t, r, text))
		res := Detect(text)
		require.True(t, want == string(r.AppendRedacted(nil, text, &res)))
	}
}

func TestScanGivesTheSpansOfTheWhole(t *testing.T) {
	text := longText(t, 4*window)
	want := Detect(text)
	var got Result
	var facts Facts
	for p, err := range std.Scan(context.Background(), iotest.HalfReader(strings.NewReader(text))) {
		require.NoError(t, err)
		require.True(t, text[p.Offset:int(p.Offset)+len(p.Text)] == string(p.Text))
		part := *p.Result
		for _, s := range part.Spans {
			s.Start, s.End = s.Start+int(p.Offset), s.End+int(p.Offset)
			got.Spans = append(got.Spans, s)
		}
		got.Health.Evidence = append(got.Health.Evidence, part.Health.Evidence...)
		facts = p.SoFar
	}
	require.Equal(t, want.Spans, got.Spans)
	require.Len(t, got.Health.Evidence, len(want.Health.Evidence))
	require.Equal(t, want.Facts(), facts)
}

func TestStreamMemoryIsBounded(t *testing.T) {
	r, err := NewRedactor(nil, RedactPolicy{})
	require.NoError(t, err)
	most := 0
	w := r.NewWriter(io.Discard)
	for range 400 {
		_, err := io.WriteString(w, strings.Repeat("call 202-555-0143 now ", 500))
		require.NoError(t, err)
		most = max(most, cap(w.st.buf)+cap(w.out))
	}
	require.NoError(t, w.Close())
	require.Less(t, most, 6*window)
}

var errBroken = errors.New("broken")

func TestStreamPassesErrorsOn(t *testing.T) {
	r, err := NewRedactor(nil, RedactPolicy{})
	require.NoError(t, err)
	text := longText(t, 3*window)

	in := r.NewReader(io.MultiReader(strings.NewReader(text), iotest.ErrReader(errBroken)))
	got, err := io.ReadAll(in)
	require.ErrorIs(t, err, errBroken)
	require.NotEmpty(t, got)
	require.True(t, strings.HasPrefix(r.Redact(text), string(got)), "only what was complete")

	w := r.NewWriter(failing{})
	_, err = io.WriteString(w, text)
	require.ErrorIs(t, err, errBroken)
	_, err = w.Write([]byte("more"))
	require.ErrorIs(t, err, errBroken)
	require.ErrorIs(t, w.Close(), errBroken)
	_, err = w.Write([]byte("more"))
	require.ErrorIs(t, err, ErrClosed)
	require.NoError(t, w.Close())

	last := error(nil)
	for _, err := range std.Scan(context.Background(), iotest.ErrReader(errBroken)) {
		last = err
	}
	require.ErrorIs(t, last, errBroken)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	parts := 0
	for _, err := range std.Scan(ctx, strings.NewReader(text)) {
		if last = err; err == nil {
			parts++
			cancel()
		}
	}
	require.ErrorIs(t, last, context.Canceled)
	require.Positive(t, parts)
	for _, err := range std.Scan(context.Background(), stuck{}) {
		last = err
	}
	require.ErrorIs(t, last, io.ErrNoProgress)
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errBroken }

type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }

func TestFlushEndsTheText(t *testing.T) {
	r, err := NewRedactor(nil, RedactPolicy{})
	require.NoError(t, err)
	var b bytes.Buffer
	w := r.NewWriter(&b)
	_, err = io.WriteString(w, "my name is Marisol Venn")
	require.NoError(t, err)
	require.Zero(t, b.Len(), "the name may go on")
	require.NoError(t, w.Flush())
	require.Equal(t, "my name is [NAME]", b.String())
	_, err = io.WriteString(w, " and my number is 202-555-0143")
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.Equal(t, "my name is [NAME] and my number is [PHONE]", b.String())
}
