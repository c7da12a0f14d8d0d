package vault

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
)

var (
	// ErrNothing: no text of this message is kept.
	ErrNothing = errors.New("vault: no text of this message is kept")
	// ErrSealed: the text does not open: its row was changed, or its key is not
	// among those given.
	ErrSealed = errors.New("vault: the text cannot be opened: the key it was sealed with is not given, or the row was changed")
)

// Vault keeps texts in one database.
type Vault struct {
	db    *db.DB
	trail *trail.Trail
	keys  []key // the first seals, all open
}

// New gives the vault of a database. The first key seals new texts; the others
// are older ones that still open. Each has 32 bytes.
func New(d *db.DB, t *trail.Trail, keys ...[]byte) (*Vault, error) {
	if len(keys) == 0 {
		return nil, ErrKey
	}
	v := &Vault{db: d, trail: t}
	for _, k := range keys {
		made, err := newKey(k)
		if err != nil {
			return nil, err
		}
		v.keys = append(v.keys, made)
	}
	return v, nil
}

// A Place is which message a text is of.
type Place struct{ Message, Account, Person string }

// Put seals a text within the transaction of its message.
func (v *Vault) Put(tx *sql.Tx, p Place, text string, at time.Time) error {
	k := &v.keys[0]
	_, err := tx.Exec("INSERT INTO vault (message, account, person, key_id, sealed, at) VALUES (?, ?, ?, ?, ?, ?)",
		p.Message, p.Account, p.Person, k.id, k.seal(p, text), at.UnixMilli())
	return err
}

// Delete forgets the text of a message.
func Delete(tx *sql.Tx, message string) error {
	_, err := tx.Exec("DELETE FROM vault WHERE message = ?", message)
	return err
}

// Has reports whether a text of the message is kept.
func (v *Vault) Has(ctx context.Context, message string) (ok bool, err error) {
	err = v.db.Read().QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM vault WHERE message = ?)", message).Scan(&ok)
	return ok, err
}

// Read gives the text of a message to a user whose role may read it, and
// people.ErrDenied to others.
func (v *Vault) Read(ctx context.Context, u people.User, message string, now time.Time) (text string, err error) {
	var denied error
	err = v.db.Write(ctx, func(tx *sql.Tx) error {
		if !u.Role.May(people.ReadText) || u.Disabled {
			denied = people.ErrDenied
		} else if text, err = v.open(tx, message); err != nil {
			denied = err
		}
		return v.trail.Add(tx, trail.Entry{At: now, Actor: u.Name, What: "vault-read", Resource: message, Refused: denied != nil})
	})
	if err = errors.Join(err, denied); err != nil {
		return "", err
	}
	return text, nil
}

func (v *Vault) open(tx *sql.Tx, message string) (string, error) {
	p := Place{Message: message}
	var id string
	var sealed []byte
	err := tx.QueryRow("SELECT account, person, key_id, sealed FROM vault WHERE message = ?", message).Scan(&p.Account, &p.Person, &id, &sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return "", ErrNothing
	}
	if err != nil {
		return "", err
	}
	for i := range v.keys {
		if v.keys[i].id == id {
			return v.keys[i].open(p, sealed)
		}
	}
	return "", ErrSealed
}

// Purge forgets the texts that were kept before a time and says how many.
func (v *Vault) Purge(ctx context.Context, before, now time.Time) (n int64, err error) {
	err = v.db.Write(ctx, func(tx *sql.Tx) error {
		res, err := tx.Exec("DELETE FROM vault WHERE at < ?", before.UnixMilli())
		if err != nil {
			return err
		}
		if n, err = res.RowsAffected(); err != nil || n == 0 {
			return err
		}
		return v.trail.Add(tx, trail.Entry{At: now, Actor: trail.System, What: "vault-purge"})
	})
	return n, err
}
