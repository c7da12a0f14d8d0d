// Package incident logs that PHI stood where all could read it. Whether that is
// a breach is for people to decide (45 CFR 164.402); the clock runs meanwhile.
package incident

import (
	"database/sql"
	"time"

	"github.com/phidetect/phidetect/phi"
)

// Kind says whose words they were.
type Kind string

const (
	// Comment: somebody's under a post of the clinic.
	Comment Kind = "comment"
	// PublicReply: the clinic's own.
	PublicReply Kind = "public_reply"
)

// Clock is how long after its discovery the notices of a breach must have gone
// out: without unreasonable delay, and in no case later (45 CFR 164.404(b)).
const Clock = 60 * 24 * time.Hour

// An Incident is one comment that held PHI.
type Incident struct {
	Kind                            Kind
	Account, Person, Comment, Media string
	Types                           phi.TypeSet
	// Discovered is when the comment came in.
	Discovered time.Time
}

// Add logs an incident. A comment that is logged already stays as it is.
func Add(tx *sql.Tx, i Incident) error {
	_, err := tx.Exec(`INSERT INTO incidents (kind, account, person, comment, media, types, discovered_at, notify_by)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (comment) DO NOTHING`,
		string(i.Kind), i.Account, i.Person, i.Comment, i.Media, i.Types, i.Discovered.UnixMilli(), i.Discovered.Add(Clock).UnixMilli())
	return err
}
