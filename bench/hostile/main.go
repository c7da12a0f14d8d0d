// Hostile reads texts that are made to slow the library down and prints those
// that take longest, a byte, against plain text:
//
//	go run ./bench/hostile -n 1000 -show 20
//
// It exits with 1 if one takes more than it may; see bench.MostCost.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/phidetect/phidetect/bench"
)

func main() {
	n := flag.Int("n", 1000, "number of inputs")
	show := flag.Int("show", 20, "number of the dearest inputs to print")
	tries := flag.Int("tries", 8, "how often an input that seems too dear is measured")
	flag.Parse()
	over, err := run(*n, *show, *tries)
	if err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(2)
	}
	if over > 0 {
		os.Exit(1)
	}
}

func run(n, show, tries int) (over int, err error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return 0, err
	}
	data := filepath.Join(strings.TrimSpace(string(out)), "testdata")
	family, err := bench.LoadHostile(filepath.Join(data, "hostile", "family.txt"))
	if err != nil {
		return 0, err
	}
	messages, err := bench.Load(filepath.Join(data, "corpus"))
	if err != nil {
		return 0, err
	}
	costs := bench.Costs(bench.Breed(family, bench.Words(messages), n), messages, tries)
	for i, c := range costs {
		if c.Times > bench.MostCost {
			over++
		}
		if i < show {
			text := ""
			for _, p := range c.Input.Pieces[:min(6, len(c.Input.Pieces))] {
				text += fmt.Sprintf(" %.24q", p)
			}
			fmt.Printf("%5.2f  %s:%s\n", c.Times, c.Input.Name, text)
		}
	}
	fmt.Printf("%d inputs, %d over %.0f times the time of plain text\n", len(costs), over, bench.MostCost)
	return over, nil
}
