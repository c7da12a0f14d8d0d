package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

// evidenceThreshold is the chance from which a term is reported as evidence: a
// little below one half, since missing evidence costs more than giving some.
const evidenceThreshold = 0.4

// insuranceShare is what is left of the score where only payment is spoken
// of: "do you take Medicaid" says nothing of anybody's health.
const insuranceShare = 0.4

// leastPersonal is the health score below which nobody's health is spoken of.
const leastPersonal = 0.12

// readHealth collects the evidence and scores it.
func (d *Detector) readHealth(r *Result, t *identifiers.Text, s *scratch) {
	h := &r.Health
	*h = Health{Evidence: h.Evidence[:0]}
	read := &s.reading
	read.Collect(t, r.Spans)
	s.theirs = 0
	if !read.Speaks(t) {
		return
	}
	read.Judge(t)
	var f [healthtag.MaxTextFeatures]uint32
	chances := healthtag.TextChances(f[:read.TextFeatures(t, r.Spans, &f)])
	h.Score = chances[healthtag.IsHealth]
	if read.OnlyInsurance() {
		h.Score *= insuranceShare
	}
	h.Personal = h.Score >= leastPersonal && chances[healthtag.IsPersonal] >= 0.5
	s.theirs = chances[healthtag.IsTheirs]
	if h.Personal && chances[healthtag.IsHinted] >= 0.5 { // nobody is named, and all the same somebody is meant
		h.Signals |= SignalHint
	}
	if read.Animal > 0 {
		h.Signals |= SignalAnimal
	}
	for i := range read.Terms {
		x := &read.Terms[i]
		if x.Prob < evidenceThreshold {
			continue
		}
		h.Evidence = append(h.Evidence, Evidence{
			Start: int(t.Tokens[x.First].Start), End: int(t.Tokens[x.Last].End),
			Category: x.Category, Weight: x.Weight, Sensitivity: x.Sensitivity,
		})
		h.Categories |= 1 << x.Category
		h.Sensitivity |= x.Sensitivity
	}
}
