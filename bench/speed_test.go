package bench

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// BenchmarkDetect takes a fresh Result for each text.
func BenchmarkDetect(b *testing.B) {
	benchmark(b, "spans", func(texts []string) (n int) {
		for _, t := range texts {
			r := phi.Detect(t)
			n += len(r.Spans) + len(r.Health.Evidence)
		}
		return n
	})
}

// BenchmarkDetectInto uses one Result again and again.
func BenchmarkDetectInto(b *testing.B) {
	d := phi.New(nil)
	var r phi.Result
	benchmark(b, "spans", func(texts []string) int { return detectInto(d, &r, texts) })
}

// detectInto reads the texts and returns the number of spans.
func detectInto(d *phi.Detector, r *phi.Result, texts []string) (n int) {
	for _, t := range texts {
		d.DetectInto(r, t)
		n += len(r.Spans) + len(r.Health.Evidence)
	}
	return n
}

// BenchmarkHostile reads what was made to slow a scanner down.
func BenchmarkHostile(b *testing.B) {
	d, lex := phi.New(nil), lexicon.Default()
	var r phi.Result
	var t identifiers.Text
	for _, h := range hostile(b) {
		in := Input{h.Name, []string{h.Text(1 << 20)}}
		b.Run("DetectInto/"+h.Name, func(b *testing.B) {
			turns(b, "spans", in, func(texts []string) int { return detectInto(d, &r, texts) })
		})
		b.Run("BareScan/"+h.Name, func(b *testing.B) {
			turns(b, "tokens", in, func(texts []string) int { return bareScan(lex, &t, texts) })
		})
	}
}

// BenchmarkBareScan is what no detector that rests on the lexicon can do
// without: tokenise, look up, note the triggers.
func BenchmarkBareScan(b *testing.B) {
	lex := lexicon.Default()
	var t identifiers.Text
	benchmark(b, "tokens", func(texts []string) int { return bareScan(lex, &t, texts) })
}

// BenchmarkScan is the bare scan without the triggers.
func BenchmarkScan(b *testing.B) {
	lex := lexicon.Default()
	var s lexicon.Scan
	benchmark(b, "tokens", func(texts []string) (n int) {
		for _, text := range texts {
			s.Run(lex, text)
			n += len(s.Tokens)
		}
		return n
	})
}

// bareScan reads the texts and returns the number of tokens.
func bareScan(lex *lexicon.Lexicon, t *identifiers.Text, texts []string) (n int) {
	for _, text := range texts {
		t.Read(lex, text)
		n += len(t.Tokens)
	}
	return n
}

// benchmark runs f on every input. One operation reads all texts of the input,
// and must count the same each time.
func benchmark(b *testing.B, unit string, f func(texts []string) int) {
	for _, in := range Inputs(corpus(b)) {
		b.Run(in.Name, func(b *testing.B) {
			require.Positive(b, turns(b, unit, in, f))
		})
	}
}

// turns is one benchmark of one input. It returns what f counts.
func turns(b *testing.B, unit string, in Input, f func(texts []string) int) int {
	want := f(in.Texts) // also grows the buffers
	b.SetBytes(in.Bytes())
	b.ReportAllocs()
	for b.Loop() {
		if got := f(in.Texts); got != want {
			b.Fatalf("%d %s, at first %d", got, unit, want)
		}
	}
	b.ReportMetric(float64(want), unit)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(in.Texts)), "ns/text")
	return want
}
