package bench

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/phidetect/phidetect/phi"
)

// An Input is what a benchmark reads in one turn: one or more texts.
type Input struct {
	Name  string
	Texts []string
}

// Bytes is the length of all texts.
func (in Input) Bytes() int64 {
	n := 0
	for _, t := range in.Texts {
		n += len(t)
	}
	return int64(n)
}

// Inputs makes the benchmarks' inputs of the corpus: its messages one by one,
// the twenty messages nearest to 180 bytes, and long texts: of all messages
// joined, of those without anything to find, and of the tenth with the most to
// find for their length.
func Inputs(messages []Message) []Input {
	texts := Texts(messages)
	var none []string
	for i := range messages {
		if messages[i].Verdict == phi.None && len(messages[i].Spans)+len(messages[i].Health) == 0 {
			none = append(none, messages[i].Text)
		}
	}
	dense := densest(messages, len(messages)/10)
	return []Input{
		{"corpus", texts},
		{"180B", Nearest(texts, 180, 20)},
		{"1MB", []string{Joined(texts, 1<<20)}},
		{"10MB", []string{Joined(texts, 10<<20)}},
		{"clean1MB", []string{Joined(none, 1<<20)}},
		{"clean10MB", []string{Joined(none, 10<<20)}},
		{"dense1MB", []string{Joined(dense, 1<<20)}},
		{"dense10MB", []string{Joined(dense, 10<<20)}},
	}
}

// densest gives the n texts with the most labels for their length.
func densest(messages []Message, n int) []string {
	byDensity := slices.Clone(messages)
	density := func(m *Message) float64 { return float64(len(m.Spans)+len(m.Health)) / float64(len(m.Text)+1) }
	slices.SortStableFunc(byDensity, func(a, b Message) int { return cmp.Compare(density(&b), density(&a)) })
	return Texts(byDensity[:n])
}

// Nearest gives the n texts whose length is nearest to size bytes.
func Nearest(texts []string, size, n int) []string {
	off := func(s string) int { return max(len(s)-size, size-len(s)) }
	texts = slices.Clone(texts)
	slices.SortStableFunc(texts, func(a, b string) int { return cmp.Compare(off(a), off(b)) })
	return texts[:min(n, len(texts))]
}

// Joined puts texts together, an empty line between them, again and again
// until there are size bytes; it cuts the last one at a rune's end.
func Joined(texts []string, size int) string {
	var b strings.Builder
	b.Grow(size + 1024)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(texts[i%len(texts)])
		b.WriteString("\n\n")
	}
	s := b.String()
	for size > 0 && size < len(s) && !utf8.RuneStart(s[size]) {
		size--
	}
	return s[:size]
}
