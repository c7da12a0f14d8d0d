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
	paths, bytes, err := compare.Make(dir, texts, o.messages, compareFiles)
	if err != nil {
		return err
	}
	cores := runtime.GOMAXPROCS(0)
	fmt.Fprintf(stdout, "%d messages, %.0f MB, %d cores, %s\n\n", o.messages, float64(bytes)/1e6, cores, runtime.Version())
	fmt.Fprintf(stdout, "%-26s %8s %14s %10s\n", "", "seconds", "messages/s", "live heap")

	timed := func(name string, f func() error) (seconds float64, err error) {
		if isTerminal(stderr) {
			fmt.Fprintf(stderr, "%s …\r", name)
		}
		began := time.Now()
		peak, err := compare.HeapWhile(f)
		seconds = time.Since(began).Seconds()
		if err == nil {
			fmt.Fprintf(stdout, "%-26s %8.1f %14.0f %7.0f MB\n", name, seconds, float64(o.messages)/seconds, float64(peak)/1e6)
		}
		return seconds, err
	}
	if _, err := timed("plain loop, one core", func() error { return compare.Loop(paths, filepath.Join(dir, "one"), 1) }); err != nil {
		return err
	}
	os.RemoveAll(filepath.Join(dir, "one"))
	loop, err := timed("plain loop, all cores", func() error { return compare.Loop(paths, filepath.Join(dir, "loop"), cores) })
	if err != nil {
		return err
	}
	c := pipeline.Config{
		Globs: []string{filepath.Join(dir, "*.jsonl")}, Out: filepath.Join(dir, "beam"), Parallel: o.Parallel, Block: o.Block,
		Layout: records.Layout{Format: records.JSONL}, Fields: messages.Fields{ID: "id", Text: "text"},
	}
	beam, err := timed("Beam, all cores", func() error { return launch(ctx, &c) })
	if err != nil {
		return err
	}
	if err := compare.Equal(c.Out, filepath.Join(dir, "loop")); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "\nBeam takes %.2f times as long as the loop on the same cores; the results are equal, byte for byte.\n", beam/loop)
	return err
}
