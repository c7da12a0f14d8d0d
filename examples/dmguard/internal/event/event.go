// Package event holds what happens on the platform, as the webhook reads it and
// the guard judges it.
package event

import (
	"fmt"
	"time"
)

// Kind says what happened.
type Kind uint8

const (
	// Message: somebody wrote to the clinic.
	Message Kind = iota + 1
	// Echo: the clinic wrote to somebody.
	Echo
	// Unsend: a message was taken back.
	Unsend
	// Comment: somebody commented on a post.
	Comment
)

// String gives the kind's name.
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
	return "unknown"
}

// An Event is one thing that happened.
type Event struct {
	Kind        Kind
	ID          string    // mid, or the comment's id
	Account     string    // the clinic's account: the entry's id
	Person      string    // scoped id whose thread it is: sender of a message, recipient of an echo, from.id of a comment
	Username    string    // comments alone; judged, never stored
	At          time.Time // when it happened
	Text        string    // judged, never stored unless the vault is on
	Attachments []string  // their types: image, audio, share, …
	ReplyTo     string    // the mid or story it answers
	Parent      string    // the comment it answers
	Media       string    // the post that was commented on
}

// String tells kind and id, never what was said or by whom.
func (e Event) String() string { return fmt.Sprintf("%s %s", e.Kind, e.ID) }
