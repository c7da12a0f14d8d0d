// Package event is what the platform tells: a message came in, one went out, one
// was taken back, somebody commented. The webhook makes events, the guard judges
// them.
package event

import (
	"fmt"
	"time"
)

// Kind says what happened.
type Kind uint8

const (
	// Message: a person wrote to the clinic.
	Message Kind = iota + 1
	// Echo: the clinic wrote to a person, by hand or by this program.
	Echo
	// Unsend: a message was taken back by who wrote it.
	Unsend
	// Comment: somebody, or the clinic itself, commented where all can read it.
	Comment
)

// String gives the name used in the database, or "" for an unknown kind.
func (k Kind) String() string {
	switch k {
	case Message:
		return "message"
	case Echo:
		return "echo"
	case Unsend:
		return "unsend"
	case Comment:
		return "comment"
	}
	return ""
}

// An Event is one thing that happened on the platform.
type Event struct {
	Kind Kind
	// ID is the message's mid or the comment's id: the same for an event that
	// comes twice, and for the unsending of a message.
	ID string
	// Account is the clinic's account, the entry's id.
	Account string
	// Person is the scoped id of whose thread it is: who sent a message, who an
	// echo went to, who commented.
	Person string
	// Username is shown beside a comment. It is judged with the comment and never
	// stored.
	Username string
	// At is when it happened, as the platform says.
	At time.Time
	// Text is judged and never stored, unless the vault is on.
	Text string
	// Attachments are the types of what is attached: image, audio, share.
	Attachments []string
	// ReplyTo is the message or story that it answers, Parent the comment, Media
	// the post that a comment is under.
	ReplyTo, Parent, Media string
}

// String tells the kind and how much there is, and nothing of what was written
// or of who wrote it.
func (e Event) String() string {
	return fmt.Sprintf("%s of %d bytes, %d attachments", e.Kind, len(e.Text), len(e.Attachments))
}

// Format writes String's text for every verb, so that no log line holds text.
func (e Event) Format(f fmt.State, _ rune) {
	fmt.Fprint(f, e.String())
}

// MarshalText gives String's text, for encoders and log/slog.
func (e Event) MarshalText() ([]byte, error) { return []byte(e.String()), nil }
