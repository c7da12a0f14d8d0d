package main

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/twmb/franz-go/pkg/kgo"
)

// footprint is what a cluster is sized by besides the processor's time.
type footprint struct {
	bytes     []topicBytes
	threads   int
	snapshots int
	restore   time.Duration // of all threads, by one worker
	held      float64       // bytes of memory of a thread
}

// topicBytes is what stands in a topic, as the brokers hold it: compressed, with
// the transactions' markers.
type topicBytes struct {
	topic string
	bytes int64
}

// footprint looks at the topics behind a worker's run and restores its threads.
func (k *cluster) footprint(ctx context.Context) (*footprint, error) {
	f := new(footprint)
	t := k.c.topics
	for _, topic := range []string{t.in, t.findings, t.redacted, t.threads} {
		b := topicBytes{topic: topic}
		for _, p := range k.fake.PartitionInfos(topic) {
			b.bytes += p.NumBytes
		}
		f.bytes = append(f.bytes, b)
	}
	table := newTable(0)
	began := time.Now()
	snapshots, err := k.read(ctx, t.threads, kgo.ReadCommitted())
	if err != nil {
		return nil, err
	}
	for _, r := range snapshots {
		if err := table.restore(r); err != nil {
			return nil, err
		}
	}
	f.restore, f.snapshots, f.threads = time.Since(began), len(snapshots), len(table.kept)
	f.held = threadMemory(f.threads)
	return f, nil
}

// threadMemory gives the bytes that one of n threads takes in a table.
func threadMemory(n int) float64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	table := newTable(0)
	for i := range n {
		table.put(fmt.Appendf(nil, "thread-%08d", i), phi.Conversation{}, time.Time{})
	}
	table.commit()
	table.open = nil
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(table)
	return (float64(after.HeapAlloc) - float64(before.HeapAlloc)) / float64(n)
}

func (f *footprint) report(out io.Writer, messages int) {
	fmt.Fprintf(out, "\n  bytes a message in the topics, compressed\n")
	for _, b := range f.bytes {
		fmt.Fprintf(out, "    %-16s %5d\n", b.topic, b.bytes/int64(messages))
	}
	fmt.Fprintf(out, "  a thread takes %.0f bytes of a worker's memory; %.0f snapshots a second are restored\n",
		f.held, float64(f.snapshots)/f.restore.Seconds())
}
