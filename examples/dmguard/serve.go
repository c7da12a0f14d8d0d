package main

import (
	"context"
	"io"
	"log/slog"
)

// serve runs the service until it is told to stop; with -demo, a demonstration
// of it.
func serve(ctx context.Context, args []string, w world) error {
	var s settings
	var d demo
	f := newFlags("serve")
	s.define(f)
	d.define(f)
	if err := parse(f, args); err != nil {
		return err
	}
	if d.on {
		return d.run(ctx, s, w)
	}
	if err := s.read(w.env); err != nil {
		return err
	}
	a, err := open(ctx, s, newLog(w.stderr, s.jsonLog))
	if err != nil {
		return err
	}
	a.log.Info("serving", "webhooks", a.hookURL(), "staff", a.insideURL())
	return a.run(ctx)
}

func newLog(w io.Writer, json bool) *slog.Logger {
	if json {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}
