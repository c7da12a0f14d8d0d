package phihttp

import (
	"net/http"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/internal/sheet"
)

// A Part is what of an exchange a Report is about.
type Part uint8

const (
	// RequestPart is the query and the body of a request.
	RequestPart Part = iota + 1
	// ResponsePart is the body of a response.
	ResponsePart
	// EventPart is one event or line of a streamed response.
	EventPart
)

var partNames = [...]string{"", "request", "response", "event"}

// String gives "request", "response" or "event".
func (p Part) String() string {
	if int(p) < len(partNames) {
		return partNames[p]
	}
	return ""
}

// An Outcome is what became of a part.
type Outcome uint8

const (
	// Passed: it went through as it was.
	Passed Outcome = iota + 1
	// Redacted: it went through without its identifiers.
	Redacted
	// Refused: it did not go through.
	Refused
)

var outcomeNames = [...]string{"", "passed", "redacted", "refused"}

// String gives "passed", "redacted" or "refused".
func (o Outcome) String() string {
	if int(o) < len(outcomeNames) {
		return outcomeNames[o]
	}
	return ""
}

// A Cause says why something was refused, or passed unread.
type Cause uint8

const (
	// NoCause: it was read and let through.
	NoCause Cause = iota
	// ByPolicy: the policy holds or blocks it.
	ByPolicy
	// TooLong: it is longer than the limit.
	TooLong
	// OtherType: it is no text.
	OtherType
	// Unclear: it should be text and cannot be read.
	Unclear
	// Malformed: it is not the JSON or the form that it should be.
	Malformed
	// Incomplete: reading it failed.
	Incomplete
)

var causeNames = [...]string{"", "policy", "too_long", "type", "unclear", "malformed", "incomplete"}

// String gives the name used in problems: "policy", "too_long", "type",
// "unclear", "malformed", "incomplete"; "" for NoCause.
func (c Cause) String() string {
	if int(c) < len(causeNames) {
		return causeNames[c]
	}
	return ""
}

// A Report says what was found in a part and what became of it. It holds no
// text.
type Report struct {
	Part Part
	// Decision is the policy's, with the Facts that it decided upon. It is the
	// zero Decision where nothing was read.
	Decision phi.Decision
	// Types counts the identifiers of each type.
	Types   [identifiers.TypeCount]uint32
	Outcome Outcome
	Cause   Cause
}

// tell calls the callback.
func (g *Guard) tell(r *http.Request, rep Report) {
	if g.opt.Report != nil {
		g.opt.Report(r, rep)
	}
}

// judge reads the sheet and decides.
func (g *Guard) judge(s *sheet.Sheet, side *Side, part Part) Report {
	d := g.redactor.Detector()
	s.Find(d)
	rep := Report{Part: part, Types: s.Counts(), Outcome: Passed}
	rep.Decision = g.policy.Decide(s.Facts(d, side.Direction), side.Direction)
	return rep
}

// act carries a decision out as far as the sheet goes: it redacts where the
// policy says so. With ReportOnly it does nothing.
func (g *Guard) act(s *sheet.Sheet, rep *Report, with phi.Replacer) {
	switch {
	case g.opt.ReportOnly:
	case rep.Decision.Action >= phi.Hold:
		rep.Outcome, rep.Cause = Refused, ByPolicy
	case rep.Decision.Action == phi.Redact && s.Redact(with):
		rep.Outcome = Redacted
	}
}

// unread settles a part that cannot be read.
func (g *Guard) unread(rep *Report, rule Unread, why Cause) {
	rep.Cause = why
	if rep.Outcome = Passed; rule == Refuse && !g.opt.ReportOnly {
		rep.Outcome = Refused
	}
}

// ruleOf gives the rule of a side for a cause.
func (s *Side) ruleOf(why Cause) Unread {
	switch why {
	case TooLong:
		return s.TooLong
	case OtherType:
		return s.Other
	}
	return s.Unclear
}
