package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/twmb/franz-go/pkg/kgo"
)

// message is a record of the input, read.
type message struct {
	id     string
	text   string
	from   phi.Party
	handle string
	at     time.Time
}

// bad is why a record goes to the dead letters. Neither part holds anything of
// the record.
type bad struct{ reason, detail string }

func (b *bad) Error() string { return b.reason + ": " + b.detail }

// jsonMessage is a value of -format json. The id may be a string or a number;
// other fields are allowed and passed over.
type jsonMessage struct {
	ID     json.RawMessage `json:"id"`
	Text   *string         `json:"text"`
	From   string          `json:"from"`
	Handle string          `json:"handle"`
	At     time.Time       `json:"at"`
}

// read gives the message of a record. One without an id gets its position as
// id, one without a time the record's.
func (m *message) read(r *kgo.Record, raw bool, maxText int) *bad {
	*m = message{at: r.Timestamp}
	var wrong *bad
	if raw {
		wrong = m.readRaw(r)
	} else {
		wrong = m.readJSON(r.Value)
	}
	switch {
	case wrong != nil:
		return wrong
	case len(m.text) > maxText:
		return &bad{"text_too_long", fmt.Sprintf("the text is longer than the %d bytes of -max-text", maxText)}
	case m.at.UTC().Year() < 0 || m.at.UTC().Year() > 9999:
		return &bad{"bad_at", "the time lies outside the years 0 to 9999"}
	case m.id == "":
		m.id = position(r)
	}
	return nil
}

// readRaw takes the value for the text, and the id, the side and the handle of
// the sender from headers.
func (m *message) readRaw(r *kgo.Record) *bad {
	m.text = string(r.Value)
	for _, h := range r.Headers {
		switch h.Key {
		case "id":
			m.id = string(h.Value)
		case "handle":
			m.handle = string(h.Value)
		case "from":
			if m.from.UnmarshalText(h.Value) != nil {
				return &bad{"bad_from", `header "from" must be "patient", "clinic" or "other"`}
			}
		}
	}
	return nil
}

func (m *message) readJSON(value []byte) *bad {
	var j jsonMessage
	if err := json.Unmarshal(value, &j); err != nil || !bytes.HasPrefix(bytes.TrimSpace(value), []byte{'{'}) {
		return inOurWords(err)
	}
	switch {
	case j.Text == nil:
		return &bad{"no_text", `field "text" is missing; a value is {"id":"…","text":"…"}`}
	case j.From != "" && m.from.UnmarshalText([]byte(j.From)) != nil:
		return &bad{"bad_from", `field "from" must be "patient", "clinic" or "other"`}
	}
	switch {
	case len(j.ID) == 0 || string(j.ID) == "null":
	case j.ID[0] == '"':
		if json.Unmarshal(j.ID, &m.id) != nil {
			return &bad{"bad_id", `field "id" must be a string or a number`}
		}
	case j.ID[0] == '-' || j.ID[0] >= '0' && j.ID[0] <= '9':
		m.id = string(j.ID)
	default:
		return &bad{"bad_id", `field "id" must be a string or a number`}
	}
	m.text, m.handle = *j.Text, j.Handle
	if !j.At.IsZero() {
		m.at = j.At
	}
	return nil
}

// inOurWords says what is wrong without the words of encoding/json, which quote
// what they read.
func inOurWords(err error) *bad {
	var typ *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &typ) && typ.Field != "":
		return &bad{"bad_field", fmt.Sprintf("field %q has the wrong type", typ.Field)}
	case errors.As(err, &typ):
		return &bad{"not_json", "not a JSON object"}
	case errors.As(err, &syntax):
		return &bad{"not_json", fmt.Sprintf("not valid JSON at byte %d", syntax.Offset)}
	case err != nil: // what else fails is the time
		return &bad{"bad_at", `field "at" must be a time such as "2026-01-14T16:20:00Z"`}
	}
	return &bad{"not_json", "not a JSON object"}
}

// position names a record by where it stands.
func position(r *kgo.Record) string {
	b := append([]byte(r.Topic), '/')
	b = append(strconv.AppendInt(b, int64(r.Partition), 10), '/')
	return string(strconv.AppendInt(b, r.Offset, 10))
}
