// Report measures quality and speed, keeps the raw output in bench/results and
// renews the tables of bench/README.md and README.md:
//
//	go run ./bench/report
//	go run ./bench/report -print -speed=false -corpus DIR
//
// The second form only prints the quality of any folder of labelled messages.
// Run it with -h for all flags.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/phidetect/phidetect/bench"
)

//go:embed usage.txt
var usage string

func main() {
	o, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		fmt.Print(usage)
		return
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "report: %v\nreport -h shows the flags.\n", err)
		os.Exit(2)
	}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

type options struct {
	corpus, benchtime string
	root, temp        string // the module; a folder for programs that are built
	rounds            int
	only              []string // names of parts, in the order of the table
	print             bool
}

func parse(args []string) (o options, err error) {
	flags := flag.NewFlagSet("report", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	only := flags.String("only", "", "")
	flags.BoolVar(&o.print, "print", false, "")
	speed := flags.Bool("speed", true, "")
	flags.StringVar(&o.corpus, "corpus", "", "")
	flags.IntVar(&o.rounds, "rounds", 5, "")
	flags.StringVar(&o.benchtime, "benchtime", "1s", "")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if flags.NArg() > 0 || o.rounds < 1 {
		return o, errors.New("no arguments; rounds are at least 1")
	}
	wanted := strings.FieldsFunc(*only, func(r rune) bool { return r == ',' })
	if !*speed {
		wanted = []string{"quality"}
	}
	for _, name := range wanted {
		if !slices.ContainsFunc(parts, func(p part) bool { return p.name == name }) {
			return o, fmt.Errorf("there is no part %s", name)
		}
	}
	for _, p := range parts {
		if len(wanted) == 0 || slices.Contains(wanted, p.name) {
			o.only = append(o.only, p.name)
		}
	}
	return o, nil
}

func run(o options) (err error) {
	if o.root, err = bench.Root(); err != nil {
		return err
	}
	if o.corpus == "" {
		o.corpus = filepath.Join(o.root, "testdata", "corpus")
	}
	if o.temp, err = os.MkdirTemp("", "report"); err != nil {
		return err
	}
	defer os.RemoveAll(o.temp)
	where := machine(o.root)
	date := time.Now().UTC().Format(time.DateOnly)
	var raw bytes.Buffer
	fmt.Fprintf(&raw, "date: %s\nmachine: %s\ncommit: %s\n", date, where, commit(o.root))
	long, short := map[string]string{}, map[string]string{}
	for _, p := range parts {
		if !slices.Contains(o.only, p.name) {
			continue
		}
		tell("%s", p.name)
		s, err := p.measure(o)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if p.name != "quality" && p.name != "mutations" {
			caption := fmt.Sprintf("Measured on %s: %s.\n\n", date, where)
			s.long, s.short = caption+s.long, caption+s.short
		}
		long[p.name] = s.long
		if p.inReadme {
			short[p.name] = s.short
		}
		fmt.Fprintf(&raw, "\n# %s\n\n%s", p.name, s.raw)
		if o.print {
			fmt.Printf("# %s\n\n%s\n", p.name, s.long)
		}
	}
	if o.print {
		return nil
	}
	if len(o.only) < len(parts) {
		date += "-" + strings.Join(o.only, "-")
	}
	if err := os.WriteFile(filepath.Join(o.root, "bench", "results", date+".txt"), raw.Bytes(), 0o644); err != nil {
		return err
	}
	if err := bench.SpliceFile(filepath.Join(o.root, "bench", "README.md"), long, true); err != nil {
		return err
	}
	return bench.SpliceFile(filepath.Join(o.root, "README.md"), short, false)
}

// machine describes where the program runs, as far as figures depend on it.
func machine(root string) string {
	cpu := cpuModel(root)
	if cpu == "" {
		cpu = "CPU model not told"
	}
	return fmt.Sprintf("%s, %s/%s, %s, %d cores", runtime.Version(), runtime.GOOS, runtime.GOARCH, cpu, runtime.NumCPU())
}

// commit names what was measured; a tree with changes has a + behind it.
func commit(root string) string {
	id, err := bench.Output(root, "git", "describe", "--always", "--dirty=+", "--exclude=*")
	if err != nil {
		return "unknown"
	}
	return id
}

// tell says on standard error what is going on.
func tell(format string, args ...any) { fmt.Fprintf(os.Stderr, "report: "+format+"\n", args...) }
