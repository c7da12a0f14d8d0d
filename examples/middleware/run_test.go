package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// shared is written by the server and by the program.
type shared struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func call(args ...string) (out, errs string, code int) {
	var o, e shared
	code = run(args, &o, &e)
	return o.b.String(), e.b.String(), code
}

// lines gives the lines that begin with a word.
func lines(out, word string) (found []string) {
	for _, l := range strings.Split(out, "\n") {
		if rest, ok := strings.CutPrefix(l, "  "+word); ok {
			found = append(found, strings.TrimSpace(rest))
		}
	}
	return found
}

func TestRedact(t *testing.T) {
	out, errs, code := call()
	require.Zero(t, code, errs)
	require.Equal(t, []string{
		"what are your opening hours?",
		"hi its [NAME], can i move my diabetes check to friday? [PHONE]",
		`{"patient_name": "[NAME]", "text": "my diabetes check", "phone": "[PHONE]", "slot": 4}`,
		"email=%5BEMAIL%5D&text=is+my+biopsy+result+in",
	}, lines(out, "handler"))
	require.Equal(t, []string{`{"content":"its [NAME_1], can you move my diabetes check?","role":"user"}`}, lines(out, "model"))
	require.Contains(t, strings.Join(lines(out, "stream"), ""), "dana whitfield")
	require.Contains(t, lines(out, "answer")[4], "400 ")
	require.Contains(t, lines(out, "report")[1], "request redacted, verdict phi")
	require.Contains(t, lines(out, "report")[4], "request refused, malformed")
}

func TestReportAndBlock(t *testing.T) {
	out, _, code := call("-do", "report")
	require.Zero(t, code)
	require.Contains(t, lines(out, "handler")[1], "dana whitfield")
	out, _, code = call("-do", "block")
	require.Zero(t, code)
	require.Equal(t, "what are your opening hours?", lines(out, "handler")[0])
	require.Contains(t, lines(out, "answer")[1], "403 ")
	out, _, code = call("-limit", "20")
	require.Zero(t, code)
	require.Contains(t, lines(out, "answer")[1], "413 ")
}

func TestPolicyFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "policy.json")
	_, example, _ := strings.Cut(usage, "A policy file:")
	require.NoError(t, os.WriteFile(file, []byte(example), 0o600))
	out, errs, code := call("-policy", file)
	require.Zero(t, code, errs)
	require.Contains(t, lines(out, "handler")[1], "[NAME]")
}

func TestExitStatus(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "policy.json")
	require.NoError(t, os.WriteFile(bad, []byte(`{"rulez":[]}`), 0o600))
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"-do", "shred"}, exitMisuse, "redact, report or block"},
		{[]string{"-limit", "-1"}, exitMisuse, "Request.Limit"},
		{[]string{"-policy", bad}, exitMisuse, "rulez"},
		{[]string{"-policy", bad + "none"}, exitFailure, "none"},
		{[]string{"-addr", "localhost:99999"}, exitFailure, "99999"},
		{[]string{"more"}, exitMisuse, "flags only"},
		{[]string{"-no-such-flag"}, exitMisuse, "no-such-flag"},
	} {
		_, errs, code := call(c.args...)
		require.Equal(t, c.code, code, c.args)
		require.Contains(t, errs, c.want)
	}
	out, _, code := call("-h")
	require.Zero(t, code)
	require.Equal(t, usage, out)
}
