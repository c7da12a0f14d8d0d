package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// A short version of what "dmguard load" measures. Nothing may be lost, ever; the
// time to answer is held to where the machine itself does not stall.
func TestLoadHoldsItsFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs the machine for itself")
	}
	var out, errs string
	for range 3 {
		var code int
		out, errs, code = call("", "load", "-rate", "200", "-for", "3s")
		require.Regexp(t, `stored +600 of 600: ok`, out, errs)
		if code == exitFine {
			return
		}
		require.Equal(t, exitFound, code, errs)
	}
	if s := stall(t); s > 10*time.Millisecond {
		t.Skipf("the machine is busy: it takes %v for what it should do at once\n%s", s, out)
	}
	t.Fatal(out)
}

// stall gives how long the machine now takes at worst, 1 time in 50, to wake a
// sleeper and to put a page on disk.
func stall(t *testing.T) time.Duration {
	f, err := os.Create(filepath.Join(t.TempDir(), "stall"))
	require.NoError(t, err)
	defer f.Close()
	var all []time.Duration
	for range 100 {
		due := time.Now().Add(5 * time.Millisecond)
		time.Sleep(time.Until(due))
		_, err := f.Write(make([]byte, 4096))
		require.NoError(t, err)
		require.NoError(t, f.Sync())
		all = append(all, time.Since(due))
	}
	slices.Sort(all)
	return all[len(all)*98/100]
}
