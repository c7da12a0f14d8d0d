package register

import (
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func types(list ...identifiers.Type) (s phi.TypeSet) {
	for _, t := range list {
		s.Add(t)
	}
	return s
}

func entry() Authorization {
	return Authorization{
		Form: "binder 4/17", Names: []string{"Zoë Whitfield", "Zo"}, Types: types(identifiers.Name, identifiers.Photo), Health: true,
		Places: []Place{Post, Caption}, Purpose: "before and after pictures", Signed: noon.AddDate(0, -1, 0), Expires: noon.AddDate(1, 0, 0),
	}
}

func setup(t *testing.T) (*db.DB, string, *Register, int64) {
	t.Helper()
	d, path := dbtest.Open(t)
	r, err := New(d, dbtest.Trail(t, d), dbtest.Secret)
	require.NoError(t, err)
	id, err := r.Add(t.Context(), "ada", entry(), noon)
	require.NoError(t, err)
	return d, path, r, id
}

func TestCovers(t *testing.T) {
	d, _, r, id := setup(t)
	covers := func(id int64, u Use, now time.Time) (err error) {
		require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error {
			err = r.Covers(tx, id, u, now)
			return nil
		}))
		return err
	}
	full := Use{Post, types(identifiers.Name, identifiers.Photo), true, []string{"zoe", "WHITFIELD"}}
	for name, c := range map[string]struct {
		change func(*Use)
		id     int64
		now    time.Time
		want   error
	}{
		"all of it":     {func(*Use) {}, id, noon, nil},
		"unknown":       {func(*Use) {}, id + 1, noon, ErrUnknown},
		"another place": {func(u *Use) { u.Place = Reply }, id, noon, ErrPlace},
		"another type":  {func(u *Use) { u.Types.Add(identifiers.Phone) }, id, noon, ErrWhat},
		"another name":  {func(u *Use) { u.Names = []string{"Zoe Whitman"} }, id, noon, ErrNames},
		"too early":     {func(*Use) {}, id, noon.AddDate(0, -2, 0), ErrNotYet},
		"too late":      {func(*Use) {}, id, noon.AddDate(1, 0, 0), ErrExpired},
	} {
		u := full
		c.change(&u)
		require.ErrorIs(t, covers(c.id, u, c.now), c.want, name)
	}
	without := entry()
	without.Form, without.Health = "binder 5", false
	other, err := r.Add(t.Context(), "ada", without, noon)
	require.NoError(t, err)
	require.ErrorIs(t, covers(other, full, noon), ErrWhat, "health")
}

func TestRevokedListsPosts(t *testing.T) {
	d, _, r, id := setup(t)
	require.NoError(t, r.Posted(t.Context(), "ada", id, Post, "1789_1", noon))
	require.NoError(t, r.Posted(t.Context(), "ada", id, Post, "1789_1", noon))
	require.NoError(t, r.Posted(t.Context(), "ada", id, Caption, "1789_2", noon))
	require.ErrorIs(t, r.Posted(t.Context(), "ada", id, Story, "1789_3", noon), ErrPlace)
	require.ErrorIs(t, r.Posted(t.Context(), "ada", id, Post, "dana whitfield", noon), ErrMedia)
	up, err := r.ToTakeDown(t.Context(), noon)
	require.NoError(t, err)
	require.Empty(t, up)

	up, err = r.Revoke(t.Context(), "ada", id, noon)
	require.NoError(t, err)
	require.Len(t, up, 2)
	require.NoError(t, r.TakenDown(t.Context(), "ada", up[0].ID, noon))
	require.ErrorIs(t, r.TakenDown(t.Context(), "ada", up[0].ID, noon), ErrPost)
	up, err = r.Revoke(t.Context(), "ada", id, noon.Add(time.Hour))
	require.NoError(t, err)
	require.Equal(t, []Published{{2, id, Caption, "1789_2", noon, time.Time{}}}, up)
	require.ErrorIs(t, r.Posted(t.Context(), "ada", id, Post, "1789_4", noon), ErrRevoked)
	_, err = r.Revoke(t.Context(), "ada", id+1, noon)
	require.ErrorIs(t, err, ErrUnknown)

	got, err := r.Get(t.Context(), id)
	require.NoError(t, err)
	require.Equal(t, noon, got.Revoked, "the first revocation stands")
	require.Equal(t, 1, dbtest.Count(t, d, "SELECT count(*) FROM trail WHERE line LIKE '%authorization-revoked%'"))
}

func TestExpiredIsToTakeDown(t *testing.T) {
	_, _, r, id := setup(t)
	require.NoError(t, r.Posted(t.Context(), "ada", id, Post, "1789_1", noon))
	up, err := r.ToTakeDown(t.Context(), noon.AddDate(1, 0, 1))
	require.NoError(t, err)
	require.Len(t, up, 1)
	all, err := r.Posts(t.Context(), id)
	require.NoError(t, err)
	require.Equal(t, up, all)
}

func TestEntriesHoldNoName(t *testing.T) {
	_, path, r, id := setup(t)
	got, err := r.Get(t.Context(), id)
	require.NoError(t, err)
	want := entry()
	want.ID, want.Names, want.Added, want.AddedBy = id, nil, noon, "ada"
	require.Equal(t, want, got)
	list, err := r.List(t.Context())
	require.NoError(t, err)
	require.Equal(t, []Authorization{want}, list)
	for _, name := range []string{path, path + "-wal"} {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		require.NotContains(t, strings.ToLower(string(b)), "whitfield")
	}
}

func TestWrongEntries(t *testing.T) {
	_, _, r, _ := setup(t)
	for field, change := range map[string]func(*Authorization){
		"form":    func(a *Authorization) { a.Form = "dana whitfield, born 3/4/1981" },
		"names":   func(a *Authorization) { a.Names = []string{" "} },
		"places":  func(a *Authorization) { a.Places = []Place{"billboard"} },
		"types":   func(a *Authorization) { a.Types, a.Health = 0, false },
		"purpose": func(a *Authorization) { a.Purpose = "to show how dana whitfield's diabetes got better" },
		"signed":  func(a *Authorization) { a.Signed = time.Time{} },
		"expires": func(a *Authorization) { a.Expires = a.Signed },
	} {
		a := entry()
		a.Form = "binder 9"
		change(&a)
		_, err := r.Add(t.Context(), "ada", a, noon)
		require.ErrorIs(t, err, ErrEntry)
		require.ErrorContains(t, err, field+": ")
		require.NotContains(t, strings.ToLower(fmt.Sprint(err)), "whitfield")
	}
	_, err := r.Add(t.Context(), "ada", entry(), noon)
	require.ErrorIs(t, err, ErrForm)
}
