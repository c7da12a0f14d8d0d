package pipeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/phidetect/phidetect/examples/beam/internal/messages"
	"github.com/phidetect/phidetect/examples/beam/internal/records"
	"github.com/phidetect/phidetect/examples/beam/internal/scan"
	"github.com/phidetect/phidetect/examples/beam/internal/storage"
	"github.com/phidetect/phidetect/examples/beam/internal/threads"
	"github.com/phidetect/phidetect/phi"
)

// scanFn reads, redacts and counts the messages of blocks, and writes what it finds.
type scanFn struct {
	Config   Config
	workers  []*scan.Worker
	messages beam.Counter
	bad      beam.Counter
}

// Setup makes what all blocks of a worker use: one Detector and one Redactor.
func (f *scanFn) Setup() error {
	r, err := NewRedactor(f.Config.Policy)
	if err != nil {
		return err
	}
	n := f.Config.Parallel
	if n == 0 {
		n = runtime.GOMAXPROCS(0)
	}
	f.workers = make([]*scan.Worker, n)
	for i := range f.workers {
		f.workers[i] = scan.NewWorker(r, f.Config.Layout)
	}
	f.messages, f.bad = beam.NewCounter("phidetect", "messages"), beam.NewCounter("phidetect", "bad records")
	return nil
}

// NewRedactor gives the Redactor of a policy as JSON; nil is the default one.
func NewRedactor(policy []byte) (*phi.Redactor, error) {
	var p phi.RedactPolicy
	if policy != nil {
		if err := json.Unmarshal(policy, &p); err != nil {
			return nil, err
		}
	}
	return phi.NewRedactor(nil, p)
}

// ProcessElement scans a block. Its files get their names when all of it is
// done; doing it again gives the same files.
func (f *scanFn) ProcessElement(ctx context, j job, count func(string, scan.Counts), thread func(string, threads.Message)) error {
	header, err := f.header(ctx, &j)
	if err != nil {
		return err
	}
	if err := f.open(&j, header); err != nil {
		return err
	}
	in, err := storage.Open(ctx, j.Path, j.From())
	if err != nil {
		return err
	}
	defer in.Close()
	r := f.Config.Layout.NewReader(in, j.Block)
	if header != nil && j.Start == 0 {
		if _, err := r.Read(); err != nil {
			return fmt.Errorf("reading %s: %w", j.Path, err)
		}
	}
	out, err := f.create(ctx, &j)
	if err != nil {
		return err
	}
	sum := scan.Counts{}
	sum.Add(scan.Counts{}) // an empty file has counts too
	err = scan.Run(ctx, r, f.workers, func(a *scan.Answers) error {
		a.Count(&sum)
		for i := range a.Messages {
			m := &a.Messages[i]
			thread(m.Thread, threadMessage(&j, m))
		}
		return out.write(a)
	})
	if err != nil {
		out.discard(ctx)
		return fmt.Errorf("scanning %s: %w", j.Path, err)
	}
	if err := out.commit(ctx); err != nil {
		return err
	}
	count(j.Name, sum)
	f.messages.Inc(ctx, sum.Messages)
	f.bad.Inc(ctx, sum.Bad)
	return nil
}

// header is the first row of a table, which each of its blocks is read by.
func (f *scanFn) header(ctx context, j *job) ([]byte, error) {
	if f.Config.Layout.Format != records.CSV {
		return nil, nil
	}
	in, err := storage.Open(ctx, j.Path, 0)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	first, err := f.Config.Layout.NewReader(in, records.Block{End: 1}).Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s is empty; the first row of a table names the columns", j.Path)
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", j.Path, err)
	}
	return append([]byte{}, first.Bytes...), nil
}

// open makes the workers ready for a file.
func (f *scanFn) open(j *job, header []byte) error {
	for _, w := range f.workers {
		d, err := messages.NewDecoder(f.Config.Layout, f.Config.Fields, header)
		if err != nil {
			return fmt.Errorf("%s: %w", j.Path, err)
		}
		w.Open(d)
	}
	return nil
}

func threadMessage(j *job, m *scan.Placed) threads.Message {
	t := threads.Message{Place: threads.Place{File: j.Path, Offset: m.Offset}, Text: m.Text, Sender: m.Sender, From: m.From}
	if !m.At.IsZero() {
		t.At = m.At.UnixMilli()
	}
	return t
}
