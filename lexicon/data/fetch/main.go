// Command fetch writes the word lists of lexicon/data/lists from packages at
// exact versions. It is the only program that goes to the network, and it runs
// by hand: what it writes is committed, so that a change of a source shows as a
// diff of text. Run it from the module root:
//
//	go run ./lexicon/data/fetch
//
// It needs npm and node, and apt-get with dpkg for the one Debian package.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// outDir is where the lists go, seen from the module root.
const outDir = "lexicon/data/lists"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "fetch:", err)
		os.Exit(1)
	}
}

// run fetches every source first and writes only when all lists could be made,
// so that a failed download never leaves half a set behind.
func run() error {
	if _, err := os.Stat("go.mod"); err != nil {
		return fmt.Errorf("run from the module root: %w", err)
	}
	tmp, err := os.MkdirTemp("", "fetch")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	src := &sources{dir: tmp}

	makers := []func(*sources) ([]list, error){
		rankedNames, worldNames, commonWords, dictionaryWords,
		cities, districts, postCodes, areaCodes, topLevelDomains, addressWords,
	}
	var all []list
	for _, mk := range makers {
		ls, err := mk(src)
		if err != nil {
			return err
		}
		all = append(all, ls...)
	}
	if err := os.MkdirAll(outDir, 0o755); err != nil {
		return err
	}
	total := 0
	for _, l := range all {
		n, err := l.write(filepath.Join(outDir, l.file))
		if err != nil {
			return err
		}
		total += n
		fmt.Fprintf(os.Stderr, "%-22s %7d entries %9d bytes\n", l.file, len(l.rows), n)
	}
	fmt.Fprintf(os.Stderr, "%-22s %17d bytes in all\n", "", total)
	return nil
}
