package main

import (
	"bytes"
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
)

// call runs the program within the test.
func call(stdin string, args ...string) (out, errs string, code int) {
	var o, e bytes.Buffer
	env := map[string]string{}
	for _, v := range environment() {
		name, value, _ := strings.Cut(v, "=")
		env[name] = value
	}
	code = run(context.Background(), args, world{func(n string) string { return env[n] }, strings.NewReader(stdin), &o, &e})
	return o.String(), e.String(), code
}

// newFile makes an empty database.
func newFile(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "commands.db")
	d, err := db.Open(file)
	require.NoError(t, err)
	require.NoError(t, d.Close())
	return file
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"-h"}, {"serve", "-h"}, {"load", "-h"}, {"user", "-h"}, {"user", "add", "-h"}, {"audit", "--help"}} {
		out, _, code := call("", args...)
		require.Zero(t, code, args)
		require.Equal(t, usage, out)
	}
}

// Every flag that there is stands in the usage text.
func TestUsageNamesWhatThereIs(t *testing.T) {
	for name := range commands {
		require.Contains(t, usage, name)
	}
	for _, name := range []string{envVerify, envApp, envAccess, envSecret, envVault} {
		require.Contains(t, usage, name)
	}
	var s settings
	var d demo
	f := newFlags("serve")
	s.define(f)
	d.define(f)
	f.VisitAll(func(g *flag.Flag) { require.Contains(t, usage, "-"+g.Name+" ", "a flag that nobody is told of") })
}

func TestMisuse(t *testing.T) {
	file := newFile(t)
	link := "https://forms.example.com/x"
	for _, c := range []struct {
		args string
		want string
	}{
		{"bogus", "no such command"},
		{"-bogus", "bogus"},
		{"serve more", "flags only"},
		{"serve", "-link"},
		{"serve -link http://x", "-link"},
		{"serve -link " + link + " -rate 0", "-rate"},
		{"serve -link " + link + " -vault", envVault},
		{"serve -link " + link + " -graph http://example.com -db " + file, "-graph"},
		{"serve -link " + link + " -lang xx", "-lang"},
		{"serve -link " + link + " -policy /nowhere", "-policy"},
		{"serve -link " + link + " -own x,,y -db " + file, "Own"},
		{"-demo -corpus /nowhere", "-corpus"},
		{"load -rate 0", "-rate"},
		{"load -for 1h", "-for"},
		{"load -corpus /nowhere", "-corpus"},
		{"user", "add, disable, list, renew"},
		{"user bogus", "no such action"},
		{"user list more -db " + file, "flags only"},
		{"user add -db " + file, "takes a name"},
		{"user list -db " + file + "x", "there is no"},
		{"user add -role boss -db " + file + " ana", "front-desk, clinician, admin"},
		{"user add -role admin -db " + file + " Ana", "lower-case"},
		{"user renew -db " + file + " ana", "no user"},
		{"user disable -db " + file + " ana", "no user"},
		{"authorization add -types nothing -db " + file, "-types"},
		{"authorization add -types name -signed soon -db " + file, "-signed"},
		{"authorization add -types name -signed 2026-03-01 -expires x -db " + file, "-expires"},
		{"authorization add -types name -signed 2026-03-01 -expires 2027-03-01 -db " + file, "no names"},
		{"audit export -format xml -db " + file, "-format"},
		{"audit export -from soon -db " + file, "-from"},
		{"audit export -to soon -db " + file, "-to"},
		{"report -last soon -db " + file, "-last"},
		{"report -html /nowhere/week.html -db " + file, "-html"},
		{"report -db " + file + "x", "there is no"},
		{"authorization revoke -db " + file + " x", "number"},
		{"authorization revoke -db " + file + " 7", "no such authorization"},
		{"authorization posted -db " + file + " 55", "no such authorization"},
	} {
		out, errs, code := call("", strings.Fields(c.args)...)
		require.Equal(t, exitMisuse, code, c.args)
		require.Contains(t, errs, c.want, c.args)
		require.Contains(t, errs, "dmguard -h shows")
		require.Empty(t, out)
	}
}

// A secret that is missing is named, and what it is for; no error shows one.
func TestSecretsAreAskedFor(t *testing.T) {
	all := map[string]string{envVerify: "v", envApp: testApp, envAccess: "a", envSecret: strings.Repeat("5f", 32)}
	for name := range all {
		var e bytes.Buffer
		env := func(n string) string {
			if n == name {
				return ""
			}
			return all[n]
		}
		code := run(context.Background(), []string{"-link", "https://forms.example.com/x"}, world{env, strings.NewReader(""), &e, &e})
		require.Equal(t, exitMisuse, code)
		require.Contains(t, e.String(), name)
	}
	for name, bad := range map[string]string{envSecret: "secretive", envVault: "secretive", envApp: "secretive"} {
		var e bytes.Buffer
		env := func(n string) string {
			if n == name {
				return bad
			}
			return all[n]
		}
		code := run(context.Background(), []string{"-vault", "-link", "https://forms.example.com/x", "-db", filepath.Join(t.TempDir(), "x.db")}, world{env, strings.NewReader(""), &e, &e})
		require.Equal(t, exitMisuse, code, name)
		require.NotContains(t, e.String(), "secretive")
	}
	require.NotContains(t, fmt.Sprintf("%v %+v %#v", settings{secrets: secrets{accessToken: "hidden"}}, secrets{verifyToken: "hidden"}, secrets{accessToken: "hidden"}), "hidden")
}

