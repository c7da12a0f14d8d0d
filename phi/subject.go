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
	if hinted(t) {
		h.Signals |= SignalHint
	}
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

// hintReach bounds the tokens between a role and what makes it unique.
const hintReach = 8

// hinted reports a hint that identifies without a name: a public role or a
// bystander ("the judge", "a certain mayor's wife", "the guy") tied to a room, a
// place or an event ("bed 12", "from channel 6").
func hinted(t *identifiers.Text) bool {
	if !t.Triggers.Cues.Has(lexicon.CueRole) {
		return false
	}
	toks := t.Tokens
	for i := range toks {
		if t.CueAt(i) != lexicon.CueRole {
			continue
		}
		for j := max(0, i-hintReach); j < len(toks) && j <= i+hintReach; j++ {
			switch t.CueAt(j) {
			case lexicon.CueRoom:
				if j+1 < len(toks) && toks[j+1].Class == lexicon.Number {
					return true
				}
			case lexicon.CueTies:
				return true
			}
		}
	}
	return false
}
