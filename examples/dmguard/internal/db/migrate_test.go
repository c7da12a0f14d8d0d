package db

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// raw opens a file as Open does, without migrating it.
func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	w, err := sql.Open("sqlite", dsn(path, "_txlock=immediate", "_pragma=journal_mode(WAL)"))
	require.NoError(t, err)
	t.Cleanup(func() { w.Close() })
	return w
}

// TestOldSchemas opens files of every earlier schema, with rows in them.
func TestOldSchemas(t *testing.T) {
	all, err := migrations()
	require.NoError(t, err)
	want := schema(t, open(t).write)
	for n := 1; n < len(all); n++ {
		path := filepath.Join(t.TempDir(), "old.db")
		w := raw(t, path)
		require.NoError(t, migrateTo(context.Background(), w, all[:n]))
		_, err := w.Exec("INSERT INTO threads VALUES ('a', 'p', 1, 2, '{}', 'phi', NULL, NULL)")
		require.NoError(t, err)
		require.NoError(t, w.Close())

		d, err := Open(path)
		require.NoError(t, err, all[n].name)
		require.Equal(t, want, schema(t, d.write), all[n].name)
		var verdict string
		require.NoError(t, d.Read().QueryRow("SELECT verdict FROM threads WHERE account = 'a' AND person = 'p'").Scan(&verdict))
		require.Equal(t, "phi", verdict)
		require.NoError(t, d.Close())
	}
}

func schema(t *testing.T, w *sql.DB) (out []string) {
	t.Helper()
	rows, err := w.Query("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name")
	require.NoError(t, err)
	defer rows.Close()
	for rows.Next() {
		var s string
		require.NoError(t, rows.Scan(&s))
		out = append(out, s)
	}
	require.NotEmpty(t, out)
	return out
}

func TestFailedMigrationLeavesTheFile(t *testing.T) {
	all, err := migrations()
	require.NoError(t, err)
	w := raw(t, filepath.Join(t.TempDir(), "x.db"))
	bad := migration{2, "002_bad.sql", "CREATE TABLE half (n INTEGER) STRICT; SELECT nothing FROM nowhere"}
	require.ErrorContains(t, migrateTo(t.Context(), w, []migration{all[0], bad}), "002_bad.sql")
	var version, half int
	require.NoError(t, w.QueryRow("PRAGMA user_version").Scan(&version))
	require.NoError(t, w.QueryRow("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").Scan(&half))
	require.Equal(t, 1, version)
	require.Zero(t, half)
}

func TestRefusedFiles(t *testing.T) {
	for name, c := range map[string]struct {
		setup string
		want  error
	}{
		"foreign": {"CREATE TABLE theirs (n INTEGER)", ErrForeign},
		"newer":   {"PRAGMA application_id = 1684891492; PRAGMA user_version = 9999", ErrNewer},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.db")
			w := raw(t, path)
			_, err := w.Exec(c.setup)
			require.NoError(t, err)
			before := schemaCount(t, w)
			_, err = Open(path)
			require.ErrorIs(t, err, c.want)
			require.Equal(t, before, schemaCount(t, w))
		})
	}
}

func schemaCount(t *testing.T, w *sql.DB) (n int) {
	t.Helper()
	require.NoError(t, w.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&n))
	return n
}
