package main

import (
	"slices"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

func (r *reader) collect(x message) {
	r.text.Read(r.lex, x.text)
	r.spans = identifiers.AppendAll(r.spans[:0], &r.text)
	slices.SortFunc(r.spans, func(a, b identifiers.Span) int { return a.Start - b.Start })
	r.read.Collect(&r.text, r.spans)
}

// terms gives an example for each possible term: is it inside gold evidence?
// Optional evidence teaches nothing.
func (r *reader) terms(x message, weight float64) []example {
	if x.plain {
		return nil
	}
	r.collect(x)
	var out []example
	var f [healthtag.MaxTermFeatures]uint32
	for k := range r.read.Terms {
		t := &r.read.Terms[k]
		start, end := r.text.Map.Original(int(r.text.Tokens[t.First].Start), int(r.text.Tokens[t.Last].End))
		yes, skip := false, false
		for _, g := range x.gold {
			if g.start < end && start < g.end && g.health {
				if g.optional {
					skip = true
				} else {
					yes = true
				}
			}
		}
		if skip && !yes {
			continue
		}
		n := r.read.TermFeatures(&r.text, k, &f)
		out = append(out, example{slices.Clone(f[:n]), yes, weight})
	}
	return out
}

// texts gives the examples of the message as a whole.
func (r *reader) texts(x message) (health, personal []example) {
	r.collect(x)
	var f [healthtag.MaxTermFeatures]uint32
	for k := range r.read.Terms {
		r.read.Terms[k].Prob = float32(r.m.chance(f[:r.read.TermFeatures(&r.text, k, &f)]))
	}
	if len(r.read.Terms) == 0 {
		return nil, nil
	}
	var g [healthtag.MaxTextFeatures]uint32
	if x.health != unknown {
		n := r.read.HealthFeatures(&r.text, &g)
		health = append(health, example{slices.Clone(g[:n]), x.health == yes, x.weight})
	}
	if x.personal != unknown {
		n := r.read.PersonalFeatures(&r.text, r.spans, &g)
		personal = append(personal, example{slices.Clone(g[:n]), x.personal == yes, x.weight})
	}
	return health, personal
}

func lowered(x message) message {
	b := []byte(x.text)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 32
		}
	}
	x.text = string(b)
	x.weight /= 2
	return x
}

// answer is a label that may be missing.
type answer uint8

const (
	unknown answer = iota
	no
	yes
)

func answerOf(b *bool) answer {
	switch {
	case b == nil:
		return unknown
	case *b:
		return yes
	}
	return no
}

// labels reads what a message's verdict says of health: phi and health yes,
// none no; an identifier message teaches by its gold evidence.
func (x *message) labels(verdict string, p *bool) {
	switch verdict {
	case "phi", "health":
		x.health = yes
	case "none":
		x.health = no
	}
	x.personal = answerOf(p)
	if x.personal == unknown && verdict == "phi" {
		x.personal = yes
	}
	if x.personal == unknown && strings.Contains(verdict, "identifier") && x.evidence() {
		x.personal = no
	}
}

func (x *message) evidence() bool {
	return slices.ContainsFunc(x.gold, func(g gold) bool { return g.health && !g.optional })
}
