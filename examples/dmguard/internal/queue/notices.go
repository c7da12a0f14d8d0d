package queue

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/request"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/phi"
)

// A Notice is something that staff have to look at.
type Notice struct {
	ID int64
	// Kind is request, attachment, comment, outbound or delivery.
	Kind string
	// Request is booking, refill, results, billing, urgent, other, or "".
	Request                  string
	Urgent                   bool
	Account, Person, Message string
	Verdict, Action, Rule    string
	// Types are the identifiers that were found, by name.
	Types []string
	// Booking are the facts of a booking.
	Booking  request.Facts
	At       time.Time
	Assigned string
	// Resolved is when it was, or the zero time.
	Resolved               time.Time
	ResolvedBy, Resolution string
}

// A Filter chooses notices. Empty fields choose all.
type Filter struct {
	Kind, Request, Assigned, Account, Person string
	// Resolved gives those that are resolved, in place of those that are open.
	Resolved bool
	// Limit is how many at most; 0 means 100. Skip passes over the first ones.
	Limit, Skip int
}

// Notices gives notices: the urgent first, and of those the oldest; resolved ones
// by when they were resolved, the latest first.
func (q *Queue) Notices(ctx context.Context, f Filter) ([]Notice, error) {
	where, order := "resolved_at IS NULL", "urgent DESC, at, id"
	if f.Resolved {
		where, order = "resolved_at IS NOT NULL", "resolved_at DESC, id DESC"
	}
	limit := f.Limit
	if limit <= 0 {
		limit = 100
	}
	rows, err := q.db.Read().QueryContext(ctx, `SELECT id, kind, request, urgent, account, person, message, verdict, action, rule, types, booking, at, assigned_to, coalesce(resolved_at, 0), resolved_by, resolution
		FROM notices WHERE `+where+` AND (?1 = '' OR kind = ?1) AND (?2 = '' OR request = ?2) AND (?3 = '' OR assigned_to = ?3) AND (?4 = '' OR account = ?4) AND (?5 = '' OR person = ?5)
		ORDER BY `+order+` LIMIT ?6 OFFSET ?7`, f.Kind, f.Request, f.Assigned, f.Account, f.Person, limit, f.Skip)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Notice
	for rows.Next() {
		var n Notice
		var types phi.TypeSet
		var at, resolved int64
		if err := rows.Scan(&n.ID, &n.Kind, &n.Request, &n.Urgent, &n.Account, &n.Person, &n.Message, &n.Verdict, &n.Action, &n.Rule, &types, &n.Booking, &at, &n.Assigned,
			&resolved, &n.ResolvedBy, &n.Resolution); err != nil {
			return nil, err
		}
		n.Types, n.At = typeNames(types), db.Time(at)
		if resolved != 0 {
			n.Resolved = db.Time(resolved)
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// Resolutions lists how a notice can be resolved: it was dealt with in the secure
// channel or by phone, the person did not come, it was no PHI, or it is for
// nobody to do anything.
func Resolutions() []string {
	return []string{"secure-channel", "phone", "no-show", "not-phi", "no-action"}
}

// Assign gives a notice to a user, or to nobody where to is "".
func (q *Queue) Assign(ctx context.Context, actor string, id int64, to string, now time.Time) error {
	return q.assign(ctx, actor, "notice", id, to, now)
}

// Resolve ends a notice.
func (q *Queue) Resolve(ctx context.Context, actor string, id int64, resolution string, now time.Time) error {
	if !slices.Contains(Resolutions(), resolution) {
		return ErrCode
	}
	return q.db.Write(ctx, func(tx *sql.Tx) error {
		return q.end(tx, actor, "notice", "notice-resolved", id, now, "UPDATE notices SET resolved_at = ?, resolved_by = ?, resolution = ? WHERE id = ? AND resolved_at IS NULL",
			now.UnixMilli(), actor, resolution, id)
	})
}

// ResolveThread ends all open notices of a thread and says how many.
func (q *Queue) ResolveThread(ctx context.Context, actor, account, person, resolution string, now time.Time) (n int64, err error) {
	if !slices.Contains(Resolutions(), resolution) {
		return 0, ErrCode
	}
	err = q.db.Write(ctx, func(tx *sql.Tx) error {
		res, err := tx.Exec("UPDATE notices SET resolved_at = ?, resolved_by = ?, resolution = ? WHERE account = ? AND person = ? AND resolved_at IS NULL",
			now.UnixMilli(), actor, resolution, account, person)
		if err != nil {
			return err
		}
		if n, err = res.RowsAffected(); err != nil || n == 0 {
			return err
		}
		return q.trail.Add(tx, trail.Entry{At: now, Actor: actor, What: "thread-resolved", Resource: "thread/" + account + "/" + person})
	})
	return n, err
}

func (q *Queue) assign(ctx context.Context, actor, kind string, id int64, to string, now time.Time) error {
	open := map[string]string{"notice": "resolved_at", "incident": "closed_at"}[kind]
	return q.db.Write(ctx, func(tx *sql.Tx) error {
		if to != "" {
			var ok bool
			if err := tx.QueryRow("SELECT EXISTS (SELECT 1 FROM users WHERE name = ? AND disabled_at IS NULL)", to).Scan(&ok); err != nil {
				return err
			}
			if !ok {
				return ErrUser
			}
		}
		return q.end(tx, actor, kind, kind+"-assigned", id, now, "UPDATE "+kind+"s SET assigned_to = ? WHERE id = ? AND "+open+" IS NULL", to, id)
	})
}

// end changes an open entry and notes it.
func (q *Queue) end(tx *sql.Tx, actor, kind, what string, id int64, now time.Time, statement string, args ...any) error {
	res, err := tx.Exec(statement, args...)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil {
		return err
	} else if n == 0 {
		return missing(tx, kind, id)
	}
	return q.trail.Add(tx, trail.Entry{At: now, Actor: actor, What: what, Resource: kind + "/" + strconv.FormatInt(id, 10)})
}

// missing says why there was no open entry.
func missing(tx *sql.Tx, kind string, id int64) error {
	err := tx.QueryRow("SELECT id FROM "+kind+"s WHERE id = ?", id).Scan(&id)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return ErrUnknown
	case err != nil:
		return err
	}
	return ErrEnded
}
