package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/phidetect/phidetect/examples/beam/internal/compare"
	"github.com/phidetect/phidetect/examples/beam/internal/messages"
	"github.com/phidetect/phidetect/examples/beam/internal/pipeline"
	"github.com/phidetect/phidetect/examples/beam/internal/records"
)

// compareFiles is how many files the messages go into: enough for a loop with a
// goroutine a core to keep all of them busy.
const compareFiles = 32

// measure makes messages and scans them three times: in a plain loop on one core
// and on all, and by the pipeline.
func measure(ctx context.Context, o *options, stdout, stderr io.Writer) error {
	texts, err := compare.Corpus(o.corpus)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "beam-compare-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	paths, bytes, err := compare.Make(dir, texts, o.messages, compareFiles, o.Fields.Thread)
	if err != nil {
		return err
	}
	cores := runtime.GOMAXPROCS(0)
	fmt.Fprintf(stdout, "%d messages, %.0f MB, %d cores, %s\n\n", o.messages, float64(bytes)/1e6, cores, runtime.Version())
	fmt.Fprintf(stdout, "%-22s %8s %8s %12s %10s\n", "", "seconds", "CPU s", "messages/s", "live heap")

	one, err := timed(o.messages, stdout, stderr, "plain loop, one core", func() error { return compare.Loop(paths, filepath.Join(dir, "one"), 1) })
	if err != nil {
		return err
	}
	os.RemoveAll(filepath.Join(dir, "one"))
	loop, err := timed(o.messages, stdout, stderr, "plain loop, all cores", func() error { return compare.Loop(paths, filepath.Join(dir, "loop"), cores) })
	if err != nil {
		return err
	}
	c := pipeline.Config{
		Globs: []string{filepath.Join(dir, "*.jsonl")}, Out: filepath.Join(dir, "beam"), Parallel: o.Parallel, Block: o.Block,
		Layout: records.Layout{Format: records.JSONL}, Fields: messages.Fields{ID: "id", Text: "text", Thread: o.Fields.Thread}, ThreadBytes: o.ThreadBytes,
	}
	beam, err := timed(o.messages, stdout, stderr, "Beam, all cores", func() error { return launch(ctx, &c) })
	if err != nil {
		return err
	}
	if err := compare.Equal(c.Out, filepath.Join(dir, "loop")); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "\nBeam takes %.2f times as long as the loop on the same cores", beam.clock/loop.clock)
	if loop.cpu > 0 {
		fmt.Fprintf(stdout, ", and %.2f times as much processor time;\na core does %.0f messages a second in the loop and %.0f by Beam",
			beam.cpu/loop.cpu, float64(o.messages)/one.cpu, float64(o.messages)/beam.cpu)
	}
	fmt.Fprintln(stdout, ".\nThe results are equal, byte for byte.")
	return printSizes(stdout, filepath.Join(dir, "loop"), bytes, o.messages)
}

// printSizes tells what a message takes, for who sizes a cluster.
func printSizes(w io.Writer, out string, in int64, messages int) error {
	findings, err := compare.Size(filepath.Join(out, "findings"))
	if err != nil {
		return err
	}
	redacted, err := compare.Size(filepath.Join(out, "redacted"))
	if err != nil {
		return err
	}
	n := int64(messages)
	_, err = fmt.Fprintf(w, "A message has %d bytes as it is read, %d of findings and %d redacted.\n", in/n, findings/n, redacted/n)
	return err
}

// taken is what a run took, in seconds.
type taken struct{ clock, cpu float64 }

// timed runs f, which scans that many messages, and prints what it took.
func timed(messages int, stdout, stderr io.Writer, name string, f func() error) (taken, error) {
	if isTerminal(stderr) {
		fmt.Fprintf(stderr, "%s …\r", name)
	}
	began, cpu := time.Now(), compare.CPU()
	peak, err := compare.HeapWhile(f)
	t := taken{time.Since(began).Seconds(), compare.CPU() - cpu}
	if err == nil {
		fmt.Fprintf(stdout, "%-22s %8.1f %8.1f %12.0f %7.0f MB\n", name, t.clock, t.cpu, float64(messages)/t.clock, float64(peak)/1e6)
	}
	return t, err
}
