package main

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/twmb/franz-go/pkg/kgo"
)

// A worker was killed inside a transaction; another went on behind what it left
// open, and committed. Whoever reads then waits until the first is aborted, and
// sees what the second committed.
func TestReadBehindAnOpenTransaction(t *testing.T) {
	k, ctx := started(t, 1)
	options, err := k.c.options()
	require.NoError(t, err)
	writer := func(id string) *kgo.Client {
		cl, err := kgo.NewClient(append(options, kgo.TransactionalID(id), kgo.DefaultProduceTopic(k.c.topics.threads))...)
		require.NoError(t, err)
		t.Cleanup(cl.Close)
		require.NoError(t, cl.BeginTransaction())
		require.NoError(t, cl.ProduceSync(ctx, kgo.StringRecord(id)).FirstErr())
		return cl
	}
	gone, other := writer("gone"), writer("other")
	require.NoError(t, other.EndTransaction(ctx, kgo.TryCommit))

	read := make(chan []string)
	go func() {
		records, err := k.read(ctx, k.c.topics.threads, kgo.ReadCommitted())
		var values []string
		for _, r := range records {
			values = append(values, string(r.Value))
		}
		if err != nil {
			values = append(values, err.Error())
		}
		read <- values
	}()
	select {
	case <-read:
		require.Fail(t, "it did not wait for the open transaction")
	case <-time.After(300 * time.Millisecond):
	}
	require.NoError(t, gone.EndTransaction(ctx, kgo.TryAbort))
	require.Equal(t, []string{"other"}, <-read)

	records, err := k.read(ctx, k.c.topics.threads, kgo.ReadUncommitted())
	require.NoError(t, err)
	require.Len(t, records, 2)
	records, err = k.read(ctx, k.c.topics.dead, kgo.ReadCommitted())
	require.NoError(t, err)
	require.Empty(t, records, "nothing to wait for")
	require.ErrorContains(t, readToEnd(ctx, options, kgo.ReadCommitted(), k.c.topics.threads, []int32{5}, nil), "has no partition 5")
}
