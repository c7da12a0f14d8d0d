// Command phiscan tells whether a text holds protected health information: it
// shows the identifiers, the words that speak of health and the verdict. It is
// a tool for the terminal, and with -jsonl a filter other programs drive.
//
// Run phiscan -h for its flags and examples.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// The exit statuses.
const (
	exitFine   = 0
	exitFound  = 1 // -fail-on met one of its verdicts
	exitMisuse = 2 // a flag, a file or a line of input is wrong
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main with everything it touches passed in.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		io.WriteString(stdout, usage)
		return exitFine
	}
	if err == nil && len(c.sources) == 0 && isTerminal(stdin) && !c.mode.lines() {
		err = errors.New("nothing to read: give a text, a file, or - for standard input")
	}
	if err == nil {
		err = checkSources(c.sources)
	}
	if err != nil {
		fmt.Fprintf(stderr, "phiscan: %v\nphiscan -h shows the flags and examples.\n", err)
		return exitMisuse
	}
	if len(c.sources) == 0 {
		c.sources = []source{{name: "standard input", path: "-"}}
	}
	s := &scanner{config: c, stdin: stdin, stdout: stdout, stderr: stderr}
	if c.mode.lines() {
		err = s.filter()
	} else if c.format != 0 {
		err = s.structured()
	} else {
		err = s.report()
	}
	switch {
	case err != nil:
		fmt.Fprintf(stderr, "phiscan: %v\n", err)
		return exitMisuse
	case s.found:
		return exitFound
	}
	return exitFine
}

// A scanner is one run of the program.
type scanner struct {
	*config
	stdin          io.Reader
	stdout, stderr io.Writer
	found          bool // a verdict of -fail-on was met
}
