// Command playground serves a page that finds PHI in what is typed into it,
// with the library as WebAssembly in the page.
//
// Run playground -h for its flags and examples.
package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"time"
)

// The exit statuses.
const (
	exitFine    = 0
	exitMisuse  = 2
	exitFailure = 3
)

//go:embed usage.txt
var usage string

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// misuse is an error of whoever calls the program.
type misuse struct{ error }

// run is main with everything it touches passed in. It serves until ctx ends.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	err := start(ctx, args, stdout, stderr)
	var wrong misuse
	switch {
	case errors.Is(err, flag.ErrHelp):
		io.WriteString(stdout, usage)
		return exitFine
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "playground: %v\nplayground -h shows the flags and examples.\n", err)
		return exitMisuse
	case err != nil:
		fmt.Fprintf(stderr, "playground: %v\n", err)
		return exitFailure
	}
	return exitFine
}

func start(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	f := flag.NewFlagSet("playground", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	addr := f.String("addr", "localhost:0", "")
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return misuse{err}
	}
	if f.NArg() > 0 {
		return misuse{errors.New("there are flags only")}
	}
	// The port is taken before the build, which takes a while, so that one that
	// is in use is told at once.
	l, err := net.Listen("tcp", *addr)
	if err != nil {
		return fmt.Errorf("-addr: %w", err)
	}
	defer l.Close()
	fmt.Fprintln(stderr, "building the library for the browser; the first time takes a minute …")
	program, err := build(ctx)
	if err != nil {
		return err
	}
	site, err := newSite(program)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "http://%s\n", l.Addr())
	fmt.Fprintln(stderr, "open the address in a browser; Ctrl-C stops the program")
	return serve(ctx, l, site)
}

// serve serves until ctx ends.
func serve(ctx context.Context, l net.Listener, h http.Handler) error {
	s := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.Shutdown(last); err != nil {
		return fmt.Errorf("stopped with requests under way: %w", err)
	}
	return nil
}
