package ops

import (
	"context"
	"encoding/json"
	"net/http"
	"sync/atomic"
	"time"
)

// A Check says whether a part of the program can do its work.
type Check struct {
	Name string
	// Run gives nil, or what is wrong in words that hold no data.
	Run func(context.Context) error
}

// checkTime is how long a check may take.
const checkTime = 2 * time.Second

// Health answers whether the program lives and is ready.
type Health struct {
	checks   []Check
	stopping atomic.Bool
}

// NewHealth gives the answers of a program that is ready while all checks pass.
func NewHealth(checks ...Check) *Health { return &Health{checks: checks} }

// Stop makes the program unready, so that no more calls are led to it.
func (h *Health) Stop() { h.stopping.Store(true) }

// Live answers 200 as long as the program answers at all.
func (h *Health) Live(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, map[string]string{"status": "ok"})
}

// Ready answers 200 if every check passes, and else 503 with the names of those
// that do not.
func (h *Health) Ready(w http.ResponseWriter, r *http.Request) {
	body := map[string]string{"status": "ok"}
	code := http.StatusOK
	fail := func(name, why string) {
		body[name], body["status"], code = why, "unready", http.StatusServiceUnavailable
	}
	if h.stopping.Load() {
		fail("program", "stopping")
	}
	ctx, cancel := context.WithTimeout(r.Context(), checkTime)
	defer cancel()
	for _, c := range h.checks {
		if err := c.Run(ctx); err != nil {
			fail(c.Name, err.Error())
		}
	}
	answer(w, code, body)
}

func answer(w http.ResponseWriter, code int, body map[string]string) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(body) // a caller that is gone misses it
}
