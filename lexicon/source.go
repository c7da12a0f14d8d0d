package lexicon

import (
	_ "embed" // the list of sources
	"strconv"
	"strings"
)

//go:embed data/sources.tsv
var sourceData string

// A Source is one of the lists that the embedded lexicon is made from.
type Source struct {
	// List is the file under lexicon/data.
	List string
	// From names the package and version, or says that the list was written
	// for this project.
	From string
	// Licence is the licence of the list's content.
	Licence string
	// Date is when it was made, as in 2026-11-23.
	Date string
	// Entries is how many lines or terms it has.
	Entries int
}

// Sources tells what the embedded lexicon is made from, in the order of the
// lists' names: how many entries, from where, under which licence.
func Sources() []Source {
	var out []Source
	for line := range strings.Lines(sourceData) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 5 {
			continue
		}
		n, _ := strconv.Atoi(f[4]) // the generator wrote it
		out = append(out, Source{f[0], f[1], f[2], f[3], n})
	}
	return out
}
