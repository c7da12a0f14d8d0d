package main

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/fakegraph"
	"github.com/phidetect/phidetect/examples/dmguard/internal/simulate"
)

// begin starts a service between a fake platform and a simulator.
func begin(t *testing.T, change func(*settings)) *trial {
	t.Helper()
	s := demoSettings(filepath.Join(t.TempDir(), "trial.db"))
	s.rate = 5000
	if change != nil {
		change(&s)
	}
	tr, err := startTrial(context.Background(), s)
	require.NoError(t, err)
	t.Cleanup(func() {
		if tr.cancel != nil {
			require.NoError(t, tr.stop())
		}
	})
	return tr
}

func read(t *testing.T, url string) (int, string) {
	t.Helper()
	res, err := http.Get(url)
	require.NoError(t, err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return res.StatusCode, string(b)
}

// The corpus goes through by HTTP, with all that the platform does to it, and what
// is left behind holds no identifier of it.
func TestCorpusLeavesNothingBehind(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole corpus takes half a minute")
	}
	tr := begin(t, nil)
	talks, err := simulate.Load(corpusDir)
	require.NoError(t, err)
	o := simulate.Options{Seed: 7, Now: time.Now(), Batch: 20, Duplicates: 0.1, Shuffled: true, Photos: 0.01}
	items := simulate.Items(talks, o)
	r := tr.player.Play(context.Background(), simulate.Script(talks, o))
	require.Zero(t, r.Failed)
	stored, err := tr.stored(context.Background())
	require.NoError(t, err)
	require.Equal(t, len(items), stored)
	echoes := make(chan fakegraph.Sent)
	require.NoError(t, drain(context.Background(), tr, echoes, newPrinter(world{env: os.Getenv, stdout: io.Discard})))

	_, metrics := read(t, tr.app.insideURL()+"metrics")
	hay, err := tr.left()
	require.NoError(t, err)
	figures := simulate.NewHaystack([]byte(metrics))
	needles := simulate.Needles(items)
	require.Greater(t, len(needles), 8000)
	leaked := 0
	for _, n := range needles {
		if hay.Holds(n) || len(n) >= 8 && figures.Holds(n) { // "Memory" is a name and a figure's
			leaked++
		}
	}
	require.Zero(t, leaked, "identifiers stand in the database, the log, the replies or the figures")
	require.NotEmpty(t, tr.platform.Sent())
	for _, s := range tr.platform.Sent() {
		require.LessOrEqual(t, len(s.Text), 1000)
	}
}

// The same text with the vault on is in the file sealed only.
func TestVaultIsSealed(t *testing.T) {
	key := make([]byte, 32)
	key[0] = 7
	tr := begin(t, func(s *settings) { s.vault, s.vaultKeys = true, [][]byte{key} })
	talks, err := simulate.Load(corpusDir)
	require.NoError(t, err)
	o := simulate.Options{Seed: 7, Now: time.Now(), Batch: 20}
	items := simulate.Items(talks[:400], o)
	require.Zero(t, tr.player.Play(context.Background(), simulate.Script(talks[:400], o)).Failed)
	hay, err := tr.left()
	require.NoError(t, err)
	for _, n := range simulate.Needles(items) {
		require.False(t, hay.Holds(n), "an identifier stands in the file as it is")
	}
}

func TestHostileCalls(t *testing.T) {
	tr := begin(t, nil)
	secret := tr.player.Secret
	for _, h := range simulate.Hostiles(secret, 3<<20, time.Now()) {
		got, err := h.Try(context.Background(), tr.player.Client, tr.app.hookURL())
		require.NoError(t, err, h.Name)
		require.Equal(t, h.Want, got, h.Name)
	}
	stored, err := tr.stored(context.Background())
	require.NoError(t, err)
	require.Equal(t, 3, stored, "a replay is not judged again, and nothing was dropped")
	require.NoError(t, drain(context.Background(), tr, make(chan fakegraph.Sent), newPrinter(world{env: os.Getenv, stdout: io.Discard})))
	people := map[string]bool{}
	for _, s := range tr.platform.Sent() {
		require.False(t, people[s.Person], "a replay is not answered again")
		people[s.Person] = true
		require.NotContains(t, s.Text, "<script")
		require.NotContains(t, s.Text, "DROP TABLE")
	}
	log := string(tr.log.Bytes())
	require.NotContains(t, log, "<script")
	require.NotContains(t, log, "DROP TABLE")
}

func TestPlaces(t *testing.T) {
	tr := begin(t, nil)
	outside := strings.TrimSuffix(tr.app.hookURL(), hookPath)
	code, _ := read(t, outside+"/healthz")
	require.Equal(t, 200, code)
	for _, path := range []string{"/", "/metrics", "/readyz", "/webhook/x"} {
		code, _ = read(t, outside+path)
		require.Equal(t, 404, code, "%s is for those inside", path)
	}
	inside := tr.app.insideURL()
	code, text := read(t, inside+"readyz")
	require.Equal(t, 200, code)
	require.True(t, json.Valid([]byte(text)))
	code, text = read(t, inside+"metrics")
	require.Equal(t, 200, code)
	require.Contains(t, text, "dmguard_outbox_waiting 0\n")
	code, _ = read(t, inside+"webhook")
	require.Equal(t, 404, code)
	code, text = read(t, inside) // which leads to the sign-in
	require.Equal(t, 200, code)
	require.Contains(t, text, `action="/staff/sign-in"`)
	code, _ = read(t, inside+"drafts/check")
	require.Equal(t, 405, code)
}

func TestUnreadyWithoutADatabase(t *testing.T) {
	tr := begin(t, nil)
	require.NoError(t, tr.app.db.Close())
	code, text := read(t, tr.app.insideURL()+"readyz")
	require.Equal(t, 503, code)
	require.Contains(t, text, "database")
	posts, _ := some(t, 1, simulate.Options{})
	tr.player.Tries = 1
	require.Equal(t, 1, tr.player.Play(context.Background(), posts).Failed, "what cannot be stored is not answered 200")
	require.Error(t, tr.stop()) // it is closed already
	tr.cancel = nil
}

// What a service leaves in a file, another process reads while it runs.
func TestFileBesideTheService(t *testing.T) {
	file := filepath.Join(t.TempDir(), "beside.db")
	_, graph := fakePlatform(t)
	p := spawn(t, file, graph)
	d, err := db.Open(file)
	require.NoError(t, err)
	require.NoError(t, d.Close())
	code, _ := read(t, p.insideURL+"readyz")
	require.Equal(t, 200, code)
	require.Zero(t, p.end(t, syscall.SIGTERM))
}

// A client that sends a body letter by letter is cut off, and others are served
// meanwhile.
func TestSlowClientHoldsUpNobody(t *testing.T) {
	tr := begin(t, nil)
	for range 50 {
		conn, err := net.Dial("tcp", tr.app.hookListener.Addr().String())
		require.NoError(t, err)
		defer conn.Close()
		_, err = io.WriteString(conn, "POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{")
		require.NoError(t, err)
	}
	posts, items := some(t, 50, simulate.Options{})
	require.Zero(t, tr.player.Play(context.Background(), posts).Failed)
	stored, err := tr.stored(context.Background())
	require.NoError(t, err)
	require.Equal(t, len(items), stored)
}
