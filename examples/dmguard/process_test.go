package main

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/fakegraph"
	"github.com/phidetect/phidetect/examples/dmguard/internal/simulate"
)

// asProgram makes this test binary be the program, so that tests can kill it.
const asProgram = "DMGUARD_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

const (
	testApp    = "an invented app secret"
	testAccess = "an invented access token"
)

// environment is that of a service under test.
func environment() []string {
	return []string{asProgram + "=1", envVerify + "=a token", envApp + "=" + testApp, envAccess + "=" + testAccess, envSecret + "=" + strings.Repeat("5f", 32)}
}

// process is a running service.
type process struct {
	cmd       *exec.Cmd
	hook      string // host and port
	insideURL string
	log       *shared
	logged    sync.WaitGroup
}

var addresses = regexp.MustCompile(`webhooks=http://(\S+)/webhook staff=(\S+)`)

// spawn starts the service as a process of its own and waits until it serves.
func spawn(t *testing.T, file, graph string) *process {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-addr", "127.0.0.1:0", "-inside", "127.0.0.1:0", "-db", file, "-graph", graph, "-rate", "500",
		"-link", "https://forms.example.com/greenfield", "-phone", "202-555-0100")
	cmd.Env = append(os.Environ(), environment()...)
	pipe, err := cmd.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	p := &process{cmd: cmd, log: &shared{}}
	t.Cleanup(func() { cmd.Process.Kill() })
	ready := make(chan []string, 1)
	p.logged.Go(func() {
		in := bufio.NewScanner(pipe)
		for in.Scan() {
			fmt.Fprintln(p.log, in.Text())
			if m := addresses.FindStringSubmatch(in.Text()); m != nil {
				ready <- m
			}
		}
		close(ready)
	})
	m, ok := <-ready
	require.True(t, ok, "the service did not start")
	p.hook, p.insideURL = m[1], m[2]
	return p
}

// end ends the process by a signal and gives its exit status.
func (p *process) end(t *testing.T, s os.Signal) int {
	t.Helper()
	require.NoError(t, p.cmd.Process.Signal(s))
	p.logged.Wait()
	err := p.cmd.Wait()
	if _, ok := err.(*exec.ExitError); err != nil && !ok {
		require.NoError(t, err)
	}
	return p.cmd.ProcessState.ExitCode()
}

// follower is a client whose calls go to whichever process runs now, as a proxy
// before the service would send them.
type follower struct {
	mu sync.Mutex
	at string
}

func (f *follower) set(at string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.at = at
}

func (f *follower) client() *http.Client {
	dial := func(ctx context.Context, network, _ string) (net.Conn, error) {
		f.mu.Lock()
		at := f.at
		f.mu.Unlock()
		var d net.Dialer
		return d.DialContext(ctx, network, at)
	}
	return &http.Client{Transport: &http.Transport{DialContext: dial, MaxIdleConnsPerHost: 16}, Timeout: 20 * time.Second}
}

// fakePlatform serves a fake platform and gives its base URL.
func fakePlatform(t *testing.T) (*fakegraph.Server, string) {
	f := fakegraph.New(testAccess)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	s := &http.Server{Handler: f}
	go s.Serve(l)
	t.Cleanup(func() { s.Close() })
	return f, "http://" + l.Addr().String() + "/v23.0"
}

// some gives posts of a part of the corpus.
func some(t *testing.T, n int, o simulate.Options) ([]simulate.Post, []simulate.Item) {
	t.Helper()
	talks, err := simulate.Load(corpusDir)
	require.NoError(t, err)
	o.Now = time.Now()
	posts := simulate.Script(talks[:n], o)
	return posts, simulate.Items(talks[:n], o)
}

