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
	// Weights stand in parts: features of few values, which every term or text
	// has, share small ones that stay in the nearest cache; those that are as
	// many as there are words hash into large ones, and what is asked of one
	// word stands side by side.
	termFewBits  = 15
	termKeyBits  = 12 // terms, in blocks
	termKeyBlock = 32
	termManyBits = 17
	textFewBits  = 13
	textWordBits = 14 // words, in blocks
	textBlock    = 4
	textManyBits = 15
	// TermCount and TextCount are how many features the two models have. A
	// feature of a text has a weight for each head, one beside the other.
	TermCount = 1<<termFewBits + termKeyBlock<<termKeyBits + 1<<termManyBits
	TextCount = 1<<textFewBits + textBlock<<textWordBits + 1<<textManyBits
	// Scale turns a stored weight, one signed byte, into log-odds.
	Scale = 1.0 / 20
	// MaxTermFeatures bounds the features of one term.
	MaxTermFeatures = 40
	// MaxTextFeatures bounds the features of a text.
	MaxTextFeatures = 256

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
	// IsHinted: of a text that identifies nobody by name or number, does it
	// point to one person all the same?
	IsHinted
	// Heads is their number.
	Heads = 4
)

// hashed spreads a feature over a part of 2^bits places.
func hashed(kind, v, bits uint32) uint32 {
	return uint32((uint64(kind)<<32 | uint64(v)) * golden >> (64 - bits))
}

// termChance is the chance that a term with these features is evidence.
func termChance(features []uint32) float32 {
	if len(weightData) != TermCount+recordSize*TextCount {
		return 0
	}
	var sum int32
	for _, f := range features {
		sum += int32(int8(weightData[f]))
	}
	return chance(sum)
}

// recordSize is the bytes of a text feature's weights: one a head, biased by
// 128, so that one load gets them all.
const recordSize = 4

// TextChances gives the chance of each head's yes for a text's features, at
// most MaxTextFeatures.
func TextChances(features []uint32) (c [Heads]float32) {
	if len(weightData) != TermCount+recordSize*TextCount {
		return c
	}
	data := weightData[TermCount:]
	// Two sums of 16 bits each share a word: 256 times 255 fit.
	var even, odd uint32
	for _, f := range features {
		i := int(f) * recordSize
		_ = data[i+3]
		x := uint32(data[i]) | uint32(data[i+1])<<8 | uint32(data[i+2])<<16 | uint32(data[i+3])<<24
		even += x & 0x00FF00FF
		odd += x >> 8 & 0x00FF00FF
	}
	bias := int32(len(features)) * 128
	return [Heads]float32{
		IsHealth: chance(int32(even&0xFFFF) - bias), IsPersonal: chance(int32(odd&0xFFFF) - bias),
		IsTheirs: chance(int32(even>>16) - bias), IsHinted: chance(int32(odd>>16) - bias),
	}
}

// Encode writes the weights, in log-odds, in the form that the models read.
func Encode(term func(feature int) float64, text func(feature int, h Head) float64) []byte {
	out := make([]byte, TermCount+recordSize*TextCount)
	round := func(w float64) int { return int(math.Max(-127, math.Min(127, math.Round(w/Scale)))) }
	for f := range TermCount {
		out[f] = byte(int8(round(term(f))))
	}
	for f := range TextCount {
		for h := range Heads {
			out[TermCount+recordSize*f+h] = byte(round(text(f, Head(h))) + 128)
		}
	}
	return out
}

// surest is the sum, in steps of Scale, beyond which a chance is no nearer to 0 or
// 1 than one in 20 million.
const surest = 340

// chances holds the chance of each sum: an exponential takes longer than a whole
// term's features.
var chances = func() (c [2*surest + 1]float32) {
	for i := range c {
		c[i] = float32(1 / (1 + math.Exp(-float64(i-surest)*Scale)))
	}
	return c
}()

func chance(sum int32) float32 { return chances[max(0, min(2*surest, sum+surest))] }

// TermFeatures writes the features of term k and returns how many there are.
func (r *Reading) TermFeatures(t *identifiers.Text, k int, out *[MaxTermFeatures]uint32) int {
	n := 0
	few := func(kind, v uint32) {
		out[n] = hashed(kind, v, termFewBits)
		n++
	}
	many := func(kind, v uint32) {
		out[n] = 1<<termFewBits + termKeyBlock<<termKeyBits + hashed(kind, v, termManyBits)
		n++
	}
	x := &r.Terms[k]
	block := 1<<termFewBits + termKeyBlock*hashed(1, x.key, termKeyBits)
	own := func(i uint32) { // what is known of the term itself
		out[n] = block + i
		n++
	}
	toks := t.Tokens
	first := &toks[x.First]
	cw := uint32(x.Category)<<8 | uint32(x.Weight)<<4 | uint32(x.kind)
	few(0, cw)
	own(0)
	few(2, cw<<4|uint32(first.Case))
	b, bc := r.word(t, int(x.First)-1)
	f, fc := r.word(t, int(x.Last)+1)
	many(3, b)
	many(4, f)
	few(5, cw<<8|bc)
	few(6, cw<<8|fc)
	many(7, x.key*31+f)
	many(8, x.key*37+b)
	strong, any := r.company(k)
	few(9, cw<<4|strong)
	few(10, cw<<4|any)
	own(1 + min(strong, 1))
	near := uint32(0)
	if k > 0 && x.First-r.Terms[k-1].Last <= 4 {
		near |= 1
		few(12, cw<<16|uint32(r.Terms[k-1].Category)<<8|uint32(r.Terms[k-1].Weight))
	}
	if k+1 < len(r.Terms) && r.Terms[k+1].First-x.Last <= 4 {
		near |= 2
		few(13, cw<<16|uint32(r.Terms[k+1].Category)<<8|uint32(r.Terms[k+1].Weight))
	}
	few(14, cw<<2|near)
	few(15, uint32(x.Last-x.First))
	few(16, cw<<4|min(uint32(r.Against), 2)<<2|min(uint32(r.Figure), 2))
	few(17, cw<<4|lengthBucket(r.length))
	few(18, cw<<1|digitBeside(toks, x))
	b2, _ := r.word(t, int(x.First)-2)
	f2, _ := r.word(t, int(x.Last)+2)
	many(19, b2)
	many(20, f2)
	many(21, b2*31+b)
	many(22, f2*31+f)
	many(23, cw*0x9E3779B1^b)
	many(24, cw*0x85EBCA6B^f)
	// a rare word of medicine is what it is; a common one may mean anything
	last := &toks[x.Last]
	rank := uint32(first.Entry.Rank())
	few(27, cw<<4|rank)
	few(28, cw<<4|uint32(last.Entry.Rank()))
	few(29, uint32(x.Weight)<<12|min(uint32(last.End-first.Start), 31)<<4|rank)
	few(30, uint32(x.Sensitivity)<<4|uint32(x.Weight))
	cues := &t.Triggers.Cues
	who := bit(cues.Has(lexicon.CuePronounI)) | bit(cues.Has(lexicon.CueKin))<<1 | bit(cues.Has(lexicon.CueMarketing))<<2 | bit(cues.Has(lexicon.CuePerson))<<3
	few(25, cw<<4|who)
	own(16 + who)
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
