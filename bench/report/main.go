// Report measures quality and speed, keeps the raw output in
// bench/results/DATE.txt and renews the tables of bench/README.md and
// README.md:
//
//	go run ./bench/report
//	go run ./bench/report -print -speed=false -corpus DIR
//
// The second form only prints the quality of any folder of labelled messages.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/phidetect/phidetect/bench"
	"github.com/phidetect/phidetect/phi"
)

func main() {
	o := options{date: time.Now().UTC().Format(time.DateOnly)}
	flag.StringVar(&o.corpus, "corpus", "", "folder of labelled messages; testdata/corpus if empty")
	flag.BoolVar(&o.print, "print", false, "print the tables and write nothing")
	flag.BoolVar(&o.speed, "speed", true, "measure the speed too")
	flag.StringVar(&o.benchtime, "benchtime", "1s", "time for each benchmark")
	flag.IntVar(&o.count, "count", 5, "runs of each benchmark; the fastest counts in the tables")
	flag.Parse()
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

type options struct {
	corpus, benchtime, date string
	count                   int
	print, speed            bool
}

func run(o options) error {
	root, err := output("", "go", "list", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return err
	}
	if o.corpus == "" {
		o.corpus = filepath.Join(root, "testdata", "corpus")
	}
	q, err := measureQuality(root, o.corpus)
	if err != nil {
		return err
	}
	var s speed
	if o.speed {
		if s, err = measureSpeed(root, o.benchtime, o.count); err != nil {
			return err
		}
	}
	where := machine(s.cpu)
	if o.print {
		fmt.Printf("%s\nMutations:\n\n%s", q.long, q.mutations)
		if o.speed {
			fmt.Printf("\n%s\n\n%s", where, s.table())
		}
		return nil
	}

	var raw bytes.Buffer
	fmt.Fprintf(&raw, "date: %s\nmachine: %s\ncommit: %s\n\n%s\nMutations:\n\n%s", o.date, where, commit(root), q.long, q.mutations)
	if o.speed {
		fmt.Fprintf(&raw, "\n%s", s.raw)
	}
	results := filepath.Join(root, "bench", "results")
	if err := os.MkdirAll(results, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(results, o.date+".txt"), raw.Bytes(), 0o644); err != nil {
		return err
	}
	long := map[string]string{"quality": q.long, "mutations": q.mutations}
	short := map[string]string{"quality": q.short}
	if o.speed {
		caption := fmt.Sprintf("Measured on %s: %s.\n\n", o.date, where)
		long["speed"], short["speed"] = caption+s.table(), caption+s.shortTable()
	}
	if err := bench.SpliceFile(filepath.Join(root, "bench", "README.md"), long, true); err != nil {
		return err
	}
	return bench.SpliceFile(filepath.Join(root, "README.md"), short, false)
}

// quality holds the quality tables as Markdown.
type quality struct{ long, short, mutations string }

func measureQuality(root, corpus string) (q quality, err error) {
	messages, err := bench.Load(corpus)
	if err != nil {
		return q, err
	}
	golden, err := bench.LoadGolden(filepath.Join(root, "testdata", "golden", "verdicts.jsonl"))
	if err != nil {
		return q, err
	}
	board := bench.Measure(messages, phi.Detect)
	right := fmt.Sprintf("Golden verdicts: %d of %d right.\n", len(golden)-len(bench.MissGolden(golden, phi.Detect)), len(golden))
	q.long = board.Table() + "\n" + right
	q.short = board.ShortTable() + "\n" + right
	q.mutations = bench.MeasureMutations(messages, phi.Detect).Table()
	for _, name := range []string{bench.RowAll, bench.RowHeld} {
		if r := board.Row(name); r != nil {
			q.long += fmt.Sprintf("\nTypes, %s:\n\n%s\nVerdicts, %s:\n\n%s", name, r.TypesTable(), name, r.VerdictsTable())
		}
	}
	if r := board.Row(bench.RowHeld); r != nil {
		q.long += fmt.Sprintf("\nHealth score, held: expected calibration error %.3f; personal right in %d of %d labelled messages.\n\n%s",
			r.Scores.Error(), r.PersonalRight, r.Personal, r.Scores.Table())
	}
	return q, nil
}

// machine describes where the program runs, as far as figures depend on it.
func machine(cpu string) string {
	if cpu == "" {
		cpu = "CPU model not told"
	}
	return fmt.Sprintf("%s, %s/%s, %s, %d cores", runtime.Version(), runtime.GOOS, runtime.GOARCH, cpu, runtime.NumCPU())
}

// commit names what was measured; a tree with changes has a + behind it.
func commit(root string) string {
	id, err := output(root, "git", "describe", "--always", "--dirty=+", "--exclude=*")
	if err != nil {
		return "unknown"
	}
	return id
}

// output runs a command in dir and gives its standard output without the line
// end.
func output(dir, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, args[0], err)
	}
	return strings.TrimSpace(string(out)), nil
}
