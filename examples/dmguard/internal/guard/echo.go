package guard

import (
	"database/sql"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/notice"
	"github.com/phidetect/phidetect/phi"
)

// echo judges what the clinic wrote to a person. It is sent already: staff are
// told if it should not have been.
func (g *Guard) echo(tx *sql.Tx, e *event.Event, now time.Time) error {
	if g.texts.sent(e.Text) && len(e.Attachments) == 0 {
		d := g.policy.Decide(phi.Facts{SenderKnown: true}, phi.FromStaff)
		d.Action, d.Rule = phi.Allow, "own-text"
		return g.keep(tx, e, &finding{decision: d, result: new(phi.Result), automatic: true, outcome: "own-text"}, now)
	}
	th, err := load(tx, e.Account, e.Person)
	if err != nil {
		return err
	}
	f := g.outbound(th, e)
	if f.decision.Action > phi.Allow {
		n := notice.Notice{
			Kind: notice.Outbound, Account: e.Account, Person: e.Person, Message: e.ID, Rule: f.decision.Rule, At: now,
			Verdict: f.decision.Facts.Verdict, Action: f.decision.Action, Types: f.decision.Facts.Types,
		}
		if err := notice.Add(tx, n); err != nil {
			return err
		}
		f.outcome = "sent-flagged"
	}
	if err := th.save(tx, e.At); err != nil {
		return err
	}
	return g.keep(tx, e, f, now)
}

// outbound judges a message of staff where it stands in its thread.
func (g *Guard) outbound(th *thread, e *event.Event) *finding {
	if len(e.Text) > longest {
		return g.heldBack("too-long")
	}
	turn := th.state.Add(g.detector, phi.Message{Text: e.Text, From: phi.PartyClinic, At: e.At})
	facts := turn.Result.Facts()
	facts.SenderKnown = true
	facts.Confirms = g.detector.Confirmation(e.Text, &turn.Result).Confirms
	f := &finding{decision: g.policy.Decide(facts, phi.FromStaff), result: &turn.Result, outcome: "sent"}
	if f.decision.Action == phi.Allow && attached(e.Attachments) {
		f.decision.Action, f.decision.Rule = phi.Hold, "attachment"
	}
	return f
}

// heldBack gives the finding of a text of staff that was not read.
func (g *Guard) heldBack(rule string) *finding {
	f := g.unread(rule)
	f.decision.Action, f.decision.Direction = phi.Hold, phi.FromStaff
	return f
}