func TestCannotServe(t *testing.T) {
	file := newFile(t)
	_, errs, code := call("", "-link", "https://forms.example.com/x", "-db", file, "-addr", "localhost:99999")
	require.Equal(t, exitFailure, code)
	require.Contains(t, errs, "-addr")
	_, errs, code = call("", "-link", "https://forms.example.com/x", "-db", file, "-addr", "localhost:0", "-inside", "localhost:99999")
	require.Equal(t, exitFailure, code)
	require.Contains(t, errs, "-inside")
	_, _, code = call("", "-link", "https://forms.example.com/x", "-db", filepath.Join(file, "below", "a.db"))
	require.Equal(t, exitFailure, code)
}

func TestUsers(t *testing.T) {
	file := newFile(t)
	token, errs, code := call("", "user", "add", "-db", file, "-role", "clinician", "ana")
	require.Zero(t, code, errs)
	require.GreaterOrEqual(t, len(strings.TrimSpace(token)), 26)
	require.Contains(t, errs, "not kept")
	renewed, _, code := call("", "user", "renew", "-db", file, "ana")
	require.Zero(t, code)
	require.NotEqual(t, token, renewed)
	_, _, code = call("", "user", "disable", "-db", file, "ana")
	require.Zero(t, code)
	out, _, code := call("", "user", "list", "-db", file)
	require.Zero(t, code)
	require.Regexp(t, `ana +clinician +\d{4}-\d\d-\d\d +disabled`, out)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NotContains(t, string(b), strings.TrimSpace(token))
}

func TestAuthorizations(t *testing.T) {
	file := newFile(t)
	add := []string{"authorization", "add", "-db", file, "-form", "binder 4/17", "-places", "post,caption", "-types", "name,photo", "-health",
		"-purpose", "before and after photos", "-signed", "2020-03-01", "-expires", "2999-03-01"}
	out, errs, code := call("Dana Whitfield\n\nD Whitfield\n", add...)
	require.Zero(t, code, errs)
	require.Equal(t, "1\n", out)
	_, errs, code = call("Dana Whitfield\n", add...)
	require.Equal(t, exitMisuse, code, "the same form twice")
	require.NotContains(t, errs, "Dana")
	_, errs, code = call("", "authorization", "posted", "-db", file, "-authorization", "1", "-place", "post", "1790000000000001")
	require.Zero(t, code, errs)
	out, _, code = call("", "authorization", "list", "-db", file)
	require.Zero(t, code)
	require.Regexp(t, `1 +binder 4/17 +name,photo,health +\[post caption\] +2999-03-01`, out)
	require.NotContains(t, out, "Dana")
	out, errs, code = call("", "authorization", "revoke", "-db", file, "1")
	require.Zero(t, code)
	require.Contains(t, errs, "Take these posts down")
	require.Contains(t, out, "1790000000000001\tpost\tposted ")
	out, _, _ = call("", "authorization", "list", "-db", file)
	require.Contains(t, out, "revoked")
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NotContains(t, strings.ToLower(string(b)), "whitfield")
}

func TestAuditVerify(t *testing.T) {
	file := newFile(t)
	_, _, code := call("", "user", "add", "-db", file, "-role", "admin", "ana")
	require.Zero(t, code)
	head, errs, code := call("", "audit", "verify", "-db", file)
	require.Zero(t, code, errs)
	require.Contains(t, errs, "1 lines")
	_, _, code = call("", "user", "disable", "-db", file, "ana")
	require.Zero(t, code)
	_, _, code = call("", "audit", "verify", "-db", file, "-anchor", strings.TrimSpace(head))
	require.Zero(t, code)

	later, _, _ := call("", "audit", "verify", "-db", file)
	d, err := sql.Open("sqlite", file) // past the program, and past its triggers
	require.NoError(t, err)
	_, err = d.Exec("DROP TRIGGER trail_no_delete; DELETE FROM trail WHERE seq = 2")
	require.NoError(t, err)
	require.NoError(t, d.Close())
	_, _, code = call("", "audit", "verify", "-db", file)
	require.Zero(t, code, "the file alone does not show that its end was cut off")
	_, errs, code = call("", "audit", "verify", "-db", file, "-anchor", strings.TrimSpace(later))
	require.Equal(t, exitFound, code)
	require.Contains(t, errs, "does not hold")
	_, _, code = call("", "audit", "verify", "-db", file, "-anchor", "x")
	require.Equal(t, exitMisuse, code)
}

func TestAuditExport(t *testing.T) {
	file := newFile(t)
	_, _, code := call("", "user", "add", "-db", file, "-role", "admin", "ana")
	require.Zero(t, code)
	for format, want := range map[string]string{"jsonl": `"outcome":"user-added"`, "csv": ",user-added,", "fhir": `"resourceType":"AuditEvent"`} {
		out, errs, code := call("", "audit", "export", "-db", file, "-format", format)
		require.Zero(t, code, errs)
		require.Contains(t, out, want)
		require.Contains(t, errs, "1 lines")
	}
	today := time.Now().Format(time.DateOnly)
	_, errs, _ := call("", "audit", "export", "-db", file, "-from", today, "-to", today)
	require.Contains(t, errs, "1 lines")
	_, errs, _ = call("", "audit", "export", "-db", file, "-to", "2020-01-01")
	require.Contains(t, errs, "0 lines")
}

func TestReport(t *testing.T) {
	file := newFile(t)
	out, errs, code := call("", "report", "-db", file, "-last", "2026-03-01")
	require.Zero(t, code, errs)
	require.Contains(t, out, "2026")
	page := filepath.Join(t.TempDir(), "week.html")
	out, errs, code = call("", "report", "-db", file, "-html", page)
	require.Zero(t, code, errs)
	require.Empty(t, out)
	b, err := os.ReadFile(page)
	require.NoError(t, err)
	require.Contains(t, string(b), "</html>")
}
