package fakegraph

import (
	"encoding/json"
	"net/http"
)

// A Fault is a way in which a call fails.
type Fault uint8

const (
	// None: the call succeeds.
	None Fault = iota
	// RateLimited: too many calls; come again in a second.
	RateLimited
	// Transient: the platform says that it could not, for now.
	Transient
	// Refused: the platform will never do it.
	Refused
	// WindowClosed: the person wrote more than 24 hours ago.
	WindowClosed
	// BadToken: the access token has expired.
	BadToken
	// Dropped: the connection ends before the call is read.
	Dropped
	// DoneButDropped: it is done, and the connection ends without an answer.
	DoneButDropped
	// DoneButFailed: it is done, and the answer is a bare 500.
	DoneButFailed
)

// early reports whether the call fails before anything is done.
func (f Fault) early() bool { return f != None && f < DoneButDropped }

// Fail makes the next calls fail, one by each fault.
func (s *Server) Fail(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, faults...)
}

// FailEvery makes every nth call fail from now on; zero ends it.
func (s *Server) FailEvery(n int, f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.every, s.always = n, f
}

func (s *Server) next() Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls++
	if len(s.faults) > 0 {
		f := s.faults[0]
		s.faults = s.faults[1:]
		return f
	}
	if s.every > 0 && s.calls%s.every == 0 {
		return s.always
	}
	return None
}

func (f Fault) answer(w http.ResponseWriter) {
	switch f {
	case RateLimited:
		r := refusal(http.StatusTooManyRequests, 613, 0, false)
		r.header = map[string]string{"Retry-After": "1"}
		r.write(w)
	case Transient:
		refusal(http.StatusInternalServerError, 2, 0, true).write(w)
	case Refused:
		refusal(http.StatusBadRequest, 551, 1545041, false).write(w)
	case WindowClosed:
		refusal(http.StatusBadRequest, 10, 2534022, false).write(w)
	case BadToken:
		refusal(http.StatusUnauthorized, 190, 463, false).write(w)
	case DoneButFailed:
		http.Error(w, "Internal Server Error", http.StatusInternalServerError)
	default: // the connection ends
		panic(http.ErrAbortHandler)
	}
}

// reply is an answer as the platform writes it.
type reply struct {
	status int
	body   map[string]any
	header map[string]string
}

func refusal(status, code, subcode int, transient bool) reply {
	return reply{status, map[string]any{"error": map[string]any{
		"message": "a message of the platform's", "type": "OAuthException", "code": code, "error_subcode": subcode,
		"is_transient": transient, "fbtrace_id": "an-invented-trace",
	}}, nil}
}

func (r reply) write(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/json")
	for k, v := range r.header {
		w.Header().Set(k, v)
	}
	w.WriteHeader(r.status)
	_ = json.NewEncoder(w).Encode(r.body) // a caller that is gone misses it
}
