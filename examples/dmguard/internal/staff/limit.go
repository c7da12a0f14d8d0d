package staff

import (
	"net/http"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// A limiter bounds how often each key may do something.
type limiter[K comparable] struct {
	every time.Duration
	burst int
	most  int // keys that are kept

	mu   sync.Mutex
	keys map[K]*rate.Limiter
}

func newLimiter[K comparable](every time.Duration, burst, most int) *limiter[K] {
	return &limiter[K]{every: every, burst: burst, most: most, keys: map[K]*rate.Limiter{}}
}

// allow takes one of the key's turns. Where as many keys as are kept are still
// held back, a new one is refused.
func (l *limiter[K]) allow(key K, now time.Time) bool {
	_, ok := l.take(key, now)
	return ok
}

// take is allow with a way to give the turn back, at the same moment.
func (l *limiter[K]) take(key K, now time.Time) (giveBack func(), ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	k := l.keys[key]
	if k == nil {
		if len(l.keys) >= l.most {
			l.forget(now)
		}
		if len(l.keys) >= l.most {
			return nil, false
		}
		k = rate.NewLimiter(rate.Every(l.every), l.burst)
		l.keys[key] = k
	}
	return take(k, now)
}

func take(k *rate.Limiter, now time.Time) (giveBack func(), ok bool) {
	turn := k.ReserveN(now, 1)
	if !turn.OK() || turn.DelayFrom(now) > 0 {
		turn.CancelAt(now)
		return nil, false
	}
	return func() { turn.CancelAt(now) }, true
}

// attempt takes a turn to sign in, of the address's and of all together. Who
// succeeds gives it back, so that a clinic whose people share an address is not
// held back when they all come in the morning.
func (s *server) attempt(r *http.Request, now time.Time) (succeeded func(), ok bool) {
	own, ok := s.tries.take(addressOf(r), now)
	if !ok {
		return nil, false
	}
	all, ok := take(s.allTries, now)
	if !ok {
		own()
		return nil, false
	}
	return func() { own(); all() }, true
}

// forget drops the keys that have all their turns again.
func (l *limiter[K]) forget(now time.Time) {
	for key, k := range l.keys {
		if k.TokensAt(now) >= float64(l.burst) {
			delete(l.keys, key)
		}
	}
}

// addressOf gives the network a request came from: of IPv6, where one person has
// a whole network, the first 64 bits.
func addressOf(r *http.Request) netip.Prefix {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Prefix{}
	}
	bits := 64
	if at.Addr().Unmap().Is4() {
		bits = 32
	}
	p, err := at.Addr().Unmap().WithZone("").Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}
