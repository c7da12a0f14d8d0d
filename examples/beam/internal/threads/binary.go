package threads

import (
	"encoding/binary"
	"errors"

	"github.com/phidetect/phidetect/phi"
)

// errBinary is the error of bytes that no Thread or Message was written to.
var errBinary = errors.New("threads: not the bytes of a thread")

// AppendBinary and UnmarshalBinary carry messages and threads between workers.

// AppendBinary appends the message to b.
func (m Message) AppendBinary(b []byte) []byte {
	b = m.Place.appendTo(b)
	b = append(b, byte(m.From))
	b = appendString(b, m.Sender)
	return appendString(b, m.Text)
}

// UnmarshalBinary reads what AppendBinary wrote.
func (m *Message) UnmarshalBinary(b []byte) error {
	d := decoder{b: b}
	*m = d.message()
	return d.end()
}

// AppendBinary appends the thread to b.
func (t Thread) AppendBinary(b []byte) []byte {
	b = binary.AppendVarint(b, t.Count)
	if t.IsCut {
		b = t.Cut.appendTo(append(b, 1))
	} else {
		b = append(b, 0)
	}
	b = binary.AppendUvarint(b, uint64(len(t.Messages)))
	for i := range t.Messages {
		b = t.Messages[i].AppendBinary(b)
	}
	return b
}

// UnmarshalBinary reads what AppendBinary wrote.
func (t *Thread) UnmarshalBinary(b []byte) error {
	d := decoder{b: b}
	*t = Thread{Count: d.varint()}
	if t.IsCut = d.byte() == 1; t.IsCut {
		t.Cut = d.place()
	}
	for n := d.uvarint(); n > 0 && !d.bad; n-- {
		m := d.message()
		t.Messages = append(t.Messages, m)
		t.bytes += m.size()
	}
	return d.end()
}

func (p Place) appendTo(b []byte) []byte {
	b = binary.AppendVarint(b, p.At)
	b = appendString(b, p.File)
	return binary.AppendVarint(b, p.Offset)
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// A decoder reads from b until something is wrong.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) end() error {
	if d.bad || len(d.b) > 0 {
		return errBinary
	}
	return nil
}

func (d *decoder) skip(n int) {
	if d.bad = d.bad || n <= 0; !d.bad {
		d.b = d.b[n:]
	}
}

func (d *decoder) varint() int64 {
	v, n := binary.Varint(d.b)
	d.skip(n)
	return v
}

func (d *decoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.b)
	d.skip(n)
	return v
}

func (d *decoder) byte() (c byte) {
	if len(d.b) > 0 {
		c = d.b[0]
	}
	d.skip(min(1, len(d.b)))
	return c
}

func (d *decoder) string() string {
	n := d.uvarint()
	if d.bad = d.bad || n > uint64(len(d.b)); d.bad || n == 0 {
		return ""
	}
	s := string(d.b[:n])
	d.skip(int(n))
	return s
}

func (d *decoder) place() Place {
	return Place{At: d.varint(), File: d.string(), Offset: d.varint()}
}

func (d *decoder) message() Message {
	m := Message{Place: d.place()}
	m.From, m.Sender, m.Text = phi.Party(d.byte()), d.string(), d.string()
	return m
}
