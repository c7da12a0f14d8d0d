package main

import (
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/beam/internal/compare"
)

// A worker holds the same however long the input is: eight blocks at once, as many
// as the embedded runner lets be, and of each some batches.
func TestMemoryDoesNotGrow(t *testing.T) {
	texts := corpus(t, 1)
	peak := func(n int) uint64 {
		in, out := t.TempDir(), t.TempDir()
		_, bytes, err := compare.Make(in, texts, n, 1, "")
		require.NoError(t, err)
		p, err := compare.HeapWhile(func() error {
			job(t, "-quiet", "-out", out, "-block", "100000", filepath.Join(in, "*.jsonl"))
			return nil
		})
		require.NoError(t, err)
		t.Logf("%d messages, %d bytes: %d bytes are live", n, bytes, p)
		return p
	}
	peak(1000) // what is made once
	// The smaller has some 140 blocks: both have as many at once as there may be.
	small, large := peak(80_000), peak(240_000)
	const room = 24 << 20 // the input grows by 29 MB, the results by twice as much
	require.Less(t, large, small+room, "bytes that are live of 240,000 messages, and of 80,000")
}

// Scanning by Beam takes at most twice as long as a plain loop on the same cores,
// at the best of a few tries: others may use the machine.
func TestTimeBesideALoop(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	in := t.TempDir()
	paths, _, err := compare.Make(in, corpus(t, 1), 40_000, 8, "")
	require.NoError(t, err)
	best := 99.0
	for try := 0; try < 4 && best > 2; try++ {
		loopOut, out := t.TempDir(), t.TempDir()
		began := time.Now()
		require.NoError(t, compare.Loop(paths, loopOut, runtime.GOMAXPROCS(0)))
		loop := time.Since(began)
		began = time.Now()
		job(t, "-out", out, filepath.Join(in, "*.jsonl"))
		best = min(best, time.Since(began).Seconds()/loop.Seconds())
		require.NoError(t, compare.Equal(out, loopOut))
	}
	require.LessOrEqual(t, best, 2.0)
}
