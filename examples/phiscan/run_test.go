package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
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

func TestThreadsNameWhatIsWrong(t *testing.T) {
	for in, says := range map[string]string{
		`{"id":"t","messages":[{"from":"secret","text":"hi"}]}`:   `messages[0].from`,
		`{"id":"t","messages":[{"from":"other","text":"hi"},{}]}`: `messages[1].text`,
	} {
		out, errs, code := scan(t, in+"\n", "-threads")
		require.Equal(t, exitMisuse, code)
		require.Contains(t, out, says)
		require.NotContains(t, out+errs, "secret")
	}
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

func TestFilterAnswersEveryLine(t *testing.T) {
	out, errs, code := scan(t, "\ufeff{\"id\":\"a\",\"text\":\"\"}\n\n  \nnull\n{\"id\":\"b\",\"text\":\"hi\"}\r\n", "-jsonl")
	require.Equal(t, exitMisuse, code)
	require.NotEmpty(t, errs)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 5)
	require.Contains(t, lines[0], `"id":"a"`)
	require.Equal(t, `{"line":2,"error":"the line is empty"}`, lines[1])
	require.Equal(t, `{"line":3,"error":"the line is empty"}`, lines[2])
	require.Equal(t, `{"line":4,"error":"not a JSON object"}`, lines[3])
	require.Contains(t, lines[4], `"id":"b"`)
}

func TestFilterFlushesBeforeItWaits(t *testing.T) {
	in, feed := io.Pipe()
	answers, out := io.Pipe()
	done := make(chan int, 1)
	go func() {
		done <- run([]string{"-jsonl"}, in, out, io.Discard)
		out.Close()
	}()
	read := bufio.NewReader(answers)
	for i := range 3 {
		fmt.Fprintf(feed, `{"id":"%d","text":"hello"}`+"\n", i)
		line, err := read.ReadString('\n') // hangs if the answer is held back
		require.NoError(t, err)
		require.Contains(t, line, fmt.Sprintf(`"id":"%d"`, i))
	}
	feed.Close()
	require.Equal(t, exitFine, <-done)
}

func TestReadLineSkipsWhatIsTooLong(t *testing.T) {
	in := bufio.NewReaderSize(strings.NewReader(strings.Repeat("x", 100)+"\nnext\n"), 16)
	_, err := readLine(in, 50)
	require.ErrorIs(t, err, errLong)
	line, err := readLine(in, 50)
	require.NoError(t, err)
	require.Equal(t, "next\n", string(line))
}

func TestPageToStandardOutput(t *testing.T) {
	out, _, code := scan(t, "", "-html", "-", "Kit Rowe \u202e here")
	require.Zero(t, code)
	require.Contains(t, out, "<!doctype html>")
	require.NotContains(t, out, "\u202e")
}

func TestConversations(t *testing.T) {
	type m = struct{ From, Handle, Text string }
	for _, c := range []struct {
		name         string
		messages     []m
		thread, with string
	}{
		{"the clinic's own name and phone", []m{{"patient", "", "my stitches popped open"}, {"clinic", "", "Hi, Jess from the desk here! Ring us on 415-555-0134"}}, "identifier", "identifier"},
		{"an answered question", []m{{"patient", "", "my name is Wiremu Tamahere, the form keeps timing out"}, {"clinic", "", "Any asthma or diabetes?"}, {"patient", "", "yeah the first one"}}, "phi", "phi"},
		{"a bare date of birth", []m{{"patient", "", "i need my seretide inhaler for my asthma"}, {"clinic", "", "What's your date of birth?"}, {"patient", "", "9/11/87"}}, "phi", "phi"},
		{"nothing at all", []m{{"patient", "", "do you sell gift cards?"}, {"clinic", "", "We do."}}, "none", "none"},
		{"a handle alone", []m{{"patient", "@kit.rowe", "do you sell gift cards?"}}, "none", "identifier"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var list []map[string]string
			for _, x := range c.messages {
				list = append(list, map[string]string{"from": x.From, "handle": x.Handle, "text": x.Text})
			}
			in, err := json.Marshal(map[string]any{"id": "t", "messages": list})
			require.NoError(t, err)
			out, _, code := scan(t, string(in)+"\n", "-threads")
			require.Zero(t, code)
			var got struct {
				Messages []struct{ Thread string }
				With     string `json:"with_handle"`
			}
			require.NoError(t, json.Unmarshal([]byte(out), &got))
			require.Equal(t, c.thread, got.Messages[len(got.Messages)-1].Thread)
			require.Equal(t, c.with, got.With)
		})
	}
}
