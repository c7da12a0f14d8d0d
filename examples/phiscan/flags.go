package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/structured"
)

// usage teaches the program; it is what -h prints.
//
//go:embed usage.txt
var usage string

// mode is what the program prints.
type mode int

const (
	modeReport  mode = iota // for a person at a terminal
	modeJSON                // the result, without the text
	modeRedact              // the text, without the identifiers
	modeHTML                // a page to look at
	modeJSONL               // a filter: a line for each line
	modeThreads             // the same for conversations
)

// lines reports whether the input is lines of JSON, not text.
func (m mode) lines() bool { return m == modeJSONL || m == modeThreads }

// config is the command line, understood.
type config struct {
	mode    mode
	html    string            // the page to write
	format  structured.Format // of what is redacted; 0 is text
	failOn  verdicts
	sources []source
}

// parse reads the command line. Flags may stand before, between and behind the
// texts; what follows "--" is text or files, whatever it begins with. The error
// is flag.ErrHelp where help is asked for.
func parse(args []string) (*config, error) {
	c := new(config)
	var jsonl, threads, asJSON, redact, literal bool
	var files []string
	fs := flag.NewFlagSet("phiscan", flag.ContinueOnError)
	fs.SetOutput(io.Discard) // the errors are put in our own words
	fs.BoolVar(&jsonl, "jsonl", false, "")
	fs.BoolVar(&threads, "threads", false, "")
	fs.BoolVar(&asJSON, "json", false, "")
	fs.BoolVar(&redact, "redact", false, "")
	fs.BoolVar(&literal, "text", false, "")
	fs.StringVar(&c.html, "html", "", "")
	fs.Var(&c.failOn, "fail-on", "")
	fs.Func("format", "", func(s string) error { return c.format.UnmarshalText([]byte(s)) })
	fs.Func("file", "", func(s string) error { files = append(files, s); return nil })

	var words []string
	for rest := args; len(rest) > 0; {
		if err := fs.Parse(rest); err != nil {
			return nil, flagError(err)
		}
		left := fs.Args()
		if n := len(rest) - len(left); n > 0 && rest[n-1] == "--" {
			words = append(words, left...)
			break
		}
		if len(left) == 0 {
			break
		}
		words, rest = append(words, left[0]), left[1:]
	}

	picked := 0
	for _, m := range []struct {
		on bool
		m  mode
	}{{jsonl, modeJSONL}, {threads, modeThreads}, {asJSON, modeJSON}, {redact, modeRedact}, {c.html != "", modeHTML}} {
		if m.on {
			c.mode = m.m
			picked++
		}
	}
	if picked > 1 {
		return nil, errors.New("-jsonl, -threads, -json, -redact and -html exclude one another: give one of them")
	}
	if c.mode.lines() && literal {
		return nil, errors.New("-text does not go with -jsonl or -threads, which read files or standard input")
	}
	if c.format != 0 && c.mode != modeRedact {
		return nil, errors.New("-format goes with -redact: it says what form the output keeps")
	}
	for _, f := range files {
		c.sources = append(c.sources, source{name: f, path: f})
	}
	more, err := sourcesOf(words, literal, c.mode.lines())
	c.sources = append(c.sources, more...)
	return c, err
}

// flagError puts an error of package flag in words that do not repeat what may
// be a text the user forgot to quote.
func flagError(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	msg := err.Error()
	if strings.HasPrefix(msg, "flag provided but not defined: ") {
		return errors.New(`an argument begins with a dash, but there is no flag of that name; to scan it as text, put -- before it`)
	}
	if strings.Contains(msg, "-fail-on") && !strings.Contains(msg, "needs an argument") {
		return errFailOn
	}
	if strings.Contains(msg, "-format") && !strings.Contains(msg, "needs an argument") {
		return structured.ErrFormat
	}
	if name, ok := strings.CutPrefix(msg, "flag needs an argument: "); ok {
		return fmt.Errorf("%s needs a value behind it", name)
	}
	if strings.HasPrefix(msg, "invalid boolean value") {
		return errors.New("-jsonl, -threads, -json, -redact and -text take no value")
	}
	return errors.New("a flag is not well-formed")
}

// verdicts is a set of verdicts as -fail-on gives it.
type verdicts uint8

var errFailOn = errors.New("-fail-on takes phi, health or identifier, or several with commas between")

// Set adds the verdicts of a comma-separated list. "health" and "identifier"
// hold for phi too, which is both.
func (v *verdicts) Set(list string) error {
	for _, name := range strings.Split(list, ",") {
		var x phi.Verdict
		if x.UnmarshalText([]byte(strings.TrimSpace(name))) != nil || x == phi.None {
			return errFailOn
		}
		*v |= 1<<x | 1<<phi.PHI
	}
	return nil
}

// String is there for flag.Value.
func (v *verdicts) String() string { return "" }

func (v verdicts) has(x phi.Verdict) bool { return v&(1<<x) != 0 }
