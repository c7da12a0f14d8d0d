package outbox

import (
	"database/sql"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func setup(t *testing.T, jobs ...Job) (*db.DB, *Outbox) {
	t.Helper()
	d, _ := dbtest.Open(t)
	for _, j := range jobs {
		add(t, d, j)
	}
	return d, New(d, dbtest.Trail(t, d))
}

func add(t *testing.T, d *db.DB, j Job) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error { return Add(tx, j, noon) }))
}

func reply(cause string) Job {
	return Job{Kind: Reply, Account: "clinic", Person: "p1", Text: "write to us securely", Cause: cause, Until: noon.Add(24 * time.Hour)}
}

func claim(t *testing.T, o *Outbox, now time.Time) []Job {
	t.Helper()
	jobs, err := o.Claim(t.Context(), now, 10)
	require.NoError(t, err)
	return jobs
}

func states(t *testing.T, d *db.DB) []string {
	return dbtest.Column(t, d, "SELECT state FROM outbox ORDER BY id")
}

func TestWayOfAJob(t *testing.T) {
	d, o := setup(t, reply("m1"), Job{Kind: Hide, Account: "clinic", Person: "p2", Comment: "c1", Cause: "c1", Until: noon.Add(time.Hour)})
	got := claim(t, o, noon)
	want := reply("m1")
	want.ID, want.Attempts = 1, 1
	require.Equal(t, want, got[0])
	require.Equal(t, Hide, got[1].Kind)
	require.Equal(t, "c1", got[1].Comment)
	require.Empty(t, claim(t, o, noon), "a job is given once")

	require.NoError(t, o.Sent(t.Context(), 1, "mid.9", noon))
	require.NoError(t, o.GiveUp(t.Context(), 2, "http-400", noon))
	require.Equal(t, []string{"sent", "failed"}, states(t, d))
	require.ErrorIs(t, o.Sent(t.Context(), 1, "mid.9", noon), ErrState)
	require.ErrorIs(t, o.Retry(t.Context(), 2, noon, "http-500"), ErrState)
	require.Equal(t, []string{"hide-failed"}, dbtest.Column(t, d, "SELECT rule FROM notices WHERE kind = 'delivery'"))
	require.Equal(t, 2, dbtest.Count(t, d, "SELECT count(*) FROM trail"))
}

func TestRetryWaits(t *testing.T) {
	_, o := setup(t, reply("m1"))
	claim(t, o, noon)
	require.NoError(t, o.Retry(t.Context(), 1, noon.Add(time.Minute), "http-500"))
	require.Empty(t, claim(t, o, noon.Add(59*time.Second)))
	at, ok, err := o.NextDue(t.Context())
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, noon.Add(time.Minute), at)
	require.Equal(t, 2, claim(t, o, at)[0].Attempts)
}

func TestWindow(t *testing.T) {
	d, o := setup(t, reply("m1"))
	require.Empty(t, claim(t, o, noon.Add(24*time.Hour+time.Millisecond)))
	require.Equal(t, []string{"expired"}, states(t, d))
	require.Equal(t, []string{"reply-expired"}, dbtest.Column(t, d, "SELECT rule FROM notices"))
}

// TestCrash claims jobs and starts anew without their ends.
func TestCrash(t *testing.T) {
	d, o := setup(t, reply("m1"), Job{Kind: Hide, Account: "clinic", Person: "p2", Comment: "c1", Cause: "c1", Until: noon.Add(time.Hour)})
	require.Len(t, claim(t, o, noon), 2)
	add(t, d, reply("m2"))

	again := New(d, dbtest.Trail(t, d))
	n, err := again.Recover(t.Context(), noon)
	require.NoError(t, err)
	require.Equal(t, 1, n)
	require.Equal(t, []string{"uncertain", "queued", "queued"}, states(t, d))
	require.Equal(t, []string{"reply-uncertain"}, dbtest.Column(t, d, "SELECT rule FROM notices"), "staff are told")
	jobs := claim(t, again, noon)
	require.Len(t, jobs, 2, "the reply in doubt is never sent again, hiding is")
	require.Equal(t, "c1", jobs[0].Comment)
	require.Equal(t, "m2", jobs[1].Cause)
}

func TestDoubt(t *testing.T) {
	d, o := setup(t, reply("m1"))
	claim(t, o, noon)
	require.NoError(t, o.Doubt(t.Context(), 1, "timeout", noon))
	require.Equal(t, []string{"uncertain"}, states(t, d))
}

func TestCancel(t *testing.T) {
	d, o := setup(t, reply("m1"), reply("m2"), reply("m1"))
	jobs, err := o.Claim(t.Context(), noon, 1)
	require.NoError(t, err)
	require.Len(t, jobs, 1)
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error { return Cancel(tx, "m1", noon) }))
	require.Equal(t, []string{"sending", "queued", "cancelled"}, states(t, d))
	n, err := o.Waiting(t.Context())
	require.NoError(t, err)
	require.Equal(t, 2, n)
}

func TestReady(t *testing.T) {
	_, o := setup(t)
	o.Wake()
	o.Wake()
	<-o.Ready()
	require.Empty(t, o.Ready())
}
