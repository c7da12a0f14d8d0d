package structured

import (
	"bufio"
	"errors"
	"io"
)

// source gives the records of an input one after the other. What it gives is
// good until the next call.
type source struct {
	in    *bufio.Reader
	buf   []byte
	start int64 // where the last record began
	next  int64
}

func newReaderSource(r io.Reader) *source { return &source{in: bufio.NewReaderSize(r, 8<<10)} }

var errTooLong = errors.New("record too long")

// all gives the whole input.
func (s *source) all(most int) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(s.in, int64(most)+1))
	if err == nil && len(b) > most {
		err = errTooLong
	}
	return b, err
}

// line gives a line with its end, nothing at the end of the input.
func (s *source) line(most int) ([]byte, error) {
	s.buf = s.buf[:0]
	s.start = s.next
	err := s.more('\n', most)
	return s.buf, err
}

// more appends what stands up to a byte to the record.
func (s *source) more(end byte, most int) error {
	for {
		b, err := s.in.ReadSlice(end)
		s.buf = append(s.buf, b...)
		s.next += int64(len(b))
		if len(s.buf) > most {
			return errTooLong
		}
		switch err {
		case nil, io.EOF:
			return nil
		case bufio.ErrBufferFull:
		default:
			return err
		}
	}
}

// failIn gives the error of a source.
func (r *run) failIn(in *source, err error) error {
	if err == errTooLong {
		r.record++
		return r.fail(ErrSize, in.start+int64(r.s.opt.MaxBytes), "")
	}
	return err
}
