// Command middleware shows a server and a client that phi/phihttp guards.
//
// Run middleware -h for its flags and examples.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/phihttp"
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
	err := start(args, stdout)
	var wrong misuse
	switch {
	case errors.Is(err, flag.ErrHelp):
		io.WriteString(stdout, usage)
		return exitFine
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "middleware: %v\nmiddleware -h shows the flags and examples.\n", err)
		return exitMisuse
	case err != nil:
		fmt.Fprintf(stderr, "middleware: %v\n", err)
		return exitFailure
	}
	return exitFine
}

func start(args []string, stdout io.Writer) error {
	f := flag.NewFlagSet("middleware", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	addr, do, file := f.String("addr", "", ""), f.String("do", "redact", ""), f.String("policy", "", "")
	limit := f.Int("limit", 0, "")
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return misuse{err}
	}
	if f.NArg() > 0 {
		return misuse{errors.New("there are flags only")}
	}
	o, err := options(*do, *file, stdout)
	if err != nil {
		return err
	}
	o.Request.Limit = *limit
	inbound, err := phihttp.New(o)
	if err != nil {
		return misuse{err}
	}
	// to a model nobody goes, whatever -do says
	outbound, err := phihttp.New(phihttp.Options{
		Policy:  phihttp.Always(phi.Redact),
		Request: phihttp.Side{Direction: phi.ThirdParty},
	})
	if err != nil {
		return misuse{err}
	}

	at := *addr
	if at == "" {
		at = "localhost:0"
	}
	l, err := net.Listen("tcp", at)
	if err != nil {
		return err
	}
	s := &service{url: "http://" + l.Addr().String(), client: &http.Client{Transport: outbound.Transport(nil)}, log: stdout}
	server := &http.Server{Handler: s.handler(inbound), ReadHeaderTimeout: 10 * time.Second}
	if *addr != "" {
		fmt.Fprintf(stdout, "serving on %s\n", s.url)
		return server.Serve(l)
	}
	go server.Serve(l)
	defer server.Close()
	return demonstrate(s.url, stdout)
}

// options gives the guard of what comes in.
func options(do, file string, stdout io.Writer) (phihttp.Options, error) {
	o := phihttp.Options{
		Request: phihttp.Side{Direction: phi.FromPatient},
		Report: func(_ *http.Request, r phihttp.Report) {
			if r.Decision.Action == 0 {
				fmt.Fprintf(stdout, "  report   %s %s, %s\n", r.Part, r.Outcome, r.Cause)
				return
			}
			fmt.Fprintf(stdout, "  report   %s %s, verdict %s, health %.2f\n", r.Part, r.Outcome, r.Decision.Facts.Verdict, r.Decision.Facts.Health)
		},
	}
	switch {
	case file != "":
		b, err := os.ReadFile(file)
		if err != nil {
			return o, err
		}
		p, err := phi.ParsePolicy(b)
		if err != nil {
			return o, misuse{err}
		}
		o.Policy = &p
	case do == "redact":
		o.Policy = phihttp.Always(phi.Redact)
	case do == "report":
		o.ReportOnly = true
	case do == "block":
		o.Policy = &phi.Policy{Name: "block-phi", Otherwise: phi.Allow, Tighten: []phi.Rule{},
			Rules: []phi.Rule{{Name: "phi", If: phi.Condition{Verdicts: []phi.Verdict{phi.PHI}}, Then: phi.Block}}}
	default:
		return o, misuse{errors.New("-do is redact, report or block")}
	}
	return o, nil
}
