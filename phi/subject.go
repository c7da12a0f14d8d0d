package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// readSubject decides whose health the text speaks of and whether that is a
// particular person.
func (d *Detector) readSubject(r *Result, t *identifiers.Text, s *scratch) {
	h := &r.Health
	if len(h.Evidence) == 0 {
		return
	}
	c := &t.Triggers.Cues
	kin := c.Has(lexicon.CueKin) || c.Has(lexicon.CueChild)
	own := c.Has(lexicon.CuePronounI)
	third := c.Has(lexicon.CuePronounThird)
	person := c.Has(lexicon.CuePerson)
	marketing := c.Has(lexicon.CueMarketing)
	named := false
	for i := range r.Spans {
		if r.Spans[i].Type == identifiers.Name && !provides(&r.Spans[i]) || r.Spans[i].Type == identifiers.MedicalRecordNumber || r.Spans[i].Type == identifiers.DateOfBirth {
			named = true
		}
	}
	switch {
	case c.Has(lexicon.CueNews) && !own && !kin:
		h.Subject = SubjectNews
	case marketing && !own && !named:
		h.Subject = SubjectAdvertised
	case own && !kin:
		h.Subject, h.Personal = SubjectWriter, true
	case kin:
		h.Subject, h.Personal = SubjectRelative, true
	case named, person, third:
		h.Subject, h.Personal = SubjectPatient, true
	case c.Has(lexicon.CueQuestion) && !own:
		h.Subject = SubjectGeneral
	default:
		h.Personal = true
	}
	if len(r.Spans) > 0 && h.Subject == SubjectGeneral {
		for i := range r.Spans {
			if d.identifies(&r.Spans[i]) && !provides(&r.Spans[i]) {
				h.Personal = true
			}
		}
	}
}
