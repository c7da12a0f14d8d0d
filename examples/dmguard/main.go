// Command dmguard stands between a clinic's Instagram inbox and its staff: it
// judges every message and comment as its webhook comes in, leads what is
// clinical to a secure channel, hides comments that tell on patients, and keeps
// neither text nor names.
//
// Run dmguard -h for its commands, flags and examples.
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
	"syscall"
)

// The exit statuses.
const (
	exitFine    = 0
	exitFound   = 1 // audit verify found a break, or load a figure that does not hold
	exitMisuse  = 2
	exitFailure = 3
)

//go:embed usage.txt
var usage string

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], world{os.Getenv, os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// world is what a command touches of the machine.
type world struct {
	env            func(string) string
	stdin          io.Reader
	stdout, stderr io.Writer
}

// misuse is an error of whoever calls the program, found one of what was asked
// for.
type (
	misuse struct{ error }
	found  struct{ error }
)

// commands are what the first word may be.
var commands = map[string]func(ctx context.Context, args []string, w world) error{
	"serve":         serve,
	"load":          load,
	"audit":         auditCommand,
	"report":        reportCommand,
	"user":          userCommand,
	"authorization": authorizationCommand,
}

// run is main with everything it touches passed in. It ends early, and in
// order, when ctx does.
func run(ctx context.Context, args []string, w world) int {
	err := dispatch(ctx, args, w)
	var wrong misuse
	var broken found
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, flag.ErrHelp):
		io.WriteString(w.stdout, usage)
		return exitFine
	case errors.As(err, &wrong):
		fmt.Fprintf(w.stderr, "dmguard: %v\ndmguard -h shows the commands, flags and examples.\n", err)
		return exitMisuse
	case errors.As(err, &broken):
		fmt.Fprintf(w.stderr, "dmguard: %v\n", err)
		return exitFound
	}
	fmt.Fprintf(w.stderr, "dmguard: %v\n", err)
	return exitFailure
}

func dispatch(ctx context.Context, args []string, w world) error {
	if len(args) == 0 || len(args[0]) > 0 && args[0][0] == '-' {
		return serve(ctx, args, w)
	}
	do, ok := commands[args[0]]
	if !ok {
		return misuse{errors.New("no such command; there are serve, load, audit, report, user and authorization")}
	}
	return do(ctx, args[1:], w)
}

// newFlags gives a flag set whose errors are returned and not printed.
func newFlags(name string) *flag.FlagSet {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	return f
}

// parse parses flags where nothing may follow them.
func parse(f *flag.FlagSet, args []string) error {
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return misuse{err}
	}
	if f.NArg() > 0 {
		return misuse{fmt.Errorf("%s takes flags only", f.Name())}
	}
	return nil
}
