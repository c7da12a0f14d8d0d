package guard

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/phidetect/phidetect/phi"
)

// A thread is what is kept of the messages between the clinic and a person.
type thread struct {
	account, person string
	state           phi.Conversation
	first, last     int64
	welcomed        sql.NullInt64 // when the disclaimer was queued
	redirected      sql.NullInt64 // when the last redirect was
}

// load gives a thread, or a new one.
func load(tx *sql.Tx, account, person string) (*thread, error) {
	t := &thread{account: account, person: person}
	var state []byte
	err := tx.QueryRow("SELECT state, first_at, last_at, welcomed_at, redirected_at FROM threads WHERE account = ? AND person = ?", account, person).
		Scan(&state, &t.first, &t.last, &t.welcomed, &t.redirected)
	if errors.Is(err, sql.ErrNoRows) {
		return t, nil
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(state, &t.state); err != nil {
		return nil, fmt.Errorf("guard: the state of a thread: %w", err)
	}
	return t, nil
}

// save stores the thread, of which something happened at a time.
func (t *thread) save(tx *sql.Tx, at time.Time) error {
	state, err := json.Marshal(t.state)
	if err != nil {
		return err
	}
	ms := at.UnixMilli()
	if t.first == 0 || ms < t.first {
		t.first = ms
	}
	t.last = max(t.last, ms)
	_, err = tx.Exec(`INSERT INTO threads (account, person, first_at, last_at, state, verdict, welcomed_at, redirected_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (account, person) DO UPDATE SET first_at = excluded.first_at, last_at = excluded.last_at, state = excluded.state, verdict = excluded.verdict,
		welcomed_at = excluded.welcomed_at, redirected_at = excluded.redirected_at`,
		t.account, t.person, t.first, t.last, string(state), t.state.Verdict().String(), t.welcomed, t.redirected)
	return err
}

// dueWelcome reports whether the person has not been welcomed, and notes it.
func (t *thread) dueWelcome(now time.Time) bool {
	if t.welcomed.Valid {
		return false
	}
	t.welcomed = sql.NullInt64{Int64: now.UnixMilli(), Valid: true}
	return true
}

// dueRedirect reports whether no redirect was queued within quiet, and notes one.
func (t *thread) dueRedirect(now time.Time, quiet time.Duration) bool {
	if t.redirected.Valid && now.UnixMilli()-t.redirected.Int64 < quiet.Milliseconds() {
		return false
	}
	t.redirected = sql.NullInt64{Int64: now.UnixMilli(), Valid: true}
	return true
}
