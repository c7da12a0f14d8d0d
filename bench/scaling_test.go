package bench

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

// scales are the lengths of text that the scaling is shown for.
var scales = []struct {
	name string
	size int
}{{"1KB", 1 << 10}, {"10KB", 10 << 10}, {"100KB", 100 << 10}, {"1MB", 1 << 20}, {"10MB", 10 << 20}, {"100MB", 100 << 20}}

// BenchmarkScaling reads texts of joined messages, each at once with DetectInto
// and as a stream with Scan, which must find the same number of spans.
func BenchmarkScaling(b *testing.B) {
	texts := Texts(corpus(b))
	d := phi.New(nil)
	var r phi.Result
	d.DetectInto(&r, Joined(texts, 1<<20)) // grows the buffers
	for _, s := range scales {
		text := Joined(texts, s.size)
		want := -1
		run := func(name string, f func() int) {
			b.Run(name+"/"+s.name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					got := f()
					if want < 0 {
						want = got
					}
					if got != want {
						b.Fatalf("%d spans, at first %d", got, want)
					}
				}
				b.ReportMetric(float64(want), "spans")
			})
		}
		run("DetectInto", func() int { return detectInto(d, &r, []string{text}) })
		run("Stream", func() int { return streamed(d, text) })
	}
}

// streamed reads a text with Scan and returns the number of spans.
func streamed(d *phi.Detector, text string) (n int) {
	for p, err := range d.Scan(context.Background(), strings.NewReader(text)) {
		if err != nil {
			return -2
		}
		n += len(p.Result.Spans) + len(p.Result.Health.Evidence)
	}
	return n
}

// TestSpanCounts holds what the benchmarks count: every way to read an input
// finds the same number of spans, again and again.
func TestSpanCounts(t *testing.T) {
	if raceEnabled {
		t.Skip("long texts on one goroutine: nothing to see for the race detector")
	}
	d := phi.New(nil)
	var r phi.Result
	inputs := []Input{}
	for _, in := range Inputs(corpus(t)) {
		if in.Bytes() <= 1<<20 && len(in.Texts) == 1 {
			inputs = append(inputs, in)
		}
	}
	require.Len(t, inputs, 3)
	for _, h := range hostile(t) {
		inputs = append(inputs, Input{h.Name, []string{h.Text(40 << 10)}}) // two parts
	}
	for _, in := range inputs {
		want := detectInto(d, &r, in.Texts)
		require.Equal(t, want, detectInto(d, &r, in.Texts), "%s, again", in.Name)
		require.Equal(t, want, streamed(d, in.Texts[0]), "%s, as a stream", in.Name)
		fresh := phi.Detect(in.Texts[0])
		require.Equal(t, want, len(fresh.Spans)+len(fresh.Health.Evidence), "%s, with a new Result", in.Name)
	}
}
