package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/fakegraph"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/simulate"
)

// demo shows the service at work with an invented clinic, between a simulator
// that plays the corpus and a fake platform.
type demo struct {
	on, exit bool
	corpus   string
}

func (d *demo) define(f *flag.FlagSet) {
	f.BoolVar(&d.on, "demo", false, "")
	f.BoolVar(&d.exit, "exit", false, "")
	f.StringVar(&d.corpus, "corpus", corpusDir, "")
}

// everyNth call to the fake platform fails in a way that may be tried again.
const everyNth = 40

// run plays the demonstration and prints what happened. The pages stay until ctx
// ends, unless -exit says otherwise.
func (d *demo) run(ctx context.Context, given settings, w world) error {
	talks, err := simulate.Load(d.corpus)
	if err != nil {
		return misuse{fmt.Errorf("-corpus: %w; run the demonstration in this program's folder, or say where it is", err)}
	}
	dir, err := os.MkdirTemp("", "dmguard-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s := demoSettings(filepath.Join(dir, "demo.db"))
	if given.inside != insideAddr {
		s.inside = given.inside
	}
	t, err := startTrial(ctx, s)
	if err != nil {
		return err
	}
	p := newPrinter(w)
	err = d.play(ctx, t, s, talks, p)
	if err == nil && !d.exit {
		p.line("Press Ctrl-C to end it all.")
		<-ctx.Done()
	}
	if errors.Is(err, context.Canceled) {
		err = nil
	}
	if err == nil && p.broken() {
		err = found{errors.New("demo: not all is as it should be")}
	}
	return errors.Join(err, t.stop())
}

func (d *demo) play(ctx context.Context, t *trial, s settings, talks []simulate.Talk, p printer) error {
	echoes := make(chan fakegraph.Sent, 1<<16)
	t.platform.OnReply = func(r fakegraph.Sent) { echoes <- r }
	t.platform.FailEvery(everyNth, fakegraph.Transient)

	p.head("The platform's handshake, and calls that mean harm")
	if err := handshake(ctx, t, s, p); err != nil {
		return err
	}
	if err := hostile(ctx, t, s, p); err != nil {
		return err
	}
	posts := simulate.Script(talks, simulate.Options{Seed: 1, Now: time.Now(), Batch: 5, Duplicates: 0.1, Unsent: 0.01, Photos: 0.02})
	var items []simulate.Item
	for _, post := range posts {
		if !post.Again {
			items = append(items, post.Items...)
		}
	}
	p.head(fmt.Sprintf("%d messages and comments of the corpus, in %d signed webhooks, some of them twice", len(items), len(posts)))
	var done atomic.Int64
	t.player.Answered = func(simulate.Post) {
		if n := done.Add(1); n%100 == 0 {
			p.progress("%d of %d", n, len(posts))
		}
	}
	r := t.player.Play(ctx, posts)
	p.done()
	if err := ctx.Err(); err != nil {
		return err
	}
	p.check(r.Failed == 0, "%d answered in %v, each after it was stored: %v", r.Answered, r.Took.Round(100*time.Millisecond), r.Answer)
	if err := drain(ctx, t, echoes, p); err != nil {
		return err
	}
	if err := summary(ctx, t, items, p); err != nil {
		return err
	}
	return pages(ctx, t, p)
}

func handshake(ctx context.Context, t *trial, s settings, p printer) error {
	ask := url.Values{"hub.mode": {"subscribe"}, "hub.verify_token": {s.verifyToken}, "hub.challenge": {"1158201444"}}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, t.app.hookURL()+"?"+ask.Encode(), nil)
	if err != nil {
		return err
	}
	res, err := t.player.Client.Do(r)
	if err != nil {
		return err
	}
	res.Body.Close()
	p.check(res.StatusCode == http.StatusOK, "%-34s %d", "the handshake", res.StatusCode)
	return nil
}

func hostile(ctx context.Context, t *trial, s settings, p printer) error {
	for _, h := range simulate.Hostiles(s.appSecrets[0], 3<<20, time.Now()) {
		got, err := h.Try(ctx, t.player.Client, t.app.hookURL())
		if err != nil {
			return err
		}
		p.check(got == h.Want, "%-34s %d", h.Name, got)
	}
	return nil
}

// drain waits until all replies have gone out, and tells the service of each, as
// the platform does.
func drain(ctx context.Context, t *trial, echoes chan fakegraph.Sent, p printer) error {
	t.player.Answered = nil
	for {
		var posts []simulate.Post
		for len(echoes) > 0 {
			e := <-echoes
			if e.Person == "" {
				continue // a private reply to a comment: the platform alone knows to whom
			}
			it := simulate.Item{Event: event.Event{Kind: event.Echo, ID: e.ID, Account: simulate.Account, Person: e.Person, At: e.At, Text: e.Text}}
			posts = append(posts, simulate.Post{Items: []simulate.Item{it}, Body: simulate.Body(simulate.Object, it)})
		}
		if r := t.player.Play(ctx, posts); r.Failed > 0 {
			return errors.New("demo: the platform's echoes were not taken")
		}
		waiting, err := t.app.box.Waiting(ctx)
		if err != nil {
			return err
		}
		if waiting == 0 && len(echoes) == 0 {
			p.done()
			return nil
		}
		p.progress("%d replies wait for their turn", waiting)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// pages adds a user of each role and prints where the pages are.
func pages(ctx context.Context, t *trial, p printer) error {
	p.head("The pages")
	p.line("staff    %s", p.style("4", t.app.insideURL()))
	p.line("figures  %smetrics, %sreadyz", t.app.insideURL(), t.app.insideURL())
	for _, role := range people.Roles() {
		token, err := t.app.people.Add(ctx, actor, "demo-"+string(role), role, time.Now())
		if err != nil {
			return err
		}
		p.line("sign in as %-12s %s", role, token)
	}
	return nil
}
