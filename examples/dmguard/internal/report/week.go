package report

import (
	"context"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/request"
)

// A Day counts what happened on a day, or in all of a week.
type Day struct {
	Date time.Time
	// Messages that people sent, and Redirected those of them that were led to the
	// secure channel.
	Messages, Redirected int
	// Comments of others, and Hidden those that were hidden.
	Comments, Hidden int
	// Replies that staff wrote, and Flagged those that should not have gone out.
	Replies, Flagged int
	// Incidents that were logged.
	Incidents int
	// Unsent messages.
	Unsent int
}

// A Count is how often something was.
type Count struct {
	Name string
	N    int
}

// A Week is what happened in seven days.
type Week struct {
	// From is the first day's beginning, To the end of the last.
	From, To time.Time
	Days     []Day
	Total    Day
	// Requests are those of the redirected messages and comments, by kind.
	Requests []Count
	// Deliveries are the replies and hidings by how they ended.
	Deliveries []Count
	// Waits are the times people waited.
	Waits []Wait
	// Open and Overdue count the incidents that are open at the end of the week.
	Open, Overdue int
}

const days = 7

// Make sums up the seven days that end with the day of last, in last's time zone.
func Make(ctx context.Context, d *db.DB, last time.Time) (*Week, error) {
	end := time.Date(last.Year(), last.Month(), last.Day()+1, 0, 0, 0, 0, last.Location())
	w := &Week{From: end.AddDate(0, 0, -days), To: end}
	for i := range days {
		day := Day{Date: w.From.AddDate(0, 0, i)}
		if err := day.count(ctx, d); err != nil {
			return nil, err
		}
		w.Days = append(w.Days, day)
		w.Total.add(&day)
	}
	var err error
	if w.Requests, err = w.requests(ctx, d); err != nil {
		return nil, err
	}
	if w.Deliveries, err = w.deliveries(ctx, d); err != nil {
		return nil, err
	}
	if w.Waits, err = w.waits(ctx, d); err != nil {
		return nil, err
	}
	err = d.Read().QueryRowContext(ctx, `SELECT count(*), coalesce(sum(notify_by < ?1), 0) FROM incidents
		WHERE discovered_at < ?1 AND (closed_at IS NULL OR closed_at >= ?1)`, w.To.UnixMilli()).Scan(&w.Open, &w.Overdue)
	return w, err
}

func (day *Day) count(ctx context.Context, d *db.DB) error {
	from, to := day.Date.UnixMilli(), day.Date.AddDate(0, 0, 1).UnixMilli()
	err := d.Read().QueryRowContext(ctx, `SELECT
		count(*) FILTER (WHERE kind = 'message'), count(*) FILTER (WHERE kind = 'message' AND action != 'allow'),
		count(*) FILTER (WHERE kind = 'comment' AND person != account), count(*) FILTER (WHERE kind = 'comment' AND person != account AND action IN ('hold', 'block')),
		count(*) FILTER (WHERE `+byStaff+`), count(*) FILTER (WHERE `+byStaff+` AND action != 'allow'),
		count(*) FILTER (WHERE unsent_at IS NOT NULL)
		FROM messages WHERE received_at >= ? AND received_at < ?`, from, to).
		Scan(&day.Messages, &day.Redirected, &day.Comments, &day.Hidden, &day.Replies, &day.Flagged, &day.Unsent)
	if err != nil {
		return err
	}
	return d.Read().QueryRowContext(ctx, "SELECT count(*) FROM incidents WHERE discovered_at >= ? AND discovered_at < ?", from, to).Scan(&day.Incidents)
}

// byStaff chooses what staff wrote, in private or in public.
const byStaff = "(kind = 'echo' AND NOT automatic OR kind = 'comment' AND person = account)"

func (day *Day) add(o *Day) {
	day.Messages += o.Messages
	day.Redirected += o.Redirected
	day.Comments += o.Comments
	day.Hidden += o.Hidden
	day.Replies += o.Replies
	day.Flagged += o.Flagged
	day.Incidents += o.Incidents
	day.Unsent += o.Unsent
}

func (w *Week) requests(ctx context.Context, d *db.DB) (out []Count, err error) {
	for _, k := range request.Kinds() {
		c := Count{Name: string(k)}
		if err := d.Read().QueryRowContext(ctx, "SELECT count(*) FROM messages WHERE request = ? AND received_at >= ? AND received_at < ?", c.Name, w.From.UnixMilli(), w.To.UnixMilli()).Scan(&c.N); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func (w *Week) deliveries(ctx context.Context, d *db.DB) (out []Count, err error) {
	rows, err := d.Read().QueryContext(ctx, "SELECT kind || ' ' || state, count(*) FROM outbox WHERE queued_at >= ? AND queued_at < ? GROUP BY 1 ORDER BY 1", w.From.UnixMilli(), w.To.UnixMilli())
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c Count
		if err := rows.Scan(&c.Name, &c.N); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, rows.Err()
}
