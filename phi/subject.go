package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// readSubject says whose health the text speaks of, as far as its words tell.
// Whether it is a particular person's at all was judged before.
func readSubject(r *Result, t *identifiers.Text) {
	h := &r.Health
	if len(h.Evidence) == 0 {
		return
	}
	c := &t.Triggers.Cues
	switch {
	case !h.Personal && c.Has(lexicon.CueNews):
		h.Subject = SubjectNews
	case !h.Personal && c.Has(lexicon.CueMarketing):
		h.Subject = SubjectAdvertised
	case !h.Personal:
		h.Subject = SubjectGeneral
	case c.Has(lexicon.CueKin) || c.Has(lexicon.CueChild):
		h.Subject = SubjectRelative
	case c.Has(lexicon.CuePronounI):
		h.Subject = SubjectWriter
	case c.Has(lexicon.CuePerson) || c.Has(lexicon.CuePronounThird) || len(r.Spans) > 0:
		h.Subject = SubjectPatient
	}
}
