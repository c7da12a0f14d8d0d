// Package webhook is where the platform's webhooks arrive: it checks that they
// are the platform's, reads them, and hands over what happened. A webhook is
// answered 200 once the receiver has everything safe, and not before, so that
// the platform sends again what is not.
package webhook

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
)

// A Receiver takes what happened. It returns nil once all of it is safe.
type Receiver interface {
	Receive(ctx context.Context, events []event.Event) error
}

// The outcomes of a request.
const (
	Accepted     = "accepted"
	Handshake    = "handshake"
	BadHandshake = "bad_handshake"
	BadToken     = "bad_token"
	BadMethod    = "bad_method"
	BadEncoding  = "bad_encoding"
	BadSignature = "bad_signature"
	BadBody      = "bad_body"
	BadJSON      = "bad_json"
	TooLarge     = "too_large"
	TooSlow      = "too_slow"
	Busy         = "busy"
	NotStored    = "not_stored"
)

// Outcomes lists them.
func Outcomes() []string {
	return []string{Accepted, Handshake, BadHandshake, BadToken, BadMethod, BadEncoding, BadSignature, BadBody, BadJSON,
		TooLarge, TooSlow, Busy, NotStored}
}

// An Outcome is what became of a request.
type Outcome struct {
	Name string
	// Events were handed over, Ignored were of kinds that say nothing (a reaction,
	// a read receipt), Unreadable were not in any known shape.
	Events              []event.Event
	Ignored, Unreadable int
	Took                time.Duration
}

// Config says whose webhooks are taken and how much of them.
type Config struct {
	// VerifyToken is what the handshake must know.
	VerifyToken string
	// AppSecrets are the secrets bodies may be signed with: one, or two while a
	// secret is changed.
	AppSecrets [][]byte
	// Receiver takes what happened.
	Receiver Receiver
	// MaxBody is the longest body in bytes; zero means 3 MiB.
	MaxBody int64
	// ReadTimeout is how long a body may take to arrive; zero means 5 s.
	ReadTimeout time.Duration
	// StoreTimeout is how long the receiver may take; zero means 10 s.
	StoreTimeout time.Duration
	// MaxPending is how many signed webhooks may wait for the receiver at once;
	// zero means 512. What is over it is answered 503 and comes again.
	MaxPending int
	// Observe is told every outcome; it may be nil. It must not keep text.
	Observe func(Outcome)
	// Log gets what is worth an operator's look; nil means slog.Default.
	Log *slog.Logger
}

type handler struct {
	config  Config
	pending chan struct{}
}

// New gives the handler of the webhook's address, or what is wrong with the
// configuration.
func New(c Config) (http.Handler, error) {
	switch {
	case c.Receiver == nil:
		return nil, errors.New("webhook: no Receiver")
	case c.VerifyToken == "":
		return nil, errors.New("webhook: no VerifyToken, so that everybody's handshake would pass")
	case len(c.AppSecrets) == 0:
		return nil, errors.New("webhook: no AppSecrets")
	}
	for _, s := range c.AppSecrets {
		if len(s) < 16 {
			return nil, errors.New("webhook: an AppSecret of less than 16 bytes can be guessed")
		}
	}
	defaults(&c)
	return &handler{config: c, pending: make(chan struct{}, c.MaxPending)}, nil
}

func defaults(c *Config) {
	if c.MaxBody <= 0 {
		c.MaxBody = 3 << 20
	}
	if c.ReadTimeout <= 0 {
		c.ReadTimeout = 5 * time.Second
	}
	if c.StoreTimeout <= 0 {
		c.StoreTimeout = 10 * time.Second
	}
	if c.MaxPending <= 0 {
		c.MaxPending = 512
	}
	if c.Observe == nil {
		c.Observe = func(Outcome) {}
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
}

// ServeHTTP answers handshakes and webhooks.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet:
		h.handshake(w, r)
	case http.MethodPost:
		h.receive(w, r)
	default:
		w.Header().Set("Allow", "GET, POST")
		h.refuse(w, http.StatusMethodNotAllowed, BadMethod)
	}
}

func (h *handler) receive(w http.ResponseWriter, r *http.Request) {
	began := time.Now()
	body, ok := h.body(w, r)
	if !ok {
		return
	}
	if !signed(h.config.AppSecrets, r.Header.Values(SignatureHeader), body) {
		h.refuse(w, http.StatusUnauthorized, BadSignature)
		return
	}
	p, err := Parse(body, began)
	if err != nil {
		h.refuse(w, http.StatusBadRequest, BadJSON)
		return
	}
	if p.Unreadable > 0 {
		h.config.Log.Warn("a webhook held items in no known shape; look at them in the platform's inbox", "items", p.Unreadable)
	}
	if len(p.Events) > 0 && !h.store(w, r, p.Events) {
		return
	}
	w.WriteHeader(http.StatusOK)
	h.config.Observe(Outcome{Name: Accepted, Events: p.Events, Ignored: p.Ignored, Unreadable: p.Unreadable, Took: time.Since(began)})
}

// body reads the raw bytes, which are what is signed.
func (h *handler) body(w http.ResponseWriter, r *http.Request) ([]byte, bool) {
	if e := r.Header.Get("Content-Encoding"); e != "" && e != "identity" {
		h.refuse(w, http.StatusUnsupportedMediaType, BadEncoding)
		return nil, false
	}
	// a writer that knows no deadlines has no connection that could be slow
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(h.config.ReadTimeout))
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, h.config.MaxBody))
	if err == nil {
		return body, true
	}
	var large *http.MaxBytesError
	var slow interface{ Timeout() bool }
	switch {
	case errors.As(err, &large):
		h.refuse(w, http.StatusRequestEntityTooLarge, TooLarge)
	case errors.As(err, &slow) && slow.Timeout():
		w.Header().Set("Connection", "close")
		h.refuse(w, http.StatusRequestTimeout, TooSlow)
	default:
		h.refuse(w, http.StatusBadRequest, BadBody)
	}
	return nil, false
}

// store hands the events over, or tells the platform to come again. It goes on
// if the caller hangs up: what is judged is worth storing.
func (h *handler) store(w http.ResponseWriter, r *http.Request, events []event.Event) bool {
	select {
	case h.pending <- struct{}{}:
		defer func() { <-h.pending }()
	default:
		w.Header().Set("Retry-After", "1")
		h.refuse(w, http.StatusServiceUnavailable, Busy)
		return false
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), h.config.StoreTimeout)
	defer cancel()
	if err := h.config.Receiver.Receive(ctx, events); err != nil {
		h.config.Log.Error("a webhook was not stored; the platform will send it again", "events", len(events), "error", err)
		w.Header().Set("Retry-After", "1")
		h.refuse(w, http.StatusServiceUnavailable, NotStored)
		return false
	}
	return true
}

func (h *handler) refuse(w http.ResponseWriter, status int, name string) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	http.Error(w, name, status)
	h.config.Observe(Outcome{Name: name})
}
