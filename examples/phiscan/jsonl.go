package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/phidetect/phidetect/phi"
)

// errBadLines is the end of a filter run that met a line it could not read.
var errBadLines = errors.New("some lines could not be read; each has an error line in its place")

// filter reads lines of JSON from the sources and writes a line for each, in
// order, flushed as it goes.
func (s *scanner) filter() error {
	out := bufio.NewWriterSize(s.stdout, 64<<10)
	f := lineFilter{out: out, answer: answerMessage(phi.New(nil))}
	if s.mode == modeThreads {
		f.answer = answerThread(phi.New(nil))
	}
	for _, src := range s.sources {
		r, size, closer, err := s.open(src)
		if err != nil {
			return err
		}
		m := newMeter(s.stderr, src.name, size)
		err = f.run(m.reader(r))
		m.clear()
		closer()
		if err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	s.found = s.failOn != 0 && f.met&s.failOn != 0
	if f.bad > 0 {
		return errBadLines
	}
	return nil
}

// lineFilter answers lines. An answer that cannot be given becomes an error
// line, which holds the line's number and what is wrong, never its text.
type lineFilter struct {
	out    *bufio.Writer
	answer func(dst, line []byte) ([]byte, phi.Verdict, error)
	line   int
	bad    int
	met    verdicts
	buf    []byte
}

// run answers each line of r. What is buffered is written out whenever the
// input has no further line ready, so that a program that waits for the answer
// of a line gets it.
func (f *lineFilter) run(r io.Reader) error {
	in := bufio.NewReaderSize(r, 256<<10)
	for first := true; ; {
		line, err := readLine(in, maxLine)
		if first {
			line = bytes.TrimPrefix(line, []byte("\ufeff")) // Windows editors put it there
			first = false
		}
		if len(line) > 0 || err == errLong {
			f.line++
			if werr := f.one(line, err == errLong); werr != nil {
				return werr
			}
		}
		if in.Buffered() == 0 || bytes.IndexByte(peek(in), '\n') < 0 {
			if werr := f.out.Flush(); werr != nil {
				return werr
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil && err != errLong {
			return fmt.Errorf("reading line %d: %w", f.line+1, reason(err))
		}
	}
}

// one answers a line, or says that it was too long to be read.
func (f *lineFilter) one(line []byte, long bool) error {
	var verdict phi.Verdict
	out, err := f.buf[:0], error(errLong)
	if !long {
		out, verdict, err = f.answer(out, line)
	}
	if err != nil {
		f.bad++
		out = fmt.Appendf(out[:0], `{"line":%d,"error":%q}`, f.line, err.Error())
	} else {
		f.met |= 1 << verdict
	}
	f.buf = append(out, '\n')
	_, err = f.out.Write(f.buf)
	return err
}

func peek(in *bufio.Reader) []byte {
	b, _ := in.Peek(in.Buffered())
	return b
}

// maxLine is the longest line that is answered, in bytes. It bounds the memory
// a hostile input can take.
const maxLine = 256 << 20

var errLong = errors.New("the line is longer than 256 MiB")

// readLine reads a line, its end included. A line longer than limit is skipped;
// the error is errLong.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	line, err := in.ReadSlice('\n')
	if err != bufio.ErrBufferFull {
		return line, err
	}
	long := append([]byte(nil), line...)
	tooLong := false
	for err == bufio.ErrBufferFull {
		line, err = in.ReadSlice('\n')
		if tooLong = tooLong || len(long)+len(line) > limit; tooLong {
			long = nil
			continue
		}
		long = append(long, line...)
	}
	if tooLong && (err == nil || err == io.EOF) {
		return nil, errLong
	}
	return long, err
}

// message is a line of -jsonl input. The id may be a string or a number.
type message struct {
	ID   json.RawMessage `json:"id"`
	Text *string         `json:"text"`
}

func answerMessage(d *phi.Detector) func(dst, line []byte) ([]byte, phi.Verdict, error) {
	var r phi.Result
	return func(dst, line []byte) ([]byte, phi.Verdict, error) {
		var m message
		if err := decode(line, &m); err != nil {
			return dst, 0, err
		}
		if m.Text == nil {
			return dst, 0, errors.New(`field "text" is missing; a line is {"id":"…","text":"…"}`)
		}
		id, err := idOf(m.ID)
		if err != nil {
			return dst, 0, err
		}
		d.DetectInto(&r, *m.Text)
		return r.AppendJSON(dst, id), r.Verdict, nil
	}
}

// idOf reads an id: a string, or a number taken as its digits.
func idOf(raw json.RawMessage) (string, error) {
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
	return "", errors.New(`field "id" must be a string or a number`)
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