// The service is killed in the middle of its work, more than once, and no message
// is lost and no reply goes out twice.
func TestKilledAndRestarted(t *testing.T) {
	file := filepath.Join(t.TempDir(), "killed.db")
	platform, graph := fakePlatform(t)
	platform.Latency = 3 * time.Millisecond // so that calls are in the air when it dies
	posts, items := some(t, 600, simulate.Options{Seed: 3, Batch: 3, Duplicates: 0.2})
	p := spawn(t, file, graph)
	var f follower
	f.set(p.hook)
	player := &simulate.Player{URL: "http://dmguard.test" + hookPath, Secret: []byte(testApp), Client: f.client(), Rate: 100, Tries: 100}
	done := make(chan simulate.Result)
	go func() { done <- player.Play(context.Background(), posts) }()
	kills := 0
	var result simulate.Result
	for playing := true; playing; {
		select {
		case result = <-done:
			playing = false
		case <-time.After(600 * time.Millisecond):
			if kills < 4 && len(platform.Sent()) > 20*(kills+1) {
				p.end(t, syscall.SIGKILL)
				kills++
				p = spawn(t, file, graph)
				f.set(p.hook)
			}
		}
	}
	require.GreaterOrEqual(t, kills, 2, "it was killed while it worked")
	require.Zero(t, result.Failed)
	require.Positive(t, result.Retried, "some webhooks met a dead service")

	settle(t, file)
	require.Zero(t, p.end(t, syscall.SIGTERM))
	d, err := db.Open(file)
	require.NoError(t, err)
	defer d.Close()
	require.Equal(t, len(items), count(t, d, "SELECT count(*) FROM messages"), "no message is lost, none is there twice")
	require.Zero(t, count(t, d, "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending', 'failed', 'expired')"))
	sent, uncertain := count(t, d, "SELECT count(*) FROM outbox WHERE kind = 'reply' AND state = 'sent'"), count(t, d, "SELECT count(*) FROM outbox WHERE state = 'uncertain'")
	t.Logf("killed %d times: %d messages, %d replies sent, %d uncertain", kills, len(items), sent, uncertain)
	require.Equal(t, uncertain, count(t, d, "SELECT count(*) FROM notices WHERE kind = 'delivery' AND rule = 'reply-uncertain'"), "staff are told of each that may not have gone out")
	arrived := len(platform.Sent())
	require.LessOrEqual(t, sent, arrived)
	require.LessOrEqual(t, arrived, sent+uncertain)

	// each reply is for a cause of its own, and the platform has at most one for each
	due := map[string]int{}
	rows, err := d.Read().Query("SELECT iif(comment = '', person, comment) || ' ' || text FROM outbox WHERE kind = 'reply'")
	require.NoError(t, err)
	defer rows.Close()
	for rows.Next() {
		var s string
		require.NoError(t, rows.Scan(&s))
		due[s]++
	}
	for _, s := range platform.Sent() {
		to := s.Person
		if s.Comment != "" {
			to = s.Comment
		}
		due[to+" "+s.Text]--
	}
	for _, left := range due {
		require.GreaterOrEqual(t, left, 0, "a reply went out twice")
	}
}

// settle waits until nothing waits in the outbox. It looks into the file beside
// the service.
func settle(t *testing.T, file string) {
	t.Helper()
	d, err := db.Open(file)
	require.NoError(t, err)
	defer d.Close()
	require.Eventually(t, func() bool {
		return count(t, d, "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')") == 0
	}, time.Minute, 20*time.Millisecond)
}

func count(t *testing.T, d *db.DB, query string) (n int) {
	t.Helper()
	require.NoError(t, d.Read().QueryRow(query).Scan(&n))
	return n
}

// Told to stop, the service answers what it has begun, ends its calls, and leaves
// the rest for the next start.
func TestStoppedInTheMiddle(t *testing.T) {
	file := filepath.Join(t.TempDir(), "stopped.db")
	platform, graph := fakePlatform(t)
	gate := make(chan struct{})
	platform.OnReply = func(fakegraph.Sent) { <-gate } // calls stay in the air
	posts, _ := some(t, 300, simulate.Options{Seed: 4})
	p := spawn(t, file, graph)
	var f follower
	f.set(p.hook)
	var mu sync.Mutex
	answered := map[string]bool{}
	player := &simulate.Player{URL: "http://dmguard.test" + hookPath, Secret: []byte(testApp), Client: f.client(), Tries: 1, Answered: func(post simulate.Post) {
		mu.Lock()
		defer mu.Unlock()
		answered[post.Items[0].ID] = true
	}}
	done := make(chan simulate.Result)
	go func() { done <- player.Play(context.Background(), posts) }()
	require.Eventually(t, func() bool {
		mu.Lock()
		defer mu.Unlock()
		return len(answered) >= 150 && platform.Calls() >= inTheAir(500)
	}, time.Minute, time.Millisecond)
	require.NoError(t, p.cmd.Process.Signal(syscall.SIGTERM))
	<-done // whoever calls now meets a closed door
	close(gate)
	require.Zero(t, p.end(t, syscall.SIGTERM), "it ends in order")

	d, err := db.Open(file)
	require.NoError(t, err)
	require.Zero(t, count(t, d, "SELECT count(*) FROM outbox WHERE state IN ('sending', 'uncertain')"))
	require.Equal(t, len(platform.Sent()), count(t, d, "SELECT count(*) FROM outbox WHERE kind = 'reply' AND state = 'sent'"))
	waiting := count(t, d, "SELECT count(*) FROM outbox WHERE state = 'queued'")
	require.Positive(t, waiting, "it was stopped in the middle")
	for id := range answered {
		var there bool
		require.NoError(t, d.Read().QueryRow("SELECT EXISTS (SELECT 1 FROM messages WHERE id = ?)", id).Scan(&there))
		require.True(t, there, "what was answered 200 is stored")
	}
	require.NoError(t, d.Close())

	p = spawn(t, file, graph)
	settle(t, file)
	require.Zero(t, p.end(t, syscall.SIGTERM))
	require.NotContains(t, string(p.log.Bytes()), "level=WARN", "nothing was uncertain")
}
