package bench

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"

	"github.com/phidetect/phidetect/phi"
)

// BenchmarkParallel reads the corpus with one Detector on 1, 2, 4 … cores up to
// all there are. One operation is one message.
func BenchmarkParallel(b *testing.B) {
	texts := Texts(corpus(b))
	d := phi.New(nil)
	var r phi.Result
	want := make([]int, len(texts))
	for i, text := range texts {
		want[i] = detectInto(d, &r, []string{text})
	}
	all := runtime.GOMAXPROCS(0)
	for cores := 1; ; cores = min(2*cores, all) {
		b.Run(fmt.Sprintf("cores=%d", cores), func(b *testing.B) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
			b.ReportAllocs()
			var starts atomic.Int64
			b.RunParallel(func(pb *testing.PB) {
				var r phi.Result
				// each begins elsewhere, so that they do not share what is in the caches
				i := int(starts.Add(1)) * len(texts) / cores % len(texts)
				for pb.Next() {
					d.DetectInto(&r, texts[i])
					if n := len(r.Spans) + len(r.Health.Evidence); n != want[i] {
						b.Errorf("message %d has %d spans, read alone %d", i, n, want[i])
						return
					}
					i = (i + 1) % len(texts)
				}
			})
		})
		if cores == all {
			return
		}
	}
}
