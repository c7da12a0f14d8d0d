package ops

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"
)

// Server gives a server with the limits that keep slow and greedy clients from
// taking it from others.
func Server(h http.Handler, l *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           recoverer(h, l),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(drop{l}, "", 0),
	}
}

// recoverer logs where a request panicked, and not with what: a panic's value
// can hold pieces of the request.
func recoverer(h http.Handler, l *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch v := recover(); v {
			case nil:
			case http.ErrAbortHandler:
				panic(v)
			default:
				l.Error("a request panicked", "type", fmt.Sprintf("%T", v), "stack", string(debug.Stack()))
				panic(http.ErrAbortHandler) // the client sees a broken connection and comes again
			}
		}()
		h.ServeHTTP(w, r)
	})
}

// drop takes what net/http would log, which holds clients' addresses and pieces
// of what they sent.
type drop struct{ log *slog.Logger }

func (d drop) Write(p []byte) (int, error) {
	d.log.Debug("a client's connection was dropped")
	return len(p), nil
}
