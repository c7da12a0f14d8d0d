package queue

import (
	"context"
	"time"
)

// Counts are how much waits.
type Counts struct {
	// Open and Urgent count notices that are not resolved.
	Open, Urgent int
	// Incidents counts those that are open, Soon those of them that have a week
	// left at most, Overdue those whose time is over.
	Incidents, Soon, Overdue int
}

// soon is how long before its end an incident is counted as Counts.Soon.
const soon = 7 * 24 * time.Hour

// Counts counts what waits.
func (q *Queue) Counts(ctx context.Context, now time.Time) (c Counts, err error) {
	err = q.db.Read().QueryRowContext(ctx, `SELECT n.open, n.urgent, i.open, i.soon, i.overdue FROM
		(SELECT count(*) AS open, coalesce(sum(urgent), 0) AS urgent FROM notices WHERE resolved_at IS NULL) n,
		(SELECT count(*) AS open, coalesce(sum(notify_by >= ?1 AND notify_by < ?2), 0) AS soon, coalesce(sum(notify_by < ?1), 0) AS overdue FROM incidents WHERE closed_at IS NULL) i`,
		now.UnixMilli(), now.Add(soon).UnixMilli()).Scan(&c.Open, &c.Urgent, &c.Incidents, &c.Soon, &c.Overdue)
	return c, err
}
