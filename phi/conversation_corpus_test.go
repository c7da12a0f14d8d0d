package phi

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

type labelledThread struct {
	id         string
	messages   []Message
	verdicts   []Verdict // of each message
	threads    []Verdict // of the thread behind each
	withHandle Verdict
}

var inlineLabel = regexp.MustCompile(`⟦[a-z_]+\??\|([^⟦⟧]*)⟧`)

// The threads: those of the corpus and those that the rules were written with,
// and those that were only scored meanwhile, which no trainer reads either.
var (
	knownThreads = []string{"corpus/thr.jsonl", "threads/dev.jsonl"}
	heldThreads  = []string{"threads/held.jsonl"}
)

// corpusThreads reads all labelled threads.
func corpusThreads(t testing.TB) []labelledThread {
	return readThreads(t, slices.Concat(knownThreads, heldThreads))
}

func readThreads(t testing.TB, files []string) (out []labelledThread) {
	t.Helper()
	for _, name := range files {
		f, err := os.Open("../testdata/" + name)
		require.NoError(t, err)
		defer f.Close()
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			out = append(out, parseThread(t, in.Bytes()))
		}
		require.NoError(t, in.Err())
	}
	require.NotEmpty(t, out)
	return out
}

func parseThread(t testing.TB, line []byte) labelledThread {
	t.Helper()
	var row struct {
		ID       string
		Messages []struct {
			From            Party
			Handle, Text    string
			Verdict, Thread Verdict
			With            *Verdict `json:"thread_with_handle"`
		}
	}
	require.NoError(t, json.Unmarshal(line, &row))
	th := labelledThread{id: row.ID}
	for _, m := range row.Messages {
		th.messages = append(th.messages, Message{Text: inlineLabel.ReplaceAllString(m.Text, "$1"), From: m.From, Sender: m.Handle, Handle: m.Handle != ""})
		th.verdicts = append(th.verdicts, m.Verdict)
		th.threads = append(th.threads, m.Thread)
		if th.withHandle = m.Thread; m.With != nil {
			th.withHandle = *m.With
		}
	}
	return th
}

// TestThreadQuality holds the figures on the threads of the corpus, and on
// those that were held back while the rules were written.
func TestThreadQuality(t *testing.T) {
	for _, set := range []struct {
		name                                       string
		files                                      []string
		message, final, recall, precision, handles float64 // floors
	}{
		{"known", knownThreads, 0.97, 0.92, 0.96, 0.94, 0.94},
		{"held back", heldThreads, 0.88, 0.74, 0.83, 0.75, 0.76},
	} {
		t.Run(set.name, func(t *testing.T) {
			var messages, right, threads, final, handles, tp, fp, fn float64
			var turn Turn
			for _, th := range readThreads(t, set.files) {
				var c Conversation
				for i, m := range th.messages {
					c.AddInto(nil, &turn, m)
					messages++
					right += one(turn.Result.Verdict == th.verdicts[i])
				}
				want, got := th.threads[len(th.threads)-1], c.Verdict()
				threads++
				final += one(want == got)
				handles += one(th.withHandle == turn.Thread.WithHandle)
				tp += one(want == PHI && got == PHI)
				fp += one(want != PHI && got == PHI)
				fn += one(want == PHI && got != PHI)
			}
			t.Logf("%.0f threads, %.0f messages: message accuracy %.3f, final %.3f, phi recall %.3f, precision %.3f, with handle %.3f",
				threads, messages, right/messages, final/threads, tp/(tp+fn), tp/(tp+fp), handles/threads)
			require.GreaterOrEqual(t, right/messages, set.message, "message accuracy")
			require.GreaterOrEqual(t, final/threads, set.final, "final accuracy")
			require.GreaterOrEqual(t, tp/(tp+fn), set.recall, "phi recall")
			require.GreaterOrEqual(t, tp/(tp+fp), set.precision, "phi precision")
			require.GreaterOrEqual(t, handles/threads, set.handles, "accuracy with handles")
		})
	}
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// The spans of every turn keep the promises of Detect, whatever was added.
func TestThreadSpansKeepTheirPromises(t *testing.T) {
	for _, th := range corpusThreads(t) {
		var c Conversation
		for _, m := range th.messages {
			turn := c.Add(nil, m)
			check(t, m.Text, &turn.Result)
			require.Equal(t, Detect(m.Text).Verdict, turn.Alone, th.id)
		}
	}
}
