package main

import "net/http"

// inner is what staff and operators reach, and nobody else should: keep its
// address off the internet.
func (a *app) inner(settings) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", a.health.Live)
	mux.HandleFunc("GET /readyz", a.health.Ready)
	mux.Handle("GET /metrics", a.metrics.Handler())
	// the staff page: mux.Handle("/", staff.New(…))
	return mux
}
