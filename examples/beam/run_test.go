package main

import (
	"bytes"
	"flag"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/stretchr/testify/require"
)

// asProgram says to the test's own binary that it is to be the program.
const asProgram = "BEAM_EXAMPLE_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
	}
	flag.Parse()
	beam.Init()
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// program runs the program in a process of its own and gives what it printed and
// its exit status.
func program(t *testing.T, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		require.IsType(t, &exec.ExitError{}, err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// job runs a job in this process, as the flags say.
func job(t *testing.T, args ...string) {
	t.Helper()
	var o options
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	o.add(fs)
	require.NoError(t, fs.Parse(args))
	require.NoError(t, o.finish(fs.Args(), true))
	require.NoError(t, launch(t.Context(), &o.Config))
}

func write(t *testing.T, folder, name, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

// parts gives the parts of a result, one behind the other.
func parts(t *testing.T, out, file string) (all []byte, n int) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(out, file+"-*"))
	require.NoError(t, err)
	require.NotEmpty(t, paths, "there is no %s", file)
	for _, p := range paths {
		b, err := os.ReadFile(p)
		require.NoError(t, err)
		all = append(all, b...)
	}
	return all, len(paths)
}

// same reports two outputs that differ without printing them.
func same(t *testing.T, want, got []byte, what string) {
	t.Helper()
	if !bytes.Equal(want, got) {
		t.Errorf("%s: %d bytes, want %d; they differ", what, len(got), len(want))
	}
}
