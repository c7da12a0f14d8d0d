package outbox

import (
	"context"
	"database/sql"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
)

// Claim gives up to max jobs that are due, oldest first. They are 'sending' on
// disk when it returns: call the platform for each, and then one of Sent, Retry,
// GiveUp and Doubt. Jobs whose window is over are not given but expire.
func (o *Outbox) Claim(ctx context.Context, now time.Time, max int) ([]Job, error) {
	var jobs []Job
	err := o.db.Write(ctx, func(tx *sql.Tx) error {
		jobs = nil
		if err := o.expire(tx, now); err != nil {
			return err
		}
		var err error
		jobs, err = due(tx, now, max)
		if err != nil {
			return err
		}
		for i := range jobs {
			jobs[i].Attempts++
			if _, err := tx.Exec("UPDATE outbox SET state = 'sending', attempts = ? WHERE id = ?", jobs[i].Attempts, jobs[i].ID); err != nil {
				return err
			}
		}
		return nil
	})
	return jobs, err
}

func due(tx *sql.Tx, now time.Time, max int) ([]Job, error) {
	return scan(tx, dueQuery, now.UnixMilli(), max)
}

// expire ends the queued jobs whose window is over.
func (o *Outbox) expire(tx *sql.Tx, now time.Time) error {
	late, err := scan(tx, lateQuery, now.UnixMilli())
	if err != nil {
		return err
	}
	for _, j := range late {
		if err := o.end(tx, j, "expired", "window-over", "", now); err != nil {
			return err
		}
	}
	return nil
}

// NextDue is when the next queued job is due; ok is false where none is queued.
func (o *Outbox) NextDue(ctx context.Context) (at time.Time, ok bool, err error) {
	var ms sql.NullInt64
	err = o.db.Read().QueryRowContext(ctx, nextQuery).Scan(&ms)
	return db.Time(ms.Int64), ms.Valid, err
}

// Waiting counts the jobs that are queued or being sent.
func (o *Outbox) Waiting(ctx context.Context) (n int, err error) {
	err = o.db.Read().QueryRowContext(ctx, "SELECT (SELECT count(*) FROM outbox WHERE state = 'queued') + (SELECT count(*) FROM outbox WHERE state = 'sending')").Scan(&n)
	return n, err
}

const (
	columns = "id, kind, account, person, comment, text, cause, until, attempts"

	dueQuery  = "SELECT " + columns + " FROM outbox WHERE state = 'queued' AND not_before <= ? ORDER BY not_before, id LIMIT ?"
	lateQuery = "SELECT " + columns + " FROM outbox WHERE state = 'queued' AND until < ?"
	nextQuery = "SELECT min(not_before) FROM outbox WHERE state = 'queued'"
)

func scan(tx *sql.Tx, query string, args ...any) ([]Job, error) {
	rows, err := tx.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Job
	for rows.Next() {
		var j Job
		var kind string
		var until int64
		if err := rows.Scan(&j.ID, &kind, &j.Account, &j.Person, &j.Comment, &j.Text, &j.Cause, &until, &j.Attempts); err != nil {
			return nil, err
		}
		j.Kind, j.Until = kindOf(kind), db.Time(until)
		out = append(out, j)
	}
	return out, rows.Err()
}
