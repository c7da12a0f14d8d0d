package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync/atomic"

	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kmsg"
)

// scenario is a day in the life of a group: three workers, of which one is killed
// inside a transaction and one is stopped, and a fourth that is added.
type scenario struct {
	messages []sent
	killAt   int16     // the key of the request at which the kill comes
	portion  int       // messages at most in a transaction
	log      io.Writer // of the workers
	say      func(format string, args ...any)
}

// killAfter is how many transactions the victim has done before: enough to have
// threads that others must take over.
const killAfter = 2

// play runs the scenario on the cluster until all input is answered.
func (s *scenario) play(ctx context.Context, k *cluster) error {
	running := map[string]*process{}
	defer func() {
		for _, p := range running {
			p.kill()
		}
	}()
	start := func(name string) (err error) {
		running[name], err = k.startWorker(ctx, name, s.log, "-batch", strconv.Itoa(s.portion), "-transaction", "3s", "-session", "3s")
		if err != nil {
			delete(running, name)
		}
		return err
	}
	for _, name := range []string{"one", "two", "three"} {
		if err := start(name); err != nil {
			return err
		}
	}
	if _, err := k.fake.WaitGroupStable(ctx, k.c.group, 3); err != nil {
		return fmt.Errorf("waiting for three workers: %w", err)
	}
	s.say("three workers share %d partitions", len(k.fake.PartitionInfos(k.c.topics.in)))

	members := k.members()

	killed := k.killInTransaction(running["two"], s.killAt)
	third := len(s.messages) / 3
	if err := s.produceUntil(ctx, k, s.messages[:third], killed); err != nil {
		return err
	}
	running["two"].kill()
	delete(running, "two")
	s.say("worker two is killed inside a transaction (SIGKILL)")

	if err := start("four"); err != nil {
		return err
	}
	if err := k.produce(ctx, s.messages[third:2*third]); err != nil {
		return err
	}
	if err := k.replaced(ctx, members); err != nil {
		return fmt.Errorf("waiting for the fourth worker: %w", err)
	}
	s.say("worker four is added")

	if err := running["one"].stop(); err != nil {
		return err
	}
	delete(running, "one")
	s.say("worker one is stopped; it ends its transaction and leaves")
	if err := k.produce(ctx, s.messages[2*third:]); err != nil {
		return err
	}
	if err := k.drained(ctx); err != nil {
		return fmt.Errorf("waiting for the input to be answered: %w", err)
	}
	for name, p := range running {
		if err := p.stop(); err != nil {
			return err
		}
		delete(running, name)
	}
	s.say("all is answered; the others are stopped")
	return nil
}

// produceUntil writes the messages, at first in portions, so that workers need
// several transactions for them, and waits for the kill.
func (s *scenario) produceUntil(ctx context.Context, k *cluster, messages []sent, killed <-chan struct{}) error {
	for portion := range slices.Chunk(messages, s.portion) {
		if err := k.produce(ctx, portion); err != nil {
			return err
		}
	}
	select {
	case <-killed:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("waiting for a transaction to kill a worker in: %w", ctx.Err())
	}
}

// members gives the ids of the group's members.
func (k *cluster) members() map[string]bool {
	ids := map[string]bool{}
	for _, m := range k.fake.GroupInfo(k.c.group).Members {
		ids[m.MemberID] = true
	}
	return ids
}

// replaced waits until one of the members has gone and a new one has come.
func (k *cluster) replaced(ctx context.Context, members map[string]bool) error {
	_, err := k.fake.WaitGroupInfo(ctx, k.c.group, func(g *kfake.GroupInfo) bool {
		same := 0
		for _, m := range g.Members {
			if members[m.MemberID] {
				same++
			}
		}
		return g.State == "Stable" && len(g.Members) == len(members) && same == len(members)-1
	})
	return err
}

// killInTransaction kills a worker when a request of its transactions reaches a
// broker, which then does not get it, and closes the channel.
func (k *cluster) killInTransaction(p *process, key int16) <-chan struct{} {
	killed := make(chan struct{})
	id := k.c.group + "-" + p.name
	var seen atomic.Int32
	k.fake.ControlKey(key, func(r kmsg.Request) (kmsg.Response, error, bool) {
		k.fake.KeepControl()
		if transactionOf(r) != id || seen.Add(1) != killAfter+1 {
			return nil, nil, false
		}
		p.cmd.Process.Kill()
		close(killed)
		return nil, errKilled, true
	})
	return killed
}

var errKilled = errors.New("the worker is killed")

// transactionOf gives the transactional id of the requests that have one.
func transactionOf(r kmsg.Request) string {
	switch r := r.(type) {
	case *kmsg.EndTxnRequest:
		return r.TransactionalID
	case *kmsg.TxnOffsetCommitRequest:
		return r.TransactionalID
	}
	return ""
}
