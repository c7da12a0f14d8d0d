package db

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

//go:embed migrations/*.sql
var files embed.FS

// application marks the files of this program ("dmgd").
const application = 0x646d6764

var (
	// ErrForeign is a file that another program made.
	ErrForeign = errors.New("not a file of dmguard; give -db another path")
	// ErrNewer is a file that a newer release has migrated.
	ErrNewer = errors.New("a newer release of dmguard made this file; run that one")
)

// A migration brings the schema from number-1 to number.
type migration struct {
	number int
	name   string
	sql    string
}

// migrations lists all in order; their numbers are 1, 2, 3 and so on.
func migrations() ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var out []migration
	for i, name := range names {
		b, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		base := strings.TrimPrefix(name, "migrations/")
		digits, _, _ := strings.Cut(base, "_")
		if n, err := strconv.Atoi(digits); err != nil || n != i+1 {
			return nil, fmt.Errorf("migration %s: its number is not %d", base, i+1)
		}
		out = append(out, migration{i + 1, base, string(b)})
	}
	return out, nil
}

// migrate brings the file up to the last migration.
func migrate(ctx context.Context, w *sql.DB) error {
	all, err := migrations()
	if err != nil {
		return err
	}
	return migrateTo(ctx, w, all)
}

func migrateTo(ctx context.Context, w *sql.DB, all []migration) error {
	for {
		more, err := step(ctx, w, all)
		if err != nil || !more {
			return err
		}
	}
}

// step applies the next migration, if there is one. It reads the version within
// the transaction that changes it, so that two processes may start at once.
func step(ctx context.Context, w *sql.DB, all []migration) (more bool, err error) {
	tx, err := w.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() // after Commit it does nothing
	var version, app, tables int
	err = errors.Join(
		tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version),
		tx.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app),
		tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables),
	)
	switch {
	case err != nil:
		return false, err
	case app != application && (app != 0 || version != 0 || tables != 0):
		return false, ErrForeign
	case version > len(all):
		return false, ErrNewer
	case version == len(all):
		return false, nil
	}
	m := all[version]
	if _, err := tx.ExecContext(ctx, m.sql); err != nil {
		return false, fmt.Errorf("migration %s: %w", m.name, err)
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", application, m.number)); err != nil {
		return false, fmt.Errorf("migration %s: %w", m.name, err)
	}
	return true, tx.Commit()
}
