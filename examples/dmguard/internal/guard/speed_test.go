package guard_test

import (
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
)

// BenchmarkReceive judges one message a call, from callers that wait for their
// own: what the webhook does under load. Each call is on disk when it returns.
func BenchmarkReceive(bm *testing.B) {
	messages := corpus(bm)
	for _, callers := range []int{1, 16, 64} {
		bm.Run(fmt.Sprint(callers, " callers"), func(bm *testing.B) {
			b := newBench(bm, nil)
			var n atomic.Int64
			bm.SetParallelism(callers / 2)
			bm.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					i := int(n.Add(1))
					e := messages[i%len(messages)].event
					e.ID, e.Person = fmt.Sprint("m", i), fmt.Sprint("p", i%5000)
					if err := b.Receive(bm.Context(), []event.Event{e}); err != nil {
						bm.Error(err)
					}
				}
			})
			bm.ReportMetric(float64(bm.N)/bm.Elapsed().Seconds(), "messages/s")
		})
	}
}
