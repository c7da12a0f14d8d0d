package register

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// Place is where something is published.
type Place string

const (
	// Post is a post of the clinic's, with its picture.
	Post Place = "post"
	// Caption is the text of a post or reel.
	Caption Place = "caption"
	// Story is a story.
	Story Place = "story"
	// Reply is an answer to a comment, which all can read.
	Reply Place = "reply"
	// Message is a private message.
	Message Place = "message"
)

// Places lists the places.
func Places() []Place { return []Place{Post, Caption, Story, Reply, Message} }

// An Authorization is what a patient has signed.
type Authorization struct {
	ID int64
	// Form says where the signed form is filed: up to 40 letters, digits and
	// "-./ " that identify nobody. No two have the same.
	Form string
	// Names are those of the people it is for, and ways they may be called. They
	// are given to Add alone; no entry that is read has them.
	Names []string
	// Types are the identifiers that may be published, Health says that their
	// health may be told.
	Types  phi.TypeSet
	Health bool
	// Places are where.
	Places []Place
	// Purpose is for people: up to 200 bytes that identify nobody.
	Purpose string
	// Signed and Expires bound it in time.
	Signed, Expires time.Time
	// Added and AddedBy are set by Add, Revoked and RevokedBy by Revoke.
	Added, Revoked     time.Time
	AddedBy, RevokedBy string
}

// ErrEntry is what every error about an entry is. The errors name the field and
// hold no value.
var ErrEntry = errors.New("register: authorization")

// ErrForm: another entry points to the same form.
var ErrForm = fmt.Errorf("%w: form: another entry points to it", ErrEntry)

// Valid says why an authorization cannot be used at a time, or nil.
func (a *Authorization) Valid(now time.Time) error {
	switch {
	case !a.Revoked.IsZero():
		return ErrRevoked
	case now.Before(a.Signed):
		return ErrNotYet
	case !now.Before(a.Expires):
		return ErrExpired
	}
	return nil
}

// check reports the first field that is wrong.
func (a *Authorization) check() error {
	switch {
	case !isForm(a.Form) || identifies(a.Form):
		return fmt.Errorf("%w: form: where the signed form is filed, up to 40 letters, digits and -./ and spaces that identify nobody, such as %q", ErrEntry, "binder 4/17")
	case len(words(a.Names)) == 0:
		return fmt.Errorf("%w: names: of the people it is for, at least one", ErrEntry)
	case len(a.Places) == 0:
		return fmt.Errorf("%w: places: at least one of post, caption, story, reply, message", ErrEntry)
	case a.Types == 0 && !a.Health:
		return fmt.Errorf("%w: types: what may be published, such as name or photo, or health", ErrEntry)
	case strings.TrimSpace(a.Purpose) == "" || len(a.Purpose) > 200 || identifies(a.Purpose):
		return fmt.Errorf("%w: purpose: up to 200 bytes that identify nobody", ErrEntry)
	case a.Signed.IsZero():
		return fmt.Errorf("%w: signed: the date of the signature", ErrEntry)
	case !a.Expires.After(a.Signed):
		return fmt.Errorf("%w: expires: a date after that of the signature", ErrEntry)
	}
	for _, p := range a.Places {
		if !slices.Contains(Places(), p) {
			return fmt.Errorf("%w: places: they are post, caption, story, reply, message", ErrEntry)
		}
	}
	return nil
}

func isForm(s string) bool {
	return s != "" && len(s) <= 40 && strings.TrimSpace(s) == s && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-./ ", r)
	})
}

// identifies reports whether a person is named in words that go into an entry as
// they are. That pictures are spoken of ("before and after photos") names nobody.
func identifies(s string) bool {
	r := phi.Detect(s)
	return r.Health.Signals&phi.SignalHint != 0 || slices.ContainsFunc(r.Spans, func(s identifiers.Span) bool {
		switch s.Type {
		case identifiers.Photo, identifiers.City, identifiers.Facility:
			return false
		}
		return !s.Vague
	})
}
