// Command kafka finds and redacts PHI in the messages of a Kafka topic, exactly
// once, on as many machines as there are partitions.
//
// Run kafka -h for its flags, and kafka -demo to see it work.
package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/pprof"
	"syscall"
)

// The exit statuses.
const (
	exitFine    = 0
	exitMisuse  = 2
	exitFailure = 3
)

// How often -demo and -overhead send the corpus.
const (
	demoTimes     = 40
	overheadTimes = 10
)

// usage teaches the program; it is what -h prints.
//
//go:embed usage.txt
var usage string

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr))
}

// misuse is an error of whoever calls the program.
type misuse struct{ error }

// run is main with everything it touches passed in. A worker runs until ctx is
// done, finishes the transaction it is in and leaves the group.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	err := start(ctx, args, getenv, stdout, stderr)
	var wrong misuse
	switch {
	case errors.Is(err, flag.ErrHelp):
		io.WriteString(stdout, usage)
		return exitFine
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "kafka: %v\nkafka -h shows the flags and examples.\n", err)
		return exitMisuse
	case err != nil:
		fmt.Fprintf(stderr, "kafka: %v\n", err)
		return exitFailure
	}
	return exitFine
}

func start(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) error {
	c, err := parse(args, getenv)
	if err != nil {
		return err
	}
	switch {
	case c.demo:
		return demonstrate(ctx, c.corpus, demoTimes, stdout)
	case c.overhead:
		return measureOverhead(ctx, c.corpus, overheadTimes, stdout)
	}
	w, err := newWorker(c, newLog(c.log, stderr))
	if err != nil {
		return err
	}
	if c.profile == "" {
		return w.run(ctx)
	}
	f, err := os.Create(c.profile)
	if err != nil {
		return fmt.Errorf("-profile: %w", err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return fmt.Errorf("-profile: %w", err)
	}
	err = w.run(ctx)
	pprof.StopCPUProfile()
	return errors.Join(err, f.Close())
}
