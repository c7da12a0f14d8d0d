package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Marks that must not reach standard error, nor what a filter writes.
const secretMessage = "my name is Zyxwanda Quillfeather, zyxwanda.q@quillmail.example, 202-555-0183, MRN QX7731940; my endometriosis and vorpalgia are back"

var secretMarks = []string{"zyxwanda", "quillfeather", "quillmail", "555-0183", "qx7731940", "7731940", "endometriosis", "vorpalgia"}

func requireClean(t *testing.T, what, s string) {
	t.Helper()
	for i, m := range secretMarks {
		require.False(t, strings.Contains(strings.ToLower(s), m), "%s holds secret %d", what, i)
	}
}

// brokenReader gives text and then an error.
type brokenReader struct{ r io.Reader }

func (b brokenReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// TestDiagnosticsHoldNoText gives secrets to every flag and every mode, well
// and badly formed, and looks at what is said of it.
func TestDiagnosticsHoldNoText(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	binary := file("a.txt", "\x00"+secretMessage)
	utf16 := file("b.txt", "\xff\xfe"+secretMessage)
	lines := file("c.jsonl", secretMessage+"\n{\"id\":\"1\",\"text\":\""+secretMessage+"\"}\n{\"id\":{\"x\":\""+secretMessage+"\"},\"text\":\"x\"}\n{\""+secretMessage+"\":1}\n[\""+secretMessage+"\"]\n{\"text\":\""+secretMessage+"\n")
	threads := file("d.jsonl", `{"id":"1","messages":[{"from":"`+secretMessage+`","text":"x"}]}`+"\n"+`{"id":"1","messages":[{"text":"`+secretMessage+`"}]}`+"\n"+`{"messages":"`+secretMessage+`"}`+"\n"+secretMessage+"\n")
	for n, args := range [][]string{
		{secretMessage}, {"-" + secretMessage}, {"-zyxwanda"}, {"-quillfeather=7731940"}, {"-fail-on", secretMessage, "x"}, {"-fail-on", "phi", secretMessage}, {"-json=" + secretMessage},
		{"-json", secretMessage}, {"-redact", secretMessage}, {"-json", "-redact", secretMessage}, {"-text"}, {"-text", secretMessage, "-html"}, {"-text", "-jsonl", secretMessage},
		{binary}, {utf16}, {"-redact", binary}, {"-html", filepath.Join(dir, "no", "page.html"), secretMessage}, {"-html", dir, secretMessage},
		{secretMessage, "-", "-"}, {"--", "-" + secretMessage}, {"-"}, {"-jsonl", "-"}, {"-threads", "-"},
	} {
		for _, in := range []io.Reader{strings.NewReader(secretMessage), brokenReader{strings.NewReader(secretMessage)}} {
			var errs strings.Builder
			run(args, in, io.Discard, &errs)
			requireClean(t, fmt.Sprintf("standard error of case %d", n), errs.String())
		}
	}
	for _, args := range [][]string{{"-jsonl", lines}, {"-threads", threads}, {"-jsonl", threads}, {"-threads", lines}, {"-json", lines}, {"-json", secretMessage}} {
		var out, errs strings.Builder
		run(args, strings.NewReader(""), &out, &errs)
		require.NotEmpty(t, out.String())
		requireClean(t, args[0]+" on standard output", out.String())
		requireClean(t, args[0]+" on standard error", errs.String())
	}
}
