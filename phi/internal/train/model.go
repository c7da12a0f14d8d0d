package main

import (
	"math"
	"math/rand/v2"

	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

// weights are a logistic classifier's, learned with AdaGrad; sum is of the
// weights at the ends of the last passes, whose average is kept.
type weights struct {
	w, g, avg []float64
	kept      int
}

const (
	rate  = 0.03
	decay = 1e-5
)

func newWeights(n int) weights {
	return weights{w: make([]float64, n), g: make([]float64, n), avg: make([]float64, n)}
}

func (m *weights) sum(f []uint32) float64 {
	s := 0.0
	for _, k := range f {
		s += m.w[k]
	}
	return s
}

func chance(s float64) float64 { return 1 / (1 + math.Exp(-s)) }

func (m *weights) step(f []uint32, yes bool, weight float64) {
	d := chance(m.sum(f))
	if yes {
		d--
	}
	d *= weight
	for _, k := range f {
		grad := d + decay*m.w[k]
		m.g[k] += grad * grad
		m.w[k] -= rate * grad / (math.Sqrt(m.g[k]) + 1e-6)
	}
}

func (m *weights) keep() {
	for i, w := range m.w {
		m.avg[i] += w
	}
	m.kept++
}

func (m *weights) finish() {
	for i, w := range m.avg {
		m.w[i] = w / float64(m.kept)
	}
}

// model holds the weights of terms and, for each head, of texts.
type model struct {
	terms weights
	texts [healthtag.Heads]weights
}

func newModel() *model {
	m := &model{terms: newWeights(healthtag.TermCount)}
	for h := range m.texts {
		m.texts[h] = newWeights(healthtag.TextCount)
	}
	return m
}

func (m *model) learnTerms(set []termExample, epochs int, rng *rand.Rand) {
	for e := range epochs {
		rng.Shuffle(len(set), func(i, j int) { set[i], set[j] = set[j], set[i] })
		for _, x := range set {
			m.terms.step(x.features, x.yes, x.weight)
		}
		if e >= epochs/2 {
			m.terms.keep()
		}
	}
	m.terms.finish()
}

func (m *model) learnTexts(set []textExample, epochs int, rng *rand.Rand) {
	for e := range epochs {
		rng.Shuffle(len(set), func(i, j int) { set[i], set[j] = set[j], set[i] })
		for _, x := range set {
			for h := range m.texts {
				if x.labels[h] != unknown {
					m.texts[h].step(x.features, x.labels[h] == yes, x.weight)
				}
			}
		}
		if e >= epochs/2 {
			for h := range m.texts {
				m.texts[h].keep()
			}
		}
	}
	for h := range m.texts {
		m.texts[h].finish()
	}
}

func (m *model) encode() []byte {
	return healthtag.Encode(func(f int) float64 { return m.terms.w[f] }, func(f int, h healthtag.Head) float64 { return m.texts[h].w[f] })
}
