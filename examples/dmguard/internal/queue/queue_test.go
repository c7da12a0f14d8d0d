package queue

import (
	"database/sql"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/incident"
	"github.com/phidetect/phidetect/examples/dmguard/internal/notice"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/request"
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

// setup has the user fay, three notices of two people, and an incident.
func setup(t *testing.T) (*db.DB, *Queue) {
	t.Helper()
	d, _ := dbtest.Open(t)
	tr := dbtest.Trail(t, d)
	_, err := people.New(d, tr).Add(t.Context(), "cli", "fay", people.FrontDesk, noon)
	require.NoError(t, err)
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error {
		for i, n := range []notice.Notice{
			{Kind: notice.Request, Request: "booking", Person: "p1", Message: "m1", Types: types(identifiers.Name), Booking: uint32(request.Friday), Verdict: phi.PHI, Action: phi.Redirect},
			{Kind: notice.Request, Request: "refill", Person: "p1", Message: "m2", Types: types(identifiers.Phone), Booking: uint32(request.Move)},
			{Kind: notice.Request, Request: "urgent", Person: "p2", Message: "m3", Urgent: true},
		} {
			n.Account, n.At = "clinic", noon.Add(time.Duration(i)*time.Minute)
			require.NoError(t, notice.Add(tx, n))
		}
		_, err := tx.Exec("INSERT INTO threads VALUES ('clinic', 'p1', 1, 2, '{}', 'phi', NULL, NULL)")
		require.NoError(t, err)
		_, err = tx.Exec("INSERT INTO messages (id, kind, account, person, at, received_at, verdict, action, types) VALUES ('m1', 'message', 'clinic', 'p1', 2, 2, 'phi', 'redirect', 2), ('m0', 'echo', 'clinic', 'p1', 1, 1, 'none', 'allow', 0)")
		require.NoError(t, err)
		return incident.Add(tx, incident.Incident{Kind: incident.Comment, Account: "clinic", Person: "p3", Comment: "c1", Types: types(identifiers.Name), Discovered: noon})
	}))
	return d, New(d, tr)
}

func TestThreads(t *testing.T) {
	_, q := setup(t)
	threads, err := q.Threads(t.Context(), 0, 0)
	require.NoError(t, err)
	require.Len(t, threads, 2)
	require.Equal(t, "p2", threads[0].Person, "the urgent first")
	require.Equal(t, Thread{"clinic", "p1", false, 2, noon, noon.Add(time.Minute), []string{"refill", "booking"}, []string{"name", "phone"}, []string{}, request.Friday | request.Move}, threads[1])
	threads, err = q.Threads(t.Context(), 1, 1)
	require.NoError(t, err)
	require.Equal(t, "p1", threads[0].Person)

	d, err := q.Detail(t.Context(), "clinic", "p1")
	require.NoError(t, err)
	require.Equal(t, "phi", d.Verdict)
	require.Equal(t, "m0", d.Messages[0].ID)
	require.Equal(t, []string{"name"}, d.Messages[1].Types)
	_, err = q.Detail(t.Context(), "clinic", "nobody")
	require.ErrorIs(t, err, ErrUnknown)
}

func TestNotices(t *testing.T) {
	d, q := setup(t)
	list := func(f Filter) (ids []int64) {
		notices, err := q.Notices(t.Context(), f)
		require.NoError(t, err)
		for _, n := range notices {
			ids = append(ids, n.ID)
		}
		return ids
	}
	require.Equal(t, []int64{3, 1, 2}, list(Filter{}))
	require.Equal(t, []int64{1, 2}, list(Filter{Person: "p1"}))
	require.Equal(t, []int64{2}, list(Filter{Request: "refill"}))
	require.Equal(t, []int64{1}, list(Filter{Limit: 1, Skip: 1}))

	require.ErrorIs(t, q.Assign(t.Context(), "fay", 1, "nobody", noon), ErrUser)
	require.NoError(t, q.Assign(t.Context(), "fay", 1, "fay", noon))
	require.Equal(t, []int64{1}, list(Filter{Assigned: "fay"}))
	require.ErrorIs(t, q.Resolve(t.Context(), "fay", 1, "she has diabetes", noon), ErrCode)
	require.NoError(t, q.Resolve(t.Context(), "fay", 1, "phone", noon))
	require.ErrorIs(t, q.Resolve(t.Context(), "fay", 1, "phone", noon), ErrEnded)
	require.ErrorIs(t, q.Resolve(t.Context(), "fay", 99, "phone", noon), ErrUnknown)
	n, err := q.ResolveThread(t.Context(), "fay", "clinic", "p1", "phone", noon)
	require.NoError(t, err)
	require.EqualValues(t, 1, n)
	require.Equal(t, []int64{3}, list(Filter{}))
	require.Equal(t, []int64{2, 1}, list(Filter{Resolved: true}))
	require.Equal(t, 3, dbtest.Count(t, d, `SELECT count(*) FROM trail WHERE line LIKE '%"actor":"fay"%'`))
}

func TestIncidents(t *testing.T) {
	_, q := setup(t)
	open, err := q.Incidents(t.Context(), false)
	require.NoError(t, err)
	require.Len(t, open, 1)
	i := open[0]
	require.Equal(t, noon.AddDate(0, 0, 60), i.NotifyBy)
	for days, now := range map[int]time.Time{60: noon, 59: noon.Add(time.Second), 0: i.NotifyBy, -1: i.NotifyBy.Add(time.Second), -2: i.NotifyBy.Add(25 * time.Hour)} {
		require.Equal(t, days, i.DaysLeft(now))
	}
	require.NoError(t, q.AssignIncident(t.Context(), "ada", i.ID, "fay", noon))
	require.ErrorIs(t, q.CloseIncident(t.Context(), "ada", i.ID, "whatever", noon), ErrCode)
	require.NoError(t, q.CloseIncident(t.Context(), "ada", i.ID, "low-probability", noon))
	require.ErrorIs(t, q.AssignIncident(t.Context(), "ada", i.ID, "", noon), ErrEnded)
	closed, err := q.Incidents(t.Context(), true)
	require.NoError(t, err)
	require.Equal(t, "low-probability", closed[0].Outcome)
	require.Equal(t, "fay", closed[0].Assigned)
}

func TestCounts(t *testing.T) {
	_, q := setup(t)
	for now, want := range map[time.Time]Counts{
		noon:                   {3, 1, 1, 0, 0},
		noon.AddDate(0, 0, 54): {3, 1, 1, 1, 0},
		noon.AddDate(0, 0, 61): {3, 1, 1, 0, 1},
	} {
		c, err := q.Counts(t.Context(), now)
		require.NoError(t, err)
		require.Equal(t, want, c)
	}
}
