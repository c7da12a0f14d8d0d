// Command redact takes the identifiers out of a text: labels, numbers that can
// be restored, masks, keyed hashes, invented values, or what HIPAA's Safe Harbor
// lets stand.
//
// Run redact -h for its flags and examples.
package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/phidetect/phidetect/phi"
)

// The exit statuses.
const (
	exitFine    = 0
	exitFound   = 1 // -check, and there was something to redact
	exitMisuse  = 2 // a flag, the policy or the key is wrong
	exitFailure = 3 // a file cannot be read or written
)

//go:embed usage.txt
var usage string

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// misuse is an error of whoever calls the program.
type misuse struct{ error }

// run is main with everything it touches passed in.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	found, err := redact(args, stdin, stdout)
	var wrong misuse
	switch {
	case errors.Is(err, flag.ErrHelp):
		io.WriteString(stdout, usage)
		return exitFine
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "redact: %v\nredact -h shows the flags and examples.\n", err)
		return exitMisuse
	case err != nil:
		fmt.Fprintf(stderr, "redact: %v\n", err)
		return exitFailure
	case found:
		return exitFound
	}
	return exitFine
}

// redact does what the flags say; found is for -check.
func redact(args []string, stdin io.Reader, stdout io.Writer) (found bool, err error) {
	o, err := parse(args)
	if err != nil {
		return false, err
	}
	r, err := o.redactor()
	if err != nil {
		return false, err
	}
	text, err := read(o.file, stdin)
	if err != nil {
		return false, err
	}
	s, err := o.session(r)
	if err != nil {
		return false, err
	}
	if o.restore {
		_, err = stdout.Write(s.AppendRestored(nil, text))
		return false, err
	}
	out, attestation := s.RedactAttested(text)
	if o.check {
		return out != text, nil
	}
	// the map first: without it the output could not be restored
	if err := o.saveMap(s); err != nil {
		return false, err
	}
	if o.attest != "" {
		b, err := json.MarshalIndent(attestation, "", "  ")
		if err != nil {
			return false, err
		}
		if err := os.WriteFile(o.attest, append(b, '\n'), 0o644); err != nil {
			return false, err
		}
	}
	_, err = io.WriteString(stdout, out)
	return false, err
}

func read(file string, stdin io.Reader) (string, error) {
	if file == "-" {
		b, err := io.ReadAll(stdin)
		return string(b), err
	}
	b, err := os.ReadFile(file)
	return string(b), err
}

// session resumes what the map file holds, if it is there.
func (o *options) session(r *phi.Redactor) (*phi.Session, error) {
	if o.mapFile != "" {
		b, err := os.ReadFile(o.mapFile)
		if err == nil {
			return r.ResumeSession(b)
		}
		if o.restore || !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	return r.NewSessionFor(o.subject), nil
}

// saveMap writes the map for its owner's eyes only: it holds what was redacted.
func (o *options) saveMap(s *phi.Session) error {
	if o.mapFile == "" {
		return nil
	}
	b, err := s.Export()
	if err != nil {
		return err
	}
	return os.WriteFile(o.mapFile, append(b, '\n'), 0o600)
}
