package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kgo"
)

// batch answers what was fetched in one transaction: findings, redacted
// messages, dead letters, snapshots and the offsets are committed together or
// not at all.
func (w *worker) batch(ctx context.Context, fetches kgo.Fetches) error {
	began := time.Now()
	if err := w.session.Begin(); err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	promise := kgo.AbortingFirstErrPromise(w.session.Client())
	tallies, failed := w.answerAll(fetches, func(r *kgo.Record) {
		// Not ctx: a stop waits for the transaction, which ends soon.
		w.session.Produce(context.Background(), r, promise.Promise())
	})
	ended, cancel := context.WithTimeout(context.WithoutCancel(ctx), ending)
	defer cancel()
	if failed == nil {
		failed = w.session.Client().Flush(ended)
	}
	if failed == nil {
		failed = promise.Err()
	}
	committed, err := w.session.End(ended, failed == nil)
	for _, t := range tallies {
		if committed && err == nil {
			t.table.commit()
		} else {
			t.table.rollback()
		}
	}
	switch {
	case err != nil:
		return fmt.Errorf("ending a transaction: %w", err)
	case failed != nil && !errors.Is(failed, errTooSlow) && !errors.Is(failed, kerr.TransactionAbortable):
		return fmt.Errorf("writing: %w", failed)
	}
	w.pace.took(time.Since(began), !errors.Is(failed, errTooSlow))
	w.metrics.batch(tallies, committed, time.Since(began))
	if !committed {
		w.log.Info("aborted a transaction; its records come again", "records", fetches.NumRecords(), "next_at_most", w.pace.now)
	}
	return nil
}

// tally is what came of the records of one partition.
type tally struct {
	partition int32
	table     *table
	lag       int64
	verdicts  [phi.PHI + 1]int
	dead      map[string]int
}

// answerAll answers the records of each partition in their order, of several
// partitions at once, and passes on what is to be written.
func (w *worker) answerAll(fetches kgo.Fetches, write func(*kgo.Record)) (tallies []*tally, failed error) {
	var running sync.WaitGroup
	var mu sync.Mutex
	slots := make(chan struct{}, w.c.parallel)
	deadline := w.pace.deadline()
	fetches.EachPartition(func(p kgo.FetchTopicPartition) {
		if len(p.Records) == 0 {
			return
		}
		t := &tally{partition: p.Partition, table: w.tables[p.Partition], dead: map[string]int{}}
		tallies = append(tallies, t)
		slots <- struct{}{}
		running.Go(func() {
			defer func() { <-slots }()
			if err := w.answerPartition(p.FetchPartition, t, deadline, write); err != nil {
				mu.Lock()
				defer mu.Unlock()
				failed = err
			}
		})
	})
	running.Wait()
	return tallies, failed
}

func (w *worker) answerPartition(p kgo.FetchPartition, t *tally, deadline time.Time, write func(*kgo.Record)) error {
	var turn phi.Turn
	for _, r := range p.Records {
		if time.Now().After(deadline) {
			return errTooSlow
		}
		a := w.answers.answer(r, t.table, &turn)
		if a.dead != nil {
			write(a.dead)
			t.dead[a.reason]++
			continue
		}
		write(a.finding)
		write(a.redacted)
		t.verdicts[a.verdict]++
	}
	t.lag = p.HighWatermark - p.Records[len(p.Records)-1].Offset - 1
	t.table.sweep()
	snapshots, err := t.table.snapshots(w.c.topics.threads, p.Partition)
	for _, s := range snapshots {
		write(s)
	}
	return err
}
