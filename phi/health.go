package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

// evidenceThreshold is the chance from which a term is reported as evidence.
const evidenceThreshold = 0.42

// readHealth collects the evidence and scores it.
func (d *Detector) readHealth(r *Result, t *identifiers.Text, s *scratch) {
	h := &r.Health
	*h = Health{Evidence: h.Evidence[:0]}
	read := &s.reading
	read.Collect(t, r.Spans)
	if len(read.Terms) == 0 {
		return
	}
	read.Judge(t)
	var f [healthtag.MaxTextFeatures]uint32
	h.Score = healthtag.Probability(f[:read.HealthFeatures(t, &f)])
	h.Personal = healthtag.Probability(f[:read.PersonalFeatures(t, r.Spans, &f)]) >= 0.5
	if read.Animal > 0 {
		h.Signals |= SignalAnimal
	}
	if t.Triggers.Cues.Has(lexicon.CueStaff) {
		h.Signals |= SignalStaff
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
