// Command beam finds protected health information in files of any number and
// size, on Apache Beam.
//
// Run beam -h for its flags and examples.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/phidetect/phidetect/examples/beam/internal/pipeline"
)

// The exit statuses.
const (
	exitFine   = 0
	exitFailed = 1 // the job failed
	exitMisuse = 2 // a flag or a glob is wrong
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is main with what it touches passed in, but for the flags: Beam's are those
// of the process, and so are its workers: on a cluster this program is started with
// flags of Beam's alone, and then Init does not return.
func run(args []string, stdout, stderr io.Writer) int {
	var o options
	all := flag.CommandLine
	all.Init("beam", flag.ContinueOnError)
	all.SetOutput(io.Discard)
	o.add(all)
	if err := all.Parse(args); err != nil {
		if err == flag.ErrHelp {
			io.WriteString(stdout, usage)
			return exitFine
		}
		return misuse(stderr, err)
	}
	if o.beamHelp {
		printBeamFlags(stdout, all)
		return exitFine
	}
	beam.Init() // sets up its own logging, so what follows comes behind it
	here := isHere()
	if here {
		// The error comes back from the job; Beam would tell it three times more.
		slog.SetDefault(slog.New(slog.DiscardHandler))
	}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := o.finish(all.Args(), here); err != nil {
		return misuse(stderr, err)
	}
	if o.compare {
		return failed(stderr, measure(ctx, &o, stdout, stderr))
	}
	if err := check(ctx, &o.Config); err != nil {
		return misuse(stderr, err)
	}
	return failed(stderr, o.job(ctx, here, stdout, stderr))
}

// isHere reports whether the workers run in this process. It is asked before a
// job, since the embedded runner then has an endpoint.
func isHere() bool {
	r := *runners.Runner
	return (r == "" || r == "prism" || r == "PrismRunner") && *jobopts.Endpoint == ""
}

// launch runs a job to its end.
func launch(ctx context.Context, c *pipeline.Config) error {
	p, s := beam.NewPipelineWithRoot()
	pipeline.Build(s, *c)
	return beamx.Run(ctx, p)
}

// job runs the job and shows how it goes and what came of it.
func (o *options) job(ctx context.Context, here bool, stdout, stderr io.Writer) error {
	bar := startProgress(ctx, o, stderr)
	err := launch(ctx, &o.Config)
	bar.stop()
	if !*jobopts.Async {
		removeUnfinished(o.Out)
	}
	if err != nil && here {
		return cause(err)
	}
	if err != nil {
		return err
	}
	if *jobopts.Async {
		return nil // it has only begun
	}
	if o.quiet {
		return nil
	}
	return report(ctx, stdout, o.Out)
}

// cause is what one of our steps has said was wrong, without the plan of the
// pipeline that Beam puts around it; where it was none of them, it is all.
func cause(err error) error {
	const failed = "] failed:\n"
	msg := err.Error()
	if at := strings.LastIndex(msg, failed); at >= 0 {
		return errors.New(strings.TrimSpace(msg[at+len(failed):]))
	}
	return err
}

func misuse(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "beam: %v\nbeam -h shows the flags and examples.\n", err)
	return exitMisuse
}

func failed(stderr io.Writer, err error) int {
	if err == nil {
		return exitFine
	}
	fmt.Fprintf(stderr, "beam: %v\n", err)
	return exitFailed
}

// printBeamFlags lists the flags that are Beam's.
func printBeamFlags(w io.Writer, all *flag.FlagSet) {
	var own options
	ours := flag.NewFlagSet("", flag.ContinueOnError)
	own.add(ours)
	all.VisitAll(func(f *flag.Flag) {
		if ours.Lookup(f.Name) == nil {
			fmt.Fprintf(w, "  -%s\n        %s\n", f.Name, f.Usage)
		}
	})
}
