package main

import (
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

// FuzzLines feeds the filters with any bytes. The oracles: no panic; as many
// lines out as in, each a JSON object that is an answer or says which line it
// could not read; spans in bounds; exit status 2 exactly where such a line is;
// the same again.
func FuzzLines(f *testing.F) {
	files, err := filepath.Glob("../../testdata/corpus/*.jsonl")
	require.NoError(f, err)
	require.NotEmpty(f, files)
	for _, path := range files {
		if filepath.Base(path) == "held.jsonl" {
			continue
		}
		b, err := os.ReadFile(path)
		require.NoError(f, err)
		for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			if i%40 == 0 {
				f.Add([]byte(line), strings.Contains(line, `"messages"`))
			}
		}
	}
	for _, s := range []string{"", "\n", "{}", "null\n[]", `{"text":1}`, `{"id":1,"text":"x"}`, `{"id":{},"text":"x"}`, `{"id":"a","text":"a"}{"text":"b"}`, "\ufeff{\"text\":\"x\"}\r\n\r\n", `{"text":"\ud800"}`, "{\"text\":\"\xff\"}",
		`{"TEXT":"x","text":"y"}`, `{"messages":[]}`, `{"messages":[{"text":"x","from":"nobody"}]}`, `{"messages":[{"from":"clinic"}]}`, `{"messages":null}`, strings.Repeat("[", 20000)} {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, in []byte, threads bool) {
		mode := "-jsonl"
		if threads {
			mode = "-threads"
		}
		var out, errs, again bytes.Buffer
		code := run([]string{mode, "-"}, bytes.NewReader(in), &out, &errs)
		require.Equal(t, code, run([]string{mode, "-"}, bytes.NewReader(in), &again, io.Discard))
		require.True(t, bytes.Equal(out.Bytes(), again.Bytes()), "a second run gives another answer")

		rest := bytes.TrimPrefix(in, []byte("\ufeff"))
		lines := bytes.Split(rest, []byte("\n"))
		if len(lines[len(lines)-1]) == 0 {
			lines = lines[:len(lines)-1]
		}
		answers := strings.Split(out.String(), "\n")
		require.Empty(t, answers[len(answers)-1], "the last line has its end")
		answers = answers[:len(answers)-1]
		require.Len(t, answers, len(lines))
		bad := false
		for i, a := range answers {
			bad = requireAnswer(t, i+1, lines[i], a, threads) || bad
		}
		want := exitFine
		if bad {
			want = exitMisuse
		}
		require.Equal(t, want, code)
		require.Equal(t, bad, errs.Len() > 0)
	})
}

// requireAnswer checks the answer to a line; it reports one that says why there
// is none.
func requireAnswer(t *testing.T, n int, line []byte, answer string, threads bool) (bad bool) {
	t.Helper()
	var a struct {
		ID, Verdict, Error *string
		WithHandle         *string `json:"with_handle"`
		Line               int
		Spans, Health      []struct{ Start, End int }
		Messages           []struct{ Verdict, Thread string }
	}
	require.NoError(t, json.Unmarshal([]byte(answer), &a), "line %d", n)
	if a.Error != nil {
		require.Equal(t, n, a.Line)
		require.Equal(t, fmt.Sprintf(`{"line":%d,"error":`, n), answer[:len(fmt.Sprintf(`{"line":%d,"error":`, n))])
		return true
	}
	if threads {
		var in struct{ Messages []struct{ Text string } }
		require.NoError(t, json.Unmarshal(line, &in))
		require.Len(t, a.Messages, len(in.Messages), "line %d", n)
		require.NotNil(t, a.WithHandle)
		return false
	}
	require.NotNil(t, a.Verdict, "line %d", n)
	require.True(t, a.Spans != nil && a.Health != nil, "line %d: a list is missing", n)
	var in struct{ Text string }
	require.NoError(t, json.Unmarshal(line, &in))
	at := 0
	for _, s := range a.Spans {
		require.True(t, s.Start >= at && s.End > s.Start && s.End <= len(in.Text), "line %d: a span out of bounds", n)
		at = s.End
	}
	return false
}
