package scan

import (
	"bytes"
	"encoding/csv"
	"encoding/json"

	"github.com/phidetect/phidetect/examples/beam/internal/messages"
	"github.com/phidetect/phidetect/examples/beam/internal/records"
)

// writer puts a redacted message in the form of its format. What else stood in
// the record is left out: nobody has looked whether it may be shown.
type writer struct {
	layout records.Layout
	buf    bytes.Buffer
}

func newWriter(l records.Layout) writer { return writer{layout: l} }

func (w *writer) append(dst []byte, id string, text []byte) []byte {
	w.buf.Reset()
	switch w.layout.Format {
	case records.JSONL:
		e := json.NewEncoder(&w.buf) // with a line end behind
		e.SetEscapeHTML(false)
		// Strings cannot fail, nor can a Buffer.
		_ = e.Encode(struct {
			ID   string `json:"id,omitempty"`
			Text string `json:"text"`
		}{id, string(text)})
	case records.CSV:
		w.row(id, string(text))
	default:
		return append(append(dst, text...), '\n')
	}
	return append(dst, w.buf.Bytes()...)
}

func (w *writer) row(cells ...string) {
	c := csv.NewWriter(&w.buf)
	c.Comma = rune(w.layout.Comma)
	_ = c.Write(cells) // into a Buffer
	c.Flush()
}

// Header is what stands before the redacted messages of a file: the first row of a
// table.
func Header(l records.Layout, f messages.Fields) []byte {
	if l.Format != records.CSV {
		return nil
	}
	w := newWriter(l)
	id := f.ID
	if id == "" {
		id = "id"
	}
	w.row(id, f.Text)
	return w.buf.Bytes()
}
