package phi

import (
	"errors"
	"io"
	"strings"
)

// ErrClosed is what a closed Writer answers.
var ErrClosed = errors.New("phi: the writer is closed")

// A Reader redacts what it reads. It is not safe for concurrent use.
type Reader struct {
	redaction
	src  io.Reader
	out  []byte
	read int // bytes of out that were given
	err  error
}

// A Writer redacts what is written to it and passes it on. Nothing is written
// before it is safe: what the end of an identifier may follow waits. Close
// writes the rest. It is not safe for concurrent use.
type Writer struct {
	redaction
	dst io.Writer
	out []byte
	err error
}

// redaction is a stream on its way through a Redactor.
type redaction struct {
	st   *stream
	by   *Redactor
	s    *Session
	plan plan
	sum  summary
	last Facts
}

// NewReader gives a Reader of what src holds, redacted as Redact would redact
// the whole. Memory does not grow with the text: at most about 100 KB are held.
// An error of src is passed on behind what was known to be complete before it.
func (r *Redactor) NewReader(src io.Reader) *Reader {
	return &Reader{redaction: r.redaction(r.session()), src: src}
}

// NewWriter gives a Writer that redacts on the way to dst as Redact would
// redact the whole. Close must be called.
func (r *Redactor) NewWriter(dst io.Writer) *Writer {
	return &Writer{redaction: r.redaction(r.session()), dst: dst}
}

// NewReader gives a Reader with the labels and surrogates of the session.
func (s *Session) NewReader(src io.Reader) *Reader {
	return &Reader{redaction: s.r.redaction(s), src: src}
}

// NewWriter gives a Writer with the labels and surrogates of the session.
func (s *Session) NewWriter(dst io.Writer) *Writer {
	return &Writer{redaction: s.r.redaction(s), dst: dst}
}

func (r *Redactor) redaction(s *Session) redaction {
	return redaction{st: newStream(r.detector), by: r, s: s}
}

// Facts sums up what was given so far: at the end the verdict of the whole.
func (r *Reader) Facts() Facts { return r.last }

// Facts sums up what was passed on so far: after Close the verdict of the whole.
func (w *Writer) Facts() Facts { return w.last }

// append appends the parts that are complete, redacted.
func (x *redaction) append(dst []byte, ended bool) []byte {
	for {
		text, ok := x.st.part(ended)
		if !ok {
			return dst
		}
		if x.s != nil {
			text = strings.Clone(text) // a Session keeps what its labels stand for
		}
		p := &x.st.s.part
		x.last = x.sum.add(x.by.detector, p, x.st.s.theirsOf(p))
		x.plan.make(x.by, text, p)
		dst = x.by.append(dst, nil, text, &x.plan, x.s)
	}
}

// Read gives redacted text.
func (r *Reader) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	for r.read == len(r.out) {
		if r.err != nil {
			return 0, r.err
		}
		n, err := readSome(r.src, r.st.room())
		r.st.buf = r.st.buf[:len(r.st.buf)+n]
		r.out, r.read = r.append(r.out[:0], err == io.EOF), 0
		if err != nil {
			r.err = err
			r.st.close()
		}
	}
	n := copy(b, r.out[r.read:])
	r.read += n
	return n, nil
}

// Write takes in text and writes what of it is complete. The count is that of
// the bytes taken in. After an error of the underlying writer every call gives
// it again.
func (w *Writer) Write(b []byte) (int, error) {
	taken := 0
	for len(b) > 0 {
		if w.err != nil {
			return taken, w.err
		}
		n := copy(w.st.room(), b)
		w.st.buf = w.st.buf[:len(w.st.buf)+n]
		b, taken = b[n:], taken+n
		w.pass(false)
	}
	return taken, w.err
}

// Flush ends the text here: it writes what was held back, and what comes is
// read as a text of its own. An identifier that lies across is not found.
func (w *Writer) Flush() error {
	if w.err != nil {
		return w.err
	}
	w.pass(true)
	w.st.buf, w.st.next = w.st.buf[:0], 0
	return w.err
}

// Close writes the rest. It does not close the underlying writer. A second
// call does nothing.
func (w *Writer) Close() error {
	if w.err == ErrClosed {
		return nil
	}
	err := w.err
	if err == nil {
		err = w.Flush()
	}
	w.st.close()
	w.err = ErrClosed
	return err
}

func (w *Writer) pass(ended bool) {
	w.out = w.append(w.out[:0], ended)
	if len(w.out) == 0 {
		return
	}
	n, err := w.dst.Write(w.out)
	if err == nil && n < len(w.out) {
		err = io.ErrShortWrite
	}
	if err != nil {
		w.err = err
	}
}
