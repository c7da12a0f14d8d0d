package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync/atomic"
	"time"
)

// A worker shows a sign of life at least so often while it is well, and is taken
// for dead after so long without.
const (
	beatEvery = 5 * time.Second
	deadAfter = 2 * time.Minute
)

// pulse is what the health endpoints look at.
type pulse struct {
	last   atomic.Int64 // when the loop last turned, in Unix nanoseconds
	joined atomic.Bool
}

func (p *pulse) beat() { p.last.Store(time.Now().UnixNano()) }

func (p *pulse) alive() bool { return time.Since(time.Unix(0, p.last.Load())) < deadAfter }

// serve answers /livez, /readyz and /metrics on -listen, until stop.
func (w *worker) serve() (stop func(), err error) {
	w.pulse.beat()
	if w.c.listen == "" {
		return func() {}, nil
	}
	l, err := net.Listen("tcp", w.c.listen)
	if err != nil {
		return nil, fmt.Errorf("-listen: %w", err)
	}
	s := &http.Server{Handler: w.endpoints(), ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			w.log.Error("the endpoints are gone", "error", err)
		}
	}()
	w.log.Info("metrics and health", "address", l.Addr().String())
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		s.Shutdown(ctx)
	}, nil
}

func (w *worker) endpoints() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", w.metrics.client.Handler())
	mux.HandleFunc("GET /livez", func(rw http.ResponseWriter, _ *http.Request) {
		answerHealth(rw, w.pulse.alive(), "the loop has not turned for two minutes")
	})
	mux.HandleFunc("GET /readyz", func(rw http.ResponseWriter, _ *http.Request) {
		answerHealth(rw, w.pulse.alive() && w.pulse.joined.Load(), "not a member of the group yet")
	})
	return mux
}

func answerHealth(rw http.ResponseWriter, well bool, why string) {
	if !well {
		http.Error(rw, why, http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(rw, "ok")
}
