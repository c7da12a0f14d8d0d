package main

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// literals gives the health terms of the library's word lists as they stand
// there, lower-case, sorted, each once. The embedded table holds hashes and
// cannot be listed, so the lists are read from the module's folder; what the
// table does not take for a health term (figures of speech, words of machines
// and animals) is left out.
func literals(root string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(root, "lexicon", "data", "health", "*.txt"))
	if err != nil {
		return nil, err
	}
	var terms []string
	lex := lexicon.Default()
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		in := bufio.NewScanner(f)
		for in.Scan() {
			line := in.Text()
			if strings.HasPrefix(line, "#") {
				continue
			}
			term, _, _ := strings.Cut(line, "|")
			term = strings.ToLower(strings.TrimSpace(term))
			if term != "" && lex.Lookup(term).Category() != lexicon.NoCategory {
				terms = append(terms, term)
			}
		}
		f.Close()
		if err := in.Err(); err != nil {
			return nil, err
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms), nil
}
