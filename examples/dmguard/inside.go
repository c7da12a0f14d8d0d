package main

import (
	"net/http"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/queue"
	"github.com/phidetect/phidetect/examples/dmguard/internal/staff"
)

// inner is what staff and operators reach, and nobody else should: keep its
// address off the internet.
func (a *app) inner(s settings) (http.Handler, error) {
	pages, err := staff.New(staff.Options{
		DB: a.db, Trail: a.trail, People: a.people, Queue: queue.New(a.db, a.trail), Register: a.register, Guard: a.guard, Vault: a.vault,
		Secure: s.secure, Place: time.Local, Log: a.log,
	})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", a.health.Live)
	mux.HandleFunc("GET /readyz", a.health.Ready)
	mux.Handle("GET /metrics", a.metrics.Handler())
	mux.Handle("/", pages)
	return mux, nil
}
