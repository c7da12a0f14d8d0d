package main

import (
	"strings"

	"github.com/phidetect/phidetect/bench"
	"github.com/phidetect/phidetect/identifiers"
)

// A tally is how many of what is labelled were found.
type tally struct{ Found, Labelled int }

func (t *tally) add(hit bool) {
	t.Labelled++
	if hit {
		t.Found++
	}
}

func (t tally) share() float64 {
	if t.Labelled == 0 {
		return 0
	}
	return float64(t.Found) / float64(t.Labelled)
}

// scores are what a tool finds of the labels, whatever it calls it: a label is
// found where a finding overlaps it, or, of a tool that only rewrites the text,
// where the labelled words stand in its text less often than before.
type scores struct {
	Kinds    map[string]int // findings, by the tool's name for their kind
	All      tally          // labelled identifiers
	Types    [identifiers.TypeCount]tally
	Health   tally // labelled words of health
	Spurious int   // identifiers found that touch nothing labelled
	Places   bool  // the tool tells where: Spurious is known
	Healths  bool  // the tool finds words of health
}

// score compares a tool's findings with the labels.
func score(messages []bench.Message, all []findings) scores {
	s := scores{Kinds: map[string]int{}, Places: true}
	for i := range messages {
		m, f := &messages[i], &all[i]
		if f.Redacted != nil {
			s.Places = false
		}
		for _, x := range f.Spans {
			s.Kinds[x.Kind]++
			if x.Kind == health {
				s.Healths = true
			} else if !touches(m.Spans, x) {
				s.Spurious++
			}
		}
		for _, g := range m.Spans {
			if g.Optional {
				continue
			}
			hit := f.hits(m.Text, g, false)
			s.All.add(hit)
			s.Types[bench.Family(g.Type)].add(hit)
		}
		for _, g := range m.Health {
			if !g.Optional {
				s.Health.add(f.hits(m.Text, g, true))
			}
		}
	}
	return s
}

// hits reports that the label was found, as a word of health or as anything
// else.
func (f *findings) hits(text string, g bench.Gold, asHealth bool) bool {
	if f.Redacted != nil {
		words := text[g.Start:g.End]
		return !asHealth && strings.Count(*f.Redacted, words) < strings.Count(text, words)
	}
	for _, x := range f.Spans {
		if (x.Kind == health) == asHealth && x.Start < g.End && g.Start < x.End {
			return true
		}
	}
	return false
}

func touches(labels []bench.Gold, x finding) bool {
	for _, g := range labels {
		if x.Start < g.End && g.Start < x.End {
			return true
		}
	}
	return false
}
