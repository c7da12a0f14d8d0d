package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/phidetect/phidetect/phi"
	"github.com/twmb/franz-go/pkg/kgo"
)

// outcome is what stands in the outputs, against what one process finds.
type outcome struct {
	messages, threads      int
	findings, redacted     int // read as committed
	uncommitted            int // findings written, those of aborted transactions included
	missing, twice         int // ids of findings and of redacted messages
	otherVerdict           int // findings whose verdicts are not those of one process
	otherThread            int // threads whose last snapshot is not that of one process
	dead                   int
	verdicts, threadsByEnd [phi.PHI + 1]int
}

// exact reports whether nothing is missing, doubled or different.
func (o *outcome) exact() bool {
	return o.missing == 0 && o.twice == 0 && o.otherVerdict == 0 && o.otherThread == 0
}

// finding is what is read of a record of the findings.
type finding struct {
	ID      string      `json:"id"`
	Verdict phi.Verdict `json:"verdict"`
	Thread  struct {
		Messages   int         `json:"messages"`
		Verdict    phi.Verdict `json:"verdict"`
		WithHandle phi.Verdict `json:"with_handle"`
	} `json:"thread"`
}

// verify compares the outputs with what one process finds in the messages.
func (k *cluster) verify(ctx context.Context, messages []sent) (*outcome, error) {
	want, threads := singleProcess(messages)
	o := &outcome{messages: len(messages), threads: len(threads)}
	for _, c := range threads {
		o.threadsByEnd[c.Verdict()]++
	}
	all, err := k.read(ctx, k.c.topics.findings, kgo.ReadUncommitted())
	if err != nil {
		return nil, err
	}
	o.uncommitted = len(all)
	seen := map[string]int{}
	findings, err := k.read(ctx, k.c.topics.findings, kgo.ReadCommitted())
	if err != nil {
		return nil, err
	}
	for _, r := range findings {
		var f finding
		if err := json.Unmarshal(r.Value, &f); err != nil {
			return nil, fmt.Errorf("a finding at %s: %w", position(r), err)
		}
		seen[f.ID]++
		o.verdicts[f.Verdict]++
		if want[f.ID] != (expected{f.Verdict, f.Thread.Verdict, f.Thread.WithHandle, f.Thread.Messages}) {
			o.otherVerdict++
		}
	}
	o.findings = len(findings)
	o.count(want, seen)

	seen = map[string]int{}
	redacted, err := k.read(ctx, k.c.topics.redacted, kgo.ReadCommitted())
	if err != nil {
		return nil, err
	}
	for _, r := range redacted {
		var m sent
		if err := json.Unmarshal(r.Value, &m); err != nil {
			return nil, fmt.Errorf("a redacted message at %s: %w", position(r), err)
		}
		seen[m.ID]++
	}
	o.redacted = len(redacted)
	o.count(want, seen)

	dead, err := k.read(ctx, k.c.topics.dead, kgo.ReadCommitted())
	if err != nil {
		return nil, err
	}
	o.dead = len(dead)
	return o, k.verifySnapshots(ctx, threads, o)
}

// count adds up the ids that are not there once.
func (o *outcome) count(want map[string]expected, seen map[string]int) {
	for id := range want {
		switch n := seen[id]; {
		case n == 0:
			o.missing++
		case n > 1:
			o.twice++
		}
	}
}

// verifySnapshots compares where the threads stand in the compacted topic.
func (k *cluster) verifySnapshots(ctx context.Context, threads map[string]phi.Conversation, o *outcome) error {
	snapshots, err := k.read(ctx, k.c.topics.threads, kgo.ReadCommitted())
	if err != nil {
		return err
	}
	t := newTable(0)
	for _, r := range snapshots {
		if err := t.restore(r); err != nil {
			return err
		}
	}
	for key, want := range threads {
		// A snapshot rounds times to what Kafka and JSON keep: compare snapshots.
		a, err := want.MarshalJSON()
		if err != nil {
			return err
		}
		got := t.kept[key].state
		b, err := got.MarshalJSON()
		if err != nil {
			return err
		}
		if string(a) != string(b) {
			o.otherThread++
		}
	}
	return nil
}
