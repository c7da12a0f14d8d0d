package people

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
)

const (
	// Idle is how long a session lasts without use.
	Idle = 30 * time.Minute
	// Longest is how long it lasts at most.
	Longest = 12 * time.Hour
)

// A Session is a user who has signed in.
type Session struct {
	// Token is for the cookie, CSRF for the forms. Neither is kept as it is.
	Token, CSRF string
	User        User
}

// SignIn begins a session with a user's token. A wrong one is ErrDenied, and so
// is that of a disabled user.
func (p *People) SignIn(ctx context.Context, token string, now time.Time) (Session, error) {
	s := Session{Token: rand.Text() + rand.Text()}
	s.CSRF = csrf(s.Token)
	denied := false
	err := p.db.Write(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRow("SELECT name, role FROM users WHERE token_hash = ? AND disabled_at IS NULL", hash(token)).Scan(&s.User.Name, &s.User.Role)
		if errors.Is(err, sql.ErrNoRows) {
			denied = true // and its line in the trail is kept
			return p.trail.Add(tx, trail.Entry{At: now, Actor: trail.System, What: "sign-in", Refused: true})
		}
		if err != nil {
			return err
		}
		if _, err := tx.Exec("DELETE FROM sessions WHERE used_at < ? OR began_at < ?", now.Add(-Idle).UnixMilli(), now.Add(-Longest).UnixMilli()); err != nil {
			return err
		}
		if _, err := tx.Exec("INSERT INTO sessions (token_hash, user, began_at, used_at) VALUES (?, ?, ?, ?)", hash(s.Token), s.User.Name, now.UnixMilli(), now.UnixMilli()); err != nil {
			return err
		}
		return p.trail.Add(tx, trail.Entry{At: now, Actor: s.User.Name, What: "sign-in", Resource: "user/" + s.User.Name})
	})
	switch {
	case err != nil:
		return Session{}, err
	case denied:
		return Session{}, ErrDenied
	}
	return s, nil
}

// touch is how stale the time of a session's last use may be, so that not every
// request writes.
const touch = time.Minute

// Session gives the session of a cookie's token; ErrDenied where it has ended.
func (p *People) Session(ctx context.Context, token string, now time.Time) (Session, error) {
	s := Session{Token: token, CSRF: csrf(token)}
	var used int64
	err := p.db.Read().QueryRowContext(ctx, `SELECT u.name, u.role, s.used_at FROM sessions s JOIN users u ON u.name = s.user
		WHERE s.token_hash = ? AND u.disabled_at IS NULL AND s.used_at >= ? AND s.began_at >= ?`,
		hash(token), now.Add(-Idle).UnixMilli(), now.Add(-Longest).UnixMilli()).Scan(&s.User.Name, &s.User.Role, &used)
	if errors.Is(err, sql.ErrNoRows) {
		return Session{}, ErrDenied
	}
	if err != nil {
		return Session{}, err
	}
	if now.UnixMilli()-used >= touch.Milliseconds() {
		err = p.db.Write(ctx, func(tx *sql.Tx) error {
			_, err := tx.Exec("UPDATE sessions SET used_at = ? WHERE token_hash = ?", now.UnixMilli(), hash(token))
			return err
		})
	}
	return s, err
}

// SignOut ends a session. One that has ended already is no error.
func (p *People) SignOut(ctx context.Context, s Session, now time.Time) error {
	return p.db.Write(ctx, func(tx *sql.Tx) error {
		res, err := tx.Exec("DELETE FROM sessions WHERE token_hash = ?", hash(s.Token))
		if err := affected(res, err, ErrDenied); err != nil {
			if errors.Is(err, ErrDenied) {
				return nil
			}
			return err
		}
		return p.trail.Add(tx, trail.Entry{At: now, Actor: s.User.Name, What: "sign-out", Resource: "user/" + s.User.Name})
	})
}
