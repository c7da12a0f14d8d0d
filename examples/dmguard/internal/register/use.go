package register

import (
	"database/sql"
	"errors"
	"slices"
	"time"

	"github.com/phidetect/phidetect/phi"
)

// A Use is what a draft would publish.
type Use struct {
	Place Place
	// Types are the identifiers found in it, Health whether it speaks of
	// somebody's health, Names the names in it.
	Types  phi.TypeSet
	Health bool
	Names  []string
}

var (
	// ErrUnknown: there is no such authorization.
	ErrUnknown = errors.New("register: there is no such authorization")
	// ErrForm: another entry points to the same form.
	ErrForm = errors.New("register: authorization: form: another entry points to it")
	// ErrRevoked: the patient has revoked it.
	ErrRevoked = errors.New("register: the authorization was revoked")
	// ErrExpired: its time is over.
	ErrExpired = errors.New("register: the authorization has expired")
	// ErrNotYet: it is signed for a later day.
	ErrNotYet = errors.New("register: the authorization is not yet signed")
	// ErrPlace: it is not for this place.
	ErrPlace = errors.New("register: the authorization is not for this place")
	// ErrWhat: it does not cover all that the draft tells.
	ErrWhat = errors.New("register: the authorization does not cover all that the draft tells")
	// ErrNames: the draft names somebody it is not for.
	ErrNames = errors.New("register: the draft names somebody the authorization is not for")
)

// Covers says why the authorization does not cover a use, or nil.
func (r *Register) Covers(tx *sql.Tx, id int64, u Use, now time.Time) error {
	a, err := scanOne(tx.QueryRow(selectAll+" WHERE id = ?", id))
	if err != nil {
		return err
	}
	if err := a.Valid(now); err != nil {
		return err
	}
	switch {
	case !slices.Contains(a.Places, u.Place):
		return ErrPlace
	case u.Types&^a.Types != 0, u.Health && !a.Health:
		return ErrWhat
	}
	for _, w := range words(u.Names) {
		var ok bool
		if err := tx.QueryRow("SELECT EXISTS (SELECT 1 FROM authorized_words WHERE authorization_id = ? AND word = ?)", id, r.hash(w)).Scan(&ok); err != nil {
			return err
		}
		if !ok {
			return ErrNames
		}
	}
	return nil
}
