// Package fakegraph plays the platform for tests and the demonstration: it takes
// replies and hidden comments, remembers them, and fails as the platform does.
package fakegraph

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Sent is a reply that the platform took: to a person, or to who wrote a comment.
type Sent struct {
	ID, Person, Comment, Text string
	At                        time.Time
}

// A Server is the platform. It is safe for concurrent use.
type Server struct {
	token string
	// OnReply is told each reply that was taken, as the platform tells it by an
	// echo; it may be nil. Set it before the first call.
	OnReply func(Sent)
	// Latency is how long each call takes. Set it before the first call.
	Latency time.Duration

	mu     sync.Mutex
	sent   []Sent
	hidden []string
	calls  int
	faults []Fault
	every  int
	always Fault
}

// New gives a platform that accepts one token.
func New(token string) *Server { return &Server{token: token} }

// Sent gives the replies in the order in which they were taken.
func (s *Server) Sent() []Sent {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Sent(nil), s.sent...)
}

// Hidden gives the comments that were hidden, each once.
func (s *Server) Hidden() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.hidden...)
}

// Calls counts all calls, those that failed included.
func (s *Server) Calls() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls
}

// ServeHTTP answers POST /VERSION/me/messages and POST /VERSION/COMMENT?hide=true.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.Latency > 0 {
		time.Sleep(s.Latency)
	}
	fault := s.next()
	if fault.early() {
		fault.answer(w)
		return
	}
	done, answer := s.do(r)
	if !done {
		answer.write(w)
		return
	}
	if fault != None { // done, but the caller does not get to know
		fault.answer(w)
		return
	}
	answer.write(w)
}

// do does what is asked and reports whether it did.
func (s *Server) do(r *http.Request) (bool, reply) {
	parts := strings.Split(strings.Trim(r.URL.EscapedPath(), "/"), "/")
	switch {
	case r.Method != http.MethodPost || len(parts) < 2:
		return false, refusal(http.StatusNotFound, 100, 33, false)
	case r.Header.Get("Authorization") != "Bearer "+s.token:
		return false, refusal(http.StatusUnauthorized, 190, 0, false)
	case len(parts) == 3 && parts[1] == "me" && parts[2] == "messages":
		return s.send(r)
	case len(parts) == 2 && r.URL.Query().Get("hide") == "true":
		s.hide(parts[1])
		return true, reply{http.StatusOK, map[string]any{"success": true}, nil}
	}
	return false, refusal(http.StatusBadRequest, 100, 0, false)
}

func (s *Server) send(r *http.Request) (bool, reply) {
	var body struct {
		Recipient struct {
			ID      string
			Comment string `json:"comment_id"`
		}
		Message struct{ Text string }
	}
	b, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil || json.Unmarshal(b, &body) != nil || (body.Recipient.ID == "") == (body.Recipient.Comment == "") || body.Message.Text == "" || len(body.Message.Text) > 1000 {
		return false, refusal(http.StatusBadRequest, 100, 0, false)
	}
	s.mu.Lock()
	sent := Sent{ID: "out." + strconv.Itoa(len(s.sent)+1), Person: body.Recipient.ID, Comment: body.Recipient.Comment, Text: body.Message.Text, At: time.Now()}
	s.sent = append(s.sent, sent)
	s.mu.Unlock()
	if s.OnReply != nil {
		s.OnReply(sent)
	}
	return true, reply{http.StatusOK, map[string]any{"recipient_id": body.Recipient.ID, "message_id": sent.ID}, nil}
}

func (s *Server) hide(comment string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.hidden {
		if c == comment {
			return
		}
	}
	s.hidden = append(s.hidden, comment)
}
