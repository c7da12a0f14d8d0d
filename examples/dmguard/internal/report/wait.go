package report

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
)

// A Wait is how long people waited for something.
type Wait struct {
	Name string
	// N is how many waited and got it. Median, P90 and Longest are 0 where nobody
	// did.
	N                    int
	Median, P90, Longest time.Duration
	// Buckets count them by Bounds, with one more for what is longer.
	Buckets [len(bounds) + 1]int
}

// bounds are the upper ends of the buckets of the plot.
var bounds = [...]time.Duration{time.Second, 10 * time.Second, time.Minute, 10 * time.Minute, time.Hour, 8 * time.Hour, 24 * time.Hour}

// boundNames are the names of the buckets.
var boundNames = [len(bounds) + 1]string{"1 s", "10 s", "1 min", "10 min", "1 h", "8 h", "1 d", "more"}

func waitOf(name string, times []time.Duration) Wait {
	w := Wait{Name: name, N: len(times)}
	if w.N == 0 {
		return w
	}
	slices.Sort(times)
	w.Median, w.P90, w.Longest = times[(w.N-1)/2], times[(9*w.N+9)/10-1], times[w.N-1]
	for _, t := range times {
		i, _ := slices.BinarySearch(bounds[:], t)
		w.Buckets[i]++
	}
	return w
}

// waits gives the waits that ended in the week.
func (w *Week) waits(ctx context.Context, d *db.DB) ([]Wait, error) {
	from, to := w.From.UnixMilli(), w.To.UnixMilli()
	automatic, err := durations(ctx, d, `SELECT o.ended_at - m.received_at FROM outbox o JOIN messages m ON m.id = o.cause
		WHERE o.kind = 'reply' AND o.state = 'sent' AND o.ended_at >= ? AND o.ended_at < ?`, from, to)
	if err != nil {
		return nil, err
	}
	hidden, err := durations(ctx, d, `SELECT o.ended_at - m.received_at FROM outbox o JOIN messages m ON m.id = o.cause
		WHERE o.kind = 'hide' AND o.state = 'sent' AND o.ended_at >= ? AND o.ended_at < ?`, from, to)
	if err != nil {
		return nil, err
	}
	// the first message behind the last of staff's, up to staff's next one
	staff, err := durations(ctx, d, `SELECT e.at - (
			SELECT min(m.at) FROM messages m WHERE m.account = e.account AND m.person = e.person AND m.kind = 'message' AND m.at <= e.at AND m.at > coalesce(
				(SELECT max(p.at) FROM messages p WHERE p.account = e.account AND p.person = e.person AND p.kind = 'echo' AND NOT p.automatic AND (p.at, p.id) < (e.at, e.id)), 0)
		) FROM messages e WHERE e.kind = 'echo' AND NOT e.automatic AND e.at >= ? AND e.at < ?`, from, to)
	if err != nil {
		return nil, err
	}
	resolved, err := durations(ctx, d, "SELECT resolved_at - at FROM notices WHERE resolution != 'unsent' AND resolved_at >= ? AND resolved_at < ?", from, to)
	if err != nil {
		return nil, err
	}
	return []Wait{
		waitOf("automatic reply sent", automatic), waitOf("comment hidden", hidden),
		waitOf("answer of staff", staff), waitOf("notice resolved", resolved),
	}, nil
}

// durations reads one column of milliseconds; NULLs are left out.
func durations(ctx context.Context, d *db.DB, query string, args ...any) (out []time.Duration, err error) {
	rows, err := d.Read().QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var ms sql.NullInt64
		if err := rows.Scan(&ms); err != nil {
			return nil, err
		}
		if ms.Valid {
			out = append(out, time.Duration(max(ms.Int64, 0))*time.Millisecond)
		}
	}
	return out, rows.Err()
}
