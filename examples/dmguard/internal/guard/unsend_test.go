package guard_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
)

func TestVaultKeepsFlaggedAndUnsendDeletes(t *testing.T) {
	var v *vault.Vault
	b := newBench(t, func(b *bench, c *guard.Config) {
		var err error
		v, err = vault.New(b.db, dbtest.Trail(t, b.db), bytes.Repeat([]byte{1}, 32))
		require.NoError(t, err)
		c.Vault = v
	})
	b.receive(message("m1", "p1", phiText), message("m2", "p2", routine))
	require.Equal(t, []string{"m1"}, b.column("SELECT message FROM vault"))
	clinician := people.User{Name: "cleo", Role: people.Clinician}
	got, err := v.Read(t.Context(), clinician, "m1", noon)
	require.NoError(t, err)
	require.Equal(t, phiText, got)

	unsend := event.Event{Kind: event.Unsend, ID: "m1", Account: clinic, Person: "p1", At: noon}
	b.receive(unsend, unsend)
	_, err = v.Read(t.Context(), clinician, "m1", noon)
	require.ErrorIs(t, err, vault.ErrNothing)
	require.Equal(t, []string{"none 0 1"}, b.column("SELECT verdict || ' ' || types || ' ' || (unsent_at IS NOT NULL) FROM messages WHERE id = 'm1'"))
	require.Equal(t, []string{"unsent 0 none"}, b.column("SELECT resolution || ' ' || types || ' ' || verdict FROM notices"))
	require.Equal(t, []string{"cancelled"}, b.column("SELECT state FROM outbox WHERE cause = 'm1'"))
	require.Equal(t, 1, dbtest.Count(t, b.db, `SELECT count(*) FROM trail WHERE line LIKE '%"outcome":"unsent"%'`))
}

func TestUnsentBeforeItCame(t *testing.T) {
	b := newBench(t, nil)
	b.receive(event.Event{Kind: event.Unsend, ID: "m1", Account: clinic, Person: "p1", At: noon}, message("m1", "p1", phiText))
	require.Equal(t, []string{"unsend none"}, b.column("SELECT kind || ' ' || verdict FROM messages"))
	require.Empty(t, b.replies())
	require.Empty(t, b.column("SELECT kind FROM notices"))
}

func TestUnsentWithItsEdits(t *testing.T) {
	b := newBench(t, nil)
	unsend := event.Event{Kind: event.Unsend, ID: "m1", Account: clinic, Person: "p1", At: noon}
	b.receive(message("m1", "p1", routine), message(event.EditID("m1", 1), "p1", phiText), message("m1x", "p2", phiText))
	require.Equal(t, []string{"phi", "phi"}, b.column("SELECT verdict FROM notices ORDER BY message"))
	b.receive(unsend, message(event.EditID("m1", 2), "p1", phiText), message(event.EditID("m2", 1), "p3", phiText))
	require.Equal(t, []string{"m1 none", "m1/edit/1 none", "m1x phi", "m2/edit/1 phi"}, b.column("SELECT id || ' ' || verdict FROM messages ORDER BY id"))
	require.Equal(t, []string{"m1/edit/1"}, b.column("SELECT message FROM notices WHERE resolution = 'unsent'"))
}
