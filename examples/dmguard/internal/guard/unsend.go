package guard

import (
	"database/sql"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
)

// unsend forgets what was found in a message and in its edits. That they were
// there stays, so that they are not judged when they come late or again.
func (g *Guard) unsend(tx *sql.Tx, e *event.Event, now time.Time) error {
	edits, err := editsOf(tx, e.ID)
	if err != nil {
		return err
	}
	for _, id := range append(edits, e.ID) {
		gone := *e
		gone.ID = id
		if err := g.forget(tx, &gone, now); err != nil {
			return err
		}
	}
	return nil
}

func editsOf(tx *sql.Tx, id string) (out []string, err error) {
	from, below := event.Edits(id)
	rows, err := tx.Query("SELECT id FROM messages WHERE id >= ? AND id < ?", from, below)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var edit string
		if err := rows.Scan(&edit); err != nil {
			return nil, err
		}
		out = append(out, edit)
	}
	return out, rows.Err()
}

// lateEdit reports whether an event is the edit of a message that was unsent.
func lateEdit(tx *sql.Tx, id string) (gone bool, err error) {
	message, ok := event.EditOf(id)
	if !ok {
		return false, nil
	}
	err = tx.QueryRow("SELECT EXISTS (SELECT 1 FROM messages WHERE id = ? AND unsent_at IS NOT NULL)", message).Scan(&gone)
	return gone, err
}

func (g *Guard) forget(tx *sql.Tx, e *event.Event, now time.Time) error {
	res, err := tx.Exec(`INSERT INTO messages (id, kind, account, person, at, received_at, verdict, action, unsent_at) VALUES (?, 'unsend', ?, ?, ?, ?, 'none', 'allow', ?)
		ON CONFLICT (id) DO UPDATE SET unsent_at = excluded.unsent_at, verdict = 'none', request = '', types = 0, attachments = 0 WHERE unsent_at IS NULL`,
		e.ID, e.Account, e.Person, e.At.UnixMilli(), now.UnixMilli(), now.UnixMilli())
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err // it came twice
	}
	if err := vault.Delete(tx, e.ID); err != nil {
		return err
	}
	if err := outbox.Cancel(tx, e.ID, now); err != nil {
		return err
	}
	if _, err := tx.Exec(`UPDATE notices SET request = '', urgent = 0, verdict = 'none', types = 0, booking = 0, resolved_at = coalesce(resolved_at, ?),
		resolved_by = iif(resolved_at IS NULL, ?, resolved_by), resolution = iif(resolved_at IS NULL, 'unsent', resolution) WHERE message = ? AND kind != 'delivery'`,
		now.UnixMilli(), trail.System, e.ID); err != nil {
		return err
	}
	return g.trail.Add(tx, trail.Entry{At: now, Actor: trail.System, What: "unsent", Resource: e.ID})
}
