package structured

import (
	"errors"
	"fmt"
)

var (
	// ErrSyntax: the input is not of the format.
	ErrSyntax = errors.New("structured: not well-formed")
	// ErrDepth: it nests deeper than Options.MaxDepth.
	ErrDepth = errors.New("structured: nests too deep; Options.MaxDepth sets the limit")
	// ErrSize: a document, line, message or row is longer than
	// Options.MaxBytes.
	ErrSize = errors.New("structured: too large; Options.MaxBytes sets the limit")
	// ErrDuplicate: a FHIR object has a name twice, which JSON tools read
	// differently.
	ErrDuplicate = errors.New("structured: a name stands twice in one object")
	// ErrRow: a row has not as many cells as the first; only with
	// CSVOptions.Strict.
	ErrRow = errors.New("structured: a row has another number of cells than the first")
	// ErrNoReplacer: the Scanner was made without a Replacer.
	ErrNoReplacer = errors.New("structured: Options.Replacer is nil: this Scanner can only detect")
)

// An Error says where the input is wrong and how. It holds nothing of it.
type Error struct {
	Format Format
	// Offset is a byte of the input, Record counts lines, messages or rows from
	// 1 (0 where the format has one record).
	Offset int64
	Record int
	// Kind is one of the errors above; errors.Is finds it.
	Kind error
	// Detail is what was expected.
	Detail string
}

// Error names kind, format, record, offset and what was expected.
func (e *Error) Error() string {
	at := fmt.Sprintf("%v: %s, byte %d", e.Kind, e.Format, e.Offset)
	if e.Record > 0 {
		at = fmt.Sprintf("%v: %s, record %d, byte %d", e.Kind, e.Format, e.Record, e.Offset)
	}
	if e.Detail != "" {
		at += ": " + e.Detail
	}
	return at
}

// Unwrap gives the kind.
func (e *Error) Unwrap() error { return e.Kind }
