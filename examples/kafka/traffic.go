package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/twmb/franz-go/pkg/kgo"
)

// sent is a message of the demonstration's input.
type sent struct {
	thread string
	ID     string    `json:"id"`
	Text   string    `json:"text"`
	From   phi.Party `json:"from"`
	Handle string    `json:"handle,omitempty"`
	At     time.Time `json:"at,omitzero"`
}

// record gives the message as a producer writes it.
func (m *sent) record() (*kgo.Record, error) {
	b, err := json.Marshal(m)
	return &kgo.Record{Key: []byte(m.thread), Value: b}, err
}

// label is how the corpus marks what stands in its texts.
var label = regexp.MustCompile(`⟦[a-z_]+\??\|([^⟦⟧]*)⟧`)

// eachLine decodes the lines of a file of the corpus.
func eachLine[T any](dir, name string, take func(T)) error {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return fmt.Errorf("-corpus is the folder of the messages, testdata/corpus of a clone: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var x T
		if err := json.Unmarshal(in.Bytes(), &x); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		take(x)
	}
	return in.Err()
}

// singleMessages gives the single messages of the corpus, each a thread of its
// own.
func singleMessages(dir string) (out []sent, err error) {
	type line struct{ ID, Text string }
	for _, name := range []string{"dm.jsonl", "soc.jsonl", "ml.jsonl", "adv.jsonl"} {
		err := eachLine(dir, name, func(l line) {
			out = append(out, sent{thread: l.ID, ID: l.ID, Text: label.ReplaceAllString(l.Text, "$1")})
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// threadMessages gives each thread of the corpus so many times over, as threads
// of different people who write at the same time: the first messages of all,
// then the second ones.
func threadMessages(dir string, times int) (out []sent, err error) {
	type line struct {
		ID       string
		Messages []sent
	}
	var threads []line
	if err := eachLine(dir, "thr.jsonl", func(l line) { threads = append(threads, l) }); err != nil {
		return nil, err
	}
	for i, more := 0, true; more; i++ {
		more = false
		for n := range times {
			for _, t := range threads {
				if i >= len(t.Messages) {
					continue
				}
				more = true
				m := t.Messages[i]
				m.thread = fmt.Sprintf("%s.%d", t.ID, n)
				m.ID = fmt.Sprintf("%s/%d", m.thread, i+1)
				m.Text = label.ReplaceAllString(m.Text, "$1")
				out = append(out, m)
			}
		}
	}
	return out, nil
}

// allMessages gives the threads and the single messages so many times over.
func allMessages(dir string, times int) ([]sent, error) {
	out, err := threadMessages(dir, times)
	if err != nil {
		return nil, err
	}
	singles, err := singleMessages(dir)
	for n := range times {
		for _, m := range singles {
			m.thread = fmt.Sprintf("%s.%d", m.ID, n)
			m.ID = m.thread
			out = append(out, m)
		}
	}
	return out, err
}

// expected is what one process finds that reads all messages in order.
type expected struct {
	verdict, thread, withHandle phi.Verdict
	messages                    int
}

// singleProcess reads the messages with a phi.Conversation for each thread. It
// gives what it found by id, and where the threads stand at the end.
func singleProcess(messages []sent) (map[string]expected, map[string]phi.Conversation) {
	found := make(map[string]expected, len(messages))
	threads := map[string]phi.Conversation{}
	for _, m := range messages {
		c := threads[m.thread]
		t := c.Add(nil, phi.Message{Text: m.Text, From: m.From, Sender: m.Handle, Handle: m.Handle != "", At: m.At})
		threads[m.thread] = c
		found[m.ID] = expected{t.Result.Verdict, t.Thread.Verdict, t.Thread.WithHandle, c.Len()}
	}
	return found, threads
}
