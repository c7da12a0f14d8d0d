// Package queue is what the staff page shows and what staff do there: flagged
// threads, notices and incidents, to be assigned, resolved and closed. Nothing it
// gives holds a word of a message, and resolutions are codes, so that none is
// written here either. Every action stands in the audit trail; whether a role may
// do it is for the page to ask (people.Role.May).
package queue

import (
	"errors"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

var (
	// ErrUnknown: there is no such notice or incident.
	ErrUnknown = errors.New("queue: there is no such entry")
	// ErrEnded: it was resolved or closed already.
	ErrEnded = errors.New("queue: somebody has ended it already")
	// ErrUser: there is no such user to assign to.
	ErrUser = errors.New("queue: there is no such user")
	// ErrCode: a resolution or outcome that is none.
	ErrCode = errors.New("queue: it ends as one of the codes that Resolutions and Outcomes list")
)

// Queue is the queue of one database.
type Queue struct {
	db    *db.DB
	trail *trail.Trail
}

// New gives the queue of a database.
func New(d *db.DB, t *trail.Trail) *Queue { return &Queue{d, t} }

// typeNames lists the identifiers of a set by name.
func typeNames(set phi.TypeSet) (out []string) {
	for i := range identifiers.TypeCount {
		if t := identifiers.Type(i); set.Has(t) {
			out = append(out, t.String())
		}
	}
	return out
}
