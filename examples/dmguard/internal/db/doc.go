// Package db is the one SQLite file that everything durable is in.
//
//	d, err := db.Open("dmguard.db")
//	err = d.Write(ctx, func(tx *sql.Tx) error { … }) // returns when it is on disk
//	rows, err := d.Read().QueryContext(ctx, "SELECT …")
//
// # Durability
//
// The file is in WAL mode with synchronous FULL: what Write has returned is on
// disk, whatever happens next to the process or the machine. One goroutine
// writes. It puts the closures of all who wait into one transaction and syncs
// once for them, so that the rate of writes does not hang on the disk's rate of
// syncs. Each closure runs in a savepoint of its own: one that fails takes
// back its own rows alone, and its caller alone learns its error.
//
// # Schema
//
// The tables are STRICT. migrations/NNN_*.sql make them, in order, each once,
// each in a transaction of its own; the file's user_version is the number of the
// last one. A released migration is never changed: a new one follows it. A file
// of another program, or of a newer release, is refused untouched.
//
// Times are milliseconds since 1970, UTC. Deleted rows are overwritten with
// zeros (secure_delete).
package db
