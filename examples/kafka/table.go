package main

import (
	"fmt"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/twmb/franz-go/pkg/kgo"
)

// table keeps the threads of one partition: as the last committed transaction
// left them, and over these what the open one changed. An abort drops the
// changes, for the records come again. One goroutine at a time uses a table.
type table struct {
	idle   time.Duration // 0 is for ever
	kept   map[string]thread
	open   map[string]*thread // nil: to be forgotten
	newest time.Time          // of the timestamps of the input
	swept  time.Time
}

// thread is a conversation and the timestamp of the record that last changed it.
type thread struct {
	state phi.Conversation
	at    time.Time
}

func newTable(idle time.Duration) *table {
	return &table{idle: idle, kept: map[string]thread{}, open: map[string]*thread{}}
}

// get gives where a thread stands before the record of the timestamp: the zero
// Conversation where it is new or was idle for too long.
func (t *table) get(key []byte, now time.Time) phi.Conversation {
	x, changed := t.open[string(key)]
	switch {
	case changed && x == nil:
		return phi.Conversation{}
	case !changed:
		k, ok := t.kept[string(key)]
		if !ok {
			return phi.Conversation{}
		}
		x = &k
	}
	if t.isIdle(x, now) {
		return phi.Conversation{}
	}
	return x.state
}

// put says where a thread stands behind the record of the timestamp.
func (t *table) put(key []byte, state phi.Conversation, at time.Time) {
	if at.After(t.newest) && !at.After(time.Now()) { // a clock that is ahead makes nothing old
		t.newest = at
	}
	if x := t.open[string(key)]; x != nil {
		x.state, x.at = state, at
		return
	}
	t.open[string(key)] = &thread{state, at}
}

func (t *table) isIdle(x *thread, now time.Time) bool { return t.idle > 0 && now.Sub(x.at) > t.idle }

// sweep forgets the threads that are idle. It looks at all of them, and so does
// it only when the input has moved on by a sixteenth of the idle time.
func (t *table) sweep() {
	if t.idle == 0 || t.newest.Sub(t.swept) < t.idle/16 {
		return
	}
	t.swept = t.newest
	for key, x := range t.kept {
		if _, changed := t.open[key]; !changed && t.isIdle(&x, t.newest) {
			t.open[key] = nil
		}
	}
}

// snapshots gives what the open transaction changed as records for the
// compacted topic: the last state of each thread, nothing for those forgotten.
func (t *table) snapshots(topic string, partition int32) ([]*kgo.Record, error) {
	out := make([]*kgo.Record, 0, len(t.open))
	for key, x := range t.open {
		r := &kgo.Record{Topic: topic, Partition: partition, Key: []byte(key), Timestamp: t.newest}
		if x != nil {
			b, err := x.state.MarshalJSON()
			if err != nil {
				return nil, fmt.Errorf("the snapshot of a thread of partition %d: %w", partition, err)
			}
			r.Value, r.Timestamp = b, x.at
		}
		out = append(out, r)
	}
	return out, nil
}

// restore takes in a record of the compacted topic.
func (t *table) restore(r *kgo.Record) error {
	if r.Value == nil {
		delete(t.kept, string(r.Key))
		return nil
	}
	var state phi.Conversation
	if err := state.UnmarshalJSON(r.Value); err != nil {
		return fmt.Errorf("%s: %w; a newer release wrote it, or another program did: run that release, or give -threads a topic of its own", position(r), err)
	}
	t.kept[string(r.Key)] = thread{state, r.Timestamp}
	if r.Timestamp.After(t.newest) {
		t.newest = r.Timestamp
	}
	return nil
}

// commit makes the changes last, rollback drops them.
func (t *table) commit() {
	for key, x := range t.open {
		if x == nil {
			delete(t.kept, key)
		} else {
			t.kept[key] = *x
		}
	}
	clear(t.open)
}

func (t *table) rollback() { clear(t.open) }
