package compare

import (
	"runtime"
	"runtime/metrics"
	"sync"
	"time"
)

// HeapWhile runs f and gives the most memory that was live at a collection
// while it ran, in bytes: what f holds, not what the collector has yet to find.
func HeapWhile(f func() error) (peak uint64, err error) {
	runtime.GC()
	end := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		for {
			metrics.Read(live)
			peak = max(peak, live[0].Value.Uint64())
			select {
			case <-end:
				return
			case <-tick.C:
			}
		}
	})
	err = f()
	close(end)
	group.Wait()
	return peak, err
}
