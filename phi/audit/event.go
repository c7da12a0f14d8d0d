package audit

import (
	"errors"
	"fmt"
	"time"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// ErrEvent is what every error about an event is. The errors name the field and
// never hold a value.
var ErrEvent = errors.New("audit: event")

// An Event is one decision, as it stands in the record. The members of its JSON
// object are, in order: time, actor, action, direction, resource, verdict,
// types, health_score, categories, sensitivity, policy, policy_version, rule,
// raised_by, library, outcome. Those that are empty are left out, all but time,
// actor, action, verdict, types and health_score.
type Event struct {
	// Time is when it was decided; where it is zero, the sink's clock tells. It
	// is written in UTC (RFC 3339).
	Time time.Time
	// Actor is the id of the user or the service that acted, never the name of a
	// patient: 1 to 128 bytes of letters, digits and "._-@:/+".
	Actor string
	// Action and Direction are the decision's.
	Action    phi.Action
	Direction phi.Direction
	// Resource is the keyed hash of what was decided about.
	Resource Resource
	// Verdict, Types, Score, Categories and Sensitivity are what was found:
	// Types counts the identifiers of each type, Score is the health score.
	Verdict     phi.Verdict
	Types       [identifiers.TypeCount]uint32
	Score       float32
	Categories  phi.CategorySet
	Sensitivity lexicon.Sensitivity
	// Policy, PolicyVersion, Rule and Raised say what decided. Each is as Actor,
	// and may be empty.
	Policy, PolicyVersion, Rule, Raised string
	// Library is the version of this library; where it is empty, the sink
	// fills it in.
	Library string
	// Outcome says what became of it, in the caller's terms: "sent", "hidden",
	// "failed". As Actor, and may be empty.
	Outcome string
}

// Of gives the event of a decision. Time, Actor, Resource and Outcome are left
// to the caller, and so is Count. The identifiers of a thread, where no Result
// is at hand, count as one for each type.
func Of(d phi.Decision) Event {
	e := Event{
		Action: d.Action, Direction: d.Direction, Policy: d.Policy, PolicyVersion: d.Version, Rule: d.Rule, Raised: d.Raised,
		Verdict: d.Facts.Verdict, Score: d.Facts.Health, Categories: d.Facts.Categories, Sensitivity: d.Facts.Sensitivity,
	}
	if d.Direction.String() == "" {
		e.Direction = 0
	}
	for _, t := range identifiers.Types() {
		if d.Facts.Types.Has(t) {
			e.Types[t] = 1
		}
	}
	return e
}

// Count sets Types to the number of the result's identifiers of each type.
func (e *Event) Count(r *phi.Result) {
	clear(e.Types[:])
	for i := range r.Spans {
		if t := r.Spans[i].Type; int(t) < len(e.Types) {
			e.Types[t]++
		}
	}
}

// maxName bounds the strings of an event, in bytes.
const maxName = 128

// Check reports the first field that may not stand in a record.
func (e *Event) Check() error {
	for _, f := range [...]struct {
		name, value string
		asked       bool
	}{
		{"Actor", e.Actor, true}, {"Policy", e.Policy, false}, {"PolicyVersion", e.PolicyVersion, false}, {"Rule", e.Rule, false},
		{"Raised", e.Raised, false}, {"Library", e.Library, false}, {"Outcome", e.Outcome, false},
	} {
		if f.value == "" && !f.asked {
			continue
		}
		if !isName(f.value) {
			return fmt.Errorf("%w: %s has 1 to %d letters, digits and ._-@:/+ without spaces", ErrEvent, f.name, maxName)
		}
	}
	switch {
	case e.Action.String() == "":
		return fmt.Errorf("%w: Action is one of allow, redirect, redact, hold, block", ErrEvent)
	case e.Direction != 0 && e.Direction.String() == "":
		return fmt.Errorf("%w: Direction is one direction or none", ErrEvent)
	case e.Verdict.String() == "":
		return fmt.Errorf("%w: Verdict is one of none, identifier, health, phi", ErrEvent)
	case !(e.Score >= 0 && e.Score <= 1):
		return fmt.Errorf("%w: Score is a score, 0 to 1", ErrEvent)
	case e.Types[identifiers.NoType] != 0:
		return fmt.Errorf("%w: Types counts an identifier of no type", ErrEvent)
	case e.Time.UTC().Year() < 1 || e.Time.UTC().Year() > 9999:
		return fmt.Errorf("%w: Time lies in the years 1 to 9999", ErrEvent)
	}
	return nil
}

func isName(s string) bool {
	if s == "" || len(s) > maxName {
		return false
	}
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case c == '.' || c == '_' || c == '-' || c == '@' || c == ':' || c == '/' || c == '+':
		default:
			return false
		}
	}
	return true
}
