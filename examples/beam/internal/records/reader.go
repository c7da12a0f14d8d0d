package records

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// MaxRecord is the longest record that is read, in bytes, as in phiscan. It bounds
// the memory that a hostile file can take.
const MaxRecord = 256 << 20

// ErrLong is the error of a record that is longer.
var ErrLong = errors.New("the line is longer than 256 MiB")

// A Record is one message as it stands in a file.
type Record struct {
	Bytes  []byte // with the line end; valid until the next Read
	Row    int64  // counted from 1
	Offset int64  // in the file
	Long   bool   // it was longer than MaxRecord and is left out
}

// A Reader gives the records of a block.
type Reader struct {
	layout Layout
	in     *bufio.Reader
	at     int64 // offset of the next byte
	end    int64
	row    int64 // of the last record
	long   []byte
	begun  bool
	block  Block
}

// From is where in the file a Reader of the block begins to read: one byte
// before it, to see whether a record ends there.
func (b Block) From() int64 { return max(b.Start-1, 0) }

// NewReader reads the block from in, which is the file from b.From() on, to its
// end or further.
func (l Layout) NewReader(in io.Reader, b Block) *Reader {
	return &Reader{layout: l, in: bufio.NewReaderSize(in, 64<<10), at: b.From(), end: b.End, row: b.Rows, block: b}
}

// Read gives the next record. The error is io.EOF behind the last one that
// begins in the block.
func (r *Reader) Read() (Record, error) {
	if !r.begun {
		r.begun = true
		if err := r.begin(); err != nil {
			return Record{}, err
		}
	}
	if r.at >= r.end {
		return Record{}, io.EOF
	}
	rec := Record{Offset: r.at}
	var err error
	rec.Bytes, rec.Long, err = r.record(atStart, true)
	if err != nil && err != io.EOF {
		return Record{}, err
	}
	if len(rec.Bytes) == 0 && !rec.Long {
		return Record{}, io.EOF
	}
	r.row++
	rec.Row = r.row
	return rec, nil
}

// begin goes to where the first record of the block begins.
func (r *Reader) begin() error {
	if r.block.Start == 0 {
		if head, _ := r.in.Peek(len(bom)); bytes.Equal(head, bom) { // Windows editors put it there
			r.in.Discard(len(bom))
			r.at += int64(len(bom))
		}
		return nil
	}
	before, err := r.in.ReadByte()
	if err != nil {
		return err
	}
	r.at++
	if before == '\n' && r.block.State == atStart {
		return nil
	}
	_, _, err = r.record(r.block.State, false)
	r.row++
	return err
}

// record reads to the end of a record of which the next byte is in state s.
// Where it is not to be kept, or too long, it is passed over.
func (r *Reader) record(s State, keep bool) (b []byte, long bool, err error) {
	r.long = r.long[:0]
	for first := true; ; first = false {
		part, err := r.in.ReadSlice('\n')
		r.at += int64(len(part))
		ended := err == nil
		if r.layout.Format == CSV {
			for _, c := range part {
				s = next(s, c, r.layout.Comma)
			}
			ended = ended && s == atStart
		}
		if err == bufio.ErrBufferFull {
			err = nil
		}
		if first && (ended || err != nil) && keep {
			return part, false, err
		}
		switch {
		case long || !keep:
		case len(r.long)+len(part) > MaxRecord:
			long, r.long = true, nil
		default:
			r.long = append(r.long, part...)
		}
		if ended || err != nil {
			return r.long, long, err
		}
	}
}
