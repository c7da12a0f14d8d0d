package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// scan runs the program as main does, without a terminal.
func scan(t *testing.T, stdin string, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(args, strings.NewReader(stdin), &o, &e)
	return o.String(), e.String(), code
}

const dana = "hi its dana whitfield, can i move my diabetes check to friday? 0491 570 006"

func TestReportMarksWithoutColourOffATerminal(t *testing.T) {
	out, errs, code := scan(t, "", dana)
	require.Zero(t, code)
	require.Empty(t, errs)
	require.NotContains(t, out, "\x1b")
	require.Contains(t, out, "[dana whitfield]")
	require.Contains(t, out, "{diabetes}")
	require.Contains(t, out, "verdict phi")
}

func TestFilterKeepsOrderAndLosesNoLine(t *testing.T) {
	in := `{"id":"a","text":"` + dana + `"}` + "\n" +
		"secret-in-a-bad-line\n" +
		`{"id":"b"}` + "\n" +
		`{"id":"c","text":7}` + "\n" +
		`{"id":4,"text":"what are your opening hours?"}` + "\n" +
		`["not an object"]` + "\n" +
		"{\"id\":\"e\",\"text\":\"\xff\xfe\"}"
	out, errs, code := scan(t, in, "-jsonl")
	require.Equal(t, exitMisuse, code)
	require.NotContains(t, out+errs, "secret")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 7)
	type answer struct {
		ID, Verdict, Error string
		Line               int
		Spans, Health      []any
	}
	var got []answer
	for _, l := range lines {
		var a answer
		require.NoError(t, json.Unmarshal([]byte(l), &a))
		got = append(got, a)
	}
	require.Equal(t, "phi", got[0].Verdict)
	require.Equal(t, 2, got[1].Line)
	require.Contains(t, got[2].Error, `"text"`)
	require.Contains(t, got[3].Error, `"text"`)
	require.Equal(t, "4", got[4].ID)
	require.Equal(t, "none", got[4].Verdict)
	require.NotNil(t, got[4].Spans)
	require.NotNil(t, got[4].Health)
	require.Equal(t, 6, got[5].Line)
	require.Equal(t, "e", got[6].ID)
}

func TestFilterReadsHugeLines(t *testing.T) {
	long := strings.Repeat("my knee hurts. ", 1<<20)
	out, _, code := scan(t, `{"id":"x","text":"`+long+`"}`+"\n"+`{"id":"y","text":"ok"}`+"\n", "-jsonl")
	require.Zero(t, code)
	require.Contains(t, out, `{"id":"y"`)
}

func TestThreads(t *testing.T) {
	in := `{"id":"t","messages":[{"from":"patient","handle":"@kit.rowe","text":"my migraine is back"},{"from":"clinic","text":"Who is this?"},{"from":"patient","handle":"@kit.rowe","text":"this is Kit Rowe"}]}`
	out, _, code := scan(t, in+"\n", "-threads")
	require.Zero(t, code)
	require.JSONEq(t, `{"id":"t","messages":[{"verdict":"health","thread":"health"},{"verdict":"none","thread":"health"},{"verdict":"identifier","thread":"phi"}],"with_handle":"phi"}`, out)
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"found", []string{"-fail-on", "phi", dana}, exitFound, ""},
		{"not found", []string{"-fail-on", "phi", "what are your opening hours?"}, exitFine, ""},
		{"bad verdict", []string{"-fail-on", "maybe", dana}, exitMisuse, "-fail-on takes"},
		{"no such flag", []string{"-colour", dana}, exitMisuse, "no flag"},
		{"missing file", []string{"letters/none.txt"}, exitMisuse, "no file letters/none.txt"},
		{"two modes", []string{"-json", "-redact", dana}, exitMisuse, "exclude one another"},
		{"help", []string{"-h"}, exitFine, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, errs, code := scan(t, "", c.args...)
			require.Equal(t, c.code, code)
			require.Contains(t, errs, c.says)
			require.NotContains(t, errs, "whitfield")
		})
	}
}

func TestRedactAndJSON(t *testing.T) {
	out, _, code := scan(t, "", "-redact", dana)
	require.Zero(t, code)
	require.Equal(t, "hi its [NAME], can i move my diabetes check to friday? [PHONE]\n", out)
	out, _, _ = scan(t, dana, "-json", "-")
	require.True(t, json.Valid([]byte(out)))
	require.NotContains(t, out, "whitfield")
}

func TestHTMLEscapesHostileText(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.html")
	_, errs, code := scan(t, "", "-html", path, `<script>alert(1)</script> my name is "><img src=x> Kit Rowe, i have asthma`)
	require.Zero(t, code, errs)
	page, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NotContains(t, string(page), "<script>alert")
	require.NotContains(t, string(page), "<img")
	require.Contains(t, string(page), "<mark")
	out, errs, code := scan(t, "", "-html", filepath.Join(t.TempDir(), "no", "such", "page.html"), dana)
	require.Equal(t, exitMisuse, code)
	require.Empty(t, out)
	require.Contains(t, errs, "cannot write")
}

func TestControlCharactersDoNotReachTheTerminal(t *testing.T) {
	require.Equal(t, "a␛[2Jb\ufffdc", visible("a\x1b[2Jb\u202ec"))
}
