package trail

import (
	"bytes"
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/audit"
)

// System is the actor of what the program does by itself.
const System = "dmguard"

// Trail appends to the trail of one database.
type Trail struct {
	db     *db.DB
	key    []byte // the chain's; nil makes it plain hashes
	hasher *audit.Hasher
}

// ErrSecret is a secret that is too short.
var ErrSecret = fmt.Errorf("trail: the secret has %d bytes or more; openssl rand -hex 32 makes one", audit.LeastKey)

// New gives the trail of a database. The keys of the chain and of the hashed ids
// are derived from the secret, which must stay the same for the file's life.
func New(d *db.DB, secret []byte) (*Trail, error) {
	if len(secret) < audit.LeastKey {
		return nil, ErrSecret
	}
	chain, err := hkdf.Key(sha256.New, secret, nil, "dmguard audit chain", sha256.Size)
	if err != nil {
		return nil, err
	}
	ids, err := hkdf.Key(sha256.New, secret, nil, "dmguard audit resources", sha256.Size)
	if err != nil {
		return nil, err
	}
	h, err := audit.NewHasher(ids)
	if err != nil {
		return nil, err
	}
	return &Trail{d, chain, h}, nil
}

// An Entry is an event that no decision about a text is behind: a login, a read,
// an action of staff.
type Entry struct {
	// At is when; Actor is the user's name, or System.
	At    time.Time
	Actor string
	// What names what was done, in lower case with hyphens: "login", "vault-read".
	What string
	// Resource is the id of what it was done to, of which the keyed hash is kept.
	Resource string
	// Refused says that it was not let be done.
	Refused bool
}

// Add appends an entry.
func (t *Trail) Add(tx *sql.Tx, e Entry) error {
	action := phi.Allow
	if e.Refused {
		action = phi.Block
	}
	return t.Append(tx, e.Resource, audit.Event{Time: e.At, Actor: e.Actor, Action: action, Outcome: e.What})
}

// Append appends an event about the resource with this id, "" for none. It is
// part of the transaction: what is taken back leaves no line.
func (t *Trail) Append(tx *sql.Tx, resource string, e audit.Event) error {
	head, err := t.head(tx)
	if err != nil {
		return err
	}
	var hash []byte
	if resource != "" {
		e.Resource = t.hasher.Resource(resource)
		hash = e.Resource[:]
	}
	var line bytes.Buffer
	w, err := audit.NewWriter(&line, &audit.Options{Key: t.key, After: head})
	if err != nil {
		return err
	}
	if err := w.Record(context.Background(), e); err != nil {
		return err
	}
	_, err = tx.Exec("INSERT INTO trail (seq, at, resource, line) VALUES (?, ?, ?, ?)", head.Seq+1, e.Time.UnixMilli(), hash, line.String())
	return err
}

// head gives the end of the chain, after checking the last line's hash.
func (t *Trail) head(tx *sql.Tx) (audit.Head, error) {
	var last []byte
	err := tx.QueryRow("SELECT line FROM trail ORDER BY seq DESC LIMIT 1").Scan(&last)
	if errors.Is(err, sql.ErrNoRows) {
		return audit.Head{}, nil
	}
	if err != nil {
		return audit.Head{}, err
	}
	h, err := audit.Tail(bytes.NewReader(last), t.key)
	if err != nil {
		return h, fmt.Errorf("trail: the last line does not hold; is the secret the one the file was made with? dmguard audit verify tells more: %w", err)
	}
	return h, nil
}
