package people

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"errors"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
)

var (
	// ErrName is a name that a user cannot have.
	ErrName = errors.New("people: name: it has 1 to 40 lower-case letters, digits and hyphens, begins with a letter, and is not dmguard")
	// ErrTaken is the name of a user that is there already.
	ErrTaken = errors.New("people: name: there is a user of this name")
	// ErrUnknown is a user that is not there.
	ErrUnknown = errors.New("people: there is no user of this name")
	// ErrDenied is a token or session that is not or no longer valid, or something
	// that the role may not do.
	ErrDenied = errors.New("people: denied")
)

// A User is somebody who may sign in.
type User struct {
	// Name stands in the audit trail: an id such as "ana" or "desk-2".
	Name     string
	Role     Role
	Added    time.Time
	Disabled bool
}

// People are the users of one database.
type People struct {
	db    *db.DB
	trail *trail.Trail
}

// New gives the users of a database.
func New(d *db.DB, t *trail.Trail) *People { return &People{d, t} }

// Add makes a user and gives the token to sign in with, which cannot be shown
// again. The actor is who does it: a user's name, or "cli".
func (p *People) Add(ctx context.Context, actor, name string, role Role, now time.Time) (token string, err error) {
	if !isName(name) {
		return "", ErrName
	}
	if _, err := ParseRole(string(role)); err != nil {
		return "", err
	}
	token = rand.Text() + rand.Text()
	return token, p.db.Write(ctx, func(tx *sql.Tx) error {
		res, err := tx.Exec("INSERT INTO users (name, role, token_hash, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING", name, string(role), hash(token), now.UnixMilli())
		if err := affected(res, err, ErrTaken); err != nil {
			return err
		}
		return p.trail.Add(tx, trail.Entry{At: now, Actor: actor, What: "user-added", Resource: "user/" + name})
	})
}

// Renew gives a user a new token. The old one and all sessions end.
func (p *People) Renew(ctx context.Context, actor, name string, now time.Time) (token string, err error) {
	token = rand.Text() + rand.Text()
	return token, p.change(ctx, actor, name, "user-renewed", now, "UPDATE users SET token_hash = ? WHERE name = ?", hash(token), name)
}

// Disable ends a user's token and sessions; Renew does not bring them back.
func (p *People) Disable(ctx context.Context, actor, name string, now time.Time) error {
	return p.change(ctx, actor, name, "user-disabled", now, "UPDATE users SET disabled_at = coalesce(disabled_at, ?) WHERE name = ?", now.UnixMilli(), name)
}

func (p *People) change(ctx context.Context, actor, name, what string, now time.Time, statement string, args ...any) error {
	return p.db.Write(ctx, func(tx *sql.Tx) error {
		res, err := tx.Exec(statement, args...)
		if err := affected(res, err, ErrUnknown); err != nil {
			return err
		}
		if _, err := tx.Exec("DELETE FROM sessions WHERE user = ?", name); err != nil {
			return err
		}
		return p.trail.Add(tx, trail.Entry{At: now, Actor: actor, What: what, Resource: "user/" + name})
	})
}

// List gives all users by name.
func (p *People) List(ctx context.Context) ([]User, error) {
	rows, err := p.db.Read().QueryContext(ctx, "SELECT name, role, added_at, disabled_at IS NOT NULL FROM users ORDER BY name")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []User
	for rows.Next() {
		var u User
		var added int64
		if err := rows.Scan(&u.Name, &u.Role, &added, &u.Disabled); err != nil {
			return nil, err
		}
		u.Added = db.Time(added)
		out = append(out, u)
	}
	return out, rows.Err()
}

// affected gives none where a statement changed no row.
func affected(res sql.Result, err, none error) error {
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n == 0 {
		err = none
	}
	return err
}

func isName(s string) bool {
	if s == "" || len(s) > 40 || s == trail.System || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	for _, c := range s {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

func hash(token string) []byte {
	h := sha256.Sum256([]byte("dmguard token " + token))
	return h[:]
}
