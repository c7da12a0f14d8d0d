package outbox

import (
	"database/sql"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
)

// Kind says what is to be done.
type Kind uint8

const (
	// Reply sends a text to a person; where Job.Comment is set, as the one private
	// reply that the platform allows to a comment (recipient: {"comment_id": …}).
	Reply Kind = iota + 1
	// Hide hides a comment.
	Hide
)

// String gives the name used in the database, or "" for an unknown kind.
func (k Kind) String() string {
	switch k {
	case Reply:
		return "reply"
	case Hide:
		return "hide"
	}
	return ""
}

func kindOf(name string) Kind {
	if name == "hide" {
		return Hide
	}
	return Reply
}

// A Job is one call to the platform.
type Job struct {
	// ID is given by Add.
	ID   int64
	Kind Kind
	// Account is the clinic's account that acts, Person whom it is for.
	Account, Person string
	// Comment is the comment to hide, or to reply to privately.
	Comment string
	// Text is one of the clinic's fixed texts.
	Text string
	// Cause is the id of the message or comment that it answers.
	Cause string
	// Until is the end of the platform's window: 24 hours behind the person's
	// message, seven days behind a comment.
	Until time.Time
	// Attempts counts the calls, the one that Claim is for included.
	Attempts int
}

// Outbox is the outbox of one database. It is safe for concurrent use.
type Outbox struct {
	db    *db.DB
	trail *trail.Trail
	ready chan struct{}
}

// New gives the outbox of a database. Call Recover once before the first Claim.
func New(d *db.DB, t *trail.Trail) *Outbox {
	return &Outbox{d, t, make(chan struct{}, 1)}
}

// Add queues a job within the transaction of what causes it. Call Wake when that
// is committed.
func Add(tx *sql.Tx, j Job, now time.Time) error {
	_, err := tx.Exec(`INSERT INTO outbox (kind, account, person, comment, text, cause, state, queued_at, not_before, until)
		VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)`,
		j.Kind.String(), j.Account, j.Person, j.Comment, j.Text, j.Cause, now.UnixMilli(), now.UnixMilli(), j.Until.UnixMilli())
	return err
}

// Cancel takes back the replies to a message that have not begun to be sent.
func Cancel(tx *sql.Tx, cause string, now time.Time) error {
	_, err := tx.Exec("UPDATE outbox SET state = 'cancelled', ended_at = ? WHERE cause = ? AND kind = 'reply' AND state = 'queued'", now.UnixMilli(), cause)
	return err
}

// Wake tells who waits on Ready that there may be jobs.
func (o *Outbox) Wake() {
	select {
	case o.ready <- struct{}{}:
	default:
	}
}

// Ready receives when jobs were added. One value may stand for many jobs; jobs
// that wait for their next attempt become due without one.
func (o *Outbox) Ready() <-chan struct{} { return o.ready }
