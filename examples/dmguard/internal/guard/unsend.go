package guard

import (
	"database/sql"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
)

// unsend forgets what was found in a message. That it was there stays, so that it
// is not judged when it comes late or again.
func (g *Guard) unsend(tx *sql.Tx, e *event.Event, now time.Time) error {
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
