// Package dbtest opens databases for tests.
package dbtest

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
)

// Secret is the secret of all test databases.
var Secret = bytes.Repeat([]byte{7}, 32)

// Open gives a new database that is closed with the test, and its path.
func Open(t testing.TB) (*db.DB, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.db")
	d, err := db.Open(path)
	require.NoError(t, err)
	t.Cleanup(func() { d.Close() })
	return d, path
}

// Trail gives the trail of a database.
func Trail(t testing.TB, d *db.DB) *trail.Trail {
	t.Helper()
	tr, err := trail.New(d, Secret)
	require.NoError(t, err)
	return tr
}

// Count gives the one number that a query answers.
func Count(t testing.TB, d *db.DB, query string, args ...any) (n int) {
	t.Helper()
	require.NoError(t, d.Read().QueryRow(query, args...).Scan(&n))
	return n
}

// Column gives the one column of text that a query answers.
func Column(t testing.TB, d *db.DB, query string, args ...any) (out []string) {
	t.Helper()
	rows, err := d.Read().Query(query, args...)
	require.NoError(t, err)
	defer rows.Close()
	for rows.Next() {
		var s string
		require.NoError(t, rows.Scan(&s))
		out = append(out, s)
	}
	require.NoError(t, rows.Err())
	return out
}
