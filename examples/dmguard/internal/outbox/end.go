package outbox

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/notice"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
)

// ErrState is a job that is not being sent: it was never claimed, or its end is
// known already.
var ErrState = errors.New("outbox: the job is not being sent")

// Sent ends a job that the platform has taken; sentID is the platform's id of
// the message, "" where it gave none.
func (o *Outbox) Sent(ctx context.Context, id int64, sentID string, now time.Time) error {
	return o.finish(ctx, id, "sent", "", sentID, now)
}

// GiveUp ends a job that the platform refused for good, or that failed too
// often. The reason is a code without spaces, such as "http-400".
func (o *Outbox) GiveUp(ctx context.Context, id int64, reason string, now time.Time) error {
	return o.finish(ctx, id, "failed", reason, "", now)
}

// Doubt ends a reply of which nobody knows whether it arrived. Hiding a comment
// is queued again instead.
func (o *Outbox) Doubt(ctx context.Context, id int64, reason string, now time.Time) error {
	return o.db.Write(ctx, func(tx *sql.Tx) error {
		j, err := sending(tx, id)
		if err != nil {
			return err
		}
		return o.doubt(tx, j, reason, now)
	})
}

func (o *Outbox) doubt(tx *sql.Tx, j Job, reason string, now time.Time) error {
	if j.Kind == Hide {
		return requeue(tx, j.ID, now, reason)
	}
	return o.end(tx, j, "uncertain", reason, "", now)
}

// Retry queues a job again that surely did not arrive, not to be claimed before
// after.
func (o *Outbox) Retry(ctx context.Context, id int64, after time.Time, reason string) error {
	return o.db.Write(ctx, func(tx *sql.Tx) error {
		if _, err := sending(tx, id); err != nil {
			return err
		}
		return requeue(tx, id, after, reason)
	})
}

func requeue(tx *sql.Tx, id int64, after time.Time, reason string) error {
	_, err := tx.Exec("UPDATE outbox SET state = 'queued', not_before = ?, reason = ? WHERE id = ?", after.UnixMilli(), reason, id)
	return err
}

// Recover puts in order what a crash left behind, and says how many replies are
// uncertain. No job may be in the air: call it before the first Claim.
func (o *Outbox) Recover(ctx context.Context, now time.Time) (uncertain int, err error) {
	err = o.db.Write(ctx, func(tx *sql.Tx) error {
		uncertain = 0
		jobs, err := scan(tx, "SELECT "+columns+" FROM outbox WHERE state = 'sending'")
		if err != nil {
			return err
		}
		for _, j := range jobs {
			if err := o.doubt(tx, j, "crash", now); err != nil {
				return err
			}
			if j.Kind == Reply {
				uncertain++
			}
		}
		return nil
	})
	return uncertain, err
}

func (o *Outbox) finish(ctx context.Context, id int64, state, reason, sentID string, now time.Time) error {
	return o.db.Write(ctx, func(tx *sql.Tx) error {
		j, err := sending(tx, id)
		if err != nil {
			return err
		}
		return o.end(tx, j, state, reason, sentID, now)
	})
}

// sending gives a job that is being sent.
func sending(tx *sql.Tx, id int64) (Job, error) {
	jobs, err := scan(tx, "SELECT "+columns+" FROM outbox WHERE id = ? AND state = 'sending'", id)
	if err != nil {
		return Job{}, err
	}
	if len(jobs) == 0 {
		return Job{}, fmt.Errorf("%w: job %d", ErrState, id)
	}
	return jobs[0], nil
}

// end writes how a job ended, for staff and for the audit trail.
func (o *Outbox) end(tx *sql.Tx, j Job, state, reason, sentID string, now time.Time) error {
	if _, err := tx.Exec("UPDATE outbox SET state = ?, reason = ?, sent_id = ?, ended_at = ? WHERE id = ?", state, reason, sentID, now.UnixMilli(), j.ID); err != nil {
		return err
	}
	if state != "sent" {
		n := notice.Notice{Kind: notice.Delivery, Account: j.Account, Person: j.Person, Message: j.Cause, Rule: j.Kind.String() + "-" + state, At: now}
		if err := notice.Add(tx, n); err != nil {
			return err
		}
	}
	return o.trail.Add(tx, trail.Entry{At: now, Actor: trail.System, What: j.Kind.String() + "-" + state, Resource: j.Cause, Refused: state == "failed" || state == "expired"})
}
