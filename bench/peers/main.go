// Peers measures phidetect and what a Go user would pick instead, on the same
// messages in one run, and says what each finds.
//
// Run go run . -h for its flags. It is a module of its own: nothing it needs is
// needed by the library.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/phidetect/phidetect/bench"
)

//go:embed usage.txt
var usage string

type options struct {
	rounds      int
	only        []string
	json, write bool
	out         string
}

func main() {
	o, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		fmt.Print(usage)
		return
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "peers: %v\npeers -h shows the flags.\n", err)
		os.Exit(2)
	}
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func parse(args []string) (o options, err error) {
	flags := flag.NewFlagSet("peers", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.IntVar(&o.rounds, "rounds", 7, "")
	only := flags.String("only", "", "")
	flags.BoolVar(&o.json, "json", false, "")
	flags.StringVar(&o.out, "out", "", "")
	flags.BoolVar(&o.write, "write", false, "")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if *only != "" {
		o.only = strings.Split(*only, ",")
	}
	switch {
	case flags.NArg() > 0:
		return o, errors.New("takes flags only")
	case o.rounds < 1:
		return o, errors.New("-rounds must be at least 1")
	case o.write && o.only != nil:
		return o, errors.New("-write needs all tools, not -only some")
	}
	return o, nil
}

// wanted reports that -only names the tool.
func (o options) wanted(name string) bool {
	for _, w := range o.only {
		if strings.HasPrefix(name, strings.TrimSpace(w)) {
			return true
		}
	}
	return o.only == nil
}

func run(o options, stdout io.Writer) error {
	root, err := rootDir()
	if err != nil {
		return err
	}
	r := report{date: time.Now().UTC().Format(time.DateOnly), where: machine(), commit: commit(root), rounds: o.rounds}
	if r.messages, err = corpus(root); err != nil {
		return err
	}
	texts := make([]string, len(r.messages))
	for i := range r.messages {
		texts[i] = r.messages[i].Text
	}
	peers, missing, err := allPeers(root, texts, o.wanted)
	if err != nil {
		return err
	}
	defer closeAll(peers)
	if len(peers) == 0 && len(missing) == 0 {
		return errors.New("-only names no tool; -h lists them")
	}
	r.missing = missing
	for _, m := range missing {
		tell("%s: %s", m.name, m.why)
	}
	if r.results, err = measure(peers, texts, o.rounds); err != nil {
		return err
	}
	for i := range r.results {
		found, err := r.results[i].find(texts)
		if err != nil {
			return err
		}
		r.results[i].scores = score(r.messages, found)
	}
	return r.deliver(o, root, stdout)
}

// deliver prints the report and writes what is asked for.
func (r *report) deliver(o options, root string, stdout io.Writer) error {
	if o.out != "" {
		if err := os.WriteFile(o.out, []byte(r.text()), 0o644); err != nil {
			return err
		}
	}
	if o.write {
		name := filepath.Join(root, "bench", "results", "peers-"+r.date+".txt")
		if err := os.WriteFile(name, []byte(r.text()), 0o644); err != nil {
			return err
		}
		if err := bench.SpliceFile(filepath.Join(root, "bench", "README.md"), map[string]string{"peers": r.section()}, true); err != nil {
			return err
		}
	}
	if o.json {
		return r.writeJSON(stdout)
	}
	_, err := io.WriteString(stdout, r.text())
	return err
}

// rootDir is the folder of the library's module, as go.mod replaces it.
func rootDir() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/phidetect/phidetect").Output()
	if err != nil {
		return "", fmt.Errorf("run it in bench/peers: go list: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// machine describes where the program runs, as far as figures depend on it.
func machine() string {
	cpu := "CPU model not told"
	if b, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(b)) {
			if name, model, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
				cpu = strings.TrimSpace(model)
				break
			}
		}
	}
	return fmt.Sprintf("%s, %s/%s, %s, %d cores", runtime.Version(), runtime.GOOS, runtime.GOARCH, cpu, runtime.NumCPU())
}

// commit names what was measured; a tree with changes has a + behind it.
func commit(root string) string {
	cmd := exec.Command("git", "describe", "--always", "--dirty=+", "--exclude=*")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		return "unknown"
	}
	return strings.TrimSpace(string(out))
}

// tell reports progress.
func tell(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
