package audit

import (
	"bufio"
	"errors"
	"fmt"
	"hash"
	"io"
)

var (
	// ErrChanged: a line's bytes are not those that were hashed, or the key is
	// another.
	ErrChanged = errors.New("audit: line changed")
	// ErrOrder: lines were dropped, moved, repeated or put in before this one.
	ErrOrder = errors.New("audit: line out of order")
	// ErrTruncated: lines at the end are missing, or the last is not complete.
	ErrTruncated = errors.New("audit: end cut off")
	// ErrMalformed: not a line that a Writer writes, or longer than any.
	ErrMalformed = errors.New("audit: not a record")
)

// A VerifyError says where a chain is broken and how. errors.Is finds one of
// ErrChanged, ErrOrder, ErrTruncated and ErrMalformed in it.
type VerifyError struct {
	// Line counts from 1.
	Line int
	// Offset is where the line begins, in bytes: all before it is whole.
	Offset int64
	// Kind is one of the errors above, Detail what is wrong. It holds nothing of
	// the line but its number.
	Kind   error
	Detail string
}

// Error names kind, line, offset and detail.
func (e *VerifyError) Error() string {
	return fmt.Sprintf("%v: line %d at byte %d: %s", e.Kind, e.Line, e.Offset, e.Detail)
}

// Unwrap gives the kind.
func (e *VerifyError) Unwrap() error { return e.Kind }

// VerifyOptions say what a chain is verified against. The zero value and nil
// mean a chain without a key, from its beginning, without an anchor.
type VerifyOptions struct {
	// Key is the Writer's.
	Key []byte
	// After is the head that the first line follows, where a file is the second
	// or later of several.
	After Head
	// Anchor is a head that the chain must pass through; zero is none.
	Anchor Head
}

// maxLine is more than the longest line that a Writer writes.
const maxLine = 16 << 10

// Verify reads a chain to its end and gives its head. The error is the first
// break, as a *VerifyError with the head before it; an error of r; or ErrKey. It
// takes linear time and 16 KiB of memory, however long the lines are.
func Verify(r io.Reader, o *VerifyOptions) (Head, error) {
	var opt VerifyOptions
	if o != nil {
		opt = *o
	}
	h, err := newHash(opt.Key)
	if err != nil {
		return Head{}, err
	}
	v := verifier{hash: h, head: opt.After, anchor: opt.Anchor, at: VerifyError{Line: 1}}
	if opt.Anchor.Seq > 0 && opt.Anchor.Seq == opt.After.Seq && opt.Anchor != opt.After {
		return v.head, v.broken(ErrChanged, "what it follows is not the anchor")
	}
	in := bufio.NewReaderSize(r, maxLine)
	for {
		b, err := in.ReadSlice('\n')
		switch {
		case err == nil:
			if err := v.next(b[:len(b)-1]); err != nil {
				return v.head, err
			}
		case err == bufio.ErrBufferFull:
			return v.head, v.broken(ErrMalformed, "longer than any line")
		case err != io.EOF:
			return v.head, err
		case len(b) > 0:
			return v.head, v.broken(ErrTruncated, "no line feed at the end")
		default:
			return v.head, v.end()
		}
	}
}

type verifier struct {
	hash         hash.Hash
	head, anchor Head
	at           VerifyError
}

func (v *verifier) broken(kind error, detail string) error {
	e := v.at
	e.Kind, e.Detail = kind, detail
	return &e
}

// next verifies one line without its line feed.
func (v *verifier) next(b []byte) error {
	l, err := parseLine(b)
	switch {
	case err != nil:
		return v.broken(ErrMalformed, err.Error())
	case !l.own(v.hash):
		return v.broken(ErrChanged, "its hash is not that of its bytes under this key")
	case l.seq != v.head.Seq+1:
		return v.broken(ErrOrder, seqProblem(l.seq, v.head.Seq+1))
	case l.prev != v.head.Hash:
		return v.broken(ErrOrder, "it was written behind another line than the one before it")
	case l.seq == v.anchor.Seq && l.hash != v.anchor.Hash:
		return v.broken(ErrChanged, "it is not the anchor's")
	}
	v.head = Head{l.seq, l.hash}
	v.at.Line++
	v.at.Offset += int64(len(b)) + 1
	return nil
}

// end verifies that the anchor was passed.
func (v *verifier) end() error {
	if v.head.Seq < v.anchor.Seq {
		return v.broken(ErrTruncated, fmt.Sprintf("the chain ends at %d, its anchor is %d", v.head.Seq, v.anchor.Seq))
	}
	return nil
}

// Tail gives the head of a chain by its last line alone, to go on with it: it
// reads the end of r and leaves r there. An empty r has the zero Head. Only the
// last line's own hash is verified; Verify reads the whole. A last line that is
// not complete, as a crash leaves it, is an ErrTruncated whose Offset is where
// the file can be cut. Its Line is 0.
func Tail(r io.ReadSeeker, key []byte) (Head, error) {
	h, err := newHash(key)
	if err != nil {
		return Head{}, err
	}
	size, err := r.Seek(0, io.SeekEnd)
	if err != nil || size == 0 {
		return Head{}, err
	}
	from := max(size-2*maxLine, 0)
	if _, err := r.Seek(from, io.SeekStart); err != nil {
		return Head{}, err
	}
	b := make([]byte, size-from)
	if _, err := io.ReadFull(r, b); err != nil {
		return Head{}, err
	}
	v := verifier{hash: h}
	if b[len(b)-1] != '\n' {
		v.at.Offset = from + int64(lastLine(b))
		return Head{}, v.broken(ErrTruncated, "no line feed at the end")
	}
	b = b[:len(b)-1]
	start := lastLine(b)
	v.at.Offset = from + int64(start)
	l, err := parseLine(b[start:])
	if err != nil {
		return Head{}, v.broken(ErrMalformed, err.Error())
	}
	if !l.own(h) {
		return Head{}, v.broken(ErrChanged, "its hash is not that of its bytes under this key")
	}
	return Head{l.seq, l.hash}, nil
}

// lastLine gives where the last line of b begins.
func lastLine(b []byte) int {
	for i := len(b); i > 0; i-- {
		if b[i-1] == '\n' {
			return i
		}
	}
	return 0
}
