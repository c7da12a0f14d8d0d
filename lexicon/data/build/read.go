package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// readList calls f for each line of a list that is neither empty nor a
// comment; header gets the "# key: value" lines.
func readList(name string, header func(key, value string), f func(line string) error) error {
	file, err := os.Open(filepath.Join(dataDir, name))
	if err != nil {
		return err
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if rest, ok := strings.CutPrefix(line, "# "); ok || line == "#" {
			if key, value, ok := strings.Cut(rest, ":"); ok && header != nil {
				header(strings.TrimSpace(key), strings.TrimSpace(value))
			}
			continue
		}
		if line == "" {
			continue
		}
		if err := f(line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return in.Err()
}

// normal is the form under which two spellings count as the same word: what
// folding and tokenising leave of it.
func normal(text string) string {
	_, words := lexicon.Keys(text)
	return words
}

// bucket puts rank 1 at 15 and rank last at 1, by its logarithm.
func bucket(rank, last int) int {
	b := 15 - int(math.Round(14*math.Log(float64(rank))/math.Log(float64(last))))
	return min(15, max(1, b))
}
