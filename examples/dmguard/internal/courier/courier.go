// Package courier carries what waits in the outbox to the platform. Whatever
// happens on the way, a reply goes out at most once.
package courier

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/graph"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
)

// Platform is what the courier calls; *graph.Client is one.
type Platform interface {
	Turns(ctx context.Context, max int) (int, error)
	Reply(ctx context.Context, to graph.Recipient, text string, until time.Time) (string, error)
	Hide(ctx context.Context, comment string) error
}

// Outbox is where it takes jobs from; *outbox.Outbox is one.
type Outbox interface {
	Ready() <-chan struct{}
	Wake()
	NextDue(ctx context.Context) (time.Time, bool, error)
	Claim(ctx context.Context, now time.Time, max int) ([]outbox.Job, error)
	Sent(ctx context.Context, id int64, sentID string, now time.Time) error
	Retry(ctx context.Context, id int64, after time.Time, reason string) error
	GiveUp(ctx context.Context, id int64, reason string, now time.Time) error
	Doubt(ctx context.Context, id int64, reason string, now time.Time) error
}

// The outcomes of a call.
const (
	Sent   = "sent"
	Retry  = "retry"
	Failed = "failed"
	Doubt  = "uncertain"
)

// A Call is one call that was made, for whoever counts them.
type Call struct {
	Kind            outbox.Kind
	Outcome, Reason string
}

// Config says what a Courier works with.
type Config struct {
	Outbox   Outbox
	Platform Platform
	// Workers is how many calls are in the air at most; zero means 8.
	Workers int
	// Observe is told every call; it may be nil.
	Observe func(Call)
	Log     *slog.Logger
	// Now is the clock; nil means time.Now.
	Now func() time.Time
}

// A Courier carries jobs. Make one with New, and Run it once.
type Courier struct {
	Config
	// tokenRefused says that the log has it already.
	tokenRefused atomic.Bool
}

const (
	// idle bounds how long the courier sleeps: clocks are set, and so are rows.
	idle = 15 * time.Second
	// trouble is how long it waits where the database does not answer.
	trouble = time.Second
	// storing is how long the end of a call may take to be written, whether or not
	// the program is about to stop.
	storing = 10 * time.Second
)

// New gives a Courier.
func New(c Config) *Courier {
	if c.Workers <= 0 {
		c.Workers = 8
	}
	if c.Observe == nil {
		c.Observe = func(Call) {}
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return &Courier{Config: c}
}

// Run carries until ctx ends, and returns when the calls in the air then have
// ended and that is written.
func (c *Courier) Run(ctx context.Context) {
	slots := make(chan struct{}, c.Workers)
	var all sync.WaitGroup
	defer all.Wait()
	for c.sleep(ctx) {
		slots <- struct{}{} // one worker at least is free
		free := 1
		for free < c.Workers && take(slots) {
			free++
		}
		jobs := c.claim(ctx, free)
		for range free - len(jobs) {
			<-slots
		}
		for _, j := range jobs {
			all.Go(func() {
				defer func() { <-slots }()
				c.carry(ctx, j)
			})
		}
	}
}

func take(slots chan struct{}) bool {
	select {
	case slots <- struct{}{}:
		return true
	default:
		return false
	}
}

// claim takes only as many jobs as may be called about at once: what is claimed
// and not yet sent is in doubt after a crash.
func (c *Courier) claim(ctx context.Context, free int) []outbox.Job {
	n, err := c.Platform.Turns(ctx, free)
	if err != nil {
		return nil
	}
	jobs, err := c.Outbox.Claim(ctx, c.Now(), n)
	if err != nil && ctx.Err() == nil {
		c.Log.Error("the outbox does not give its jobs; trying again", "error", err)
		wait(ctx, nil, trouble)
	}
	return jobs
}

// sleep waits for the next job, and reports false once ctx ends.
func (c *Courier) sleep(ctx context.Context) bool {
	for ctx.Err() == nil {
		at, ok, err := c.Outbox.NextDue(ctx)
		left := idle
		switch {
		case err != nil:
			left = trouble
		case ok:
			left = min(at.Sub(c.Now()), idle)
		}
		if err == nil && left <= 0 {
			return true
		}
		wait(ctx, c.Outbox.Ready(), left)
	}
	return false
}

func wait(ctx context.Context, ready <-chan struct{}, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-ready:
	case <-t.C:
	}
}

// carry makes one call and writes how it ended. A call that has begun is ended
// even where the program is told to stop: the client bounds how long that takes.
func (c *Courier) carry(ctx context.Context, j outbox.Job) {
	ctx = context.WithoutCancel(ctx)
	id, err := c.call(ctx, j)
	ctx, cancel := context.WithTimeout(ctx, storing)
	defer cancel()
	call := Call{Kind: j.Kind, Outcome: Sent}
	var f *graph.Failure
	switch {
	case err == nil:
		err = c.Outbox.Sent(ctx, j.ID, id, c.Now())
	case !errors.As(err, &f):
		call.Outcome, call.Reason = Doubt, "unknown-error"
		err = c.Outbox.Doubt(ctx, j.ID, call.Reason, c.Now())
	case f.Class == graph.Again:
		call.Outcome, call.Reason = Retry, f.Reason
		err = c.Outbox.Retry(ctx, j.ID, c.Now().Add(graph.Backoff(j.Attempts, f.After)), f.Reason)
	case f.Class == graph.Never:
		call.Outcome, call.Reason = Failed, f.Reason
		err = c.Outbox.GiveUp(ctx, j.ID, f.Reason, c.Now())
	default:
		call.Outcome, call.Reason = Doubt, f.Reason
		err = c.Outbox.Doubt(ctx, j.ID, f.Reason, c.Now())
	}
	if call.Outcome != Sent {
		c.Outbox.Wake() // it may be queued again, which nobody has slept for
	}
	c.Observe(call)
	c.report(call, j, f, err)
}

func (c *Courier) call(ctx context.Context, j outbox.Job) (string, error) {
	if j.Kind == outbox.Hide {
		return "", c.Platform.Hide(ctx, j.Comment)
	}
	return c.Platform.Reply(ctx, graph.Recipient{Person: j.Person, Comment: j.Comment}, j.Text, j.Until)
}

func (c *Courier) report(call Call, j outbox.Job, f *graph.Failure, stored error) {
	log := c.Log.With("job", j.ID, "kind", j.Kind.String())
	if refused := f != nil && f.Reason == graph.TokenRefused; refused != c.tokenRefused.Swap(refused) && refused {
		log.Error("the platform refuses the access token; nothing goes out until it is renewed")
	}
	switch {
	case stored != nil:
		log.Error("how a call ended could not be written; after a restart it counts as uncertain", "outcome", call.Outcome, "error", stored)
	case call.Outcome == Failed || call.Outcome == Doubt:
		log.Warn("a call to the platform did not succeed; staff are told", "outcome", call.Outcome, "reason", call.Reason, "error", f)
	case call.Outcome == Retry:
		log.Info("a call to the platform is tried again later", "reason", call.Reason, "attempts", j.Attempts)
	}
}
