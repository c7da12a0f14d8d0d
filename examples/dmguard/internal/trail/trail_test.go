package trail_test

import (
	"bytes"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/phi/audit"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func fill(t *testing.T, d *db.DB, tr *trail.Trail, n int) {
	t.Helper()
	for range n {
		require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error {
			return tr.Add(tx, trail.Entry{At: noon, Actor: "ana", What: "login", Resource: "thread-1"})
		}))
	}
}

func TestChain(t *testing.T) {
	d, _ := dbtest.Open(t)
	tr := dbtest.Trail(t, d)
	head, err := tr.Verify(t.Context(), audit.Head{})
	require.NoError(t, err)
	require.Zero(t, head)

	fill(t, d, tr, 3)
	taken := errors.New("taken back")
	require.ErrorIs(t, d.Write(t.Context(), func(tx *sql.Tx) error {
		require.NoError(t, tr.Add(tx, trail.Entry{At: noon, Actor: "ana", What: "logout"}))
		return taken
	}), taken)
	fill(t, d, tr, 2)

	head, err = tr.Verify(t.Context(), audit.Head{})
	require.NoError(t, err)
	require.EqualValues(t, 5, head.Seq)
	require.Zero(t, dbtest.Count(t, d, "SELECT count(*) FROM trail WHERE line LIKE '%logout%' OR line LIKE '%thread-1%'"))
}

func TestAppendOnly(t *testing.T) {
	d, _ := dbtest.Open(t)
	tr := dbtest.Trail(t, d)
	fill(t, d, tr, 3)
	for _, statement := range []string{
		"UPDATE trail SET at = 0",
		"UPDATE OR REPLACE trail SET seq = 2 WHERE seq = 3",
		"DELETE FROM trail WHERE seq = 3",
		"INSERT INTO trail (seq, at, line) VALUES (7, 0, 'x')",
		"INSERT OR REPLACE INTO trail (seq, at, line) VALUES (2, 0, 'x')",
		"INSERT OR REPLACE INTO trail (seq, at, line) VALUES (3, 0, 'x')",
	} {
		err := d.Write(t.Context(), func(tx *sql.Tx) error {
			_, err := tx.Exec(statement)
			return err
		})
		require.ErrorContains(t, err, "append-only", statement)
	}
	_, err := tr.Verify(t.Context(), audit.Head{})
	require.NoError(t, err)
}

// TestTampering writes past the triggers, as who holds the file can.
func TestTampering(t *testing.T) {
	for name, c := range map[string]struct {
		statement string
		want      error
		anchored  bool
	}{
		"changed":   {`UPDATE trail SET line = replace(line, '"ana"', '"bob"') WHERE seq = 2`, audit.ErrChanged, false},
		"dropped":   {"DELETE FROM trail WHERE seq = 2", audit.ErrOrder, false},
		"exchanged": {"UPDATE trail SET seq = 100 WHERE seq = 1", audit.ErrOrder, false},
		"garbage":   {"UPDATE trail SET line = 'x' WHERE seq = 2", audit.ErrMalformed, false},
		"cut off":   {"DELETE FROM trail WHERE seq = 4", audit.ErrTruncated, true},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.db")
			d, err := db.Open(path)
			require.NoError(t, err)
			defer d.Close()
			tr := dbtest.Trail(t, d)
			fill(t, d, tr, 4)
			anchor, err := tr.Verify(t.Context(), audit.Head{})
			require.NoError(t, err)
			require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error {
				_, err := tx.Exec("DROP TRIGGER trail_no_update; DROP TRIGGER trail_no_delete; " + c.statement)
				return err
			}))
			if !c.anchored {
				anchor = audit.Head{}
			} else {
				_, err = tr.Verify(t.Context(), audit.Head{})
				require.NoError(t, err, "without an anchor it cannot be seen")
			}
			_, err = tr.Verify(t.Context(), anchor)
			require.ErrorIs(t, err, c.want)
		})
	}
}

func TestSecret(t *testing.T) {
	d, _ := dbtest.Open(t)
	_, err := trail.New(d, make([]byte, 31))
	require.ErrorIs(t, err, trail.ErrSecret)

	fill(t, d, dbtest.Trail(t, d), 1)
	other, err := trail.New(d, bytes.Repeat([]byte{8}, 32))
	require.NoError(t, err)
	_, err = other.Verify(t.Context(), audit.Head{})
	require.ErrorIs(t, err, audit.ErrChanged)
	require.ErrorIs(t, d.Write(t.Context(), func(tx *sql.Tx) error {
		return other.Add(tx, trail.Entry{At: noon, Actor: "ana", What: "login"})
	}), audit.ErrChanged, "a wrong secret does not go on with the chain")
}
