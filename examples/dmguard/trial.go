package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"net"
	"net/http"
	"sync"

	"github.com/phidetect/phidetect/examples/dmguard/internal/fakegraph"
	"github.com/phidetect/phidetect/examples/dmguard/internal/ops"
	"github.com/phidetect/phidetect/examples/dmguard/internal/simulate"
	"github.com/phidetect/phidetect/phi"
)

// corpusDir is where the corpus lies as seen from this program's folder.
const corpusDir = "../../testdata/corpus"

// demoSettings are those of an invented clinic on loopback, with secrets that
// live as long as the run.
func demoSettings(file string) settings {
	return settings{
		addr: "127.0.0.1:0", inside: "127.0.0.1:0", db: file, rate: 1000,
		contact: phi.Contact{Clinic: "Greenfield Clinic", Link: "https://forms.example.com/greenfield", Phone: "202-555-0100"},
		secrets: secrets{verifyToken: rand.Text(), accessToken: rand.Text(), appSecrets: [][]byte{[]byte(rand.Text())}, trail: []byte(rand.Text() + rand.Text())},
	}
}

// trial is a service between a fake platform that it calls and a simulator that
// calls it.
type trial struct {
	app      *app
	platform *fakegraph.Server
	player   *simulate.Player
	log      *shared
	file     string // the database

	server *http.Server
	cancel context.CancelFunc
	ended  chan error
}

// startTrial starts the fake platform and the service.
func startTrial(ctx context.Context, s settings) (*trial, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	t := &trial{platform: fakegraph.New(s.accessToken), log: &shared{}, file: s.db, ended: make(chan error, 1)}
	s.graph = "http://" + l.Addr().String() + "/v23.0"
	log := newLog(t.log, false)
	if t.app, err = open(ctx, s, log); err != nil {
		l.Close()
		return nil, err
	}
	t.server = ops.Server(t.platform, log)
	go t.server.Serve(l)
	running, cancel := context.WithCancel(context.WithoutCancel(ctx))
	t.cancel = cancel
	go func() { t.ended <- t.app.run(running) }()
	t.player = &simulate.Player{URL: t.app.hookURL(), Secret: s.appSecrets[0], Client: simulate.Client()}
	return t, nil
}

// stop stops the service in order, and then the platform.
func (t *trial) stop() error {
	t.cancel()
	err := <-t.ended
	t.server.Close()
	return err
}

// stored counts the messages and comments in the database.
func (t *trial) stored(ctx context.Context) (n int, err error) {
	err = t.app.db.Read().QueryRowContext(ctx, "SELECT count(*) FROM messages").Scan(&n)
	return n, err
}

// shared is a log that goroutines write and the program reads.
type shared struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write appends.
func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

// Bytes gives a copy of all that was written.
func (s *shared) Bytes() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Clone(s.b.Bytes())
}
