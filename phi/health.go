package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

// evidenceThreshold is the chance from which a term is reported as evidence.
const evidenceThreshold = 0.42

const (
	// insuranceShare is what is left of the score where only payment is spoken
	// of: "do you take Medicaid" says nothing of anybody's health.
	insuranceShare = 0.4
	// namedPersonal is the chance from which a short text that names a patient
	// is taken to be about that person; a document names many.
	namedPersonal = 0.2
	shortText     = 80 // tokens
	// leastPersonal is the health score below which nobody's health is spoken of.
	leastPersonal = 0.12
)

// namesPatient reports a name, a birth date or a record number that is not a
// provider's.
func (d *Detector) namesPatient(r *Result) bool {
	for i := range r.Spans {
		s := &r.Spans[i]
		switch s.Type {
		case identifiers.Name, identifiers.DateOfBirth, identifiers.MedicalRecordNumber, identifiers.HealthPlanNumber:
			if !provides(s) {
				return true
			}
		}
	}
	return false
}

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
	if read.OnlyInsurance() {
		h.Score *= insuranceShare
	}
	if h.Score >= leastPersonal { // whose health is asked only where health is spoken of
		limit := float32(0.5)
		if len(t.Tokens) <= shortText && d.namesPatient(r) {
			limit = namedPersonal
		}
		h.Personal = healthtag.Probability(f[:read.PersonalFeatures(t, r.Spans, &f)]) >= limit
	}
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
