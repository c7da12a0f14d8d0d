package messages

import (
	"fmt"
	"strings"

	"github.com/phidetect/phidetect/examples/beam/internal/records"
)

// table reads rows of CSV by the columns that the first row names.
type table struct {
	layout  records.Layout
	fields  Fields
	row     records.Row
	columns map[string]int // by the name of a field, from 0
}

func newTable(l records.Layout, f Fields, header []byte) (*table, error) {
	t := &table{layout: l, fields: f, columns: map[string]int{}}
	l.Parse(&t.row, header)
	for i, cell := range t.row.Cells {
		if name := strings.TrimSpace(string(cell)); name != "" {
			if _, twice := t.columns[name]; !twice {
				t.columns[name] = i
			}
		}
	}
	if _, ok := t.columns[f.Text]; !ok {
		return nil, fmt.Errorf("there is no column %q; -text-field names the column that holds the message", f.Text)
	}
	if _, ok := t.columns[f.Thread]; !ok && f.Thread != "" {
		return nil, fmt.Errorf("there is no column %q, which -thread-field names", f.Thread)
	}
	return t, nil
}

// Decode reads a row. One without an id is known by its number.
func (t *table) Decode(r records.Record, m *Message) error {
	t.layout.Parse(&t.row, r.Bytes)
	*m = Message{}
	if at := t.columns[t.fields.Text]; at >= len(t.row.Cells) {
		return fmt.Errorf("the row has %d cells, and the message is in column %d", len(t.row.Cells), at+1)
	}
	m.Text = t.cell(t.fields.Text)
	if m.ID = t.cell(t.fields.ID); m.ID == "" {
		m.ID = rowID(r.Row)
	}
	if t.fields.Thread == "" {
		return nil
	}
	m.Thread, m.Sender = t.cell(t.fields.Thread), t.cell(t.fields.Sender)
	if err := m.setParty(t.fields.From, t.cell(t.fields.From)); err != nil {
		return err
	}
	return m.setTime(t.fields.At, t.cell(t.fields.At))
}

// cell is what stands in the column of a field, "" where there is none.
func (t *table) cell(field string) string {
	at, ok := t.columns[field]
	if field == "" || !ok || at >= len(t.row.Cells) {
		return ""
	}
	return string(t.row.Cells[at])
}
