// Package notice puts on staff's list what a person has to look at. A notice
// holds no text of a message: what kind of request it is, which types of
// identifiers were found, what was decided and by which rule.
package notice

import (
	"database/sql"
	"time"

	"github.com/phidetect/phidetect/phi"
)

// Kind says why staff are told.
type Kind string

const (
	// Request: a message that was led to the secure channel, with what it asks for.
	Request Kind = "request"
	// Attachment: a picture or file that nobody has looked at.
	Attachment Kind = "attachment"
	// Comment: a public comment that was hidden or answered.
	Comment Kind = "comment"
	// Outbound: staff wrote what should not have gone out this way.
	Outbound Kind = "outbound"
	// Delivery: a reply that may or may not have arrived, or did not.
	Delivery Kind = "delivery"
)

// A Notice is one thing to look at.
type Notice struct {
	Kind Kind
	// Request is the kind of request: booking, refill, results, billing, urgent,
	// other; or "". Urgent ones come first.
	Request string
	Urgent  bool
	// Account and Person are whose thread it is, Message the message's or
	// comment's id.
	Account, Person, Message string
	Verdict                  phi.Verdict
	Action                   phi.Action
	Types                    phi.TypeSet
	// Booking are the facts of a booking, as bits of guard.Booking.
	Booking uint32
	// Rule names the policy's rule, or says in a code what happened to a reply.
	Rule string
	At   time.Time
}

// Add puts a notice on the list.
func Add(tx *sql.Tx, n Notice) error {
	action := n.Action
	if action == 0 {
		action = phi.Allow
	}
	_, err := tx.Exec(`INSERT INTO notices (kind, request, urgent, account, person, message, verdict, action, types, booking, rule, at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		string(n.Kind), n.Request, n.Urgent, n.Account, n.Person, n.Message, n.Verdict.String(), action.String(), n.Types, n.Booking, n.Rule, n.At.UnixMilli())
	return err
}
