package main

import (
	"context"
	"io"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/kmsg"
)

// started gives a cluster that is closed with the test, and a context that ends
// the test if it hangs.
func started(t *testing.T, partitions int32) (*cluster, context.Context) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	k, err := startCluster(ctx, partitions)
	require.NoError(t, err)
	t.Cleanup(k.close)
	return k, ctx
}

// here runs a worker in this process. Stop waits for its end and gives its exit
// status.
func (k *cluster) here(ctx context.Context, log io.Writer, args ...string) (stop func() int) {
	ctx, cancel := context.WithCancel(ctx)
	status := make(chan int)
	go func() {
		status <- run(ctx, append([]string{"-brokers", strings.Join(k.c.brokers, ",")}, args...), noEnv, io.Discard, log)
	}()
	return func() int {
		cancel()
		return <-status
	}
}

// answered runs a worker until the input is answered.
func (k *cluster) answered(t *testing.T, ctx context.Context, args ...string) {
	t.Helper()
	log := new(sharedLog)
	stop := k.here(ctx, log, args...)
	err := k.drained(ctx)
	require.Equal(t, exitFine, stop(), log)
	require.NoError(t, err, log)
}

// runWorker runs a worker of this process until stop.
func runWorker(ctx context.Context, w *worker) (stop func(), done <-chan error) {
	ctx, stop = context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- w.run(ctx) }()
	return stop, ended
}

// Threads go on behind a restart, also when the topic was compacted meanwhile.
func TestRestart(t *testing.T) {
	k, ctx := started(t, 3)
	messages, err := threadMessages(corpus, 2)
	require.NoError(t, err)
	half := len(messages) / 2
	require.NoError(t, k.produce(ctx, messages[:half]))
	k.answered(t, ctx, "-batch", "50")
	k.fake.Compact()
	snapshots, err := k.read(ctx, k.c.topics.threads, kgo.ReadCommitted())
	require.NoError(t, err)
	require.NotEmpty(t, snapshots)
	require.NoError(t, k.produce(ctx, messages[half:]))
	k.answered(t, ctx, "-batch", "50")
	o, err := k.verify(ctx, messages)
	require.NoError(t, err)
	require.True(t, o.exact())
	require.Equal(t, len(messages), o.findings)
}

// Partitions that another worker had for a while come back: what was remembered
// of them is out of date. They go twice without a transaction between, for then
// the client does not say the second time that they go.
func TestPartitionsComeBack(t *testing.T) {
	k, ctx := started(t, 4)
	messages, err := threadMessages(corpus, 4)
	require.NoError(t, err)
	log := new(sharedLog)
	third := len(messages) / 3
	stay := k.here(ctx, log, "-session", "2s")
	require.NoError(t, k.produce(ctx, messages[:third]))
	require.NoError(t, k.drained(ctx), log)
	var visit func() int
	for range 2 {
		if visit != nil {
			require.Equal(t, exitFine, visit(), log)
			_, err = k.fake.WaitGroupInfo(ctx, k.c.group, shared(1, 4))
			require.NoError(t, err)
		}
		visit = k.here(ctx, log, "-session", "2s")
		_, err = k.fake.WaitGroupInfo(ctx, k.c.group, shared(2, 4))
		require.NoError(t, err)
	}
	require.NoError(t, k.produce(ctx, messages[third:2*third]))
	require.NoError(t, k.drained(ctx), log)
	require.Equal(t, exitFine, visit(), log)
	require.NoError(t, k.produce(ctx, messages[2*third:]))
	require.NoError(t, k.drained(ctx), log)
	require.Equal(t, exitFine, stay(), log)
	o, err := k.verify(ctx, messages)
	require.NoError(t, err)
	require.True(t, o.exact())
}

// shared reports a group of so many members that have all the partitions.
func shared(members, partitions int) func(*kfake.GroupInfo) bool {
	return func(g *kfake.GroupInfo) bool {
		return g != nil && g.State == "Stable" && len(g.Members) == members && g.NumAssigned() == partitions
	}
}

// A batch that takes too long for its transaction is given up and comes again in
// smaller ones.
func TestSlowBatches(t *testing.T) {
	k, ctx := started(t, 2)
	messages, err := threadMessages(corpus, 3)
	require.NoError(t, err)
	require.NoError(t, k.produce(ctx, messages))
	c, err := parse([]string{"-brokers", strings.Join(k.c.brokers, ",")}, noEnv)
	require.NoError(t, err)
	log := new(sharedLog)
	w, err := newWorker(c, newLog("text", log))
	require.NoError(t, err)
	w.pace.time = 200 * time.Microsecond
	stop, done := runWorker(ctx, w)
	require.NoError(t, k.drained(ctx), log)
	stop()
	require.NoError(t, <-done)
	require.Contains(t, log.String(), "aborted a transaction; its records come again")
	o, err := k.verify(ctx, messages)
	require.NoError(t, err)
	require.True(t, o.exact())
}

