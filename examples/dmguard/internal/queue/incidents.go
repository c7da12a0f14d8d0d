package queue

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/phi"
)

// An Incident is PHI that stood where all could read it.
type Incident struct {
	ID int64
	// Kind is comment or public_reply.
	Kind                            string
	Account, Person, Comment, Media string
	Types                           []string
	// Discovered is when the clock began, NotifyBy the last day for notices if it
	// is a breach (45 CFR 164.404(b)).
	Discovered, NotifyBy time.Time
	// Hidden says that the platform has hidden the comment.
	Hidden   bool
	Assigned string
	// Closed is when it was, or the zero time.
	Closed            time.Time
	ClosedBy, Outcome string
}

// DaysLeft is how many whole days are left until NotifyBy; it is negative when
// that is over.
func (i *Incident) DaysLeft(now time.Time) int {
	left := i.NotifyBy.Sub(now)
	if left < 0 {
		left -= 24*time.Hour - 1
	}
	return int(left / (24 * time.Hour))
}

// Outcomes lists how an incident can end: it was no PHI; the risk assessment found
// a low probability that it was compromised (45 CFR 164.402); the patient had
// published it themselves; or it was a breach, and notices went out.
func Outcomes() []string { return []string{"not-phi", "low-probability", "own-disclosure", "notified"} }

// Incidents gives the open incidents, those first whose time ends first, or the
// closed ones, the latest first. No more than 500 are given.
func (q *Queue) Incidents(ctx context.Context, closed bool) ([]Incident, error) {
	where := "closed_at IS NULL ORDER BY notify_by, i.id"
	if closed {
		where = "closed_at IS NOT NULL ORDER BY closed_at DESC, i.id DESC"
	}
	rows, err := q.db.Read().QueryContext(ctx, `SELECT id, kind, account, person, comment, media, types, discovered_at, notify_by, assigned_to, coalesce(closed_at, 0), closed_by, outcome,
		EXISTS (SELECT 1 FROM outbox o WHERE o.cause = i.comment AND o.kind = 'hide' AND o.state = 'sent')
		FROM incidents i WHERE `+where+` LIMIT 500`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Incident
	for rows.Next() {
		var i Incident
		var types phi.TypeSet
		var discovered, by, closed int64
		if err := rows.Scan(&i.ID, &i.Kind, &i.Account, &i.Person, &i.Comment, &i.Media, &types, &discovered, &by, &i.Assigned, &closed, &i.ClosedBy, &i.Outcome, &i.Hidden); err != nil {
			return nil, err
		}
		i.Types, i.Discovered, i.NotifyBy = typeNames(types), db.Time(discovered), db.Time(by)
		if closed != 0 {
			i.Closed = db.Time(closed)
		}
		out = append(out, i)
	}
	return out, rows.Err()
}

// AssignIncident gives an incident to a user, or to nobody where to is "".
func (q *Queue) AssignIncident(ctx context.Context, actor string, id int64, to string, now time.Time) error {
	return q.assign(ctx, actor, "incident", id, to, now)
}

// CloseIncident ends an incident.
func (q *Queue) CloseIncident(ctx context.Context, actor string, id int64, outcome string, now time.Time) error {
	if !slices.Contains(Outcomes(), outcome) {
		return ErrCode
	}
	return q.db.Write(ctx, func(tx *sql.Tx) error {
		return q.end(tx, actor, "incident", "incident-closed", id, now, "UPDATE incidents SET closed_at = ?, closed_by = ?, outcome = ? WHERE id = ? AND closed_at IS NULL",
			now.UnixMilli(), actor, outcome, id)
	})
}
