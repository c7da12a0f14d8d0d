// Package threads puts the messages of a thread in order, however they were
// split over machines, and judges the thread.
package threads

import (
	"cmp"
	"slices"
	"strings"

	"github.com/phidetect/phidetect/phi"
)

// A Message is a message of a thread and its place among the others.
type Message struct {
	Place
	Text   string
	Sender string
	From   phi.Party
}

// A Place orders messages: by time, and of one time, or without, by where they
// stand in the files. No two messages have the same.
type Place struct {
	At     int64 // Unix milliseconds; 0 is unknown
	File   string
	Offset int64
}

func (p Place) compare(q Place) int {
	return cmp.Or(cmp.Compare(p.At, q.At), strings.Compare(p.File, q.File), cmp.Compare(p.Offset, q.Offset))
}

// A Thread is what is known of a thread so far: its messages, in order. The texts
// are in it because phi.Conversation reads an answer by the question before it,
// and the question may still come from another machine; phi.Conversation.Merge
// joins two states without that and gives less.
//
// Add and Merge may come in any order and grouping; the Thread in the end is the
// same: the order of messages is total, and the bound on the texts holds the
// same ones back (see trim).
type Thread struct {
	Messages []Message
	// Count is how many there were, with those left out.
	Count int64
	// Cut is where the first message stands that did not fit.
	Cut   Place
	IsCut bool
	bytes int // of Messages
}

// overhead is what a message takes beside its text, in bytes.
const overhead = 64

func (m *Message) size() int { return len(m.Text) + overhead }

// Add takes a message in.
func (t *Thread) Add(m Message, limit int) {
	t.Count++
	if t.IsCut && m.compare(t.Cut) >= 0 {
		return
	}
	at, _ := slices.BinarySearchFunc(t.Messages, m, func(a, b Message) int { return a.compare(b.Place) })
	t.Messages = slices.Insert(t.Messages, at, m)
	t.bytes += m.size()
	t.trim(limit)
}

// Merge takes in the messages that another worker has seen of the thread.
func (t *Thread) Merge(o *Thread, limit int) {
	t.Count += o.Count
	both := make([]Message, 0, len(t.Messages)+len(o.Messages))
	a, b := t.Messages, o.Messages
	for len(a) > 0 && len(b) > 0 {
		if a[0].compare(b[0].Place) <= 0 {
			both, a = append(both, a[0]), a[1:]
		} else {
			both, b = append(both, b[0]), b[1:]
		}
	}
	t.Messages = append(append(both, a...), b...)
	t.bytes += o.bytes
	if o.IsCut {
		t.cut(o.Cut)
	}
	if t.IsCut {
		t.cut(t.Cut)
	}
	t.trim(limit)
}

// trim leaves the longest beginning that takes at most limit bytes, so that a
// thread without end fills no memory. The place of the first message that does
// not fit is kept: whatever stands behind it does not fit either, even where this
// part of the thread alone has room for it.
func (t *Thread) trim(limit int) {
	for t.bytes > limit {
		t.cut(t.Messages[len(t.Messages)-1].Place)
	}
}

// cut drops the messages from a place on.
func (t *Thread) cut(p Place) {
	if !t.IsCut || p.compare(t.Cut) < 0 {
		t.Cut, t.IsCut = p, true
	}
	n := len(t.Messages)
	for n > 0 && t.Messages[n-1].compare(t.Cut) >= 0 {
		n--
		t.bytes -= t.Messages[n].size()
	}
	clear(t.Messages[n:])
	t.Messages = t.Messages[:n]
}
