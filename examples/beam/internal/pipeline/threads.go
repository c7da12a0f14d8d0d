package pipeline

import (
	"encoding/json"
	"fmt"
	"hash/fnv"

	"github.com/phidetect/phidetect/examples/beam/internal/storage"
	"github.com/phidetect/phidetect/examples/beam/internal/threads"
)

// threadFn is phi.Conversation as a combiner: accumulators hold the messages of
// a thread in order, and at the end the conversation is had.
type threadFn struct{ Limit int }

// CreateAccumulator gives a thread without messages.
func (*threadFn) CreateAccumulator() threads.Thread { return threads.Thread{} }

// AddInput takes in a message.
func (f *threadFn) AddInput(t threads.Thread, m threads.Message) threads.Thread {
	t.Add(m, f.Limit)
	return t
}

// MergeAccumulators joins what two workers have seen of a thread.
func (f *threadFn) MergeAccumulators(a, b threads.Thread) threads.Thread {
	a.Merge(&b, f.Limit)
	return a
}

// ExtractOutput judges the thread.
func (*threadFn) ExtractOutput(t threads.Thread) threads.Outcome { return t.Outcome(nil) }

// threadShards is how many files the threads are written to.
const threadShards = 16

// lineFn makes a line of a thread and says which file it goes to.
type lineFn struct{}

// ProcessElement writes the outcome as JSON behind the key.
func (*lineFn) ProcessElement(key string, o threads.Outcome) (int, string, error) {
	line, err := json.Marshal(struct {
		Thread string `json:"thread"`
		threads.Outcome
	}{key, o})
	h := fnv.New32a()
	h.Write([]byte(key))
	return int(h.Sum32() % threadShards), string(line), err
}

// threadsFn writes the lines of a file.
type threadsFn struct{ Config Config }

// ProcessElement is called once for each file.
func (f *threadsFn) ProcessElement(ctx context, shard int, lines func(*string) bool) error {
	w, err := storage.Create(ctx, f.Config.Out, fmt.Sprintf("%s/threads-%05d-of-%05d.jsonl", ThreadsFolder, shard, threadShards))
	if err != nil {
		return err
	}
	for line := ""; lines(&line); {
		w.WriteString(line) // Commit tells of what is wrong
		w.WriteByte('\n')
	}
	return w.Commit(ctx)
}
