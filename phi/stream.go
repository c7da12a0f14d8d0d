package phi

import (
	"context"
	"errors"
	"io"
	"iter"
	"unicode/utf8"
	"unsafe"

	"github.com/phidetect/phidetect/identifiers"
)

// stream cuts what comes in pieces into the parts that the whole text would be
// read in. It holds a window of text and what stood right before it.
type stream struct {
	d    *Detector
	s    *scratch
	buf  []byte
	next int // where the next part begins in buf
}

func newStream(d *Detector) *stream { return &stream{d: d, s: d.pool.Get().(*scratch)} }

// close gives the scratch back; the stream is of no use any more.
func (st *stream) close() {
	if st.s != nil {
		st.d.pool.Put(st.s)
		st.s = nil
	}
}

// firstRoom is the buffer of a stream at first: most are short.
const firstRoom = 4 << 10

// room gives the free part of the buffer, which grows to a window and a half
// and no further, so that however long the stream, memory stays the same.
func (st *stream) room() []byte {
	// behind a part stays what the next is read with
	if keep := st.next - st.d.cuts.behind - 2*utf8.UTFMax; keep > 0 && len(st.buf) > st.d.cuts.window {
		n := copy(st.buf, st.buf[keep:])
		st.buf, st.next = st.buf[:n], st.next-keep
	}
	if size := st.d.cuts.window + st.d.cuts.window/2; len(st.buf) == cap(st.buf) && cap(st.buf) < size {
		st.buf = append(make([]byte, 0, min(size, max(firstRoom, 4*cap(st.buf)))), st.buf...)
	}
	return st.buf[len(st.buf):cap(st.buf)]
}

// part reads the next part, in offsets of its own, into st.s.part; false if
// more text is needed to know where it ends. The text is valid until more comes.
func (st *stream) part(ended bool) (text string, ok bool) {
	rest := len(st.buf) - st.next
	if rest == 0 || !ended && rest <= st.d.cuts.window {
		return "", false
	}
	all := unsafe.String(unsafe.SliceData(st.buf), len(st.buf))
	start := st.next
	st.next = st.d.part(st.s, all, start, ended)
	st.s.part.shift(-start)
	return all[start:st.next], true
}

// A Part is a piece of a stream with what was found in it.
type Part struct {
	// Offset is where the part begins in the stream, in bytes.
	Offset int64
	// Text is the part; it is valid until the next one.
	Text []byte
	// Result is of this part alone, its offsets within Text. It is valid until
	// the next part. Nothing found lies across two parts.
	Result *Result
	// SoFar sums up the stream up to the end of this part: an identifier in one
	// part and health in another make PHI together.
	SoFar Facts
}

// Scan reads r to its end and gives its parts with what was found in each, the
// same spans as in the whole text. A part has at most 32 KB; memory does not
// grow with the stream. An error of r other than io.EOF, or that of ctx, comes
// as the last pair, and what was not known to be complete is left out. Breaking
// off is allowed at any time. It takes time linear in the text.
func (d *Detector) Scan(ctx context.Context, r io.Reader) iter.Seq2[Part, error] {
	return func(yield func(Part, error) bool) {
		st := newStream(d)
		defer st.close()
		var sum summary
		offset := int64(0)
		for ended := false; !ended; {
			if err := ctx.Err(); err != nil {
				yield(Part{}, err)
				return
			}
			n, err := readSome(r, st.room())
			st.buf = st.buf[:len(st.buf)+n]
			ended = err == io.EOF
			for {
				text, ok := st.part(ended)
				if !ok {
					break
				}
				p := Part{Offset: offset, Text: st.buf[st.next-len(text) : st.next : st.next], Result: &st.s.part}
				p.Result.Verdict, p.Result.Reasons = d.judge(p.Result, st.s.theirs)
				p.SoFar = sum.add(d, p.Result, st.s.theirsOf(p.Result))
				offset += int64(len(text))
				if !yield(p, nil) {
					return
				}
			}
			if err != nil && !ended {
				yield(Part{}, err)
				return
			}
		}
	}
}

// emptyReads is how often in a row a Reader may give nothing.
const emptyReads = 100

func readSome(r io.Reader, b []byte) (int, error) {
	for range emptyReads {
		n, err := r.Read(b)
		if n < 0 || n > len(b) {
			return 0, errReader
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
	return 0, io.ErrNoProgress
}

var errReader = errors.New("phi: the reader gives an impossible count")

// summary joins the parts of a stream. Of spans it keeps one of each kind that
// a verdict tells apart, so that it does not grow.
type summary struct {
	all    Result
	theirs float32
}

// add takes in the next part and gives the facts so far.
func (m *summary) add(d *Detector, p *Result, theirs float32) Facts {
	spans, evidence := p.Spans, p.Health.Evidence
	for i := range spans {
		if !m.has(&spans[i]) {
			m.all.Spans = append(m.all.Spans, spans[i])
		}
	}
	p.Spans = nil
	p.Health.Evidence = evidence[:min(1, len(evidence))]
	m.all.add(p)
	m.all.Health.Evidence = m.all.Health.Evidence[:min(1, len(m.all.Health.Evidence))]
	p.Spans, p.Health.Evidence = spans, evidence
	m.theirs = max(m.theirs, theirs)
	m.all.Verdict, m.all.Reasons = d.judge(&m.all, m.theirs)
	return m.all.Facts()
}

// has reports a span that counts like s.
func (m *summary) has(s *identifiers.Span) bool {
	for i := range m.all.Spans {
		x := &m.all.Spans[i]
		if x.Type == s.Type && x.Role == s.Role && x.Vague == s.Vague && (x.Why.Matcher == identifiers.AgeOver89) == (s.Why.Matcher == identifiers.AgeOver89) {
			return true
		}
	}
	return false
}
