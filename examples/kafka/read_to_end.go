package main

import (
	"context"
	"fmt"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kgo"
)

// readToEnd hands all records that stand in partitions of a topic now to take,
// those of a partition in order.
//
// Read as committed, it waits for the transactions that are open now to end.
// That is what makes a restored table right: a worker that was killed leaves a
// transaction open, behind which another may have committed; to stop at the last
// stable offset would miss that.
func readToEnd(ctx context.Context, options []kgo.Opt, level kgo.IsolationLevel, topic string, partitions []int32, take func(*kgo.Record) error) error {
	from := map[int32]kgo.Offset{}
	for _, p := range partitions {
		from[p] = kgo.NewOffset().AtStart()
	}
	cl, err := kgo.NewClient(append(options[:len(options):len(options)],
		kgo.ConsumePartitions(map[string]map[int32]kgo.Offset{topic: from}),
		kgo.FetchIsolationLevel(level),
		kgo.KeepControlRecords(), // a partition often ends in one: it tells that the end is reached
	)...)
	if err != nil {
		return err
	}
	defer cl.Close()

	left, err := ends(ctx, kadm.NewClient(cl), topic, partitions)
	for err == nil && len(left) > 0 {
		fetches := cl.PollFetches(ctx)
		if err = ctx.Err(); err != nil {
			break
		}
		fetches.EachError(func(_ string, p int32, e error) {
			err = fmt.Errorf("reading partition %d of %s: %w", p, topic, e)
		})
		fetches.EachRecord(func(r *kgo.Record) {
			end, open := left[r.Partition]
			if err != nil || !open {
				return
			}
			if r.Offset < end && !r.Attrs.IsControl() {
				err = take(r)
			}
			if r.Offset >= end-1 {
				delete(left, r.Partition)
			}
		})
	}
	return err
}

// ends gives the ends of the partitions that hold something.
func ends(ctx context.Context, adm *kadm.Client, topic string, partitions []int32) (map[int32]int64, error) {
	starts, err := adm.ListStartOffsets(ctx, topic)
	if err != nil {
		return nil, err
	}
	listed, err := adm.ListEndOffsets(ctx, topic)
	if err != nil {
		return nil, err
	}
	out := map[int32]int64{}
	for _, p := range partitions {
		start, ok1 := starts.Lookup(topic, p)
		end, ok2 := listed.Lookup(topic, p)
		switch {
		case !ok1 || !ok2:
			return nil, fmt.Errorf("%s has no partition %d: it needs as many as the input", topic, p)
		case start.Err != nil:
			return nil, start.Err
		case end.Err != nil:
			return nil, end.Err
		case start.Offset < end.Offset:
			out[p] = end.Offset
		}
	}
	return out, nil
}
