package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"
)

// worker reads the input as a member of the group and writes the outputs, each
// batch in one transaction.
type worker struct {
	c       *config
	log     *slog.Logger
	options []kgo.Opt // how brokers are reached
	answers *answerer
	metrics *metrics
	pulse   pulse
	session *kgo.GroupTransactSession
	tables  map[int32]*table // by partition
	pace    pace

	mu      sync.Mutex
	changed map[int32]bool // partitions that came (true) or went since ready looked
}

func newWorker(c *config, log *slog.Logger) (*worker, error) {
	w := &worker{c: c, log: log, metrics: newMetrics(), tables: map[int32]*table{}, changed: map[int32]bool{}, pace: newPace(c.batch, c.transaction)}
	var err error
	if w.answers, err = newAnswerer(c); err != nil {
		return nil, err
	}
	w.options, err = c.options()
	return w, err
}

// ending bounds how long a transaction may take to end, and so how long a stop
// takes.
const ending = 30 * time.Second

// run works until ctx is done. It returns an error where the worker cannot go
// on; whatever it had open is then aborted, and the next worker, or this one
// started anew, goes on where the last transaction was committed.
func (w *worker) run(ctx context.Context) error {
	if err := prepareTopics(ctx, w.c, w.options, w.log); err != nil {
		return err
	}
	if err := w.join(); err != nil {
		return err
	}
	defer w.session.CloseAllowingRebalance()
	stop, err := w.serve()
	if err != nil {
		return err
	}
	defer stop()
	// Under the name it had before, the worker ends what it left open then.
	if _, _, err := w.session.Client().ProducerID(ctx); err != nil && ctx.Err() == nil {
		return fmt.Errorf("opening transactions: %w", err)
	}
	w.log.Info("working", "instance", w.c.instance, "group", w.c.group, "in", w.c.topics.in)
	for ctx.Err() == nil {
		w.pulse.beat()
		if err := w.turn(ctx); err != nil && (ctx.Err() == nil || !errors.Is(err, context.Canceled)) {
			return err
		}
	}
	w.log.Info("stopped", "instance", w.c.instance)
	return nil
}

// turn answers what is there, or waits a while for something. The error is
// context.Canceled where a stop comes before a transaction.
func (w *worker) turn(ctx context.Context) error {
	if err := w.ready(ctx, nil); err != nil {
		return err
	}
	polled, cancel := context.WithTimeout(ctx, beatEvery)
	defer cancel()
	fetches := w.session.PollRecords(polled, w.pace.now)
	if err := fatal(fetches); err != nil {
		return err
	}
	if fetches.NumRecords() == 0 || ctx.Err() != nil {
		return nil
	}
	if err := w.ready(ctx, fetches); err != nil { // a rebalance may have come meanwhile
		return err
	}
	return w.batch(ctx, fetches)
}

// join makes the client. It reads what is committed alone, holds a bounded part
// of the input and of the outputs, and places snapshots beside their input.
func (w *worker) join() (err error) {
	w.session, err = kgo.NewGroupTransactSession(append(w.options[:len(w.options):len(w.options)],
		kgo.ConsumerGroup(w.c.group),
		kgo.ConsumeTopics(w.c.topics.in),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
		kgo.FetchIsolationLevel(kgo.ReadCommitted()),
		kgo.FetchMaxBytes(8<<20), kgo.FetchMaxPartitionBytes(1<<20), kgo.BrokerMaxReadBytes(64<<20),
		kgo.MaxConcurrentFetches(2),
		kgo.TransactionalID(w.c.group+"-"+w.c.instance),
		kgo.TransactionTimeout(w.c.transaction),
		kgo.SessionTimeout(w.c.session), kgo.HeartbeatInterval(w.c.session/5),
		kgo.RecordPartitioner(placing{threads: w.c.topics.threads}),
		kgo.ProducerBatchMaxBytes(int32(w.c.maxRecord)),
		kgo.MaxBufferedRecords(20_000), kgo.MaxBufferedBytes(64<<20),
		kgo.OnPartitionsAssigned(w.assigned),
		kgo.OnPartitionsRevoked(w.given),
		kgo.OnPartitionsLost(w.lost),
		kgo.WithHooks(w.metrics.client),
		kgo.WithLogger(clientLog{w.log}),
	)...)
	return err
}

// placing puts a snapshot into the partition that its record names, the one its
// thread comes from, and other records by their keys.
type placing struct{ threads string }

// ForTopic is that of kgo.Partitioner.
func (p placing) ForTopic(topic string) kgo.TopicPartitioner {
	if topic == p.threads {
		return kgo.ManualPartitioner().ForTopic(topic)
	}
	return kgo.StickyKeyPartitioner(nil).ForTopic(topic)
}

// assigned notes partitions that come to this worker, before a record of them
// does: what it may remember of them is old.
func (w *worker) assigned(_ context.Context, _ *kgo.Client, to map[string][]int32) {
	w.change(to[w.c.topics.in], true)
	w.log.Info("assigned", "partitions", to[w.c.topics.in])
	w.pulse.joined.Store(true)
}

// given notes partitions that go to others, to free their memory. It is not
// called each time (not twice between two transactions), and nothing rests on
// it: assigned is.
func (w *worker) given(_ context.Context, _ *kgo.Client, away map[string][]int32) {
	w.change(away[w.c.topics.in], false)
	w.log.Info("given away", "partitions", away[w.c.topics.in])
}

// lost notes that the brokers have taken the worker out of the group, or cannot
// be reached: the client joins anew.
func (w *worker) lost(ctx context.Context, cl *kgo.Client, away map[string][]int32) {
	w.pulse.joined.Store(false)
	w.given(ctx, cl, away)
}

func (w *worker) change(partitions []int32, came bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, p := range partitions {
		w.changed[p] = came
	}
}

// ready drops the tables that are out of date and reads, together, those of the
// partitions that came and of the fetched records. No transaction may be open:
// the reading can last until those of workers that are gone are aborted.
func (w *worker) ready(ctx context.Context, fetches kgo.Fetches) error {
	fresh := map[int32]*table{}
	w.mu.Lock()
	for p, came := range w.changed {
		delete(w.tables, p)
		w.metrics.forget(p)
		if came {
			fresh[p] = newTable(w.c.idle)
		}
	}
	clear(w.changed)
	w.mu.Unlock()
	fetches.EachPartition(func(p kgo.FetchTopicPartition) {
		if len(p.Records) > 0 && w.tables[p.Partition] == nil {
			fresh[p.Partition] = newTable(w.c.idle)
		}
	})
	if len(fresh) == 0 {
		return nil
	}
	began, records := time.Now(), 0
	partitions := slices.Sorted(maps.Keys(fresh))
	err := readToEnd(ctx, w.options, kgo.ReadCommitted(), w.c.topics.threads, partitions, func(r *kgo.Record) error {
		if records++; records%1000 == 0 {
			w.pulse.beat()
		}
		return fresh[r.Partition].restore(r)
	})
	if err != nil {
		return fmt.Errorf("restoring threads: %w", err)
	}
	maps.Copy(w.tables, fresh)
	w.metrics.restore.Observe(time.Since(began).Seconds())
	w.log.Info("restored threads", "partitions", partitions, "snapshots", records, "took", time.Since(began).Round(time.Millisecond))
	return nil
}
