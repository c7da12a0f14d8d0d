// Command slog shows what phi/phislog does to the lines of log/slog.
//
// Run slog -h for its flags and examples.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/phislog"
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
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// misuse is an error of whoever calls the program.
type misuse struct{ error }

// run is main with everything it touches passed in.
func run(args []string, stdout, stderr io.Writer) int {
	err := show(args, stdout)
	var wrong misuse
	switch {
	case errors.Is(err, flag.ErrHelp):
		io.WriteString(stdout, usage)
		return exitFine
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "slog: %v\nslog -h shows the flags and examples.\n", err)
		return exitMisuse
	case err != nil:
		fmt.Fprintf(stderr, "slog: %v\n", err)
		return exitFailure
	}
	return exitFine
}

// list is a flag that may come several times.
type list []string

func (l *list) String() string     { return strings.Join(*l, ", ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

// show logs to stdout, as it was and redacted.
func show(args []string, stdout io.Writer) error {
	f := flag.NewFlagSet("slog", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	format := f.String("format", "text", "")
	hash, keyFile := f.Bool("hash", false, ""), f.String("key", "", "")
	quiet := f.Bool("quiet", false, "")
	var o phislog.Options
	var keep list
	f.BoolVar(&o.OnlyPHI, "only-phi", false, "")
	f.BoolVar(&o.CheckKeys, "check-keys", false, "")
	f.Var(&keep, "keep", "")
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return misuse{err}
	}
	if *format != "text" && *format != "json" {
		return misuse{errors.New("-format is json or text")}
	}
	if *hash != (*keyFile != "") {
		return misuse{errors.New("-hash and -key FILE go together")}
	}
	if keep != nil {
		o.Keep = keep
	}
	if *hash {
		r, err := hashing(*keyFile)
		if err != nil {
			return err
		}
		o.Redactor = r
	}

	plain := handler(*format, stdout)
	redacted := slog.New(phislog.NewHandler(plain, &o))
	for _, log := range lines(f.Args()) {
		if !*quiet {
			io.WriteString(stdout, "as it was  ")
			log(slog.New(plain))
			io.WriteString(stdout, "redacted   ")
		}
		log(redacted)
	}
	return nil
}

// hashing gives a Redactor that puts keyed hashes.
func hashing(keyFile string) (*phi.Redactor, error) {
	key, err := os.ReadFile(keyFile)
	if err != nil {
		return nil, err
	}
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpHash}, Key: key})
	if err != nil {
		return nil, misuse{err}
	}
	return r, nil
}

// handler is what a program has without redaction; the time is left out here.
func handler(format string, w io.Writer) slog.Handler {
	o := &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}
	if format == "json" {
		return slog.NewJSONHandler(w, o)
	}
	return slog.NewTextHandler(w, o)
}

// lines gives what is logged: the message and attributes of the arguments, or a
// service's own.
func lines(args []string) []func(*slog.Logger) {
	if len(args) == 0 {
		return service
	}
	var attrs []any
	for _, a := range args[1:] {
		key, value, _ := strings.Cut(a, "=")
		if n, err := strconv.ParseInt(value, 10, 64); err == nil && strconv.FormatInt(n, 10) == value {
			attrs = append(attrs, slog.Int64(key, n))
		} else {
			attrs = append(attrs, slog.String(key, value))
		}
	}
	return []func(*slog.Logger){func(l *slog.Logger) { l.Info(args[0], attrs...) }}
}
