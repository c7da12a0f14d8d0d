package guard

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/audit"
)

// ErrEvent is an event that cannot be judged; the error names the field.
var ErrEvent = errors.New("guard: event")

// Receive judges events, all or none of them. When it returns nil, what follows
// from them is on disk; after an error the platform is to send them again.
func (g *Guard) Receive(ctx context.Context, events []event.Event) error {
	for i := range events {
		if err := check(&events[i]); err != nil {
			return err
		}
	}
	now := g.now()
	err := g.db.Write(ctx, func(tx *sql.Tx) error {
		for i := range events {
			if err := g.take(tx, &events[i], now); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		g.outbox.Wake()
	}
	return err
}

func check(e *event.Event) error {
	switch {
	case e.Kind.String() == "":
		return fmt.Errorf("%w: Kind is message, echo, unsend or comment", ErrEvent)
	case e.ID == "":
		return fmt.Errorf("%w: ID is empty", ErrEvent)
	case e.Account == "":
		return fmt.Errorf("%w: Account is empty", ErrEvent)
	case e.Person == "" && e.Kind != event.Unsend:
		return fmt.Errorf("%w: Person is empty", ErrEvent)
	case e.At.IsZero():
		return fmt.Errorf("%w: At is zero", ErrEvent)
	}
	return nil
}

// take judges one event, unless its id was judged before.
func (g *Guard) take(tx *sql.Tx, e *event.Event, now time.Time) error {
	if e.Kind == event.Unsend {
		return g.unsend(tx, e, now)
	}
	var seen bool
	if err := tx.QueryRow("SELECT EXISTS (SELECT 1 FROM messages WHERE id = ?)", e.ID).Scan(&seen); err != nil || seen {
		return err
	}
	if gone, err := lateEdit(tx, e.ID); err != nil || gone {
		return err
	}
	switch e.Kind {
	case event.Echo:
		return g.echo(tx, e, now)
	case event.Comment:
		return g.comment(tx, e, now)
	}
	return g.message(tx, e, now)
}

// A finding is what was found in an event and decided about it.
type finding struct {
	decision  phi.Decision
	result    *phi.Result
	request   string
	automatic bool
	outcome   string // for the audit trail
}

// keep stores a finding: the row of the event and the line of the trail.
func (g *Guard) keep(tx *sql.Tx, e *event.Event, f *finding, now time.Time) error {
	facts := &f.decision.Facts
	if _, err := tx.Exec(`INSERT INTO messages (id, kind, account, person, at, received_at, verdict, action, request, types, attachments, media, automatic)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.ID, e.Kind.String(), e.Account, e.Person, e.At.UnixMilli(), now.UnixMilli(), facts.Verdict.String(), f.decision.Action.String(), f.request,
		facts.Types, len(e.Attachments), e.Media, f.automatic); err != nil {
		return err
	}
	a := audit.Of(f.decision)
	a.Count(f.result)
	a.Time, a.Actor, a.Outcome = now, trail.System, f.outcome
	return g.trail.Append(tx, e.ID, a)
}
