package healthtag

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// HealthFeatures writes the features by which a text is judged to speak of
// somebody's health; Judge has been called.
func (r *Reading) HealthFeatures(t *identifiers.Text, out *[MaxTextFeatures]uint32) int {
	n := 0
	add := func(kind, v uint32) {
		out[n] = feature(IsHealth, kind, v)
		n++
	}
	var sure, likely, strong, medium, weak uint32
	none, best := 1.0, float32(0)
	var kinds uint32
	for i := range r.Terms {
		x := &r.Terms[i]
		none *= 1 - float64(x.Prob)
		best = max(best, x.Prob)
		if x.Prob >= 0.8 {
			sure++
		}
		if x.Prob >= 0.5 {
			likely++
			kinds |= 1 << x.Category
		}
		switch x.Weight {
		case lexicon.Strong:
			strong++
		case lexicon.Medium:
			medium++
		default:
			weak++
		}
	}
	length := lengthBucket(r.length)
	add(0, 0)
	add(1, uint32((1-none)*10))
	add(2, uint32(best*10))
	add(3, min(sure, 3)<<4|min(likely, 3))
	add(4, min(strong, 3)<<4|min(medium, 2)<<2|min(weak, 2))
	add(5, min(uint32(r.Against), 3)<<4|min(likely, 2))
	add(6, min(uint32(r.Figure), 2)<<4|min(likely, 2))
	add(7, min(uint32(r.Animal), 2)<<4|min(likely, 2))
	add(8, length<<4|min(likely, 3))
	for c := uint32(1); c < uint32(lexicon.CategoryCount); c++ {
		if kinds&(1<<c) != 0 {
			add(9, c)
			add(10, c<<4|min(likely, 2))
		}
	}
	if likely <= 2 {
		for i := range r.Terms {
			if r.Terms[i].Prob >= 0.3 && n < MaxTextFeatures-40 {
				add(11, r.Terms[i].key)
			}
		}
	}
	cues := &t.Triggers.Cues
	for _, c := range talkCues {
		if cues.Has(c) {
			add(12, uint32(c)<<2|min(likely, 2))
		}
	}
	return n
}

// talkCues are the kinds of words that tell who speaks to whom about whom.
var talkCues = [...]lexicon.Cue{lexicon.CuePronounI, lexicon.CuePronounThird, lexicon.CuePronounYou, lexicon.CuePronounWe, lexicon.CueKin, lexicon.CueChild,
	lexicon.CuePerson, lexicon.CueMarketing, lexicon.CueNews, lexicon.CueStaff, lexicon.CueQuestion, lexicon.CueHypothetical, lexicon.CueNegation, lexicon.CueDoctor,
	lexicon.CueMoney, lexicon.CueTracking, lexicon.CueRelative}

// PersonalFeatures writes the features by which a text is judged to be about a
// particular person. spans are its identifiers.
func (r *Reading) PersonalFeatures(t *identifiers.Text, spans []identifiers.Span, out *[MaxTextFeatures]uint32) int {
	n := 0
	add := func(kind, v uint32) {
		if n < MaxTextFeatures {
			out[n] = feature(IsPersonal, kind, v)
			n++
		}
	}
	var types uint32
	for i := range spans {
		types |= 1 << spans[i].Type
	}
	length := lengthBucket(r.length)
	add(0, length)
	for ty := uint32(1); ty < uint32(identifiers.TypeCount); ty++ {
		if types&(1<<ty) != 0 {
			add(1, ty)
		}
	}
	cues := &t.Triggers.Cues
	var bits uint32
	for i, c := range talkCues {
		if cues.Has(c) {
			add(2, uint32(c))
			add(3, uint32(c)<<4|length)
			bits |= 1 << i
		}
	}
	add(4, bits&0x3FF)
	add(5, bits&0x0F)
	toks := t.Tokens
	question := uint32(0)
	words := 0
	prev := uint32(1)
	for i := range toks {
		k := &toks[i]
		if k.Is('?') {
			question = 1
		}
		if k.Class == lexicon.Punct || words > 60 {
			continue
		}
		if k.Entry.Rank() >= 7 || t.CueAt(i) != lexicon.NoCue {
			id := uint32(k.Hash)
			add(6, id)
			if words < 24 {
				add(7, prev*31+id)
			}
			if words == 0 {
				add(8, id)
			}
			prev = id
		} else {
			prev = 2
		}
		words++
	}
	add(9, question<<4|length)
	add(10, question<<10|bits&0x3FF)
	for i := range r.Terms {
		x := &r.Terms[i]
		if x.Prob < 0.5 || n > MaxTextFeatures-8 {
			continue
		}
		add(11, uint32(x.Category)<<4|uint32(x.Weight))
		for d := 1; d <= 3 && int(x.First)-d >= 0; d++ {
			c := t.CueAt(int(x.First) - d)
			if c == lexicon.CuePronounI || c == lexicon.CuePronounThird || c == lexicon.CuePronounYou || c == lexicon.CueKin || c == lexicon.CuePronounWe {
				add(12, uint32(c))
				break
			}
		}
	}
	return n
}

// OnlyInsurance reports that all likely evidence is of payment for care.
func (r *Reading) OnlyInsurance() bool {
	found := false
	for i := range r.Terms {
		if x := &r.Terms[i]; x.Prob >= 0.3 {
			if x.Category != lexicon.Insurance {
				return false
			}
			found = true
		}
	}
	return found
}
