package staff

import (
	"crypto/sha256"
	"errors"
	"net/http"
	"sync"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

// bearers keeps the session that each bearer token began, so that a program that
// calls often signs in once. It is keyed by the token's hash; users are few, and
// what has ended is dropped when it is next tried or there are too many.
type bearers struct {
	mu       sync.Mutex
	sessions map[[sha256.Size]byte]string
}

// mostBearers bounds what is kept.
const mostBearers = 1000

func (b *bearers) get(token string) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.sessions[sha256.Sum256([]byte(token))]
}

func (b *bearers) put(token, session string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.sessions == nil || len(b.sessions) >= mostBearers {
		b.sessions = map[[sha256.Size]byte]string{}
	}
	b.sessions[sha256.Sum256([]byte(token))] = session
}

// bearer gives the session of a user's token. Attempts to begin one are bounded
// as those at the form are.
func (s *server) bearer(r *http.Request, token string) (people.Session, error) {
	if session := s.bearers.get(token); session != "" {
		who, err := s.People.Session(r.Context(), session, s.Now())
		if !errors.Is(err, people.ErrDenied) {
			return who, err
		}
	}
	now := s.Now()
	succeeded, ok := s.attempt(r, now)
	if !ok {
		return people.Session{}, errTooMany
	}
	who, err := s.People.SignIn(r.Context(), token, now)
	if err == nil {
		succeeded()
		s.bearers.put(token, who.Token)
	}
	return who, err
}
