package main

import (
	"context"
	"hash/crc32"
	"io"
	"log/slog"
	"strings"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
)

// cluster is a Kafka of three brokers inside this process, on ports of its own
// choosing, and a client of it.
type cluster struct {
	fake   *kfake.Cluster
	client *kgo.Client
	c      *config // that of the workers
}

// startCluster starts the brokers and makes the topics, with the input in so many
// partitions. Silent workers are given up soon.
func startCluster(ctx context.Context, partitions int32, more ...kfake.Opt) (*cluster, error) {
	fake, err := kfake.NewCluster(append(more, kfake.NumBrokers(3), kfake.GroupMinSessionTimeout(time.Second), kfake.SeedTopics(partitions, "messages"))...)
	if err != nil {
		return nil, err
	}
	k := &cluster{fake: fake}
	if k.c, err = parse([]string{"-brokers", strings.Join(fake.ListenAddrs(), ","), "-create"}, func(string) string { return "" }); err != nil {
		return nil, err
	}
	options, err := k.c.options()
	if err != nil {
		return nil, err
	}
	if err := prepareTopics(ctx, k.c, options, slog.New(slog.NewTextHandler(io.Discard, nil))); err != nil {
		return nil, err
	}
	// Keys are placed as librdkafka does, not as this program's outputs are: a
	// worker must not count on how producers place them.
	k.client, err = kgo.NewClient(append(options, kgo.DefaultProduceTopic(k.c.topics.in),
		kgo.RecordPartitioner(kgo.StickyKeyPartitioner(kgo.KafkaHasher(func(b []byte) uint32 { return crc32.ChecksumIEEE(b) }))))...)
	return k, err
}

func (k *cluster) close() {
	k.client.Close()
	k.fake.Close()
}

// produce writes messages to the input, keyed by their threads.
func (k *cluster) produce(ctx context.Context, messages []sent) error {
	records := make([]*kgo.Record, 0, len(messages))
	for _, m := range messages {
		r, err := m.record()
		if err != nil {
			return err
		}
		records = append(records, r)
	}
	return k.client.ProduceSync(ctx, records...).FirstErr()
}

// read gives the records of a topic that are there now.
func (k *cluster) read(ctx context.Context, topic string, level kgo.IsolationLevel) (out []*kgo.Record, err error) {
	options, err := k.c.options()
	if err != nil {
		return nil, err
	}
	var partitions []int32
	for _, p := range k.fake.PartitionInfos(topic) {
		partitions = append(partitions, p.Partition)
	}
	err = readToEnd(ctx, options, level, topic, partitions, func(r *kgo.Record) error {
		out = append(out, r)
		return nil
	})
	return out, err
}

// drained waits until the group has committed the end of the input.
func (k *cluster) drained(ctx context.Context) error {
	_, err := k.fake.WaitGroupInfo(ctx, k.c.group, func(g *kfake.GroupInfo) bool {
		for _, p := range k.fake.PartitionInfos(k.c.topics.in) {
			if g == nil || g.Commits[k.c.topics.in][p.Partition].Offset < p.HighWatermark {
				return false
			}
		}
		return true
	})
	return err
}
