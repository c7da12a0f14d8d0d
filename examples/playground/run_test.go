package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// shared is written by the program and read by the test.
type shared struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func TestExitStatus(t *testing.T) {
	taken, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	defer taken.Close()
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"-h"}, exitFine, "usage:"},
		{[]string{"-no-such-flag"}, exitMisuse, "no-such-flag"},
		{[]string{"more"}, exitMisuse, "flags only"},
		{[]string{"-addr", taken.Addr().String()}, exitFailure, "-addr"},
	} {
		var out, errs bytes.Buffer
		require.Equal(t, c.code, run(t.Context(), c.args, &out, &errs), c.args)
		require.Contains(t, out.String()+errs.String(), c.want)
	}
}

func TestNoGoCommand(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var out, errs bytes.Buffer
	require.Equal(t, exitFailure, run(t.Context(), nil, &out, &errs))
	require.Contains(t, errs.String(), "no go command in PATH")
	require.Contains(t, errs.String(), "install Go")
	require.Empty(t, out.String())
}

func TestReadExec(t *testing.T) {
	for _, folder := range []string{"lib", "misc"} {
		root := t.TempDir()
		require.NoError(t, os.MkdirAll(filepath.Join(root, folder, "wasm"), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(root, folder, "wasm", "wasm_exec.js"), []byte(folder), 0o644))
		b, err := readExec(root)
		require.NoError(t, err)
		require.Equal(t, folder, string(b))
	}
	_, err := readExec(t.TempDir())
	require.ErrorContains(t, err, "no wasm_exec.js")
}

// The command that fails is told with what it said.
func TestOutputTellsWhy(t *testing.T) {
	_, err := output(exec.Command("go", "no-such-command"))
	require.ErrorContains(t, err, "no-such-command")
}

// The real thing is built, served until the program is stopped, and is
// WebAssembly.
func TestBuildAndServe(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the library for another platform")
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var out, errs shared
	code := make(chan int, 1)
	go func() { code <- run(ctx, nil, &out, &errs) }()
	require.Eventually(t, func() bool { return strings.HasSuffix(out.String(), "\n") || len(code) > 0 }, 5*time.Minute, 20*time.Millisecond)
	require.Contains(t, errs.String(), "Ctrl-C stops")
	for path, begins := range map[string]string{"/phidetect.wasm": "\x00asm", "/wasm_exec.js": "// Copyright", "/": "<!doctype html>"} {
		res, err := http.Get(strings.TrimSpace(out.String()) + path)
		require.NoError(t, err)
		b, err := io.ReadAll(res.Body)
		require.NoError(t, err)
		require.NoError(t, res.Body.Close())
		require.True(t, bytes.HasPrefix(b, []byte(begins)), path)
	}
	stop()
	require.Equal(t, exitFine, <-code)
}
