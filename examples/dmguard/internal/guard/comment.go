package guard

import (
	"database/sql"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/incident"
	"github.com/phidetect/phidetect/examples/dmguard/internal/notice"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
	"github.com/phidetect/phidetect/examples/dmguard/internal/request"
	"github.com/phidetect/phidetect/phi"
)

const (
	// privately is how long the platform lets a clinic answer a comment privately.
	privately = 7 * 24 * time.Hour
	// hiding is how long the guard goes on trying to hide one.
	hiding = 30 * 24 * time.Hour
)

// comment judges what stands under a post: somebody's words, or the clinic's own.
func (g *Guard) comment(tx *sql.Tx, e *event.Event, now time.Time) error {
	ours := e.Person == e.Account
	var f *finding
	if ours {
		f = g.replied(e)
	} else {
		f = g.posted(e)
	}
	f.outcome = "passed"
	if f.decision.Action >= phi.Hold {
		f.outcome = "hidden"
		if err := g.hide(tx, e, f, ours, now); err != nil {
			return err
		}
	}
	if f.decision.Action > phi.Allow {
		if !ours {
			if err := g.answerPrivately(tx, e, now); err != nil {
				return err
			}
			f.request = string(request.Of(e.Text, f.result))
		}
		if f.outcome == "passed" {
			f.outcome = "redirected"
		}
		if err := notice.Add(tx, commentNotice(e, f, ours, now)); err != nil {
			return err
		}
	}
	return g.keep(tx, e, f, now)
}

func commentNotice(e *event.Event, f *finding, ours bool, now time.Time) notice.Notice {
	n := notice.Notice{
		Kind: notice.Comment, Request: f.request, Account: e.Account, Person: e.Person, Message: e.ID, Rule: f.decision.Rule, At: now,
		Verdict: f.decision.Facts.Verdict, Action: f.decision.Action, Types: f.decision.Facts.Types,
		Urgent: f.request == string(request.Urgent),
	}
	if ours {
		n.Kind = notice.Outbound
	}
	return n
}

// posted judges somebody's comment. A name in the user name beside it identifies.
func (g *Guard) posted(e *event.Event) *finding {
	if len(e.Text) > longest {
		f := g.unread("too-long")
		f.decision.Direction, f.decision.Action = phi.PublicPost, phi.Hold
		return f
	}
	r := g.detector.Detect(e.Text)
	facts := r.Facts()
	facts.SenderKnown = true
	if facts.Verdict == phi.HealthOnly && facts.Personal && named(g.detector, e.Username) {
		facts.Verdict, facts.Reasons = phi.PHI, facts.Reasons|phi.ReasonSender
	}
	return &finding{decision: g.policy.Decide(facts, phi.PublicPost), result: &r}
}

// replied judges the clinic's own comment.
func (g *Guard) replied(e *event.Event) *finding {
	if len(e.Text) > longest {
		f := g.heldBack("too-long")
		f.decision.Direction = phi.PublicReply
		return f
	}
	r := g.detector.Detect(e.Text)
	facts := r.Facts()
	facts.Confirms = g.detector.Confirmation(e.Text, &r).Confirms
	return &finding{decision: g.policy.Decide(facts, phi.PublicReply), result: &r}
}

// hide has a comment hidden and logs the incident.
func (g *Guard) hide(tx *sql.Tx, e *event.Event, f *finding, ours bool, now time.Time) error {
	j := outbox.Job{Kind: outbox.Hide, Account: e.Account, Person: e.Person, Comment: e.ID, Cause: e.ID, Until: now.Add(hiding)}
	if err := outbox.Add(tx, j, now); err != nil {
		return err
	}
	i := incident.Incident{
		Kind: incident.Comment, Account: e.Account, Person: e.Person, Comment: e.ID, Media: e.Media, Types: f.decision.Facts.Types, Discovered: now,
	}
	if ours {
		i.Kind = incident.PublicReply
	}
	return incident.Add(tx, i)
}

// answerPrivately sends the redirect to who commented, unless one went there just
// before.
func (g *Guard) answerPrivately(tx *sql.Tx, e *event.Event, now time.Time) error {
	th, err := load(tx, e.Account, e.Person)
	if err != nil || !th.dueRedirect(now, g.quiet) {
		return err
	}
	j := outbox.Job{Kind: outbox.Reply, Account: e.Account, Person: e.Person, Comment: e.ID, Text: g.texts.public, Cause: e.ID, Until: e.At.Add(privately)}
	if err := outbox.Add(tx, j, now); err != nil {
		return err
	}
	return th.save(tx, e.At)
}
