package audit

import (
	"context"
	"hash"
	"io"
	"sync"
	"time"
)

// Options change what a Writer or a Logger does. The zero value and nil mean
// the defaults.
type Options struct {
	// Key makes the chain's hashes HMACs: LeastKey bytes or more. A Logger has no
	// chain and does not use it.
	Key []byte
	// After is the head of the chain that is written on, as Tail gives it; zero
	// begins one.
	After Head
	// Sync calls the writer's Sync() error, if it has one, behind each line.
	Sync bool
	// Now is the clock for events without a time; nil means time.Now.
	Now func() time.Time
	// Library is the version for events without one; empty means LibraryVersion.
	Library string
}

// fill completes an event and checks it.
func (o *Options) fill(e *Event) error {
	if e.Time.IsZero() {
		if o.Now != nil {
			e.Time = o.Now()
		} else {
			e.Time = time.Now()
		}
	}
	if e.Library == "" {
		e.Library = o.Library
	}
	return e.Check()
}

func optionsOf(o *Options) (out Options) {
	if o != nil {
		out = *o
	}
	if out.Library == "" {
		out.Library = LibraryVersion()
	}
	return out
}

// A Sink takes events. Writer and Logger are sinks.
type Sink interface {
	Record(ctx context.Context, e Event) error
}

// A Writer writes a chain of events. It is safe for concurrent use, as long as
// nothing else writes to the same file.
type Writer struct {
	mu   sync.Mutex
	w    io.Writer
	opt  Options
	hash hash.Hash
	head Head
	buf  []byte
	err  error
}

// NewWriter gives a Writer that appends to w. To go on with a file, open it with
// os.O_APPEND and set Options.After to what Tail gives. The error is ErrKey.
func NewWriter(w io.Writer, o *Options) (*Writer, error) {
	opt := optionsOf(o)
	h, err := newHash(opt.Key)
	if err != nil {
		return nil, err
	}
	opt.Key = nil
	return &Writer{w: w, opt: opt, hash: h, head: opt.After}, nil
}

// Record writes one event as one line by one Write. An event that does not pass
// its Check is an ErrEvent and leaves the chain as it is. An error of the
// underlying writer is returned, and returned again by each call after it: the
// line may stand half in the file, and none must follow it. ctx is not asked
// whether it is done: what was decided is recorded.
func (w *Writer) Record(_ context.Context, e Event) error {
	if err := w.opt.fill(&e); err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err != nil {
		return w.err
	}
	next := w.head
	w.buf = appendLine(w.buf[:0], &next, &e, w.hash)
	n, err := w.w.Write(w.buf)
	if err == nil && n != len(w.buf) {
		err = io.ErrShortWrite
	}
	if s, ok := w.w.(interface{ Sync() error }); ok && err == nil && w.opt.Sync {
		err = s.Sync()
	}
	if err != nil {
		w.err = err
		return err
	}
	w.head = next
	return nil
}

// Head gives the end of the chain as far as it is written.
func (w *Writer) Head() Head {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.head
}

// Err gives the error that stopped the Writer, if any.
func (w *Writer) Err() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.err
}
