package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// Facts are what a Policy decides upon. A Result gives them; the state of a
// thread, or anything that knows as much, can fill them as well. They are a
// small value and hold no text.
type Facts struct {
	Verdict Verdict
	Reasons Reason
	// Health is the health score, 0 to 1.
	Health      float32
	Personal    bool
	Subject     Subject
	Signals     Signal
	Categories  CategorySet
	Sensitivity lexicon.Sensitivity
	// Types are those of the identifiers that point to somebody who does not
	// give care: neither vague ("on Monday") nor a provider's.
	Types TypeSet
	// Roles are those of all identifiers.
	Roles RoleSet
	// SenderKnown says that the writer's identity is known from outside the
	// text: an account, a number that was called from.
	SenderKnown bool
	// Confirms is what a reply of the clinic confirms, as Detector.Confirmation
	// tells.
	Confirms Confirms
}

// Facts sums the result up for a Policy. SenderKnown is set where the verdict
// rests on the sender; Confirms is left to the caller.
func (r *Result) Facts() Facts {
	f := Facts{
		Verdict: r.Verdict, Reasons: r.Reasons, SenderKnown: r.Reasons&ReasonSender != 0,
		Health: r.Health.Score, Personal: r.Health.Personal, Subject: r.Health.Subject, Signals: r.Health.Signals,
		Categories: r.Health.Categories, Sensitivity: r.Health.Sensitivity,
	}
	for i := range r.Spans {
		s := &r.Spans[i]
		f.Roles.Add(s.Role)
		if !s.Vague && !provides(s) {
			f.Types.Add(s.Type)
		}
	}
	return f
}

// A TypeSet is a set of identifier types.
type TypeSet uint32

// Add puts t in the set.
func (s *TypeSet) Add(t identifiers.Type) { *s |= 1 << t }

// Has reports whether t is in the set.
func (s TypeSet) Has(t identifiers.Type) bool { return t != identifiers.NoType && s&(1<<t) != 0 }

// A RoleSet is a set of roles.
type RoleSet uint8

// Add puts r in the set.
func (s *RoleSet) Add(r identifiers.Role) { *s |= 1 << r }

// Has reports whether r is in the set.
func (s RoleSet) Has(r identifiers.Role) bool { return s&(1<<r) != 0 }
