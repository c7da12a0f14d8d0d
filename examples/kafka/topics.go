package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kgo"
)

// prepareTopics checks that the topics are there and that snapshots can stand
// beside their input; with -create it makes those of the outputs.
func prepareTopics(ctx context.Context, c *config, options []kgo.Opt, log *slog.Logger) error {
	cl, err := kgo.NewClient(options...)
	if err != nil {
		return err
	}
	defer cl.Close()
	if err := cl.Ping(ctx); err != nil {
		return fmt.Errorf("no broker of -brokers answers as it should: %w", err)
	}
	adm := kadm.NewClient(cl)
	found, err := adm.ListTopics(ctx, c.topics.in)
	if err != nil {
		return err
	}
	in := found[c.topics.in]
	if in.Err != nil {
		return fmt.Errorf("the topic of -in, %s: %w", c.topics.in, in.Err)
	}
	if c.create {
		if err := createTopics(ctx, adm, c, int32(len(in.Partitions))); err != nil {
			return err
		}
	}
	outputs := []string{c.topics.findings, c.topics.redacted, c.topics.threads, c.topics.dead}
	if found, err = adm.ListTopics(ctx, outputs...); err != nil {
		return err
	}
	for _, name := range outputs {
		if err := found[name].Err; err != nil {
			return fmt.Errorf("the topic %s: %w (-create makes the topics that are not there)", name, err)
		}
	}
	if n, m := len(in.Partitions), len(found[c.topics.threads].Partitions); n != m {
		return fmt.Errorf("%s has %d partitions and %s has %d: the snapshots of a thread stand in the partition of its messages, so that both need as many", c.topics.in, n, c.topics.threads, m)
	}
	return checkCompacted(ctx, adm, c.topics.threads, log)
}

// createTopics makes the outputs with as many partitions as the input, and the
// brokers' default of replicas.
func createTopics(ctx context.Context, adm *kadm.Client, c *config, partitions int32) error {
	compact := map[string]*string{"cleanup.policy": kadm.StringPtr("compact")}
	for _, t := range []struct {
		name    string
		configs map[string]*string
	}{{c.topics.findings, nil}, {c.topics.redacted, nil}, {c.topics.dead, nil}, {c.topics.threads, compact}} {
		_, err := adm.CreateTopic(ctx, partitions, -1, t.configs, t.name)
		if err != nil && !errors.Is(err, kerr.TopicAlreadyExists) {
			return fmt.Errorf("-create %s: %w", t.name, err)
		}
	}
	return nil
}

// checkCompacted fails where old snapshots would be deleted by age. A user who
// may not see the settings of topics is only warned.
func checkCompacted(ctx context.Context, adm *kadm.Client, topic string, log *slog.Logger) error {
	configs, err := adm.DescribeTopicConfigs(ctx, topic)
	if err == nil {
		var rc kadm.ResourceConfig
		if rc, err = configs.On(topic, nil); err == nil {
			err = rc.Err
		}
		for _, x := range rc.Configs {
			if x.Key == "cleanup.policy" && err == nil {
				if strings.TrimSpace(x.MaybeValue()) != "compact" {
					return fmt.Errorf("the topic of -threads, %s, is not compacted: set its cleanup.policy to compact alone, or threads are forgotten by age", topic)
				}
				return nil
			}
		}
	}
	log.Warn("cannot see whether the topic is compacted, as it must be", "topic", topic, "error", err)
	return nil
}
