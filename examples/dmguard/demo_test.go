package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// smallCorpus takes some lines of each file.
func smallCorpus(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"dm.jsonl", "soc.jsonl", "thr.jsonl"} {
		b, err := os.ReadFile(filepath.Join(corpusDir, name))
		require.NoError(t, err)
		lines := bytes.SplitAfter(b, []byte("\n"))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), bytes.Join(lines[:min(100, len(lines))], nil), 0o600))
	}
	return dir
}

func TestDemo(t *testing.T) {
	out, errs, code := call("", "-demo", "-exit", "-corpus", smallCorpus(t))
	require.Zero(t, code, out+errs)
	require.Empty(t, errs)
	require.NotContains(t, out, "NOT OK")
	require.NotContains(t, out, "\x1b", "colours are for terminals")
	for _, want := range []string{"the handshake", "a replay", "led away", "none twice: ok", "are a chain that holds: ok", "sign in as clinician"} {
		require.Contains(t, out, want)
	}
}

// With the pages left open, it ends when it is told to, and in order.
func TestDemoEndsWhenTold(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var out shared
	done := make(chan int)
	go func() {
		done <- run(ctx, []string{"-demo", "-corpus", smallCorpus(t)}, world{func(string) string { return "" }, strings.NewReader(""), &out, &out})
	}()
	require.Eventually(t, func() bool { return bytes.Contains(out.Bytes(), []byte("Ctrl-C")) }, time.Minute, 10*time.Millisecond)
	_, at, _ := strings.Cut(string(out.Bytes()), "figures  ")
	at, _, _ = strings.Cut(at, "metrics")
	code, _ := read(t, at+"readyz")
	require.Equal(t, 200, code)
	cancel()
	require.Zero(t, <-done, string(out.Bytes()))
}
