package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
)

// date is the day the sources were read. It is a constant, not the clock, so
// that a second run writes the same bytes.
const date = "2026-11-23"

// list is one file: its pedigree and its rows, word first.
type list struct {
	file    string
	title   string
	source  string
	licence string
	columns string
	rows    map[string]string // word to the tab-separated rest, "" for none
}

// write puts the list at path and returns its size. Rows are sorted by word in
// byte order, which no locale of the machine can change.
func (l list) write(path string) (int, error) {
	if len(l.rows) == 0 {
		return 0, fmt.Errorf("%s: no entries, has the source changed?", l.file)
	}
	words := make([]string, 0, len(l.rows))
	for w := range l.rows {
		if w == "" || strings.ContainsAny(w, "\t\n#") {
			return 0, fmt.Errorf("%s: bad word %q", l.file, w)
		}
		words = append(words, w)
	}
	slices.Sort(words)

	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n# source: %s\n# licence: %s\n# date: %s\n", l.title, l.source, l.licence, date)
	b.WriteString("# made by: go run ./lexicon/data/fetch\n")
	fmt.Fprintf(&b, "# columns: %s\n", l.columns)
	for _, w := range words {
		b.WriteString(w)
		if v := l.rows[w]; v != "" {
			b.WriteByte('\t')
			b.WriteString(v)
		}
		b.WriteByte('\n')
	}
	return b.Len(), os.WriteFile(path, b.Bytes(), 0o644)
}

// set is a small sorted set of strings, for the columns that hold several
// values joined by commas.
type set map[string]bool

func (s set) join() string {
	out := make([]string, 0, len(s))
	for k := range s {
		out = append(out, k)
	}
	slices.Sort(out)
	return strings.Join(out, ",")
}

// sets collects values under a word.
type sets map[string]set

func (m sets) add(word, value string) {
	if m[word] == nil {
		m[word] = set{}
	}
	m[word][value] = true
}

func (m sets) rows() map[string]string {
	out := make(map[string]string, len(m))
	for w, s := range m {
		out[w] = s.join()
	}
	return out
}
