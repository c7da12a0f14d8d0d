package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/twmb/franz-go/pkg/kgo"
)

// The messages of the measurement: those of the corpus, so many times over, in so
// many partitions.
const (
	overheadTimes      = 10
	overheadPartitions = 6
)

// measureOverhead compares a worker on one core with a loop over Detect on the
// same messages, and says where the difference goes.
func measureOverhead(ctx context.Context, dir string, out io.Writer) error {
	messages, err := allMessages(dir, overheadTimes)
	if err != nil {
		return err
	}
	total := 0
	for _, m := range messages {
		total += len(m.Text)
	}
	fmt.Fprintf(out, "%d messages of %d threads, %d bytes of text each on average\n", len(messages), threadCount(messages), total/len(messages))
	stages, err := measureStages(messages)
	if err != nil {
		return err
	}
	used, elapsed, err := measureWorker(ctx, messages)
	if err != nil {
		return err
	}
	report(out, stages, used/time.Duration(len(messages)), float64(len(messages))/elapsed.Seconds())
	return nil
}

// measureWorker gives the processor time of a worker in a process of its own
// that may use one core, and how long it took from its start to the last
// committed offset.
func measureWorker(ctx context.Context, messages []sent) (used, elapsed time.Duration, err error) {
	k, err := startCluster(ctx, overheadPartitions)
	if err != nil {
		return 0, 0, err
	}
	defer k.close()
	if err := k.produce(ctx, messages); err != nil {
		return 0, 0, err
	}
	log := new(sharedLog)
	began := time.Now()
	p, err := k.startWorker(ctx, "measured", log, "-parallel", "1")
	if err != nil {
		return 0, 0, err
	}
	defer p.kill()
	if err := k.drained(ctx); err != nil {
		return 0, 0, err
	}
	elapsed = time.Since(began)
	if err := p.stop(); err != nil {
		return 0, 0, fmt.Errorf("%w (what it logged: %s)", err, log)
	}
	s := p.cmd.ProcessState
	return s.UserTime() + s.SystemTime(), elapsed, nil
}

// report prints the table. What no stage accounts for is the client's: the
// protocol, compression, transactions, and collecting garbage.
func report(out io.Writer, stages []stage, worker time.Duration, rate float64) {
	detect := stages[0].each
	row := func(name string, each time.Duration) {
		fmt.Fprintf(out, "  %-52s %7.2f µs  %5.2f\n", name, float64(each.Nanoseconds())/1000, float64(each)/float64(detect))
	}
	fmt.Fprintf(out, "\n  %-52s %10s  %5s\n", "processor time a message, one core", "", "ratio")
	rest := worker
	for _, s := range stages {
		row(s.name, s.each)
		rest -= s.each
	}
	row("the Kafka client: fetch, produce, commit, garbage", rest)
	row("the worker, all of it", worker)
	fmt.Fprintf(out, "\n  the worker takes %.2f times what Detect alone takes; %.0f messages a second by one core,\n  %.0f from its start to the last commit with brokers on the same machine\n",
		float64(worker)/float64(detect), float64(time.Second)/float64(worker), rate)
}

// stage is a part of a worker's work and its processor time for a message.
type stage struct {
	name string
	each time.Duration
}

// measureStages runs each part of the work alone over the messages, the first
// of them Detect.
func measureStages(messages []sent) ([]stage, error) {
	c, err := parse([]string{"-brokers", "none:1"}, func(string) string { return "" })
	if err != nil {
		return nil, err
	}
	a, err := newAnswerer(c)
	if err != nil {
		return nil, err
	}
	records := make([]*kgo.Record, len(messages))
	parsed := make([]message, len(messages))
	for i, m := range messages {
		if records[i], err = m.record(); err != nil {
			return nil, err
		}
		if wrong := parsed[i].read(records[i], false, c.maxText); wrong != nil {
			return nil, wrong
		}
	}
	var turn phi.Turn
	detect := median(func() {
		for i := range parsed {
			a.detector.DetectInto(&turn.Result, parsed[i].text)
		}
	})
	read := median(func() {
		var m message
		for _, r := range records {
			m.read(r, false, c.maxText)
		}
	})
	converse := median(func() {
		threads := map[string]*phi.Conversation{}
		for i, m := range messages {
			s := threads[m.thread]
			if s == nil {
				s = new(phi.Conversation)
				threads[m.thread] = s
			}
			s.AddInto(a.detector, &turn, phi.Message{Text: parsed[i].text, From: m.From, Sender: m.Handle, Handle: m.Handle != "", At: m.At})
		}
	})
	answer := func(snapshots bool) time.Duration {
		return median(func() {
			t := newTable(c.idle)
			for batch := range slices.Chunk(records, c.batch) {
				for _, r := range batch {
					a.answer(r, t, &turn)
				}
				if snapshots {
					t.snapshots(c.topics.threads, 0)
				}
				t.commit()
			}
		})
	}
	whole := answer(false)
	withSnapshots := answer(true)
	n := time.Duration(len(messages))
	return []stage{
		{"Detect", detect / n},
		{"the thread: Conversation, not Detect", (converse - detect) / n},
		{"reading JSON", read / n},
		{"finding, redacted text, thread table", (whole - read - converse) / n},
		{"snapshots of changed threads", (withSnapshots - whole) / n},
	}, nil
}

// median gives the middle of five times that run takes.
func median(run func()) time.Duration {
	var took [5]time.Duration
	for i := range took {
		began := time.Now()
		run()
		took[i] = time.Since(began)
	}
	slices.Sort(took[:])
	return took[len(took)/2]
}
