package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/pprof"
	"time"

	"github.com/google/pprof/profile"
	"github.com/phidetect/phidetect/phi"
)

// overheadPartitions is how many the input of the measurement has.
const overheadPartitions = 6

// measureOverhead compares the processor time of a worker with that of a loop
// over Detect on the same messages, the corpus so many times over, and says where the difference goes. Both are
// counted by the profiler, whose samples other programs on the machine disturb
// less than they do a clock.
func measureOverhead(ctx context.Context, dir string, times int, out io.Writer) error {
	messages, err := allMessages(dir, times)
	if err != nil {
		return err
	}
	total := 0
	for _, m := range messages {
		total += len(m.Text)
	}
	fmt.Fprintf(out, "%d messages of %d threads, %d bytes of text each on average\n", len(messages), threadCount(messages), total/len(messages))
	alone, err := profileDetect(messages)
	if err != nil {
		return err
	}
	worker, err := profileWorker(ctx, messages)
	if err != nil {
		return err
	}
	report(out, len(messages), alone, worker)
	worker.footprint.report(out, len(messages))
	return nil
}

// profileDetect reads the messages with Detect alone.
func profileDetect(messages []sent) (time.Duration, error) {
	var r phi.Result
	d := phi.New(nil)
	var b bytes.Buffer
	if err := pprof.StartCPUProfile(&b); err != nil {
		return 0, err
	}
	for _, m := range messages {
		d.DetectInto(&r, m.Text)
	}
	pprof.StopCPUProfile()
	p, err := profile.Parse(&b)
	if err != nil {
		return 0, err
	}
	return sum(costs(p)), nil
}

// measured is what a worker's run took.
type measured struct {
	costs     map[cost]time.Duration
	elapsed   time.Duration // from its start to the last committed offset
	footprint *footprint
}

// profileWorker has a worker in a process of its own answer the messages.
func profileWorker(ctx context.Context, messages []sent) (*measured, error) {
	k, err := startCluster(ctx, overheadPartitions)
	if err != nil {
		return nil, err
	}
	defer k.close()
	if err := k.produce(ctx, messages); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "phidetect")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "cpu.profile")
	log := new(sharedLog)
	began := time.Now()
	w, err := k.startWorker(ctx, "measured", log, "-parallel", "1", "-profile", file)
	if err != nil {
		return nil, err
	}
	defer w.kill()
	if err := k.drained(ctx); err != nil {
		return nil, err
	}
	m := &measured{elapsed: time.Since(began)}
	if err := w.stop(); err != nil {
		return nil, fmt.Errorf("%w (what it logged: %s)", err, log)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p, err := profile.ParseData(b)
	if err != nil {
		return nil, err
	}
	m.costs = costs(p)
	m.footprint, err = k.footprint(ctx)
	return m, err
}

// report prints the table.
func report(out io.Writer, messages int, alone time.Duration, worker *measured) {
	row := func(name string, took time.Duration) {
		fmt.Fprintf(out, "  %-46s %7.2f µs  %5.2f\n", name, took.Seconds()*1e6/float64(messages), float64(took)/float64(alone))
	}
	all := sum(worker.costs)
	fmt.Fprintf(out, "\n  %-46s %10s  %5s\n", "processor time a message", "", "ratio")
	row("Detect alone, in a loop", alone)
	row("a worker, all of it", all)
	for c, name := range costNames {
		row("  "+name, worker.costs[cost(c)])
	}
	fmt.Fprintf(out, "\n  A worker takes %.2f times what Detect takes alone: %.0f messages a second a core.\n",
		float64(all)/float64(alone), float64(messages)/all.Seconds())
	fmt.Fprintf(out, "  From its start to the last commit, brokers on the same machine: %.0f messages a second.\n",
		float64(messages)/worker.elapsed.Seconds())
}
