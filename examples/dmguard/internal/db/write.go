package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// ErrClosed is what a closed DB answers.
var ErrClosed = errors.New("db: closed")

// groupMax bounds how many closures share a transaction, and so how long the
// first of them waits for the last.
const groupMax = 256

// A request is a closure that waits for its turn.
type request struct {
	ctx   context.Context
	do    func(*sql.Tx) error
	reply chan outcome
}

// An outcome is what a closure's caller gets.
type outcome struct {
	err      error
	panicked any
}

// Write runs do in a transaction and returns when that is on disk. What do
// writes is kept as a whole or, where do or the commit fails, not at all. do runs
// beside those of other callers in one goroutine: it must be quick and must not
// call Write. It must use tx alone, and may be run once only.
//
// A ctx that ends before do's turn makes Write return its error. Once do has
// begun, Write waits for the commit, so that the answer is never in doubt. A
// panic of do goes on in the caller's goroutine.
func (d *DB) Write(ctx context.Context, do func(*sql.Tx) error) error {
	r := &request{ctx, do, make(chan outcome, 1)}
	select {
	case <-d.quit:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	case d.queue <- r:
	}
	select {
	case o := <-r.reply:
		return o.result()
	case <-d.done:
	}
	// the writer ended; it may have answered before it did
	select {
	case o := <-r.reply:
		return o.result()
	default:
		return ErrClosed
	}
}

func (o outcome) result() error {
	if o.panicked != nil {
		panic(o.panicked)
	}
	return o.err
}

// writer takes requests until the DB is closed, and then those left.
func (d *DB) writer() {
	defer close(d.done)
	group := make([]*request, 0, groupMax)
	for {
		select {
		case r := <-d.queue:
			d.commit(d.gather(append(group[:0], r)))
		case <-d.quit:
			for {
				group = d.gather(group[:0])
				if len(group) == 0 {
					return
				}
				d.commit(group)
			}
		}
	}
}

// gather appends who else waits now. It waits for nobody: under load the group
// grows by itself while the one before is synced.
func (d *DB) gather(group []*request) []*request {
	for len(group) < groupMax {
		select {
		case r := <-d.queue:
			group = append(group, r)
		default:
			return group
		}
	}
	return group
}

// commit runs a group in one transaction and answers all.
func (d *DB) commit(group []*request) {
	outcomes, err := d.run(group)
	for i, r := range group {
		o := outcomes[i]
		if o.err == nil && o.panicked == nil {
			o.err = err
		}
		r.reply <- o
	}
}

// run gives each closure's outcome, and the error of the transaction that they
// share.
func (d *DB) run(group []*request) ([]outcome, error) {
	outcomes := make([]outcome, len(group))
	tx, err := d.write.BeginTx(context.Background(), nil)
	if err != nil {
		return outcomes, fmt.Errorf("db: %w", err)
	}
	for i, r := range group {
		if outcomes[i].err = r.ctx.Err(); outcomes[i].err != nil {
			continue
		}
		if err := savepoint(tx, r.do, &outcomes[i]); err != nil {
			return outcomes, errors.Join(fmt.Errorf("db: %w", err), tx.Rollback())
		}
	}
	if err := tx.Commit(); err != nil {
		return outcomes, fmt.Errorf("db: %w", err)
	}
	return outcomes, nil
}

// savepoint runs one closure. Its own error is in the outcome; the error that is
// returned is one after which the transaction cannot go on.
func savepoint(tx *sql.Tx, do func(*sql.Tx) error, o *outcome) error {
	if _, err := tx.Exec("SAVEPOINT one"); err != nil {
		return err
	}
	func() {
		defer func() { o.panicked = recover() }()
		o.err = do(tx)
	}()
	if o.err != nil || o.panicked != nil {
		if _, err := tx.Exec("ROLLBACK TO one"); err != nil {
			return err
		}
	}
	_, err := tx.Exec("RELEASE one")
	return err
}
