package phi

import (
	"errors"
	"fmt"
	"hash/maphash"
	"sync"
	"sync/atomic"
	"time"
)

// A ConversationSet holds many threads at once, each under a key of the
// caller's: a handle, a number, a thread id. It is safe for concurrent use;
// messages of one thread must come one after the other to be read in order.
//
// A key is kept as its hash alone, under a secret of the set that lives as long
// as the set, so that memory holds no handle. Two of a million keys share a hash
// with a chance of one in 30 million.
type ConversationSet struct {
	d      *Detector
	seed   maphash.Seed
	idle   time.Duration
	shards [setShards]setShard
}

// ConversationSetOptions bound a ConversationSet. The zero value and nil mean
// the defaults.
type ConversationSetOptions struct {
	// Detector reads the messages; nil is the default one.
	Detector *Detector
	// Max is about how many threads are held, at some 300 bytes each; 0 means
	// 100,000, and less than 16 means 16. Each sixteenth of the keys has its share;
	// where it is full, a new thread makes the one of them go that was written to
	// least recently.
	Max int
	// Idle is how long a thread without messages is remembered, by the times of
	// the messages; 0 means for ever.
	Idle time.Duration
}

var errSet = errors.New("phi: ConversationSetOptions")

// Check reports what is wrong with the options; NewConversationSet takes the
// defaults for wrong values.
func (o *ConversationSetOptions) Check() error {
	if o.Max < 0 {
		return fmt.Errorf("%w: Max is a number of threads, 0 or more", errSet)
	}
	if o.Idle < 0 {
		return fmt.Errorf("%w: Idle is a duration, 0 or more", errSet)
	}
	return nil
}

// setShards is the number of locks that the keys are spread over.
const setShards = 16

const defaultThreads = 100_000

type setShard struct {
	mu      sync.Mutex
	max     int
	entries map[uint64]*setEntry
	root    setEntry // of the ring of entries; next is the one used last
}

type setEntry struct {
	next, prev *setEntry
	key        uint64
	updated    atomic.Int64 // that of the state, readable without its lock
	mu         sync.Mutex   // of the state; never held while a shard's is asked for
	state      Conversation
}

// NewConversationSet makes an empty set.
func NewConversationSet(o *ConversationSetOptions) *ConversationSet {
	s := &ConversationSet{seed: maphash.MakeSeed()}
	threads := defaultThreads
	if o != nil {
		s.d = o.Detector
		s.idle = max(o.Idle, 0)
		if o.Max > 0 {
			threads = o.Max
		}
	}
	for i := range s.shards {
		h := &s.shards[i]
		h.max = max(1, (threads+i)/setShards) // together threads, where there are 16 or more
		h.entries = map[uint64]*setEntry{}
		h.root.next, h.root.prev = &h.root, &h.root
	}
	return s
}

// Add takes the next message of a thread in; see Conversation.Add.
func (s *ConversationSet) Add(key string, m Message) Turn {
	var t Turn
	s.AddInto(key, &t, m)
	return t
}

// AddInto is Add into a Turn whose memory is used again. Each goroutine needs
// its own Turn.
func (s *ConversationSet) AddInto(key string, t *Turn, m Message) {
	e := s.entry(key, true)
	e.mu.Lock()
	defer e.mu.Unlock()
	if s.idle > 0 && !m.At.IsZero() {
		e.state.Expire(m.At, s.idle)
	}
	e.state.AddInto(s.d, t, m)
	e.updated.Store(e.state.updated)
}

// Get gives a copy of a thread's state, to look at or to store.
func (s *ConversationSet) Get(key string) (Conversation, bool) {
	e := s.entry(key, false)
	if e == nil {
		return Conversation{}, false
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.state, true
}

// Put sets a thread's state, as a snapshot gave it.
func (s *ConversationSet) Put(key string, c Conversation) {
	e := s.entry(key, true)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.state = c
	e.updated.Store(c.updated)
}

// Delete forgets a thread and reports whether it was there.
func (s *ConversationSet) Delete(key string) bool {
	k, h := s.shard(key)
	h.mu.Lock()
	defer h.mu.Unlock()
	e := h.entries[k]
	if e != nil {
		h.drop(e)
	}
	return e != nil
}

// Expire forgets the threads that are idle at now and returns how many those
// were, in time linear in the number of threads. Without it they go when their
// next message comes or when there is no room.
func (s *ConversationSet) Expire(now time.Time) (dropped int) {
	if s.idle == 0 {
		return 0
	}
	least := now.Add(-s.idle).UnixMilli()
	for i := range s.shards {
		h := &s.shards[i]
		h.mu.Lock()
		for _, e := range h.entries {
			if u := e.updated.Load(); u != 0 && u < least {
				h.drop(e)
				dropped++
			}
		}
		h.mu.Unlock()
	}
	return dropped
}

// Len is the number of threads held.
func (s *ConversationSet) Len() (n int) {
	for i := range s.shards {
		h := &s.shards[i]
		h.mu.Lock()
		n += len(h.entries)
		h.mu.Unlock()
	}
	return n
}

func (s *ConversationSet) shard(key string) (uint64, *setShard) {
	k := maphash.String(s.seed, key)
	return k, &s.shards[k%setShards]
}

// entry finds a key's entry, or makes one where add says so.
func (s *ConversationSet) entry(key string, add bool) *setEntry {
	k, h := s.shard(key)
	h.mu.Lock()
	defer h.mu.Unlock()
	e := h.entries[k]
	switch {
	case e == nil && !add:
		return nil
	case e == nil:
		if len(h.entries) >= h.max {
			h.drop(h.root.prev)
		}
		e = &setEntry{key: k}
		h.entries[k] = e
	case !add:
		return e // to look is not to use
	default:
		e.unlink()
	}
	e.next, e.prev = h.root.next, &h.root
	e.next.prev, e.prev.next = e, e
	return e
}

func (h *setShard) drop(e *setEntry) {
	e.unlink()
	delete(h.entries, e.key)
}

func (e *setEntry) unlink() { e.prev.next, e.next.prev = e.next, e.prev }
