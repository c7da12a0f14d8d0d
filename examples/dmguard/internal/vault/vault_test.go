package vault

import (
	"bytes"
	"database/sql"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

var (
	noon   = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	first  = bytes.Repeat([]byte{1}, 32)
	second = bytes.Repeat([]byte{2}, 32)
	clin   = people.User{Name: "cleo", Role: people.Clinician}
	place  = Place{"m1", "clinic", "p1"}
)

const text = "dana whitfield's diabetes check"

func setup(t *testing.T, keys ...[]byte) (*db.DB, string, *Vault) {
	t.Helper()
	d, path := dbtest.Open(t)
	v, err := New(d, dbtest.Trail(t, d), keys...)
	require.NoError(t, err)
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error { return v.Put(tx, place, text, noon) }))
	return d, path, v
}

func exec(t *testing.T, d *db.DB, statement string, args ...any) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec(statement, args...)
		return err
	}))
}

func TestReadIsForCliniciansAndAudited(t *testing.T) {
	d, path, v := setup(t, first)
	got, err := v.Read(t.Context(), clin, "m1", noon)
	require.NoError(t, err)
	require.Equal(t, text, got)
	for _, u := range []people.User{{Name: "fay", Role: people.FrontDesk}, {Name: "ada", Role: people.Admin}, {Name: "off", Role: people.Clinician, Disabled: true}, {Name: "x"}} {
		got, err = v.Read(t.Context(), u, "m1", noon)
		require.ErrorIs(t, err, people.ErrDenied)
		require.Empty(t, got)
	}
	_, err = v.Read(t.Context(), clin, "m2", noon)
	require.ErrorIs(t, err, ErrNothing)
	require.Equal(t, 1, dbtest.Count(t, d, `SELECT count(*) FROM trail WHERE line LIKE '%"actor":"cleo","action":"allow"%vault-read%'`))
	require.Equal(t, 5, dbtest.Count(t, d, `SELECT count(*) FROM trail WHERE line LIKE '%"action":"block"%vault-read%'`))
	for _, name := range []string{path, path + "-wal"} {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		require.NotContains(t, strings.ToLower(string(b)), "whitfield")
	}
}

func TestChangedRowsDoNotOpen(t *testing.T) {
	for name, statement := range map[string]string{
		"another thread":  "UPDATE vault SET person = 'p2'",
		"another message": "UPDATE vault SET message = 'm2'",
		"another text":    "UPDATE vault SET sealed = zeroblob(60)",
		"cut off":         "UPDATE vault SET sealed = x'00'",
		"an unknown key":  "UPDATE vault SET key_id = 'none'",
	} {
		t.Run(name, func(t *testing.T) {
			d, _, v := setup(t, first)
			exec(t, d, statement)
			id := dbtest.Column(t, d, "SELECT message FROM vault")[0]
			_, err := v.Read(t.Context(), clin, id, noon)
			require.ErrorIs(t, err, ErrSealed)
		})
	}
}

func TestKeysRotate(t *testing.T) {
	d, _, _ := setup(t, first)
	v, err := New(d, dbtest.Trail(t, d), second, first)
	require.NoError(t, err)
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error { return v.Put(tx, Place{"m2", "clinic", "p1"}, text, noon) }))
	require.Len(t, dbtest.Column(t, d, "SELECT DISTINCT key_id FROM vault"), 2)
	for _, m := range []string{"m1", "m2"} {
		got, err := v.Read(t.Context(), clin, m, noon)
		require.NoError(t, err)
		require.Equal(t, text, got)
	}
}

func TestDeleteAndPurge(t *testing.T) {
	d, _, v := setup(t, first)
	n, err := v.Purge(t.Context(), noon, noon)
	require.NoError(t, err)
	require.Zero(t, n)
	ok, err := v.Has(t.Context(), "m1")
	require.NoError(t, err)
	require.True(t, ok)
	n, err = v.Purge(t.Context(), noon.Add(time.Second), noon)
	require.NoError(t, err)
	require.EqualValues(t, 1, n)

	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error { return v.Put(tx, place, text, noon) }))
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error { return Delete(tx, "m1") }))
	_, err = v.Read(t.Context(), clin, "m1", noon)
	require.ErrorIs(t, err, ErrNothing)
}

func TestKeys(t *testing.T) {
	_, err := New(nil, nil)
	require.ErrorIs(t, err, ErrKey)
	_, err = New(nil, nil, first[1:])
	require.ErrorIs(t, err, ErrKey)
	keys, err := ParseKeys(strings.Repeat("01", 32) + ", " + strings.Repeat("02", 32))
	require.NoError(t, err)
	require.Equal(t, [][]byte{first, second}, keys)
	for _, bad := range []string{"", "00", strings.Repeat("zz", 32), strings.Repeat("01", 32) + ","} {
		_, err = ParseKeys(bad)
		require.ErrorIs(t, err, ErrKey)
	}
}
