package guard

import (
	"database/sql"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/notice"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
	"github.com/phidetect/phidetect/examples/dmguard/internal/request"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
	"github.com/phidetect/phidetect/phi"
)

// window is how long the platform lets a clinic answer a message.
const window = 24 * time.Hour

// message judges what a person wrote.
func (g *Guard) message(tx *sql.Tx, e *event.Event, now time.Time) error {
	th, err := load(tx, e.Account, e.Person)
	if err != nil {
		return err
	}
	f := g.judge(th, e)
	flagged := f.decision.Action > phi.Allow
	f.outcome = "passed"
	var text string
	welcome := th.dueWelcome(now) && g.texts.welcome != ""
	switch redirect := flagged && th.dueRedirect(now, g.quiet); {
	case redirect && welcome:
		text, f.outcome = g.texts.both, "redirected"
	case redirect:
		text, f.outcome = g.texts.redirect, "redirected"
	case flagged:
		f.outcome = "redirected-before"
	case welcome:
		text, f.outcome = g.texts.welcome, "welcomed"
	}
	if text != "" {
		j := outbox.Job{Kind: outbox.Reply, Account: e.Account, Person: e.Person, Text: text, Cause: e.ID, Until: e.At.Add(window)}
		if err := outbox.Add(tx, j, now); err != nil {
			return err
		}
	}
	if flagged {
		if err := g.flag(tx, e, f, now); err != nil {
			return err
		}
	}
	if err := th.save(tx, e.At); err != nil {
		return err
	}
	return g.keep(tx, e, f, now)
}

// judge reads a message where it stands in its thread, takes it into the thread's
// state, and decides.
func (g *Guard) judge(th *thread, e *event.Event) *finding {
	if len(e.Text) > longest {
		return g.unread("too-long")
	}
	turn := th.state.Add(g.detector, phi.Message{Text: e.Text, Handle: true, At: e.At})
	facts := turn.Result.Facts()
	facts.SenderKnown = true // by the account
	if n := th.state.Len(); n > 1 && turn.Thread.PHI.Message == n {
		// this message made PHI of those before it
		facts.Verdict, facts.Reasons = phi.PHI, facts.Reasons|turn.Thread.Reasons
	}
	f := &finding{decision: g.policy.Decide(facts, phi.FromPatient), result: &turn.Result}
	if f.decision.Action == phi.Allow {
		switch {
		case attached(e.Attachments):
			f.decision.Action, f.decision.Rule = phi.Redirect, "attachment"
		case foreign(e.Text):
			f.decision.Action, f.decision.Rule = phi.Redirect, "unread"
		}
	}
	return f
}

// flag tells staff of a message that was led to the secure channel, and keeps its
// text where the vault is on.
func (g *Guard) flag(tx *sql.Tx, e *event.Event, f *finding, now time.Time) error {
	n := notice.Notice{
		Kind: notice.Request, Account: e.Account, Person: e.Person, Message: e.ID, Rule: f.decision.Rule, At: now,
		Verdict: f.decision.Facts.Verdict, Action: f.decision.Action, Types: f.decision.Facts.Types,
	}
	if f.decision.Rule == "attachment" {
		n.Kind = notice.Attachment
	}
	kind := request.Of(e.Text, f.result)
	f.request = string(kind)
	n.Request, n.Booking = f.request, uint32(request.FactsOf(e.Text))
	// what the policy holds for a person to see cannot wait either
	n.Urgent = kind == request.Urgent || f.decision.Action >= phi.Hold
	if err := notice.Add(tx, n); err != nil {
		return err
	}
	if g.vault == nil || e.Text == "" {
		return nil
	}
	return g.vault.Put(tx, vault.Place{Message: e.ID, Account: e.Account, Person: e.Person}, e.Text, now)
}
