package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const dana = "hi its dana whitfield, my diabetes check on 14 March 2024? 202-555-0147\n"

func call(t *testing.T, stdin string, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(args, strings.NewReader(stdin), &o, &e)
	return o.String(), e.String(), code
}

func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

func TestOperators(t *testing.T) {
	key := file(t, "key", "0123456789abcdef0123456789abcdef\n")
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "hi its [NAME], my diabetes check on [DATE]? [PHONE]\n"},
		{[]string{"-op", "mask", "-last", "4"}, "***-***-0147"},
		{[]string{"-op", "number"}, "hi its [NAME_1]"},
		{[]string{"-op", "safe-harbor"}, "check on 2024?"},
		{[]string{"-op", "hash", "-key", key}, "[NAME:"},
		{[]string{"-op", "surrogate", "-key", key}, "-555-01"},
		{[]string{"-op", "shift", "-key", key, "-subject", "7"}, "hi its [NAME]"},
		{[]string{"-health", "-keep", "dana whitfield"}, "hi its dana whitfield, my [HEALTH]"},
		{[]string{"-deny", "hi its"}, "[REDACTED] [NAME]"},
	} {
		out, errs, code := call(t, dana, append(c.args, "-")...)
		require.Zero(t, code, errs)
		require.Contains(t, out, c.want)
	}
}

func TestFileMapAndRestore(t *testing.T) {
	note, saved := file(t, "note", dana), filepath.Join(t.TempDir(), "map")
	out, errs, code := call(t, "", "-op", "number", "-map", saved, note)
	require.Zero(t, code, errs)
	back, _, code := call(t, out, "-restore", "-map", saved, "-")
	require.Zero(t, code)
	require.Equal(t, dana, back)
	out, _, code = call(t, "its tom okafor for dana whitfield, asthma", "-op", "number", "-map", saved, "-")
	require.Zero(t, code)
	require.Equal(t, "its [NAME_2] for [NAME_1], asthma", out)
	info, err := os.Stat(saved)
	require.NoError(t, err)
	if runtime.GOOS != "windows" {
		require.Zero(t, info.Mode().Perm()&0o077, "the map is for its owner")
	}
}

func TestPolicyAndAttestation(t *testing.T) {
	policy := file(t, "policy", `{"rules":[{"types":["phone"],"operator":"mask","keep_last":2},{"types":["name"],"operator":"remove"}]}`)
	attest := filepath.Join(t.TempDir(), "attest")
	out, errs, code := call(t, dana, "-policy", policy, "-attest", attest, "-")
	require.Zero(t, code, errs)
	require.Equal(t, "hi its , my diabetes check on [DATE]? ***-***-**47\n", out)
	b, err := os.ReadFile(attest)
	require.NoError(t, err)
	require.Contains(t, string(b), `"no determination`[1:])
	require.NotContains(t, string(b), "dana")
}

func TestExitStatus(t *testing.T) {
	bad := file(t, "policy", `{"rules":[{"types":["fone"],"operator":"keep"}]}`)
	short := file(t, "key", "short")
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"-check", "-"}, exitFound, ""},
		{[]string{}, exitMisuse, "give one file"},
		{[]string{"-op", "lable", "-"}, exitMisuse, "allowed are label, number"},
		{[]string{"-policy", bad, "-"}, exitMisuse, "rules[0].types[0]: unknown; allowed are name"},
		{[]string{"-op", "hash", "-"}, exitMisuse, "-key FILE"},
		{[]string{"-op", "hash", "-key", short, "-"}, exitMisuse, "16"},
		{[]string{"-restore", "-"}, exitMisuse, "-map"},
		{[]string{"-map", "x", "-"}, exitMisuse, "-op number"},
		{[]string{"-no-such-flag", "-"}, exitMisuse, "no-such-flag"},
		{[]string{filepath.Join(t.TempDir(), "none")}, exitFailure, "none"},
	} {
		out, errs, code := call(t, dana, c.args...)
		require.Equal(t, c.code, code, c.args)
		require.Contains(t, errs, c.want)
		require.NotContains(t, out+errs, "whitfield")
	}
	_, _, code := call(t, "what are your opening hours?", "-check", "-")
	require.Zero(t, code)
	out, _, code := call(t, "", "-h")
	require.Zero(t, code)
	require.Equal(t, usage, out)
}
