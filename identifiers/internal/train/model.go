package main

import (
	"math"
	"math/rand/v2"

	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// model is a softmax classifier over hashed features, learned with AdaGrad.
type model struct {
	w, g []float64
	sum  []float64 // of the weights at the ends of the last epochs
	sums int
	loss float64
	seen int
	scan lexicon.Scan
}

const (
	rate  = 0.025
	decay = 2e-7
	// blindShare of the names are learned without the gazetteers, so that an
	// unknown name is found by its context.
	blindShare = 0.12
)

func newModel() *model {
	n := nametag.Labels * nametag.FeatureCount
	return &model{w: make([]float64, n), g: make([]float64, n), sum: make([]float64, n)}
}

// word is one decision: the token, its label, and whether it counts.
type word struct {
	token int
	want  nametag.Label
	skip  bool
	// either reports that the set does not mark cities: what is not labelled
	// a name may be a city or nothing.
	either bool
}

// walk calls f for each word that the tagger would score, with the label given
// to the word before; f gives the label of this one. It calls missed, if not
// nil, for the labelled words that are no candidates.
func (m *model) walk(lex *lexicon.Lexicon, x *message, f func(msg nametag.Message, w word, prev nametag.Label) nametag.Label, missed func(nametag.Label)) {
	m.scan.Run(lex, x.text)
	msg := nametag.ReadMessage(&m.scan)
	prev := nametag.Other
	g := 0
	for i := range m.scan.Tokens {
		t := &m.scan.Tokens[i]
		if t.Class == lexicon.Punct {
			if t.First != '-' && t.First != '\'' && t.First != '.' {
				prev = nametag.Other
			}
			continue
		}
		if t.Gap == lexicon.GapLine {
			prev = nametag.Other
		}
		start, end := m.scan.Map.Original(int(t.Start), int(t.End))
		for g < len(x.gold) && x.gold[g].end <= start {
			g++
		}
		w := word{token: i}
		claimed := false
		marked := g < len(x.gold) && x.gold[g].start < end
		if marked {
			w.want, w.skip, claimed = x.gold[g].label, x.gold[g].skip, x.gold[g].full
		}
		if claimed || !nametag.Candidate(&m.scan, msg, i) {
			if !claimed && !w.skip && t.Class == lexicon.Word && missed != nil {
				missed(w.want)
			}
			prev = nametag.Other
			continue
		}
		if x.only && !marked || !x.names && w.want == nametag.Other {
			w.skip = true
		}
		w.either = !x.city && w.want == nametag.Other
		prev = f(msg, w, prev)
	}
}

// learn takes one step for each word of the message that teaches something.
func (m *model) learn(lex *lexicon.Lexicon, x *message, rng *rand.Rand) {
	var f [nametag.MaxFeatures]uint32
	m.walk(lex, x, func(msg nametag.Message, w word, prev nametag.Label) nametag.Label {
		blind := w.want == nametag.Name && rng.Float64() < blindShare || rng.Float64() < 0.02
		n := nametag.Features(&m.scan, msg, w.token, prev, blind, &f)
		p := m.softmax(f[:n])
		if !w.skip {
			m.step(f[:n], p, w, x.weigh)
			if rng.IntN(3) == 0 {
				return w.want
			}
		}
		return guess(p)
	}, nil)
}

// step moves the weights against the gradient of the loss. Where a word may be
// of two labels the loss is that of either.
func (m *model) step(f []uint32, p [nametag.Labels]float64, w word, weight float64) {
	var target [nametag.Labels]float64
	target[w.want] = 1
	if w.either {
		both := p[nametag.Other] + p[nametag.City]
		target[nametag.Other], target[nametag.City] = p[nametag.Other]/both, p[nametag.City]/both
		m.loss -= math.Log(math.Max(both, 1e-9))
	} else {
		m.loss -= math.Log(math.Max(p[w.want], 1e-9))
	}
	m.seen++
	for l := range p {
		d := (p[l] - target[l]) * weight
		for _, k := range f {
			at := int(k)*nametag.Labels + l
			grad := d + decay*m.w[at]
			m.g[at] += grad * grad
			m.w[at] -= rate * grad / (math.Sqrt(m.g[at]) + 1e-6)
		}
	}
}

func guess(p [nametag.Labels]float64) nametag.Label {
	switch {
	case p[nametag.Name] >= 0.5:
		return nametag.Name
	case p[nametag.City] >= 0.5:
		return nametag.City
	}
	return nametag.Other
}

func (m *model) softmax(f []uint32) (p [nametag.Labels]float64) {
	var s [nametag.Labels]float64
	for _, k := range f {
		for l := range s {
			s[l] += m.w[int(k)*nametag.Labels+l]
		}
	}
	top := math.Max(s[0], math.Max(s[1], s[2]))
	sum := 0.0
	for l := range s {
		p[l] = math.Exp(s[l] - top)
		sum += p[l]
	}
	for l := range p {
		p[l] /= sum
	}
	return p
}

// keep adds the present weights to the average that finish makes the model of:
// the last steps of stochastic descent scatter around the best weights.
func (m *model) keep() {
	for i, w := range m.w {
		m.sum[i] += w
	}
	m.sums++
}

func (m *model) finish() {
	if m.sums == 0 {
		return
	}
	for i, w := range m.sum {
		m.w[i] = w / float64(m.sums)
	}
}

func (m *model) encode() []byte {
	return nametag.Encode(func(f int, l nametag.Label) float64 { return m.w[f*nametag.Labels+int(l)] })
}
