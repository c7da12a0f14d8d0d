package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/simulate"
)

// The figures that load holds the service to.
const (
	loadRate = 500
	loadFor  = time.Minute
	loadP99  = 50 * time.Millisecond
)

// load measures the service: it starts one of its own on a new file, with a fake
// platform, and sends it webhooks at a steady rate over loopback.
func load(ctx context.Context, args []string, w world) error {
	f := newFlags("load")
	rate, span := f.Float64("rate", loadRate, ""), f.Duration("for", loadFor, "")
	corpus, calls := f.String("corpus", corpusDir, ""), f.Float64("calls", 20, "")
	if err := parse(f, args); err != nil {
		return err
	}
	if *rate <= 0 || *rate > 5000 || *span <= 0 || *span > 10*time.Minute || *calls <= 0 {
		return misuse{errors.New("load: -rate is 1 to 5000 webhooks a second, -for at most 10m, -calls over 0")}
	}
	talks, err := simulate.Load(*corpus)
	if err != nil {
		return misuse{fmt.Errorf("-corpus: %w", err)}
	}
	dir, err := os.MkdirTemp("", "dmguard-load-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s := demoSettings(filepath.Join(dir, "load.db"))
	s.rate = *calls
	t, err := startTrial(ctx, s)
	if err != nil {
		return err
	}
	p := newPrinter(w)
	p.head(fmt.Sprintf("%g webhooks a second for %v, on %d cores shared with the sender", *rate, *span, runtime.GOMAXPROCS(0)))
	posts := loadPosts(talks, int(*rate*span.Seconds()))
	t.player.Rate, t.player.Workers = *rate, 64
	r := t.player.Play(ctx, posts)
	if ctx.Err() != nil {
		return errors.Join(ctx.Err(), t.stop())
	}
	stored, err := t.stored(ctx)
	if err != nil {
		return errors.Join(err, t.stop())
	}
	waiting, err := t.app.box.Waiting(ctx)
	if err = errors.Join(err, t.stop()); err != nil {
		return err
	}
	kept, good := r.Failed == 0 && stored == len(posts), r.Answer.At(99) <= loadP99
	p.line("answered      %d of %d, %.0f a second", r.Answered, r.Sent, float64(r.Answered)/r.Took.Seconds())
	for why, n := range r.Refused {
		p.line("sent again    %d: %s", n, why)
	}
	p.line("from the call %v", r.Answer)
	p.line("from the plan %v", r.Due)
	p.line("replies       %d taken by the fake platform, %d wait at %g calls a second", len(t.platform.Sent()), waiting, *calls)
	p.check(kept, "stored        %d of %d", stored, len(posts))
	p.check(good, "p99           %v, at most %v", r.Answer.At(99).Round(10*time.Microsecond), loadP99)
	if p.broken() {
		return found{errors.New("load: the service did not hold what it promises; is the machine busy with something else?")}
	}
	return nil
}

// loadPosts gives n webhooks of one message each: the corpus again and again,
// with people and ids of its own each time.
func loadPosts(talks []simulate.Talk, n int) []simulate.Post {
	var out []simulate.Post
	for round := 0; len(out) < n; round++ {
		out = append(out, simulate.Script(talks, simulate.Options{Seed: uint64(round), Round: round, Now: time.Now()})...)
	}
	return out[:n]
}
