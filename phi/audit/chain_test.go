package audit

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

var (
	ctx     = context.Background()
	testKey = bytes.Repeat([]byte("k"), LeastKey)
	clock   = func() time.Time { return time.Date(2026, 3, 14, 9, 26, 53, 0, time.UTC) }
)

func event(actor string) Event {
	e := Event{Actor: actor, Action: phi.Hold, Direction: phi.PublicPost, Verdict: phi.PHI, Score: 0.93, Outcome: "hidden"}
	e.Types[identifiers.Name] = 2
	return e
}

// chain writes a chain of n events.
func chain(t testing.TB, n int, key []byte) (string, Head) {
	t.Helper()
	var b bytes.Buffer
	w, err := NewWriter(&b, &Options{Key: key, Now: clock, Library: "v1.2.3"})
	require.NoError(t, err)
	for i := range n {
		require.NoError(t, w.Record(ctx, event("bot-"+string(rune('a'+i)))))
	}
	return b.String(), w.Head()
}

func verify(s string, o *VerifyOptions) (Head, error) { return Verify(strings.NewReader(s), o) }

func TestChainVerifies(t *testing.T) {
	for name, key := range map[string][]byte{"plain": nil, "keyed": testKey} {
		s, head := chain(t, 5, key)
		got, err := verify(s, &VerifyOptions{Key: key, Anchor: head})
		require.NoError(t, err, name)
		require.Equal(t, head, got, name)
		require.EqualValues(t, 5, got.Seq)
	}
	got, err := verify("", nil)
	require.NoError(t, err)
	require.Equal(t, Head{}, got)
}

// The encoding is fixed: files of older versions have to verify.
func TestEncoding(t *testing.T) {
	s, _ := chain(t, 1, nil)
	require.Equal(t, `{"v":1,"seq":1,"prev":"`+strings.Repeat("0", 64)+`","event":{"time":"2026-03-14T09:26:53Z","actor":"bot-a","action":"hold","direction":"public_post",`+
		`"verdict":"phi","types":{"name":2},"health_score":0.930,"library":"v1.2.3","outcome":"hidden"},"hash":"`+
		"0a87e136e6c2b0a1d23bc3f7bdeebfb1671cb0cfcd489240b8d0ea555576c6b2"+`"}`+"\n", s, "the hash was computed by another program")
}

// Every change of a byte is found, at its line.
func TestEveryChangedByteIsFound(t *testing.T) {
	s, _ := chain(t, 3, nil)
	for i := range len(s) {
		for _, x := range []byte{1, 0x20, 0x80} {
			b := []byte(s)
			b[i] ^= x
			_, err := Verify(bytes.NewReader(b), nil)
			var e *VerifyError
			require.ErrorAs(t, err, &e, "byte %d", i)
			require.Equal(t, 1+strings.Count(s[:i], "\n"), e.Line, "byte %d: %v", i, err)
		}
	}
}

func TestBreaksAreFound(t *testing.T) {
	s, head := chain(t, 5, nil)
	l := strings.SplitAfter(s, "\n")[:5]
	other, _ := chain(t, 5, testKey)
	long := strings.Repeat("x", 4*maxLine) + "\n"
	for name, c := range map[string]struct {
		text string
		o    VerifyOptions
		kind error
		line int
	}{
		"first dropped":     {l[1] + l[2], VerifyOptions{}, ErrOrder, 1},
		"one dropped":       {l[0] + l[1] + l[3] + l[4], VerifyOptions{}, ErrOrder, 3},
		"two swapped":       {l[0] + l[2] + l[1] + l[3], VerifyOptions{}, ErrOrder, 2},
		"one repeated":      {l[0] + l[1] + l[1] + l[2], VerifyOptions{}, ErrOrder, 3},
		"foreign line":      {l[0] + strings.SplitAfter(other, "\n")[1], VerifyOptions{}, ErrChanged, 2},
		"empty line":        {l[0] + "\n" + l[1], VerifyOptions{}, ErrMalformed, 2},
		"not a record":      {l[0] + "{}\n", VerifyOptions{}, ErrMalformed, 2},
		"too long":          {l[0] + long, VerifyOptions{}, ErrMalformed, 2},
		"wrong key":         {s, VerifyOptions{Key: testKey}, ErrChanged, 1},
		"without the key":   {other, VerifyOptions{}, ErrChanged, 1},
		"end cut, anchored": {l[0] + l[1], VerifyOptions{Anchor: head}, ErrTruncated, 3},
		"all cut, anchored": {"", VerifyOptions{Anchor: head}, ErrTruncated, 1},
		"another anchor":    {s, VerifyOptions{Anchor: Head{Seq: 3}}, ErrChanged, 3},
		"another beginning": {s, VerifyOptions{After: Head{Seq: 3}, Anchor: Head{Seq: 3, Hash: head.Hash}}, ErrChanged, 1},
	} {
		good, err := verify(c.text, &c.o)
		require.ErrorIs(t, err, c.kind, name)
		var e *VerifyError
		require.ErrorAs(t, err, &e, name)
		require.Equal(t, c.line, e.Line, name)
		require.EqualValues(t, c.o.After.Seq+uint64(c.line)-1, good.Seq, name)
		require.Equal(t, c.line-1, strings.Count(c.text[:e.Offset], "\n"), name)
		require.NotContains(t, err.Error(), "bot-", name)
	}
}

