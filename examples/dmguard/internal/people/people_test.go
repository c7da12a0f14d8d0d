package people

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func setup(t *testing.T) (*db.DB, *People, string) {
	t.Helper()
	d, _ := dbtest.Open(t)
	p := New(d, dbtest.Trail(t, d))
	token, err := p.Add(t.Context(), "cli", "ana", Clinician, noon)
	require.NoError(t, err)
	return d, p, token
}

func TestUsers(t *testing.T) {
	d, p, token := setup(t)
	require.GreaterOrEqual(t, len(token), 52)
	for _, name := range []string{"", "Ana", "a b", "dmguard", "a\n", "-a", "1", "0123456789012345678901234567890123456789x"} {
		_, err := p.Add(t.Context(), "cli", name, Admin, noon)
		require.ErrorIs(t, err, ErrName)
	}
	_, err := p.Add(t.Context(), "cli", "ana", Admin, noon)
	require.ErrorIs(t, err, ErrTaken)
	_, err = p.Add(t.Context(), "cli", "bo", "doctor", noon)
	require.ErrorContains(t, err, "front-desk, clinician, admin")
	_, err = p.Renew(t.Context(), "cli", "nobody", noon)
	require.ErrorIs(t, err, ErrUnknown)

	users, err := p.List(t.Context())
	require.NoError(t, err)
	require.Equal(t, []User{{"ana", Clinician, noon, false}}, users)
	require.Zero(t, dbtest.Count(t, d, "SELECT count(*) FROM users WHERE instr(token_hash, ?) > 0", token), "the token is not kept")
}

func TestSessions(t *testing.T) {
	d, p, token := setup(t)
	_, err := p.SignIn(t.Context(), token+"x", noon)
	require.ErrorIs(t, err, ErrDenied)
	require.Equal(t, 1, dbtest.Count(t, d, `SELECT count(*) FROM trail WHERE line LIKE '%"action":"block"%"outcome":"sign-in"%'`), "refusals are recorded")

	s, err := p.SignIn(t.Context(), token, noon)
	require.NoError(t, err)
	require.Equal(t, "ana", s.User.Name)
	got, err := p.Session(t.Context(), s.Token, noon.Add(29*time.Minute))
	require.NoError(t, err)
	require.Equal(t, s, got)
	require.True(t, got.ValidCSRF(s.CSRF))
	require.False(t, got.ValidCSRF(s.CSRF[1:]))
	require.False(t, (&Session{}).ValidCSRF(""))

	_, err = p.Session(t.Context(), s.Token, noon.Add(58*time.Minute))
	require.NoError(t, err, "use keeps it alive")
	_, err = p.Session(t.Context(), s.Token, noon.Add(58*time.Minute+Idle+time.Second))
	require.ErrorIs(t, err, ErrDenied)
	_, err = p.Session(t.Context(), token, noon)
	require.ErrorIs(t, err, ErrDenied, "a user's token is no session's")

	require.NoError(t, p.SignOut(t.Context(), s, noon))
	require.NoError(t, p.SignOut(t.Context(), s, noon))
	_, err = p.Session(t.Context(), s.Token, noon)
	require.ErrorIs(t, err, ErrDenied)
}

func TestLongestSession(t *testing.T) {
	_, p, token := setup(t)
	s, err := p.SignIn(t.Context(), token, noon)
	require.NoError(t, err)
	now := noon
	for ; now.Before(noon.Add(Longest)); now = now.Add(20 * time.Minute) {
		_, err = p.Session(t.Context(), s.Token, now)
		require.NoError(t, err)
	}
	_, err = p.Session(t.Context(), s.Token, now.Add(time.Minute))
	require.ErrorIs(t, err, ErrDenied)
}

func TestDisabledAndRenewed(t *testing.T) {
	_, p, token := setup(t)
	s, err := p.SignIn(t.Context(), token, noon)
	require.NoError(t, err)
	renewed, err := p.Renew(t.Context(), "cli", "ana", noon)
	require.NoError(t, err)
	_, err = p.Session(t.Context(), s.Token, noon)
	require.ErrorIs(t, err, ErrDenied)
	_, err = p.SignIn(t.Context(), token, noon)
	require.ErrorIs(t, err, ErrDenied)
	s, err = p.SignIn(t.Context(), renewed, noon)
	require.NoError(t, err)
	require.NoError(t, p.Disable(t.Context(), "cli", "ana", noon))
	_, err = p.Session(t.Context(), s.Token, noon)
	require.ErrorIs(t, err, ErrDenied)
	_, err = p.SignIn(t.Context(), renewed, noon)
	require.ErrorIs(t, err, ErrDenied)
}

func TestRights(t *testing.T) {
	for _, c := range []struct {
		role Role
		want [4]bool
	}{{FrontDesk, [4]bool{true, false, false, false}}, {Clinician, [4]bool{true, true, false, false}}, {Admin, [4]bool{true, false, true, true}}, {"", [4]bool{}}} {
		for right, want := range c.want {
			require.Equal(t, want, c.role.May(Right(right)), "%s %d", c.role, right)
		}
	}
	require.False(t, Admin.May(99))
}