// A worker that keeps its name ends what it left open when it was killed, and
// does not wait for the brokers to.
func TestRestartUnderTheSameName(t *testing.T) {
	k, ctx := started(t, 2)
	messages, err := threadMessages(corpus, 4)
	require.NoError(t, err)
	log := new(sharedLog)
	args := []string{"-batch", "100", "-transaction", "10m", "-session", "1s"}
	p, err := k.startWorker(ctx, "pod-0", log, args...)
	require.NoError(t, err)
	killed := k.killInTransaction(p, kmsg.EndTxn.Int16())
	s := scenario{portion: 100}
	require.NoError(t, s.produceUntil(ctx, k, messages, killed), log)
	p.kill()
	p, err = k.startWorker(ctx, "pod-0", log, args...)
	require.NoError(t, err)
	defer p.kill()
	require.NoError(t, k.drained(ctx), log)
	require.NoError(t, p.stop(), log)
	o, err := k.verify(ctx, messages)
	require.NoError(t, err)
	require.True(t, o.exact())
	require.Greater(t, o.uncommitted, o.findings)
}

// A thread that is idle for too long begins anew, and its snapshot is deleted.
func TestIdleThreads(t *testing.T) {
	k, ctx := started(t, 1)
	at := time.Now().Add(-48 * time.Hour)
	for i, m := range []sent{
		{thread: "a", ID: "1", Text: "my migraine is back"},
		{thread: "b", ID: "2", Text: "my migraine is back"},
		{thread: "a", ID: "3", Text: "this is Kit Rowe"}, // 20 hours later
		{thread: "c", ID: "4", Text: "are you open?"},    // 40 hours later
	} {
		r, err := m.record()
		require.NoError(t, err)
		r.Timestamp = at.Add([]time.Duration{0, 0, 20 * time.Hour, 40 * time.Hour}[i])
		require.NoError(t, k.client.ProduceSync(ctx, r).FirstErr())
	}
	k.answered(t, ctx, "-idle", "24h", "-batch", "1")
	findings, err := k.read(ctx, k.c.topics.findings, kgo.ReadCommitted())
	require.NoError(t, err)
	require.Contains(t, string(findings[2].Value), `"thread":{"messages":2,"verdict":"phi"`)
	snapshots, err := k.read(ctx, k.c.topics.threads, kgo.ReadCommitted())
	require.NoError(t, err)
	last := map[string]*kgo.Record{}
	for _, r := range snapshots {
		last[string(r.Key)] = r
	}
	require.NotNil(t, last["a"].Value)
	require.Contains(t, last, "b")
	require.Nil(t, last["b"].Value, "idle for 40 hours")
	require.NotNil(t, last["c"].Value)
}

func TestEndpoints(t *testing.T) {
	k, ctx := started(t, 2)
	messages, err := threadMessages(corpus, 1)
	require.NoError(t, err)
	require.NoError(t, k.produce(ctx, messages))
	require.NoError(t, k.client.ProduceSync(ctx, &kgo.Record{Value: []byte("{")}).FirstErr())
	c, err := parse([]string{"-brokers", strings.Join(k.c.brokers, ","), "-listen", "localhost:0"}, noEnv)
	require.NoError(t, err)
	log := new(sharedLog)
	w, err := newWorker(c, newLog("json", log))
	require.NoError(t, err)
	ask := func(path string) (int, string) {
		rec := httptest.NewRecorder()
		w.endpoints().ServeHTTP(rec, httptest.NewRequest("GET", path, nil))
		return rec.Code, rec.Body.String()
	}
	code, _ := ask("/livez")
	require.Equal(t, 503, code, "it does not run yet")
	stop, done := runWorker(ctx, w)
	require.NoError(t, k.drained(ctx))
	for _, path := range []string{"/livez", "/readyz"} {
		code, _ = ask(path)
		require.Equal(t, 200, code, path)
	}
	stop()
	require.NoError(t, <-done, log)
	_, text := ask("/metrics")
	for _, line := range []string{
		`phikafka_messages_total{verdict="phi"} `, `phikafka_dead_letters_total{reason="not_json"} 1`,
		`phikafka_transactions_total{outcome="committed"} `, `phikafka_lag_messages{partition="0"} 0`,
		`phikafka_threads{partition="1"} `, `phikafka_restore_seconds_count `, "go_goroutines ",
	} {
		require.Contains(t, text, "\n"+line)
	}
	require.Contains(t, log.String(), `"msg":"metrics and health"`)
}

// A worker that cannot go on says why and exits with 3.
func TestCannotGoOn(t *testing.T) {
	k, ctx := started(t, 2)
	for _, x := range []struct {
		args []string
		want string
	}{
		{[]string{"-in", "nowhere"}, "the topic of -in, nowhere: UNKNOWN_TOPIC_OR_PARTITION"},
		{[]string{"-dead", "nowhere"}, "-create makes the topics that are not there"},
		{[]string{"-threads", "wide"}, "messages has 2 partitions and wide has 3"},
		{[]string{"-threads", "plain"}, "is not compacted"},
		{[]string{"-listen", "localhost:99999"}, "-listen: "},
	} {
		require.NoError(t, ignoreExists(k.fake.CreateTopic("wide", 3, map[string]string{"cleanup.policy": "compact"})))
		require.NoError(t, ignoreExists(k.fake.CreateTopic("plain", 2, nil)))
		var log sharedLog
		args := append([]string{"-brokers", strings.Join(k.c.brokers, ",")}, x.args...)
		require.Equal(t, exitFailure, run(ctx, args, noEnv, io.Discard, &log), log.String())
		require.Contains(t, log.String(), x.want)
	}
}

func ignoreExists(err error) error {
	if err != nil && strings.Contains(err.Error(), "exists") {
		return nil
	}
	return err
}
