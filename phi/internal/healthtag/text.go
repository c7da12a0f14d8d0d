package healthtag

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// mostWords bounds the words of a text whose own weights count, and with it
// the work; who speaks of whom shows at the beginning.
const mostWords = 60

// textWriter collects the features of a text.
type textWriter struct {
	out *[MaxTextFeatures]uint32
	n   int
}

func (w *textWriter) put(f uint32) {
	if w.n < MaxTextFeatures {
		w.out[w.n] = f
		w.n++
	}
}

// add writes a feature of few values.
func (w *textWriter) add(kind, v uint32) { w.put(hashed(kind, v, textFewBits)) }

// word writes a feature of a word: what it is where.
func (w *textWriter) word(place, id uint32) {
	w.put(1<<textFewBits + textBlock*hashed(29, id, textWordBits) + place)
}

// places of a word, up to textBlock
const (
	anywhere uint32 = iota
	atFirst
	behindName
	beforeName
)

// asRole is the place of a word for a role; it shares that of the first word,
// which a role hardly ever is.
const asRole = atFirst

// many writes a feature of as many values as there are pairs of words.
func (w *textWriter) many(kind, v uint32) {
	w.put(1<<textFewBits + textBlock<<textWordBits + hashed(kind, v, textManyBits))
}

// TextFeatures writes the features by which a text is judged as a whole; Judge
// has been called. spans are its identifiers.
func (r *Reading) TextFeatures(t *identifiers.Text, spans []identifiers.Span, out *[MaxTextFeatures]uint32) int {
	w := textWriter{out: out}
	w.add(0, 0)
	likely := r.evidenceFeatures(&w)
	identified := spanFeatures(&w, spans, likely)
	r.talkFeatures(&w, t, likely, identified)
	r.nearFeatures(&w, t)
	r.nameFeatures(&w, t, spans)
	r.hintFeatures(&w, t, spans)
	r.wordFeatures(&w, t)
	return w.n
}

// Speaks reports whether the text may speak of health at all: a term of the
// lexicon stands in it, or it speaks of a person ("she couldn't get out of bed
// for days"). The others need no judgement.
func (r *Reading) Speaks(t *identifiers.Text) bool {
	return len(r.Terms) > 0 || t.Triggers.Cues.HasAny(lexicon.CuePronounI, lexicon.CuePronounThird, lexicon.CueKin, lexicon.CueChild, lexicon.CuePerson)
}

// evidenceFeatures tells how much of the text's words is evidence of health. It
// returns how many terms are likely, up to three.
func (r *Reading) evidenceFeatures(w *textWriter) uint32 {
	var sure, likely, strong, medium, weak, kinds uint32
	none, best := 1.0, float32(0)
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
	sure, likely = min(sure, 3), min(likely, 3)
	w.add(1, uint32((1-none)*10))
	w.add(2, uint32(best*10))
	w.add(3, sure<<4|likely)
	w.add(4, min(strong, 3)<<4|min(medium, 2)<<2|min(weak, 2))
	w.add(5, min(uint32(r.Against), 3)<<4|likely)
	w.add(6, min(uint32(r.Figure), 2)<<4|likely)
	w.add(7, min(uint32(r.Animal), 2)<<4|likely)
	w.add(8, lengthBucket(r.length)<<4|likely)
	for c := uint32(1); c < uint32(lexicon.CategoryCount); c++ {
		if kinds&(1<<c) != 0 {
			w.add(9, c)
			w.add(10, c<<4|likely)
		}
	}
	listed := 0
	for i := range r.Terms {
		if r.Terms[i].Prob >= 0.3 && listed < 6 {
			w.many(11, r.Terms[i].key)
			listed++
		}
	}
	return likely
}

// spanFeatures tells who is identified and how. It returns 1 where somebody is
// who gives no care, 2 where only those who do are, else 0.
func spanFeatures(w *textWriter, spans []identifiers.Span, likely uint32) uint32 {
	var types, roles uint32
	names := uint32(0)
	for i := range spans {
		s := &spans[i]
		if s.Vague {
			continue
		}
		types |= 1 << s.Type
		if s.Type == identifiers.Name {
			roles |= 1 << s.Role
			names++
		}
	}
	for ty := uint32(1); ty < uint32(identifiers.TypeCount); ty++ {
		if types&(1<<ty) != 0 {
			w.add(12, ty)
			w.add(13, ty<<2|likely)
		}
	}
	w.add(14, roles<<2|min(names, 2))
	w.add(15, roles<<4|likely)
	const theirs = 1<<identifiers.RoleProvider | 1<<identifiers.RoleStaff
	identified := uint32(0)
	switch {
	case roles&^theirs != 0, types&(1<<identifiers.DateOfBirth|1<<identifiers.MedicalRecordNumber|1<<identifiers.HealthPlanNumber) != 0:
		identified = 1
	case roles != 0:
		identified = 2
	case types != 0:
		identified = 3
	}
	w.add(16, identified<<4|likely)
	return identified
}

