package phi

import (
	"math"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// healthScratch is the memory the health reader works in.
type healthScratch struct {
	weak []Evidence // weak terms, kept until it is known whether they have company
}

// readHealth collects the evidence and scores it.
func (d *Detector) readHealth(r *Result, t *identifiers.Text, s *scratch) {
	h := &r.Health
	*h = Health{Evidence: h.Evidence[:0]}
	var sum tally
	toks := t.Tokens
	span := 0 // the first span that ends behind the token
	for i := 0; i < len(toks); i++ {
		k := &toks[i]
		for span < len(r.Spans) && r.Spans[span].End <= int(k.Start) {
			span++
		}
		inSpan := span < len(r.Spans) && r.Spans[span].Start <= int(k.Start)
		e, first, last := t.EntryAt(i)
		if k.Phrase > 0 {
			if e.HasAny(lexicon.Figure | lexicon.Brand) && e.Weight() < lexicon.Strong {
				sum.figure++
				i = max(i, last)
				continue
			}
			if e.Has(lexicon.NonHealth) {
				sum.against++
				if e.Weight() == lexicon.NoWeight {
					i = max(i, last)
					continue
				}
			}
			if e.Weight() == lexicon.NoWeight {
				e, first, last = k.Entry, i, i
			}
		} else if e.Has(lexicon.NonHealth) && e.Weight() < lexicon.Medium {
			sum.against++
		}
		if e.Has(lexicon.Animal) {
			sum.animal++
		}
		if k.Class == lexicon.Number || k.Class == lexicon.Mixed {
			if end, cat := quantity(t, i, r, span); cat != lexicon.NoCategory {
				sum.add(lexicon.Strong)
				h.Evidence = append(h.Evidence, Evidence{int(k.Start), int(toks[end].End), cat, lexicon.Strong, 0})
				i = end
				continue
			}
		}
		w := e.Weight()
		if w == lexicon.NoWeight || inSpan && (r.Spans[span].Type != identifiers.Photo) && !(e.Has(lexicon.Eponym) && w == lexicon.Strong) {
			continue
		}
		cat := e.Category()
		if w == lexicon.Weak && (cat == lexicon.Body || cat == lexicon.Sensation) {
			if end, start := symptom(t, i, cat); end >= 0 {
				sum.add(lexicon.Strong)
				h.Evidence = append(h.Evidence, Evidence{int(toks[start].Start), int(toks[end].End), lexicon.Symptom, lexicon.Strong, e.Sensitivity()})
				i = max(i, end)
				continue
			}
		}
		if w == lexicon.Weak && e.Has(lexicon.LabName) {
			if end := labValue(t, last); end >= 0 {
				sum.add(lexicon.Strong)
				h.Evidence = append(h.Evidence, Evidence{int(toks[first].Start), int(toks[end].End), lexicon.Lab, lexicon.Strong, e.Sensitivity()})
				i = end
				continue
			}
		}
		if negatedAnimal(t, i) {
			continue
		}
		sum.add(w)
		h.Evidence = append(h.Evidence, Evidence{int(toks[first].Start), int(toks[last].End), cat, w, e.Sensitivity()})
		i = max(i, last)
	}
	sum.length = len(toks)
	h.Score = sum.score()
	if sum.animal > 0 {
		h.Signals |= SignalAnimal
	}
	h.keep(&sum)
}

// keep drops weak evidence that has no company and sums up the rest.
func (h *Health) keep(sum *tally) {
	out := h.Evidence[:0]
	for _, e := range h.Evidence {
		if e.Weight == lexicon.Weak && (h.Score < 0.35 || e.Category == lexicon.Body || e.Category == lexicon.Sensation) {
			continue
		}
		if h.Score < 0.2 {
			continue
		}
		out = append(out, e)
		h.Categories |= 1 << e.Category
		h.Sensitivity |= e.Sensitivity
	}
	h.Evidence = out
}

// tally counts what speaks for and against health.
type tally struct {
	weak, medium, strong    int
	figure, against, animal int
	length                  int
}

func (s *tally) add(w lexicon.Weight) {
	switch w {
	case lexicon.Weak:
		s.weak++
	case lexicon.Medium:
		s.medium++
	case lexicon.Strong:
		s.strong++
	}
}

// score adds the evidence up with saturation and turns it into a chance.
func (s *tally) score() float32 {
	if s.weak+s.medium+s.strong == 0 {
		return 0
	}
	x := -2.2 + 3.0*math.Min(float64(s.strong), 2) + 1.7*math.Min(float64(s.medium), 2) + 0.7*math.Min(float64(s.weak), 3)
	x -= 1.2*math.Min(float64(s.against), 2) + 1.0*math.Min(float64(s.figure), 2) + 2.0*math.Min(float64(s.animal), 1)
	return float32(1 / (1 + math.Exp(-x)))
}

func negatedAnimal(*identifiers.Text, int) bool { return false }

// symptomReach bounds the tokens between a body part and what is wrong with it.
const symptomReach = 4

// symptom reads a body part and a sensation near each other, from the one at
// token i on; end is -1 where there is none.
func symptom(t *identifiers.Text, i int, cat lexicon.Category) (end, start int) {
	want := lexicon.Sensation
	if cat == lexicon.Sensation {
		want = lexicon.Body
	}
	toks := t.Tokens
	for j, n := i+1, 0; j < len(toks) && n < symptomReach; j++ {
		k := &toks[j]
		if k.Class == lexicon.Punct {
			if k.First == '.' || k.First == '?' || k.First == '!' || k.First == ';' {
				break
			}
			continue
		}
		e, _, last := t.EntryAt(j)
		if e.Category() == want || e.Category() == lexicon.Symptom && e.Weight() < lexicon.Strong {
			return last, i
		}
		if e.HasAny(lexicon.Figure | lexicon.NonHealth) {
			break
		}
		n++
	}
	return -1, 0
}

// quantity reads a dose at the number token i: "50mg", "10 units", "2 puffs",
// "5 mg/kg". It gives its last token.
func quantity(t *identifiers.Text, i int, r *Result, span int) (int, lexicon.Category) {
	toks := t.Tokens
	k := &toks[i]
	if k.Class == lexicon.Mixed {
		s := t.Text[k.Start:k.End]
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n > 0 && n < len(s) && doseUnit(s[n:]) {
			return i, lexicon.Dose
		}
		return 0, lexicon.NoCategory
	}
	if i+1 < len(toks) && toks[i+1].Gap <= lexicon.GapSpace && toks[i+1].Class == lexicon.Word && doseUnit(t.Text[toks[i+1].Start:toks[i+1].End]) {
		return i + 1, lexicon.Dose
	}
	return 0, lexicon.NoCategory
}

// doseUnit reports a unit that hardly anything but a dose has.
func doseUnit(s string) bool {
	switch lexicon.HashWord(s) {
	case hashMg, hashMcg, hashMl, hashMmol, hashMcgs, hashMgs, hashIU:
		return true
	}
	return false
}

var (
	hashMg   = lexicon.HashWord("mg")
	hashMgs  = lexicon.HashWord("mgs")
	hashMcg  = lexicon.HashWord("mcg")
	hashMcgs = lexicon.HashWord("mcgs")
	hashMl   = lexicon.HashWord("ml")
	hashMmol = lexicon.HashWord("mmol")
	hashIU   = lexicon.HashWord("iu")
)

// labValue reports the last token of the number that follows a lab name at
// once: "a1c 9.2", "ferritin of 8", "BP 180/110"; -1 if none does.
func labValue(t *identifiers.Text, last int) int {
	toks := t.Tokens
	for j, n := last+1, 0; j < len(toks) && n < 3 && toks[j].Gap <= lexicon.GapSpace; j, n = j+1, n+1 {
		k := &toks[j]
		if k.Class == lexicon.Number {
			for j+2 < len(toks) && (toks[j+1].Is('.') || toks[j+1].Is('/')) && toks[j+1].Gap == lexicon.GapNone && toks[j+2].Class == lexicon.Number && toks[j+2].Gap == lexicon.GapNone {
				j += 2
			}
			return j
		}
		if k.Is(':') || k.Is('=') || k.Is('>') || k.Is('<') || k.Entry.Has(lexicon.Stop) && k.Len() <= 3 {
			continue
		}
		break
	}
	return -1
}
