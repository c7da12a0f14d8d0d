package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/beam/internal/compare"
)

// Threads whose messages are strewn over files, out of order, get the verdicts that
// phiscan -threads gives them whole.
func TestThreadsLikePhiscan(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	type message struct {
		At, From, Text string
		Handle         *string
	}
	var whole bytes.Buffer
	var strewn []map[string]any
	f, err := os.Open(filepath.Join(corpusFolder, "thr.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	threads := 0
	for lines.Scan() {
		var thread struct {
			ID       string    `json:"id"`
			Messages []message `json:"messages"`
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &thread))
		threads++
		var plain []map[string]any
		for i, m := range thread.Messages {
			one := map[string]any{"from": m.From, "handle": m.Handle, "text": compare.Unmarked(m.Text)}
			plain = append(plain, one)
			strewn = append(strewn, map[string]any{"id": fmt.Sprint(thread.ID, "/", i), "chat": thread.ID,
				"at": fmt.Sprintf("2026-01-14T16:%02d:00Z", i), "from": m.From, "handle": m.Handle, "text": one["text"]})
		}
		line, err := json.Marshal(map[string]any{"id": thread.ID, "messages": plain})
		require.NoError(t, err)
		whole.Write(append(line, '\n'))
	}
	require.NoError(t, lines.Err())
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(strewn), func(i, j int) { strewn[i], strewn[j] = strewn[j], strewn[i] })
	var files [3]bytes.Buffer
	for i, m := range strewn {
		line, err := json.Marshal(m)
		require.NoError(t, err)
		files[i%3].Write(append(line, '\n'))
	}
	for i := range files {
		write(t, in, fmt.Sprintf("in/%d.jsonl", i), files[i].String())
	}
	job(t, "-out", out, "-block", "3000", "-thread-field", "chat", filepath.Join(in, "in", "*.jsonl"))

	want := map[string][3]string{}
	for line := range bytes.Lines(phiscan(t)("-threads", write(t, in, "whole.jsonl", whole.String()))) {
		var a struct {
			ID         string
			Messages   []struct{ Thread string }
			WithHandle string `json:"with_handle"`
		}
		require.NoError(t, json.Unmarshal(line, &a))
		want[a.ID] = [3]string{a.Messages[len(a.Messages)-1].Thread, a.WithHandle, fmt.Sprint(len(a.Messages))}
	}
	require.Len(t, want, threads)
	all, _ := parts(t, out, "threads/threads")
	got := map[string][3]string{}
	for line := range bytes.Lines(all) {
		var a struct {
			Thread, Verdict string
			WithHandle      string `json:"with_handle"`
			Messages        int
			LeftOut         int `json:"left_out"`
		}
		require.NoError(t, json.Unmarshal(line, &a))
		require.NotContains(t, got, a.Thread, "it is there twice")
		require.Zero(t, a.LeftOut)
		got[a.Thread] = [3]string{a.Verdict, a.WithHandle, fmt.Sprint(a.Messages)}
	}
	require.Equal(t, want, got)
}
