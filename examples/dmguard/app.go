package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/courier"
	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/graph"
	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/examples/dmguard/internal/ops"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
	"github.com/phidetect/phidetect/examples/dmguard/internal/webhook"
)

// hookPath is where the platform is told to send its webhooks.
const hookPath = "/webhook"

// stopping is how long requests and calls in the air may take to end.
const stopping = 30 * time.Second

// app is the service: what comes in by webhooks is judged and stored by the
// guard, and what the guard queues is carried out by the courier.
type app struct {
	db       *db.DB
	trail    *trail.Trail
	box      *outbox.Outbox
	register *register.Register
	vault    *vault.Vault // nil where no text is kept
	guard    *guard.Guard
	people   *people.People
	courier  *courier.Courier
	metrics  *ops.Metrics
	health   *ops.Health
	log      *slog.Logger

	hook, inside                 *http.Server
	hookListener, insideListener net.Listener
}

// open makes a service that is ready to run. Whoever gets it must run it, or
// close its database.
func open(ctx context.Context, s settings, log *slog.Logger) (*app, error) {
	d, err := db.Open(s.db)
	if err != nil {
		return nil, err
	}
	a := &app{db: d, log: log}
	if err := a.build(ctx, s); err != nil {
		return nil, errors.Join(err, a.closeListeners(), d.Close())
	}
	return a, nil
}

func (a *app) build(ctx context.Context, s settings) (err error) {
	if a.trail, err = trail.New(a.db, s.trail); err != nil {
		return err
	}
	a.box, a.people = outbox.New(a.db, a.trail), people.New(a.db, a.trail)
	uncertain, err := a.box.Recover(ctx, time.Now())
	if err != nil {
		return err
	}
	if uncertain > 0 {
		a.log.Warn("the program died while replies were going out; they are not sent again, and staff are told", "replies", uncertain)
	}
	a.metrics = ops.NewMetrics(a.box.Waiting)
	a.health = ops.NewHealth(ops.Check{Name: "database", Run: a.db.Ping})
	if err = a.buildGuard(s); err != nil {
		return err
	}
	platform, err := graph.New(graph.Config{BaseURL: s.graph, Token: s.accessToken, Rate: s.rate})
	if err != nil {
		return misuse{fmt.Errorf("-graph: %w", err)}
	}
	a.courier = courier.New(courier.Config{Outbox: a.box, Platform: platform, Workers: inTheAir(s.rate), Observe: a.metrics.Call, Log: a.log})
	hook, err := webhook.New(webhook.Config{VerifyToken: s.verifyToken, AppSecrets: s.appSecrets, Receiver: a.guard, Observe: a.metrics.Webhook, Log: a.log})
	if err != nil {
		return misuse{err}
	}
	inner, err := a.inner(s)
	if err != nil {
		return err
	}
	a.hook, a.inside = ops.Server(a.outer(hook), a.log), ops.Server(inner, a.log)
	if a.hookListener, err = net.Listen("tcp", s.addr); err != nil {
		return fmt.Errorf("-addr: %w", err)
	}
	if a.insideListener, err = net.Listen("tcp", s.inside); err != nil {
		return fmt.Errorf("-inside: %w", err)
	}
	return nil
}

// inTheAir is how many calls at once keep up a rate where each takes the
// platform almost half a second.
func inTheAir(rate float64) int { return min(max(int(rate*0.4), 4), 64) }

// outer is what the platform reaches.
func (a *app) outer(hook http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle(hookPath, hook)
	mux.HandleFunc("GET /healthz", a.health.Live)
	return mux
}

// hookURL and insideURL say where it serves.
func (a *app) hookURL() string   { return "http://" + a.hookListener.Addr().String() + hookPath }
func (a *app) insideURL() string { return "http://" + a.insideListener.Addr().String() + "/" }

// run serves until ctx ends, and then stops in order: nothing new is taken in,
// what was taken in is stored, and calls that have begun are ended and written
// down. What still waits in the outbox goes out after the next start.
func (a *app) run(ctx context.Context) error {
	failed := make(chan error, 2)
	serve := func(s *http.Server, l net.Listener) {
		if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			failed <- err
		}
	}
	go serve(a.hook, a.hookListener)
	go serve(a.inside, a.insideListener)
	carrying, stopCarrying := context.WithCancel(context.WithoutCancel(ctx))
	carried := make(chan struct{})
	go func() {
		defer close(carried)
		a.courier.Run(carrying)
	}()
	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	a.health.Stop()
	a.log.Info("stopping")
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopping)
	defer cancel()
	err = errors.Join(err, a.hook.Shutdown(end), a.inside.Shutdown(end))
	stopCarrying()
	<-carried
	return errors.Join(err, a.db.Close())
}

func (a *app) closeListeners() error {
	var err error
	for _, l := range []net.Listener{a.hookListener, a.insideListener} {
		if l != nil {
			err = errors.Join(err, l.Close())
		}
	}
	return err
}
