package scan

import (
	"context"
	"io"
	"sync"

	"github.com/phidetect/phidetect/examples/beam/internal/records"
)

// batchBytes is about how much a worker is given at once: some hundred messages,
// so that handing them over costs nothing beside reading them.
const batchBytes = 64 << 10

// batch is some records, and the answers to them.
type batch struct {
	bytes   []byte
	records []records.Record // Bytes is set when all of the batch is there
	ends    []int
	answers Answers
	done    chan struct{}
}

// Run answers the records of r by the workers, side by side, and gives the
// answers to out in the order of the records. However long the input is, it holds
// no more than two batches a worker and one beside.
func Run(ctx context.Context, r *records.Reader, workers []*Worker, out func(*Answers) error) error {
	if len(workers) == 1 {
		return runOne(ctx, r, workers[0], out)
	}
	ctx, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()

	n := 2*len(workers) + 1
	free, work, order := make(chan *batch, n), make(chan *batch, n), make(chan *batch, n)
	for range n {
		free <- &batch{done: make(chan struct{}, 1)}
	}
	var readErr error // of the reading goroutine, until order is closed
	group.Go(func() {
		defer close(order)
		defer close(work)
		for readErr == nil {
			select {
			case <-ctx.Done():
				readErr = ctx.Err()
			case b := <-free:
				if readErr = b.fill(r); len(b.records) > 0 {
					order <- b // has room for all batches, as work has
					work <- b
				}
			}
		}
	})
	for _, w := range workers {
		group.Go(func() {
			for b := range work {
				b.answer(w)
				b.done <- struct{}{}
			}
		})
	}
	for b := range order {
		<-b.done
		if err := out(&b.answers); err != nil {
			return err
		}
		free <- b
	}
	return endOf(readErr)
}

func runOne(ctx context.Context, r *records.Reader, w *Worker, out func(*Answers) error) error {
	var b batch
	for {
		err := b.fill(r)
		b.answer(w)
		if err := out(&b.answers); err != nil {
			return err
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return endOf(err)
		}
	}
}

func endOf(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

// fill reads records until there are enough. With an error it has those read before.
func (b *batch) fill(r *records.Reader) error {
	b.shrink()
	for len(b.bytes) < batchBytes {
		rec, err := r.Read()
		if err != nil {
			return err
		}
		b.bytes = append(b.bytes, rec.Bytes...)
		b.ends = append(b.ends, len(b.bytes))
		b.records = append(b.records, rec)
	}
	return nil
}

// shrink makes the batch empty, and lets go of what a huge record made it grow to.
func (b *batch) shrink() {
	if cap(b.bytes) > 16*batchBytes {
		b.bytes, b.answers = nil, Answers{}
	}
	b.bytes, b.records, b.ends = b.bytes[:0], b.records[:0], b.ends[:0]
}

func (b *batch) answer(w *Worker) {
	b.answers.reset()
	from := 0
	for i, r := range b.records {
		r.Bytes = b.bytes[from:b.ends[i]]
		from = b.ends[i]
		w.Answer(&b.answers, r)
	}
}
