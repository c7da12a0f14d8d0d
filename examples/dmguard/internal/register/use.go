package register

import (
	"database/sql"
	"errors"
	"fmt"
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

// ErrRefused is what every error is that says why an authorization does not cover
// a use.
var ErrRefused = errors.New("register")

var (
	// ErrUnknown: there is no such authorization.
	ErrUnknown = fmt.Errorf("%w: there is no such authorization", ErrRefused)
	// ErrRevoked: the patient has revoked it.
	ErrRevoked = fmt.Errorf("%w: the authorization was revoked", ErrRefused)
	// ErrExpired: its time is over.
	ErrExpired = fmt.Errorf("%w: the authorization has expired", ErrRefused)
	// ErrNotYet: it is signed for a later day.
	ErrNotYet = fmt.Errorf("%w: the authorization is not yet signed", ErrRefused)
	// ErrPlace: it is not for this place.
	ErrPlace = fmt.Errorf("%w: the authorization is not for this place", ErrRefused)
	// ErrWhat: it does not cover all that the draft tells.
	ErrWhat = fmt.Errorf("%w: the authorization does not cover all that the draft tells", ErrRefused)
	// ErrNames: the draft names somebody it is not for.
	ErrNames = fmt.Errorf("%w: the draft names somebody the authorization is not for", ErrRefused)
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
