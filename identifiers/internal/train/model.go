package main

import (
	"math"
	"math/rand/v2"

	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// model is a softmax classifier over hashed features, learned with AdaGrad.
type model struct {
	w, g [nametag.Labels << nametag.FeatureBits]float64
	seen int
	scan lexicon.Scan
}

const (
	rate  = 0.02
	decay = 1.5e-7
	// blindShare of the words are learned without the gazetteers, so that an
	// unknown name is found by its context.
	blindShare = 0.12
)

func newModel() *model { return &model{} }

// learn takes one step for each word of the message that teaches something and
// gives the summed loss.
func (m *model) learn(lex *lexicon.Lexicon, x *message, rng *rand.Rand) float64 {
	m.scan.Run(lex, x.text)
	msg := nametag.ReadMessage(&m.scan)
	var f [nametag.MaxFeatures]uint32
	prev := nametag.Other
	loss := 0.0
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
		want, skip, claimed := nametag.Other, false, false
		marked := g < len(x.gold) && x.gold[g].start < end
		if marked {
			want, skip, claimed = x.gold[g].label, x.gold[g].skip, x.gold[g].full
		}
		if claimed || !nametag.Candidate(&m.scan, i) {
			prev = nametag.Other
			continue
		}
		if x.only && !marked || !x.names && want == nametag.Other {
			skip = true
		}
		n := nametag.Features(&m.scan, msg, i, prev, want == nametag.Name && rng.Float64() < blindShare || rng.Float64() < 0.02, &f)
		p := m.softmax(f[:n])
		guess := nametag.Other
		if p[nametag.Name] >= 0.5 {
			guess = nametag.Name
		} else if p[nametag.City] >= 0.5 {
			guess = nametag.City
		}
		if !skip {
			m.seen++
			loss -= math.Log(math.Max(p[want], 1e-9))
			for l := range nametag.Labels {
				if !x.city && (nametag.Label(l) == nametag.City) {
					continue // the set does not mark cities: no evidence against them
				}
				d := p[l]
				if nametag.Label(l) == want {
					d--
				}
				d *= x.weigh
				for _, k := range f[:n] {
					at := int(k)*nametag.Labels + l
					grad := d + decay*m.w[at]
					m.g[at] += grad * grad
					m.w[at] -= rate * grad / (math.Sqrt(m.g[at]) + 1e-6)
				}
			}
		}
		prev = guess
		if rng.IntN(3) == 0 && !skip {
			prev = want
		}
	}
	return loss
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

// encode rounds the weights to signed bytes of nametag.Scale log-odds.
func (m *model) encode() []byte {
	out := make([]byte, len(m.w))
	for i, w := range m.w {
		v := math.Round(w / nametag.Scale)
		out[i] = byte(int8(math.Max(-127, math.Min(127, v))))
	}
	return out
}

// score gives the precision and recall of name words on a set.
func (m *model) score(lex *lexicon.Lexicon, set []message) (precision, recall float64) {
	var tp, fp, fn float64
	var f [nametag.MaxFeatures]uint32
	for k := range set {
		x := &set[k]
		m.scan.Run(lex, x.text)
		msg := nametag.ReadMessage(&m.scan)
		prev := nametag.Other
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
			want, skip, full := nametag.Other, false, false
			for _, g := range x.gold {
				if g.start < end && g.end > start {
					want, skip, full = g.label, g.skip, g.full
				}
			}
			guess := nametag.Other
			if !full && nametag.Candidate(&m.scan, i) {
				n := nametag.Features(&m.scan, msg, i, prev, false, &f)
				p := m.softmax(f[:n])
				if p[nametag.Name] >= 0.5 {
					guess = nametag.Name
				} else if p[nametag.City] >= 0.5 {
					guess = nametag.City
				}
			}
			prev = guess
			if skip || t.Class != lexicon.Word {
				continue
			}
			switch {
			case want == nametag.Name && guess == nametag.Name:
				tp++
			case want == nametag.Name:
				fn++
			case guess == nametag.Name:
				fp++
			}
		}
	}
	return tp / math.Max(1, tp+fp), tp / math.Max(1, tp+fn)
}
