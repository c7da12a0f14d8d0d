package main

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/twmb/franz-go/pkg/kmsg"
)

const corpus = "../../testdata/corpus"

// TestMain makes the tests' binary a worker where startWorker asks for one.
func TestMain(m *testing.M) {
	if os.Getenv(workerEnv) != "" {
		main()
	}
	os.Exit(m.Run())
}

// Three workers in processes of their own, one killed inside a transaction, one
// added, one stopped: every message is answered once, and threads as by a single
// process. The kill comes at two points: when the records are written but not
// the offsets, and when only the end of the transaction is missing.
func TestKilledAddedStopped(t *testing.T) {
	for _, at := range []struct {
		name string
		key  kmsg.Key
	}{{"before the offsets", kmsg.TxnOffsetCommit}, {"before the end", kmsg.EndTxn}} {
		t.Run(at.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
			defer cancel()
			messages, err := threadMessages(corpus, 10)
			require.NoError(t, err)
			k, err := startCluster(ctx, 6)
			require.NoError(t, err)
			defer k.close()
			log := new(sharedLog)
			s := scenario{messages: messages, killAt: at.key.Int16(), portion: 100, log: log, say: t.Logf}
			require.NoError(t, s.play(ctx, k), log)
			o, err := k.verify(ctx, messages)
			require.NoError(t, err)
			require.Zero(t, o.missing)
			require.Zero(t, o.twice)
			require.Equal(t, len(messages), o.findings)
			require.Equal(t, len(messages), o.redacted)
			require.Zero(t, o.otherVerdict)
			require.Zero(t, o.otherThread)
			require.Greater(t, o.uncommitted, o.findings, "the kill left something written and not committed")
			require.True(t, o.exact())
		})
	}
}