// A file cut at any byte is noticed, but for cuts between lines, which only an
// anchor shows.
func TestEveryCutIsFound(t *testing.T) {
	s, head := chain(t, 3, testKey)
	for i := range len(s) {
		_, err := verify(s[:i], &VerifyOptions{Key: testKey, Anchor: head})
		require.ErrorIs(t, err, ErrTruncated, "cut at %d", i)
		_, err = verify(s[:i], &VerifyOptions{Key: testKey})
		if i == 0 || s[i-1] == '\n' {
			require.NoError(t, err)
		} else {
			require.ErrorIs(t, err, ErrTruncated)
		}
	}
}

// Who rewrites the file without the key cannot make it verify.
func TestForgeryNeedsTheKey(t *testing.T) {
	forged, _ := chain(t, 3, nil)
	other, _ := chain(t, 3, bytes.Repeat([]byte("x"), LeastKey))
	for _, s := range []string{forged, other} {
		_, err := verify(s, &VerifyOptions{Key: testKey})
		require.ErrorIs(t, err, ErrChanged)
	}
}

func TestResume(t *testing.T) {
	s, head := chain(t, 3, testKey)
	got, err := Tail(strings.NewReader(s), testKey)
	require.NoError(t, err)
	require.Equal(t, head, got)
	var b bytes.Buffer
	w, err := NewWriter(&b, &Options{Key: testKey, After: got})
	require.NoError(t, err)
	require.NoError(t, w.Record(ctx, event("later")))
	end, err := verify(s+b.String(), &VerifyOptions{Key: testKey, Anchor: w.Head()})
	require.NoError(t, err)
	require.EqualValues(t, 4, end.Seq)
	_, err = verify(b.String(), &VerifyOptions{Key: testKey, After: head})
	require.NoError(t, err, "a second file by itself")
}

func TestTail(t *testing.T) {
	s, head := chain(t, 4, nil)
	for _, pad := range []string{"", strings.Repeat("y", 5*maxLine) + "\n"} {
		got, err := Tail(strings.NewReader(pad+s), nil)
		require.NoError(t, err)
		require.Equal(t, head, got)
	}
	got, err := Tail(strings.NewReader(""), nil)
	require.NoError(t, err)
	require.Equal(t, Head{}, got)

	_, err = Tail(strings.NewReader(s+`{"v":1,"se`), nil)
	var e *VerifyError
	require.ErrorAs(t, err, &e)
	require.ErrorIs(t, err, ErrTruncated)
	require.EqualValues(t, len(s), e.Offset, "where the file can be cut")

	_, err = Tail(strings.NewReader(s), testKey)
	require.ErrorIs(t, err, ErrChanged)
	_, err = Tail(strings.NewReader(s+"{}\n"), nil)
	require.ErrorIs(t, err, ErrMalformed)
}

// An endless line is refused after a bounded number of bytes.
func TestVerifyIsBounded(t *testing.T) {
	r := &counter{}
	_, err := Verify(r, nil)
	require.ErrorIs(t, err, ErrMalformed)
	require.LessOrEqual(t, r.n, 2*maxLine)
}

type counter struct{ n int }

func (c *counter) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	c.n += len(b)
	return len(b), nil
}

func TestConcurrentRecords(t *testing.T) {
	var b bytes.Buffer
	w, err := NewWriter(&b, &Options{Key: testKey})
	require.NoError(t, err)
	h, err := NewHasher(testKey)
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				e := event("bot")
				e.Resource = h.Resource("m-1")
				if err := w.Record(ctx, e); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	got, err := verify(b.String(), &VerifyOptions{Key: testKey, Anchor: w.Head()})
	require.NoError(t, err)
	require.EqualValues(t, 400, got.Seq)
}

var errDisk = errors.New("disk full")

// failing writes half of its second write.
type failing struct {
	bytes.Buffer
	writes, syncs int
	err           error
}

func (f *failing) Write(b []byte) (int, error) {
	if f.writes++; f.writes == 2 {
		n, _ := f.Buffer.Write(b[:len(b)/2])
		return n, f.err
	}
	return f.Buffer.Write(b)
}

func (f *failing) Sync() error { f.syncs++; return nil }

func TestErrorsStick(t *testing.T) {
	for want, err := range map[error]error{errDisk: errDisk, io.ErrShortWrite: nil} {
		f := &failing{err: err}
		w, err := NewWriter(f, &Options{Sync: true})
		require.NoError(t, err)
		require.NoError(t, w.Record(ctx, event("a")))
		first := w.Head()
		for range 3 {
			require.ErrorIs(t, w.Record(ctx, event("b")), want)
		}
		require.ErrorIs(t, w.Err(), want)
		require.Equal(t, [2]int{2, 1}, [2]int{f.writes, f.syncs}, "nothing is written behind half a line")
		require.Equal(t, first, w.Head())
	}
}

func TestKeys(t *testing.T) {
	short := testKey[:LeastKey-1]
	_, err := NewWriter(io.Discard, &Options{Key: short})
	require.ErrorIs(t, err, ErrKey)
	_, err = verify("", &VerifyOptions{Key: short})
	require.ErrorIs(t, err, ErrKey)
	_, err = NewHasher(short)
	require.ErrorIs(t, err, ErrKey)
	_, err = Tail(strings.NewReader(""), short)
	require.ErrorIs(t, err, ErrKey)
}

func TestHead(t *testing.T) {
	_, head := chain(t, 2, nil)
	back, err := ParseHead(head.String())
	require.NoError(t, err)
	require.Equal(t, head, back)
	for _, bad := range []string{"", "1", "1:ab", "-1:" + strings.Repeat("0", 64), "1:" + strings.Repeat("g", 64)} {
		_, err := ParseHead(bad)
		require.ErrorIs(t, err, ErrHead)
	}
}
