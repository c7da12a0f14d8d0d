package simulate

import (
	"bytes"
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/webhook"
)

// A Player sends webhooks as the platform does: signed, and again where they
// were not answered 200.
type Player struct {
	URL    string
	Secret []byte
	Client *http.Client
	// Rate is how many are sent a second; zero means as fast as they are answered.
	Rate float64
	// Workers is how many are in the air at once at most; zero means 8. What
	// concerns one person is sent by one worker, in order.
	Workers int
	// Tries is how often one is sent at most; zero means 5.
	Tries int
	// Answered is told each webhook that was answered 200; it may be nil. Calls come
	// from several goroutines.
	Answered func(Post)
}

// A Result is what became of them.
type Result struct {
	Sent, Answered, Failed, Retried int
	Took                            time.Duration
	// Answer is how long each answer took from when the call was made; Due from when
	// the plan said that it should be made, so that a server that stalls does not
	// look better by the calls that were not made meanwhile.
	Answer, Due Times
	// Refused counts the tries that were not answered 200, by why.
	Refused map[string]int
}

// Times are durations in order.
type Times []time.Duration

// At gives a percentile, of 0 to 100.
func (t Times) At(percent float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	return t[min(int(float64(len(t))*percent/100), len(t)-1)]
}

// String gives the usual percentiles.
func (t Times) String() string {
	round := func(d time.Duration) time.Duration { return d.Round(10 * time.Microsecond) }
	return fmt.Sprintf("p50 %v, p90 %v, p99 %v, max %v", round(t.At(50)), round(t.At(90)), round(t.At(99)), round(t.At(100)))
}

type turn struct {
	post Post
	due  time.Time
}

// Play sends all and waits for the answers. It stops early only with ctx.
func (p *Player) Play(ctx context.Context, posts []Post) Result {
	workers := max(p.Workers, 1)
	if p.Workers == 0 {
		workers = 8
	}
	var all sync.WaitGroup
	var mu sync.Mutex
	var total Result
	began := time.Now()
	queues := make([]chan turn, workers)
	for i := range queues {
		queues[i] = make(chan turn, 1024)
		all.Go(func() {
			r := p.work(ctx, queues[i])
			mu.Lock()
			defer mu.Unlock()
			total.add(r)
		})
	}
	for n, post := range posts {
		t := turn{post: post}
		if p.Rate > 0 {
			t.due = began.Add(time.Duration(float64(n) / p.Rate * float64(time.Second)))
		}
		select {
		case queues[worker(post, workers)] <- t:
		case <-ctx.Done():
		}
	}
	for _, q := range queues {
		close(q)
	}
	all.Wait()
	total.Took = time.Since(began)
	slices.Sort(total.Answer)
	slices.Sort(total.Due)
	return total
}

func worker(p Post, workers int) int {
	h := fnv.New32a()
	io.WriteString(h, p.Items[0].Person)
	return int(h.Sum32() % uint32(workers))
}

func (r *Result) add(o Result) {
	r.Sent += o.Sent
	r.Answered += o.Answered
	r.Failed += o.Failed
	r.Retried += o.Retried
	r.Answer = append(r.Answer, o.Answer...)
	r.Due = append(r.Due, o.Due...)
	for why, n := range o.Refused {
		r.refuse(why, n)
	}
}

func (r *Result) refuse(why string, n int) {
	if r.Refused == nil {
		r.Refused = map[string]int{}
	}
	r.Refused[why] += n
}

func (p *Player) work(ctx context.Context, queue chan turn) (r Result) {
	for t := range queue {
		if !sleep(ctx, time.Until(t.due)) {
			continue
		}
		r.Sent++
		if t.due.IsZero() {
			t.due = time.Now()
		}
		if !p.deliver(ctx, t, &r) {
			r.Failed++
		}
	}
	return r
}

// deliver sends one until it is answered 200.
func (p *Player) deliver(ctx context.Context, t turn, r *Result) bool {
	tries := p.Tries
	if tries == 0 {
		tries = 5
	}
	for try := range tries {
		if try > 0 {
			r.Retried++
			if !sleep(ctx, time.Duration(try)*100*time.Millisecond) {
				return false
			}
		}
		began := time.Now()
		status, err := p.send(ctx, t.post.Body)
		if err == nil && status == http.StatusOK {
			now := time.Now()
			r.Answered++
			r.Answer, r.Due = append(r.Answer, now.Sub(began)), append(r.Due, now.Sub(t.due))
			if p.Answered != nil {
				p.Answered(t.post)
			}
			return true
		}
		if err != nil {
			r.refuse("no answer", 1)
		} else {
			r.refuse(http.StatusText(status), 1)
		}
	}
	return false
}

func (p *Player) send(ctx context.Context, body []byte) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.URL, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set(webhook.SignatureHeader, webhook.Sign(p.Secret, body))
	res, err := p.Client.Do(req)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	_, err = io.Copy(io.Discard, res.Body)
	return res.StatusCode, err
}

// sleep waits and reports whether the time was up before ctx was.
func sleep(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// Client gives a client that keeps as many connections as a Player has workers,
// as the platform does.
func Client() *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 256, 256
	return &http.Client{Transport: t, Timeout: 30 * time.Second}
}
