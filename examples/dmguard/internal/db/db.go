package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
)

// DB is an open file. It is safe for concurrent use.
type DB struct {
	read  *sql.DB
	write *sql.DB
	queue chan *request
	quit  chan struct{} // closed: no more writes are taken
	done  chan struct{} // closed: the writer has ended
}

// readers bounds the connections that read at once.
const readers = 8

// Open opens the file, makes it where there is none, and brings its schema up to
// this release's. A second process that writes the same file is waited for, up
// to five seconds a transaction.
func Open(path string) (*DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("db: %w", err)
	}
	w, err := sql.Open(cached, dsn(abs, "_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)"))
	if err != nil {
		return nil, fmt.Errorf("db: %w", err)
	}
	w.SetMaxOpenConns(1)
	if err := migrate(context.Background(), w); err != nil {
		return nil, errors.Join(fmt.Errorf("db: opening %s: %w", path, err), w.Close())
	}
	r, err := sql.Open(cached, dsn(abs, "_pragma=query_only(1)"))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("db: %w", err), w.Close())
	}
	r.SetMaxOpenConns(readers)
	d := &DB{read: r, write: w, queue: make(chan *request, groupMax), quit: make(chan struct{}), done: make(chan struct{})}
	go d.writer()
	return d, nil
}

func dsn(path string, options ...string) string {
	// a path on Windows begins with a drive, which a file URL has behind a slash
	p := filepath.ToSlash(path)
	if p[0] != '/' {
		p = "/" + p
	}
	q := "_pragma=busy_timeout(5000)&_pragma=foreign_keys(1)&_pragma=secure_delete(1)"
	for _, o := range options {
		q += "&" + o
	}
	return (&url.URL{Scheme: "file", Path: p, RawQuery: q}).String()
}

// Read gives the connections for reading. They cannot write.
func (d *DB) Read() *sql.DB { return d.read }

// Ping reports whether the file can be read and the writer runs.
func (d *DB) Ping(ctx context.Context) error {
	select {
	case <-d.quit:
		return ErrClosed
	default:
	}
	var n int
	if err := d.read.QueryRowContext(ctx, "PRAGMA user_version").Scan(&n); err != nil {
		return fmt.Errorf("db: %w", err)
	}
	return nil
}

// Close waits for the writes that were taken and closes the file. No Write may
// be begun meanwhile; one that is gets ErrClosed.
func (d *DB) Close() error {
	select {
	case <-d.quit:
		return ErrClosed
	default:
	}
	close(d.quit)
	<-d.done
	return errors.Join(d.read.Close(), d.write.Close())
}
