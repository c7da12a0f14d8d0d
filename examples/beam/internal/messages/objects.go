package messages

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"github.com/phidetect/phidetect/examples/beam/internal/records"
)

// objects reads lines of JSON just as phiscan does, so that both give the
// same findings and the same errors. The struct it decodes into is made at run
// time, because the names of its members come from the flags.
type objects struct {
	fields Fields
	shape  reflect.Value // a struct of the type that shapeOf gives
}

// The members of the struct, by place.
const (
	memberID = iota
	memberText
	memberThread
	memberFrom
	memberSender
	memberAt
)

func newObjects(f Fields) *objects {
	raw, str := reflect.TypeFor[json.RawMessage](), reflect.TypeFor[*string]()
	var members []reflect.StructField
	add := func(name string, t reflect.Type, key string) {
		if key == "" {
			key = "-" // not read
		} else if key == "-" {
			key = "-," // as encoding/json spells the key "-"
		}
		members = append(members, reflect.StructField{Name: name, Type: t, Tag: reflect.StructTag(fmt.Sprintf("json:%q", key))})
	}
	add("ID", raw, f.ID)
	add("Text", str, f.Text)
	if f.Thread != "" {
		add("Thread", raw, f.Thread)
		add("From", str, f.From)
		add("Sender", str, f.Sender)
		add("At", str, f.At)
	}
	return &objects{fields: f, shape: reflect.New(reflect.StructOf(members)).Elem()}
}

func (o *objects) Decode(r records.Record, m *Message) error {
	*m = Message{}
	o.shape.SetZero()
	if err := decode(r.Bytes, o.shape.Addr().Interface()); err != nil {
		return err
	}
	text := o.str(memberText)
	if text == nil {
		return fmt.Errorf(`field %q is missing; a line is {%q:"…",%[1]q:"…"}`, o.fields.Text, o.fields.ID)
	}
	m.Text = *text
	var err error
	if m.ID, err = o.key(memberID, o.fields.ID); err != nil || o.fields.Thread == "" {
		return err
	}
	if m.Thread, err = o.key(memberThread, o.fields.Thread); err != nil {
		return err
	}
	if s := o.str(memberSender); s != nil {
		m.Sender = *s
	}
	if s := o.str(memberFrom); s != nil {
		if err := m.setParty(o.fields.From, *s); err != nil {
			return err
		}
	}
	if s := o.str(memberAt); s != nil {
		return m.setTime(o.fields.At, *s)
	}
	return nil
}

func (o *objects) str(member int) *string { return o.shape.Field(member).Interface().(*string) }

// key reads an id: a string, or a number taken as its digits.
func (o *objects) key(member int, name string) (string, error) {
	raw := o.shape.Field(member).Bytes()
	if len(raw) == 0 || string(raw) == "null" {
		return "", nil
	}
	var id string
	if raw[0] == '"' {
		if json.Unmarshal(raw, &id) == nil {
			return id, nil
		}
	} else if raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9' {
		return string(raw), nil
	}
	return "", fmt.Errorf(`field %q must be a string or a number`, name)
}

// decode reads a JSON object and puts its errors in words that hold nothing of
// the line.
func decode(line []byte, v any) error {
	if line = bytes.TrimSpace(line); len(line) == 0 {
		return errors.New("the line is empty")
	}
	err := json.Unmarshal(line, v)
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case err == nil && line[0] == '{':
		return nil
	case errors.As(err, &typ) && typ.Field != "":
		return fmt.Errorf("field %q has the wrong type", typ.Field)
	case errors.As(err, &typ):
		return errors.New("not a JSON object")
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON at byte %d", syntax.Offset)
	}
	return errors.New("not a JSON object")
}
