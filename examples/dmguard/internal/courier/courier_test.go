package courier

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/fakegraph"
	"github.com/phidetect/phidetect/examples/dmguard/internal/graph"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
)

const token = "an-invented-token"

// buffer is a log that goroutines share.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// world is an outbox, a platform, and a courier that runs between them.
type world struct {
	db       *db.DB
	box      *outbox.Outbox
	platform *fakegraph.Server
	log      buffer
	mu       sync.Mutex
	calls    []Call
	stop     func() // returns when the courier has
}

func begin(t *testing.T) *world {
	d, _ := dbtest.Open(t)
	w := &world{db: d, box: outbox.New(d, dbtest.Trail(t, d)), platform: fakegraph.New(token)}
	return w
}

func (w *world) run(t *testing.T, platform Platform) {
	if platform == nil {
		s := httptest.NewServer(w.platform)
		t.Cleanup(s.Close)
		c, err := graph.New(graph.Config{BaseURL: s.URL + "/v23.0", Token: token, Rate: 1000})
		require.NoError(t, err)
		platform = c
	}
	c := New(Config{Outbox: w.box, Platform: platform, Log: slog.New(slog.NewTextHandler(&w.log, nil)), Observe: func(c Call) {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.calls = append(w.calls, c)
	}})
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		c.Run(ctx)
	}()
	w.stop = func() {
		cancel()
		<-done
	}
	t.Cleanup(w.stop)
}

func (w *world) add(t *testing.T, jobs ...outbox.Job) {
	require.NoError(t, w.db.Write(context.Background(), func(tx *sql.Tx) error {
		for _, j := range jobs {
			if j.Until.IsZero() {
				j.Until = time.Now().Add(24 * time.Hour)
			}
			if err := outbox.Add(tx, j, time.Now()); err != nil {
				return err
			}
		}
		return nil
	}))
	w.box.Wake()
}

func (w *world) states(t *testing.T) []string {
	return dbtest.Column(t, w.db, "SELECT state FROM outbox ORDER BY id")
}

// settle waits until the jobs are in these states.
func (w *world) settle(t *testing.T, want ...string) {
	t.Helper()
	require.Eventually(t, func() bool {
		got := w.states(t)
		for i := range want {
			if got[i] != want[i] {
				return false
			}
		}
		return len(got) == len(want)
	}, 20*time.Second, 2*time.Millisecond)
}

func reply(person string) outbox.Job {
	return outbox.Job{Kind: outbox.Reply, Account: "99", Person: person, Text: "Please write to us at https://example.com", Cause: "m" + person}
}

func TestEachGoesOutOnce(t *testing.T) {
	w := begin(t)
	var jobs []outbox.Job
	want := []string{}
	for n := range 40 {
		jobs = append(jobs, reply(string(rune('A'+n))))
		want = append(want, "sent")
	}
	w.add(t, jobs[:20]...) // some wait already when it starts
	w.run(t, nil)
	w.add(t, jobs[20:]...)
	w.settle(t, want...)
	people := map[string]int{}
	for _, s := range w.platform.Sent() {
		people[s.Person]++
	}
	require.Len(t, people, 40)
	require.Len(t, w.platform.Sent(), 40)
	require.Equal(t, 40, dbtest.Count(t, w.db, "SELECT count(DISTINCT sent_id) FROM outbox WHERE sent_id <> ''"))
	w.stop()
	require.Len(t, w.calls, 40)
	require.Empty(t, w.log.String())
}

func TestHideAndPrivateReply(t *testing.T) {
	w := begin(t)
	w.run(t, nil)
	private := reply("B")
	private.Comment = "18"
	w.add(t, outbox.Job{Kind: outbox.Hide, Account: "99", Person: "A", Comment: "17", Cause: "17"}, private)
	w.settle(t, "sent", "sent")
	require.Equal(t, []string{"17"}, w.platform.Hidden())
	require.Equal(t, "18", w.platform.Sent()[0].Comment)
}

func TestHowCallsEnd(t *testing.T) {
	for fault, want := range map[fakegraph.Fault]string{
		fakegraph.Transient:      "sent", // at the second try
		fakegraph.RateLimited:    "sent",
		fakegraph.Refused:        "failed",
		fakegraph.WindowClosed:   "failed",
		fakegraph.Dropped:        "uncertain",
		fakegraph.DoneButDropped: "uncertain",
		fakegraph.DoneButFailed:  "uncertain",
		fakegraph.BadToken:       "queued",
	} {
		w := begin(t)
		w.platform.Fail(fault)
		w.add(t, reply("A"))
		w.run(t, nil)
		require.Eventually(t, func() bool {
			return w.states(t)[0] == want && w.platform.Calls() > 0
		}, 20*time.Second, 2*time.Millisecond, "fault %d", fault)
		w.stop()
		require.LessOrEqual(t, len(w.platform.Sent()), 1, "fault %d", fault)
		require.NotContains(t, w.log.String(), "example.com")
		if fault == fakegraph.BadToken {
			require.Contains(t, w.log.String(), "until it is renewed")
		}
		if want == "failed" || want == "uncertain" {
			require.Equal(t, 1, dbtest.Count(t, w.db, "SELECT count(*) FROM notices WHERE kind = 'delivery'"), "staff are told")
		}
	}
}

// slow is a platform whose calls end when the test says so.
type slow struct {
	begun, gate chan struct{}
	err         error
}

func (s *slow) Turns(context.Context, int) (int, error) { return 1, nil }
func (s *slow) Hide(context.Context, string) error      { return nil }
func (s *slow) Reply(ctx context.Context, _ graph.Recipient, _ string, _ time.Time) (string, error) {
	s.begun <- struct{}{}
	<-s.gate
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	return "out", s.err
}

func TestStopWaitsForTheCallInTheAir(t *testing.T) {
	w := begin(t)
	s := &slow{begun: make(chan struct{}), gate: make(chan struct{})}
	w.run(t, s)
	w.add(t, reply("A"))
	<-s.begun
	require.Equal(t, []string{"sending"}, w.states(t), "it is on disk before the call")
	go func() {
		time.Sleep(20 * time.Millisecond) // the stop has begun by then, mostly
		close(s.gate)
	}()
	w.stop()
	require.Equal(t, []string{"sent"}, w.states(t))
}

func TestAnErrorNobodyKnowsIsADoubt(t *testing.T) {
	w := begin(t)
	s := &slow{begun: make(chan struct{}, 1), gate: make(chan struct{}), err: errors.New("what")}
	close(s.gate)
	w.run(t, s)
	w.add(t, reply("A"))
	w.settle(t, "uncertain")
}

func TestAClosedDatabaseIsWaitedFor(t *testing.T) {
	w := begin(t)
	require.NoError(t, w.db.Close())
	w.run(t, nil)
	w.stop()
	require.Empty(t, w.calls)
}
