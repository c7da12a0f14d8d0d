package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func call(args ...string) (out, errs string, code int) {
	var o, e bytes.Buffer
	code = run(args, &o, &e)
	return o.String(), e.String(), code
}

func TestServiceLogsNobody(t *testing.T) {
	for _, format := range []string{"text", "json"} {
		out, errs, code := call("-quiet", "-format", format)
		require.Zero(t, code, errs)
		for _, s := range []string{"dana", "Dana", "hitfield", "1985", "0147", "00731944"} {
			require.NotContains(t, out, s)
		}
		require.Contains(t, out, "diabetes check to friday? [PHONE]")
		require.Contains(t, out, "mailbox of [EMAIL] is full")
		require.Contains(t, out, "4bf92f3577b34da6a3ce929d0e0e4736")
	}
	out, _, _ := call()
	require.Contains(t, out, "as it was  level=INFO msg=\"message received\" text=\"hi its dana")
}

func TestArguments(t *testing.T) {
	key := filepath.Join(t.TempDir(), "key")
	require.NoError(t, os.WriteFile(key, []byte("0123456789abcdef0123456789abcdef"), 0o600))
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"hi its dana whitfield", "mrn=00731944", "phone=2025550147", "status=200"}, "level=INFO msg=\"hi its [NAME]\" mrn=[MEDICAL_RECORD_NUMBER] phone=[PHONE] status=200\n"},
		{[]string{"-format", "json", "m", "status=200"}, `"status":200}`},
		{[]string{"-only-phi", "signed in", "user=Dana Whitfield"}, `user="Dana Whitfield"`},
		{[]string{"-keep", "ref", "m", "ref=202-555-0147"}, `ref=202-555-0147`},
		{[]string{"-check-keys", "m", "dana@example.com=1"}, `[EMAIL]=1`},
		{[]string{"-hash", "-key", key, "called", "patient_name=Dana"}, `[NAME:`},
	} {
		out, errs, code := call(append([]string{"-quiet"}, c.args...)...)
		require.Zero(t, code, errs)
		require.Contains(t, out, c.want)
	}
}

func TestExitStatus(t *testing.T) {
	short := filepath.Join(t.TempDir(), "key")
	require.NoError(t, os.WriteFile(short, []byte("short"), 0o600))
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"-format", "xml"}, exitMisuse, "json or text"},
		{[]string{"-hash"}, exitMisuse, "-key FILE"},
		{[]string{"-hash", "-key", short}, exitMisuse, "16"},
		{[]string{"-hash", "-key", short + "none"}, exitFailure, "none"},
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
