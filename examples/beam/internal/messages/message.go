// Package messages reads a message out of a record of JSON, CSV or text. Its
// errors name fields and rows and hold nothing of the record.
package messages

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/phidetect/phidetect/examples/beam/internal/records"
	"github.com/phidetect/phidetect/phi"
)

// A Message is what is read of a record.
type Message struct {
	ID, Text string
	// What follows is read only where Fields.Thread names a field.
	Thread string // "" is no thread
	From   phi.Party
	Sender string
	At     time.Time // the zero time is unknown
}

// Fields names the members of the JSON object or the columns of the table.
type Fields struct {
	ID, Text string
	// Thread is "" where messages are of no thread; then From, Sender and At are
	// not read either.
	Thread, From, Sender, At string
}

// Check reports the first name that cannot be one, or two that are the same.
func (f Fields) Check() error {
	seen := map[string]string{}
	for _, n := range f.list() {
		switch {
		case n.name == "" && n.flag == "text-field":
			return errors.New("-text-field is empty; it names the field that holds the message")
		case strings.ContainsAny(n.name, "\"\\`',\n\r"):
			return fmt.Errorf("-%s has a quote, a comma, a backslash or a line end in it, which names of fields cannot have here", n.flag)
		case n.name != "" && seen[n.name] != "":
			return fmt.Errorf("-%s and -%s name the same field", seen[n.name], n.flag)
		}
		seen[n.name] = n.flag
	}
	return nil
}

type namedField struct{ flag, name string }

func (f Fields) list() []namedField {
	list := []namedField{{"id-field", f.ID}, {"text-field", f.Text}}
	if f.Thread != "" {
		list = append(list, namedField{"thread-field", f.Thread}, namedField{"from-field", f.From}, namedField{"sender-field", f.Sender}, namedField{"at-field", f.At})
	}
	return list
}

// A Decoder reads messages of one file. It is not safe for concurrent use.
type Decoder interface {
	// Decode sets m; an error says why the record is no message.
	Decode(r records.Record, m *Message) error
}

// NewDecoder gives the Decoder of a file. header is the first record of a table;
// the error says that it lacks a column.
func NewDecoder(l records.Layout, f Fields, header []byte) (Decoder, error) {
	switch l.Format {
	case records.CSV:
		return newTable(l, f, header)
	case records.JSONL:
		return newObjects(f), nil
	}
	return lines{}, nil
}

// lines reads a message a line; its id is the number of the line.
type lines struct{}

func (lines) Decode(r records.Record, m *Message) error {
	*m = Message{ID: rowID(r.Row), Text: strings.TrimRight(string(r.Bytes), "\r\n")}
	return nil
}

func rowID(row int64) string { return fmt.Sprint(row) }

// setParty and setTime read what stands in a field; "" is what is not known.
func (m *Message) setParty(field, s string) error {
	if s != "" && m.From.UnmarshalText([]byte(s)) != nil {
		return fmt.Errorf(`field %q must be "patient", "clinic" or "other"`, field)
	}
	return nil
}

func (m *Message) setTime(field, s string) error {
	if s == "" {
		return nil
	}
	at, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return fmt.Errorf("field %q must be a time as RFC 3339 has it: 2026-01-14T16:20:00Z", field)
	}
	m.At = at
	return nil
}
