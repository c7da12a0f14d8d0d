package main

import (
	"slices"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

// reader turns messages into examples.
type reader struct {
	lex   *lexicon.Lexicon
	text  identifiers.Text
	spans []identifiers.Span
	read  healthtag.Reading
}

func newReader() *reader { return &reader{lex: lexicon.Default()} }

func (r *reader) collect(x message) {
	r.text.Read(r.lex, x.text)
	r.spans = identifiers.AppendAll(r.spans[:0], &r.text)
	r.read.Collect(&r.text, r.spans)
}

// optionalWeight is how much optional evidence counts as evidence: giving it is
// no error.
const optionalWeight = 0.4

// termExample is one possible piece of evidence to learn from.
type termExample struct {
	features []uint32
	yes      bool
	weight   float64
}

// terms gives an example for each possible term: is it inside gold evidence? Of texts without marks that speak of no
// health every term is none.
func (r *reader) terms(x message, weight float64) []termExample {
	if x.plain && x.labels[healthtag.IsHealth] != no {
		return nil
	}
	r.collect(x)
	var out []termExample
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
		w := weight
		if skip && !yes {
			yes, w = true, weight*optionalWeight
		}
		n := r.read.TermFeatures(&r.text, k, &f)
		out = append(out, termExample{slices.Clone(f[:n]), yes, w})
	}
	return out
}

// textExample is a text to learn from: an answer for each head.
type textExample struct {
	features []uint32
	labels   [healthtag.Heads]answer
	weight   float64
}

// texts gives the example of the message as a whole, its terms judged by m;
// none where nothing in it could speak of health.
func (r *reader) texts(m *model, x message) []textExample {
	r.collect(x)
	if !r.read.Speaks(&r.text) {
		return nil
	}
	var f [healthtag.MaxTermFeatures]uint32
	for k := range r.read.Terms {
		r.read.Terms[k].Prob = float32(chance(m.terms.sum(f[:r.read.TermFeatures(&r.text, k, &f)])))
	}
	e := textExample{labels: x.labels, weight: x.weight}
	if !slices.ContainsFunc(r.spans, func(s identifiers.Span) bool {
		return !s.Vague && s.Type != identifiers.City && s.Type != identifiers.Facility
	}) {
		e.labels[healthtag.IsTheirs] = unknown
	}
	if x.named || x.plain || slices.ContainsFunc(r.spans, identifies) {
		e.labels[healthtag.IsHinted] = unknown
	}
	var g [healthtag.MaxTextFeatures]uint32
	e.features = slices.Clone(g[:r.read.TextFeatures(&r.text, r.spans, &g)])
	return []textExample{e}
}

// identifies reports a span that points to somebody by itself.
func identifies(s identifiers.Span) bool {
	switch s.Type {
	case identifiers.City, identifiers.Facility, identifiers.Age, identifiers.Date:
		return false
	}
	return !s.Vague
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

// label reads what a message's verdict says: of health phi and health yes, none
// no, an identifier message nothing; of whose it is, and whether somebody is
// hinted at, phi yes, all others no.
func (x *message) label(verdict string, p *bool) {
	health, personal, theirs, hinted := unknown, answerOf(p), no, no
	switch verdict {
	case "phi":
		health, theirs, hinted = yes, yes, yes
	case "health":
		health = yes
	case "none":
		health = no
	}
	if personal == unknown && verdict == "phi" {
		personal = yes
	}
	if personal == unknown && strings.Contains(verdict, "identifier") && x.evidence() {
		personal = no
	}
	x.labels = [healthtag.Heads]answer{health, personal, theirs, hinted}
}

func (x *message) evidence() bool {
	return slices.ContainsFunc(x.gold, func(g gold) bool { return g.health && !g.optional })
}
