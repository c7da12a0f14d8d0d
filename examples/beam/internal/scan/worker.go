package scan

import (
	"fmt"

	"github.com/phidetect/phidetect/examples/beam/internal/messages"
	"github.com/phidetect/phidetect/examples/beam/internal/records"
	"github.com/phidetect/phidetect/phi"
)

// Answers are what was found in some records, in their order.
type Answers struct {
	// Findings are lines of JSON as phiscan -jsonl writes them. A record that
	// cannot be read has a line with its number and what is wrong.
	Findings []byte
	// Redacted are the messages in the format of the input, with labels in place of
	// the identifiers, and nothing but their ids beside them. Records that cannot be
	// read are not there.
	Redacted []byte
	// Messages are those of a thread.
	Messages []Placed
	tally    tally
}

// Placed is a message and where it began in its file.
type Placed struct {
	messages.Message
	Offset int64
}

func (a *Answers) reset() {
	a.Findings, a.Redacted = a.Findings[:0], a.Redacted[:0]
	clear(a.Messages)
	a.Messages = a.Messages[:0]
}

// Count adds what was counted to c; it does so once.
func (a *Answers) Count(c *Counts) { a.tally.addTo(c) }

// A Worker answers records, one after the other.
type Worker struct {
	redactor *phi.Redactor
	format   writer
	decoder  messages.Decoder
	result   phi.Result
	message  messages.Message
	text     []byte
}

// NewWorker gives a Worker for the files of a layout. The Redactor, and the
// Detector that it has, may be shared.
func NewWorker(r *phi.Redactor, l records.Layout) *Worker {
	return &Worker{redactor: r, format: newWriter(l)}
}

// Open makes the Worker ready for the records of a file.
func (w *Worker) Open(d messages.Decoder) { w.decoder = d }

// Answer appends the answer to a record.
func (w *Worker) Answer(a *Answers, r records.Record) {
	err := records.ErrLong
	if !r.Long {
		err = w.decoder.Decode(r, &w.message)
	}
	if err != nil {
		a.tally.bad++
		a.Findings = fmt.Appendf(a.Findings, `{"line":%d,"error":%q}`+"\n", r.Row, err.Error())
		return
	}
	m := &w.message
	w.redactor.Detector().DetectInto(&w.result, m.Text)
	a.tally.add(&w.result)
	a.Findings = append(w.result.AppendJSON(a.Findings, m.ID), '\n')
	w.text = w.redactor.AppendRedacted(w.text[:0], m.Text, &w.result)
	a.Redacted = w.format.append(a.Redacted, m.ID, w.text)
	if m.Thread != "" {
		a.Messages = append(a.Messages, Placed{*m, r.Offset})
	}
}
