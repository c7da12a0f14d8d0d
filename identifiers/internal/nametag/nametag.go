// Package nametag decides, word by word, what is a person's name and what a
// city: a linear model over what the one look-up already knows of the word and
// its neighbours. Its weights are learned by identifiers/internal/train from
// labelled messages and embedded.
//
// A word is scored once, left to right; the label given to the word before is
// a feature of the next. The work is one table load a feature.
package nametag

import (
	_ "embed" // the weights
	"math"

	"github.com/phidetect/phidetect/lexicon"
)

//go:embed weights.bin
var weightData string

// Label is what a word is.
type Label uint8

const (
	// Other is neither name nor city.
	Other Label = iota
	// Name is part of a person's name.
	Name
	// City is part of a place's name.
	City
	// Labels is their number.
	Labels = 3
)

const (
	// Weights stand in two parts. Features of few values, which every word
	// has, share a small part that stays in the nearest cache; those that are
	// as many as there are words hash into a large one.
	fewBits  = 13
	manyBits = 18
	// FeatureCount is the number of features, one weight a label each.
	FeatureCount = 1<<fewBits + 1<<manyBits
	golden       = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio
	// Scale turns a stored weight, one signed byte, into log-odds.
	Scale = 1.0 / 20
)

// recordSize is the bytes of a feature's weights: how much it says for Name and
// for City against Other, each biased by 128.
const recordSize = 2

// Odds are the log-odds of Name and of City against Other, in steps of Scale.
type Odds struct{ Name, City int32 }

// Score gives the odds for the features, at most MaxFeatures.
func Score(features []uint32) Odds {
	data := weightData
	if len(data) != recordSize*FeatureCount {
		return Odds{}
	}
	// Two sums of 16 bits each share a word: 256 times 255 fit.
	var sum uint32
	for _, f := range features {
		i := int(f) * recordSize
		_ = data[i+1]
		sum += uint32(data[i]) | uint32(data[i+1])<<16
	}
	bias := int32(len(features)) * 128
	return Odds{int32(sum&0xFFFF) - bias, int32(sum>>16) - bias}
}

// Encode writes the weights, in log-odds, in the form that Score reads; weight
// gives that of a label for a feature.
func Encode(weight func(feature int, l Label) float64) []byte {
	out := make([]byte, 0, recordSize*FeatureCount)
	for f := range FeatureCount {
		other := weight(f, Other)
		for l := Name; l < Labels; l++ {
			v := math.Round((weight(f, l) - other) / Scale)
			out = append(out, byte(int(math.Max(-127, math.Min(127, v)))+128))
		}
	}
	return out
}

// most is the log-odds, in steps of Scale, beyond which a probability is no nearer
// to 1 than one in 20 million, least that below which it counts for nothing.
const (
	most  = 340
	least = -80
)

// powers holds e to the power of each log-odds: an exponential takes as long as a
// word's features.
var powers = func() (p [most - least + 1]float32) {
	for i := range p {
		p[i] = float32(math.Exp(float64(i+least) * Scale))
	}
	return p
}()

// Probability turns the odds into the probabilities of Name and City; of words
// that are clearly neither it gives zeros.
func (o Odds) Probability() (name, city float32) {
	if o.Name < least && o.City < least {
		return 0, 0
	}
	n := powers[min(max(o.Name, least), most)-least]
	c := powers[min(max(o.City, least), most)-least]
	return n / (1 + n + c), c / (1 + n + c)
}

// Candidate reports whether the word at token i may be a name or a city at
// all; the others need no score.
func Candidate(s *lexicon.Scan, m Message, i int) bool {
	t := &s.Tokens[i]
	if t.Class != lexicon.Word || t.Len() > 24 {
		return false
	}
	e := t.Entry
	rank := m.rank(e)
	if e.HasAny(lexicon.Spanish | lexicon.French) {
		// how common a word is in another language says little against a name
		return t.Len() > 1 && (t.Case != lexicon.LowerCase || rank < 12 || e.Name() > 3 || introduced(s, i))
	}
	if t.Case == lexicon.LowerCase && !e.HasAny(lexicon.Verb) {
		// common words, medical terms and cues that are hardly ever names
		switch {
		case rank >= 9 && (e.Has(lexicon.Stop) || e.Name() < 8 && e.Place() < 9):
			return false
		case rank > 0 && e.Name() == 0 && e.Place() == 0:
			return introduced(s, i)
		case (rank >= 5 || e.Weight() >= lexicon.Medium) && e.Name() < 6 && e.Place() < 7:
			return introduced(s, i)
		}
	}
	if e.Has(lexicon.Stop) && rank >= 9 && t.Case != lexicon.TitleCase {
		return false
	}
	if rank >= 8 && !e.Has(lexicon.Verb) && (e.Has(lexicon.Stop) && e.Name() < 9 || e.Name() == 0 && e.Place() == 0) {
		return introduced(s, i) // "The", "Please" at the start of a sentence
	}
	if t.Len() == 1 {
		return letterInitial(s, i)
	}
	return true
}

// introduced reports whether the word before announces a name.
func introduced(s *lexicon.Scan, i int) bool {
	if i == 0 {
		return false
	}
	t := &s.Tokens[i-1]
	if t.Suffix == lexicon.SuffixM || t.Suffix == lexicon.SuffixS && t.Entry.Rank() >= 9 {
		return true // "I'm", "it's", "name's"
	}
	e := t.Entry
	if t.Phrase > 0 {
		e = s.Phrases[t.Phrase-1].Entry
	}
	switch e.Cue() {
	case lexicon.CueIntro, lexicon.CueTitle, lexicon.CueDoctor, lexicon.CueKin:
		return true
	}
	return false
}

// letterInitial reports whether a letter may be an initial: "mike d", "t.
// oyelaran", "J.K.", "R-B", "Jordan T".
func letterInitial(s *lexicon.Scan, i int) bool {
	if i+1 < len(s.Tokens) && (s.Tokens[i+1].Is('.') || s.Tokens[i+1].Is('-') && s.Tokens[i+1].Gap == lexicon.GapNone) {
		return i+2 >= len(s.Tokens) || s.Tokens[i+2].Class == lexicon.Word || s.Tokens[i].Case != lexicon.LowerCase
	}
	if i == 0 {
		return false
	}
	b := &s.Tokens[i-1]
	if b.Class == lexicon.Punct && s.Tokens[i].Gap == lexicon.GapNone && (b.First == '.' || b.First == '-' || b.First == '^') {
		return true
	}
	return s.Tokens[i].Gap == lexicon.GapSpace && b.Class == lexicon.Word && (b.Entry.Given() > 3 || b.Case == lexicon.TitleCase && s.Tokens[i].Case != lexicon.LowerCase)
}
