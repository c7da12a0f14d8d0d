package structured

import (
	"bytes"
	"io"
	"strconv"
)

// delimiters are those of MSH-1 and MSH-2 (HL7 v2.5.1, section 2.5.4); 0 is
// none.
type delimiters struct{ field, component, repetition, escape, sub byte }

// place is where a part of a message stands; numbers count from 1, 0 is none.
type place struct {
	segment                           string
	nth                               int // of this segment in the message
	field, repetition, component, sub int
}

func (p *place) String() string {
	s := p.segment + "[" + strconv.Itoa(p.nth) + "]"
	if p.field == 0 {
		return s
	}
	s += "-" + strconv.Itoa(p.field) + "[" + strconv.Itoa(p.repetition) + "]"
	if p.component > 0 {
		s += "." + strconv.Itoa(p.component)
	}
	if p.sub > 0 {
		s += "." + strconv.Itoa(p.sub)
	}
	return s
}

// bytesOf is a part of a message: bytes [start, end).
type bytesOf struct{ start, end int }

// split parts b[of.start:of.end] at a delimiter; the delimiter 0 parts nothing.
func split(dst []bytesOf, b []byte, of bytesOf, at byte) []bytesOf {
	for at != 0 {
		i := bytes.IndexByte(b[of.start:of.end], at)
		if i < 0 {
			break
		}
		dst = append(dst, bytesOf{of.start, of.start + i})
		of.start += i + 1
	}
	return append(dst, of)
}

// readDelimiters reads those that stand behind "MSH", "FHS" or "BHS".
func readDelimiters(segment []byte) (d delimiters, ok bool) {
	if len(segment) < 4 || wordByte(segment[3]) || segment[3] <= ' ' {
		return d, false
	}
	d.field = segment[3]
	rest := segment[4:]
	if i := bytes.IndexByte(rest, d.field); i >= 0 {
		rest = rest[:i]
	}
	for i, to := range []*byte{&d.component, &d.repetition, &d.escape, &d.sub} {
		if i < len(rest) {
			if wordByte(rest[i]) || rest[i] <= ' ' || rest[i] == d.field || bytes.IndexByte(rest[:i], rest[i]) >= 0 {
				return d, false
			}
			*to = rest[i]
		}
	}
	return d, d.component != 0
}

// segmentName gives the three letters that a segment begins with, "" for none.
func segmentName(b []byte) string {
	if len(b) < 3 {
		return ""
	}
	for i, c := range b[:3] {
		if (c < 'A' || c > 'Z') && (i == 0 || c < '0' || c > '9') {
			return ""
		}
	}
	return string(b[:3])
}

// heads reports the segments that set the delimiters.
func heads(name string) bool { return name == "MSH" || name == "FHS" || name == "BHS" }

// segment gives a segment with its end: a carriage return, a line feed or both;
// nothing at the end of the input. The bytes that frame a message in MLLP stand
// before and behind segments and stay there.
func (s *source) segment(most int) ([]byte, error) {
	s.buf = s.buf[:0]
	s.start = s.next
	for {
		b, err := s.in.Peek(1)
		if len(b) == 0 {
			if err == io.EOF {
				err = nil
			}
			return s.buf, err
		}
		b, _ = s.in.Peek(max(s.in.Buffered(), 1))
		i := bytes.IndexAny(b, "\r\n")
		n := len(b)
		if i >= 0 {
			n = i + 1
		}
		s.buf = append(s.buf, b[:n]...)
		s.in.Discard(n)
		s.next += int64(n)
		if len(s.buf) > most {
			return s.buf, errTooLong
		}
		if i < 0 {
			continue
		}
		for s.buf[len(s.buf)-1] == '\r' {
			if b, _ := s.in.Peek(1); len(b) == 0 || b[0] != '\n' {
				break
			}
			s.buf = append(s.buf, '\n')
			s.in.Discard(1)
			s.next++
		}
		return s.buf, nil
	}
}
