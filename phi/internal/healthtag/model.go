package healthtag

import (
	_ "embed" // the weights
	"math"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

//go:embed weights.bin
var weightData string

const (
	termBits = 18
	textBits = 17
	// TermCount and TextCount are how many features the two models have. A
	// feature of a text has a weight for each head, one beside the other.
	TermCount = 1 << termBits
	TextCount = 1 << textBits
	// Scale turns a stored weight, one signed byte, into log-odds.
	Scale = 1.0 / 20
	// MaxTermFeatures bounds the features of one term.
	MaxTermFeatures = 40
	// MaxTextFeatures bounds the features of a text.
	MaxTextFeatures = 288

	golden = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio
)

// Head is one of the questions asked of a text.
type Head uint32

const (
	// IsHealth: does it speak of somebody's health or care?
	IsHealth Head = iota
	// IsPersonal: is it about a particular person's?
	IsPersonal
	// IsTheirs: of a text that identifies somebody, is it about that person's?
	IsTheirs
	// Heads is their number.
	Heads = 3
)

func termFeature(kind, v uint32) uint32 {
	return uint32((uint64(kind)<<32 | uint64(v)) * golden >> (64 - termBits))
}

func textFeature(kind, v uint32) uint32 {
	return uint32((uint64(kind)<<32 | uint64(v)) * golden >> (64 - textBits))
}

// termChance is the chance that a term with these features is evidence.
func termChance(features []uint32) float32 {
	if len(weightData) < TermCount {
		return 0
	}
	var sum int32
	for _, f := range features {
		sum += int32(int8(weightData[f]))
	}
	return chance(sum)
}

// TextChances gives the chance of each head's yes for a text's features.
func TextChances(features []uint32) (c [Heads]float32) {
	if len(weightData) < TermCount+Heads*TextCount {
		return c
	}
	var health, personal, theirs int32
	for _, f := range features {
		w := weightData[TermCount+Heads*f:][:Heads]
		health += int32(int8(w[IsHealth]))
		personal += int32(int8(w[IsPersonal]))
		theirs += int32(int8(w[IsTheirs]))
	}
	return [Heads]float32{chance(health), chance(personal), chance(theirs)}
}

func chance(sum int32) float32 {
	return float32(1 / (1 + math.Exp(-float64(sum)*Scale)))
}

// TermFeatures writes the features of term k and returns how many there are.
func (r *Reading) TermFeatures(t *identifiers.Text, k int, out *[MaxTermFeatures]uint32) int {
	n := 0
	add := func(kind, v uint32) {
		out[n] = termFeature(kind, v)
		n++
	}
	x := &r.Terms[k]
	toks := t.Tokens
	first := &toks[x.First]
	cw := uint32(x.Category)<<8 | uint32(x.Weight)<<4 | uint32(x.kind)
	add(0, cw)
	add(1, x.key)
	add(2, cw<<4|uint32(first.Case))
	b, bc := r.word(t, int(x.First)-1)
	f, fc := r.word(t, int(x.Last)+1)
	add(3, b)
	add(4, f)
	add(5, cw<<8|bc)
	add(6, cw<<8|fc)
	add(7, x.key*31+f)
	add(8, x.key*37+b)
	strong, any := r.company(k)
	add(9, cw<<4|strong)
	add(10, cw<<4|any)
	add(11, x.key<<2|min(strong, 1))
	near := uint32(0)
	if k > 0 && x.First-r.Terms[k-1].Last <= 4 {
		near |= 1
		add(12, cw<<16|uint32(r.Terms[k-1].Category)<<8|uint32(r.Terms[k-1].Weight))
	}
	if k+1 < len(r.Terms) && r.Terms[k+1].First-x.Last <= 4 {
		near |= 2
		add(13, cw<<16|uint32(r.Terms[k+1].Category)<<8|uint32(r.Terms[k+1].Weight))
	}
	add(14, cw<<2|near)
	add(15, uint32(x.Last-x.First))
	add(16, cw<<4|min(uint32(r.Against), 2)<<2|min(uint32(r.Figure), 2))
	add(17, cw<<4|lengthBucket(r.length))
	add(18, cw<<1|digitBeside(toks, x))
	b2, _ := r.word(t, int(x.First)-2)
	f2, _ := r.word(t, int(x.Last)+2)
	add(19, b2)
	add(20, f2)
	add(21, b2*31+b)
	add(22, f2*31+f)
	add(23, cw*0x9E3779B1^b)
	add(24, cw*0x85EBCA6B^f)
	cues := &t.Triggers.Cues
	who := bit(cues.Has(lexicon.CuePronounI)) | bit(cues.Has(lexicon.CueKin))<<1 | bit(cues.Has(lexicon.CueMarketing))<<2 | bit(cues.Has(lexicon.CuePerson))<<3
	add(25, cw<<4|who)
	add(26, x.key<<4^who)
	return n
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

func digitBeside(toks []lexicon.Token, x *Term) uint32 {
	if int(x.Last)+1 < len(toks) && (toks[x.Last+1].Class == lexicon.Number || toks[x.Last+1].Class == lexicon.Mixed) {
		return 1
	}
	return 0
}

func lengthBucket(n int) uint32 {
	switch {
	case n <= 4:
		return 0
	case n <= 8:
		return 1
	case n <= 16:
		return 2
	case n <= 32:
		return 3
	case n <= 80:
		return 4
	}
	return 5
}

// company counts, up to three, the strong terms and all terms but k.
func (r *Reading) company(k int) (strong, all uint32) {
	for i := max(0, k-12); i < len(r.Terms) && i <= k+12; i++ {
		if i == k {
			continue
		}
		all++
		if r.Terms[i].Weight == lexicon.Strong {
			strong++
		}
	}
	return min(strong, 3), min(all, 3)
}

// word gives an id of the token for features, and its cue or class.
func (r *Reading) word(t *identifiers.Text, i int) (id, class uint32) {
	if i < 0 {
		return 1, 1
	}
	if i >= len(t.Tokens) {
		return 2, 2
	}
	k := &t.Tokens[i]
	switch k.Class {
	case lexicon.Punct:
		return 256 + uint32(k.First), 3
	case lexicon.Number, lexicon.Mixed:
		return 4, 4
	case lexicon.Symbol:
		return uint32(k.Hash), 5
	}
	c := t.CueAt(i)
	if c != lexicon.NoCue || k.Entry.Rank() >= 5 {
		return uint32(k.Hash) | 1<<31, 16 + uint32(c)
	}
	if k.Entry.Weight() != lexicon.NoWeight {
		return 512 + uint32(k.Entry.Category()), 6
	}
	return 7, 7
}

// Judge fills in the chance of each term.
func (r *Reading) Judge(t *identifiers.Text) {
	var f [MaxTermFeatures]uint32
	for k := range r.Terms {
		r.Terms[k].Prob = termChance(f[:r.TermFeatures(t, k, &f)])
	}
}