// talkCues are the kinds of words that tell who speaks to whom about whom.
var talkCues = [...]lexicon.Cue{lexicon.CuePronounI, lexicon.CuePronounThird, lexicon.CuePronounYou, lexicon.CuePronounWe, lexicon.CueKin, lexicon.CueChild,
	lexicon.CuePerson, lexicon.CueMarketing, lexicon.CueNews, lexicon.CueStaff, lexicon.CueQuestion, lexicon.CueHypothetical, lexicon.CueNegation, lexicon.CueDoctor,
	lexicon.CueMoney, lexicon.CueTracking, lexicon.CueRelative, lexicon.CueSignoff, lexicon.CueGreeting, lexicon.CueRole, lexicon.CueRoom}

// talkFeatures tells who speaks to whom, as the kinds of words show that occur.
func (r *Reading) talkFeatures(w *textWriter, t *identifiers.Text, likely, identified uint32) {
	cues := &t.Triggers.Cues
	length := lengthBucket(r.length)
	var bits uint32
	for i, c := range talkCues {
		if cues.Has(c) {
			w.add(17, uint32(c))
			w.add(18, uint32(c)<<4|length)
			w.add(19, uint32(c)<<4|likely)
			w.add(20, uint32(c)<<4|identified)
			bits |= 1 << i
		}
	}
	question := uint32(0)
	for i := len(t.Tokens) - 1; i >= 0 && i >= len(t.Tokens)-mostWords; i-- {
		if t.Tokens[i].Is('?') {
			question = 1
			break
		}
	}
	w.add(21, bits&0x3FF)
	w.add(22, bits&0x0F)
	w.add(23, question<<4|length)
	w.add(24, question<<10|bits&0x3FF)
	w.add(25, question<<8|identified<<4|likely)
}

// nearFeatures tells whose the evidence is by what stands before it: a pronoun,
// a relative, a denial, a supposition.
func (r *Reading) nearFeatures(w *textWriter, t *identifiers.Text) {
	seen := 0
	for i := range r.Terms {
		x := &r.Terms[i]
		if x.Prob < 0.5 || seen == 8 {
			continue
		}
		seen++
		w.add(26, uint32(x.Category)<<4|uint32(x.Weight))
		found := uint32(0)
		for d := 1; d <= 4 && int(x.First)-d >= 0; d++ {
			switch c := t.CueAt(int(x.First) - d); c {
			case lexicon.CuePronounI, lexicon.CuePronounThird, lexicon.CuePronounYou, lexicon.CueKin, lexicon.CueChild, lexicon.CuePronounWe, lexicon.CueNegation, lexicon.CueHypothetical, lexicon.CueQuestion:
				w.add(27, uint32(c)<<3|uint32(min(d, 3)))
				if found == 0 {
					found = uint32(c)
				}
			}
		}
		w.add(28, found<<8|uint32(x.Category))
	}
}

// mostNames bounds the names whose surroundings are looked at.
const mostNames = 4

// nameFeatures tells who the named are by the words beside their names: "Kofi
// with NetHarbor", "Bec from Harbour Physio", "Pete (dad)".
func (r *Reading) nameFeatures(w *textWriter, t *identifiers.Text, spans []identifiers.Span) {
	names := 0
	for i := range spans {
		s := &spans[i]
		if s.Type != identifiers.Name {
			continue
		}
		if names++; names > mostNames {
			return
		}
		first, last := t.TokenRange(s.Start, s.End)
		b, bc := r.word(t, first-1)
		f, fc := r.word(t, last+1)
		f2, _ := r.word(t, last+2)
		role := uint32(s.Role)
		w.word(behindName, f)
		w.word(beforeName, b)
		w.add(34, role<<16|bc<<8|fc)
		w.many(35, f*31+f2)
		w.add(36, bit(first == 0)|bit(last+1 >= len(t.Tokens))<<1|role<<2)
	}
}

// wordFeatures gives the words themselves and their pairs.
func (r *Reading) wordFeatures(w *textWriter, t *identifiers.Text) {
	words := 0
	prev := uint32(1)
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Class == lexicon.Punct {
			continue
		}
		if words == mostWords {
			return
		}
		id := uint32(2)
		if k.Entry.Rank() >= 4 || k.Class == lexicon.Symbol || t.CueAt(i) != lexicon.NoCue {
			id = uint32(k.Hash)
			w.word(anywhere, id)
			if words == 0 {
				w.word(atFirst, id)
			}
		}
		w.many(31, prev*31+id)
		prev = id
		words++
	}
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
