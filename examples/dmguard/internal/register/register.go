package register

import (
	"context"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/lexicon"
)

// Register is the register of one database.
type Register struct {
	db    *db.DB
	trail *trail.Trail
	key   []byte
}

// New gives the register of a database. The key of the hashed names is derived
// from the secret, which must stay the same for the file's life.
func New(d *db.DB, t *trail.Trail, secret []byte) (*Register, error) {
	if len(secret) < sha256.Size {
		return nil, trail.ErrSecret
	}
	key, err := hkdf.Key(sha256.New, secret, nil, "dmguard register names", sha256.Size)
	if err != nil {
		return nil, err
	}
	return &Register{d, t, key}, nil
}

// Add enters an authorization and gives its number.
func (r *Register) Add(ctx context.Context, actor string, a Authorization, now time.Time) (id int64, err error) {
	if err := a.check(); err != nil {
		return 0, err
	}
	err = r.db.Write(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRow(`INSERT INTO authorizations (form, types, health, places, purpose, signed_at, expires_at, added_at, added_by)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (form) DO NOTHING RETURNING id`,
			a.Form, a.Types, a.Health, joinPlaces(a.Places), a.Purpose, a.Signed.UnixMilli(), a.Expires.UnixMilli(), now.UnixMilli(), actor).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrForm
		}
		if err != nil {
			return err
		}
		for _, w := range words(a.Names) {
			if _, err := tx.Exec("INSERT OR IGNORE INTO authorized_words (authorization_id, word) VALUES (?, ?)", id, r.hash(w)); err != nil {
				return err
			}
		}
		return r.record(tx, actor, "authorization-added", id, now)
	})
	return id, err
}

// Get gives one entry.
func (r *Register) Get(ctx context.Context, id int64) (Authorization, error) {
	return scanOne(r.db.Read().QueryRowContext(ctx, selectAll+" WHERE id = ?", id))
}

// List gives all entries, the newest first.
func (r *Register) List(ctx context.Context) ([]Authorization, error) {
	rows, err := r.db.Read().QueryContext(ctx, selectAll+" ORDER BY id DESC")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Authorization
	for rows.Next() {
		a, err := scanOne(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, rows.Err()
}

const selectAll = "SELECT id, form, types, health, places, purpose, signed_at, expires_at, added_at, added_by, coalesce(revoked_at, 0), revoked_by FROM authorizations"

func scanOne(row interface{ Scan(...any) error }) (a Authorization, err error) {
	var places string
	var signed, expires, added, revoked int64
	err = row.Scan(&a.ID, &a.Form, &a.Types, &a.Health, &places, &a.Purpose, &signed, &expires, &added, &a.AddedBy, &revoked, &a.RevokedBy)
	if errors.Is(err, sql.ErrNoRows) {
		return a, ErrUnknown
	}
	if err != nil {
		return a, err
	}
	for p := range strings.SplitSeq(places, ",") {
		a.Places = append(a.Places, Place(p))
	}
	a.Signed, a.Expires, a.Added = db.Time(signed), db.Time(expires), db.Time(added)
	if revoked != 0 {
		a.Revoked = db.Time(revoked)
	}
	return a, nil
}

func joinPlaces(places []Place) string {
	var out []string
	for _, p := range places {
		out = append(out, string(p))
	}
	return strings.Join(out, ",")
}

func (r *Register) record(tx *sql.Tx, actor, what string, id int64, now time.Time) error {
	return r.trail.Add(tx, trail.Entry{At: now, Actor: actor, What: what, Resource: "authorization/" + strconv.FormatInt(id, 10)})
}

// words gives the words of names, folded to plain letters.
func words(names []string) (out []string) {
	for _, n := range names {
		_, folded := lexicon.Keys(n)
		out = append(out, strings.Fields(strings.ToLower(folded))...)
	}
	return out
}

func (r *Register) hash(word string) []byte {
	m := hmac.New(sha256.New, r.key)
	m.Write([]byte(word))
	return m.Sum(nil)
}
