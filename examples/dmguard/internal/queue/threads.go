package queue

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/request"
	"github.com/phidetect/phidetect/phi"
)

// A Thread is a person's messages that have open notices.
type Thread struct {
	Account, Person string
	// Urgent says that one of the notices is. Open counts them; Since is the
	// oldest's time, Latest the newest's.
	Urgent        bool
	Open          int
	Since, Latest time.Time
	// Requests are what was asked for, the most pressing first, Types what was
	// found, by name, Booking the facts of a booking, Assigned whom they are
	// assigned to.
	Requests, Types, Assigned []string
	Booking                   request.Facts
}

// Threads gives the threads that have open notices: the urgent first, and of those
// who has waited longest. A limit of 0 means 100.
func (q *Queue) Threads(ctx context.Context, limit, skip int) ([]Thread, error) {
	if limit <= 0 {
		limit = 100
	}
	rows, err := q.db.Read().QueryContext(ctx, `SELECT account, person, max(urgent), count(*), min(at), max(at),
		group_concat(DISTINCT request), group_concat(DISTINCT assigned_to), group_concat(DISTINCT types), group_concat(DISTINCT booking)
		FROM notices WHERE resolved_at IS NULL GROUP BY account, person ORDER BY max(urgent) DESC, min(at), person LIMIT ? OFFSET ?`, limit, skip)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Thread
	for rows.Next() {
		var t Thread
		var since, latest int64
		var requests, assigned, types, booking string
		if err := rows.Scan(&t.Account, &t.Person, &t.Urgent, &t.Open, &since, &latest, &requests, &assigned, &types, &booking); err != nil {
			return nil, err
		}
		t.Since, t.Latest = db.Time(since), db.Time(latest)
		for _, k := range request.Kinds() {
			if slices.Contains(strings.Split(requests, ","), string(k)) {
				t.Requests = append(t.Requests, string(k))
			}
		}
		t.Assigned = slices.DeleteFunc(strings.Split(assigned, ","), func(s string) bool { return s == "" })
		t.Types = typeNames(phi.TypeSet(union(types)))
		t.Booking = request.Facts(union(booking))
		out = append(out, t)
	}
	return out, rows.Err()
}

// union joins sets that are written as decimal numbers with commas between.
func union(list string) (set uint32) {
	for s := range strings.SplitSeq(list, ",") {
		n := uint32(0)
		for _, c := range s {
			n = 10*n + uint32(c-'0')
		}
		set |= n
	}
	return set
}

// A Message is what is known of a message without its text.
type Message struct {
	ID string
	// Kind is message, echo, unsend or comment.
	Kind            string
	At              time.Time
	Verdict, Action string
	Request         string
	Types           []string
	Attachments     int
	// Automatic says that this program wrote it, Unsent that it was taken back,
	// Kept that its text is in the vault.
	Automatic, Unsent, Kept bool
}

// A Detail is a thread with its messages.
type Detail struct {
	Account, Person string
	// Verdict is the whole thread's.
	Verdict     string
	First, Last time.Time
	// Messages are the latest 200, the oldest of them first.
	Messages []Message
	// Replies are the states of what was to be sent: queued, sent, uncertain.
	Replies map[string]int
}

// Detail gives one thread, ErrUnknown where there is none.
func (q *Queue) Detail(ctx context.Context, account, person string) (d Detail, err error) {
	d = Detail{Account: account, Person: person, Replies: map[string]int{}}
	var first, last int64
	err = q.db.Read().QueryRowContext(ctx, "SELECT verdict, first_at, last_at FROM threads WHERE account = ? AND person = ?", account, person).Scan(&d.Verdict, &first, &last)
	if errors.Is(err, sql.ErrNoRows) {
		return d, ErrUnknown
	}
	if err != nil {
		return d, err
	}
	d.First, d.Last = db.Time(first), db.Time(last)
	if d.Messages, err = q.messages(ctx, account, person); err != nil {
		return d, err
	}
	rows, err := q.db.Read().QueryContext(ctx, "SELECT state, count(*) FROM outbox WHERE account = ? AND person = ? AND kind = 'reply' GROUP BY state", account, person)
	if err != nil {
		return d, err
	}
	defer rows.Close()
	for rows.Next() {
		var state string
		var n int
		if err := rows.Scan(&state, &n); err != nil {
			return d, err
		}
		d.Replies[state] = n
	}
	return d, rows.Err()
}

func (q *Queue) messages(ctx context.Context, account, person string) (out []Message, err error) {
	rows, err := q.db.Read().QueryContext(ctx, `SELECT id, kind, at, verdict, action, request, types, attachments, automatic, unsent_at IS NOT NULL, EXISTS (SELECT 1 FROM vault WHERE message = m.id)
		FROM messages m WHERE account = ? AND person = ? ORDER BY at DESC, id DESC LIMIT 200`, account, person)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var m Message
		var at int64
		var types phi.TypeSet
		if err := rows.Scan(&m.ID, &m.Kind, &at, &m.Verdict, &m.Action, &m.Request, &types, &m.Attachments, &m.Automatic, &m.Unsent, &m.Kept); err != nil {
			return nil, err
		}
		m.At, m.Types = db.Time(at), typeNames(types)
		out = append(out, m)
	}
	slices.Reverse(out)
	return out, rows.Err()
}
