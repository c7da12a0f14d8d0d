// Stages tells how many nanoseconds of a message each stage of Detect takes:
//
//	go run ./bench/stages
//
// Run it with -h for its flags.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

//go:embed usage.txt
var usage string

type options struct {
	corpus        string
	rounds, block int
	json          bool
}

func main() {
	o, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		fmt.Print(usage)
		return
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "stages: %v\nstages -h shows the flags.\n", err)
		os.Exit(2)
	}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "stages:", err)
		os.Exit(1)
	}
}

func parse(args []string) (o options, err error) {
	flags := flag.NewFlagSet("stages", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.corpus, "corpus", "", "")
	flags.IntVar(&o.rounds, "rounds", 30, "")
	flags.IntVar(&o.block, "block", 64, "")
	flags.BoolVar(&o.json, "json", false, "")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if flags.NArg() > 0 || o.rounds < 1 || o.block < 1 {
		return o, errors.New("no arguments; rounds and block are at least 1")
	}
	return o, nil
}
