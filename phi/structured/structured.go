package structured

import (
	"errors"
	"fmt"
	"io"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// Format is a form of data.
type Format uint8

const (
	// JSON is one JSON text (RFC 8259).
	JSON Format = iota + 1
	// JSONLines is one JSON text a line; empty lines are passed over.
	JSONLines
	// FHIR is one resource of HL7 FHIR R4 or R5 as JSON.
	FHIR
	// FHIRLines is one resource a line, as FHIR Bulk Data has it.
	FHIRLines
	// HL7 is a message of HL7 v2 or several, in a batch or not.
	HL7
	// CSV is a table with commas (RFC 4180).
	CSV
	// TSV is the same with tabs.
	TSV
)

var formatNames = [...]string{"", "json", "jsonl", "fhir", "fhir-ndjson", "hl7", "csv", "tsv"}

// ErrFormat is the error of a format that there is not.
var ErrFormat = errors.New("structured: unknown format; it is json, jsonl, fhir, fhir-ndjson, hl7, csv or tsv")

// String gives the name that UnmarshalText reads; "" for the zero Format.
func (f Format) String() string {
	if int(f) < len(formatNames) {
		return formatNames[f]
	}
	return ""
}

// MarshalText gives the name.
func (f Format) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText accepts the names that String gives.
func (f *Format) UnmarshalText(b []byte) error {
	for i := 1; i < len(formatNames); i++ {
		if formatNames[i] == string(b) {
			*f = Format(i)
			return nil
		}
	}
	return ErrFormat
}

// Options change what a Scanner does. The zero value detects with the default
// Detector and cannot redact.
type Options struct {
	// Detector reads texts; nil means the default one.
	Detector *phi.Detector
	// Replacer redacts; nil lets a Scanner only detect. A *phi.Redactor is used
	// through a Session of its own for each call, so that numbered labels and
	// surrogates are consistent within one document, stream or table; it grows
	// with the numbers and surrogates it gives. Give a *phi.Session where they
	// must be consistent over several, or restored.
	Replacer phi.Replacer
	// Keys says what the values of a key or column are, beside what the library
	// knows: "chartRef", "chart_ref" and "Chart-Ref" are one. NoType lets the
	// values stand unread.
	Keys map[string]identifiers.Type
	// RedactKeys redacts keys of JSON objects that hold an identifier, such as
	// the addresses of a map by e-mail. By default keys are kept and reported.
	RedactKeys bool
	// KeepOpaque keeps what cannot be read, encoded pictures and documents, in
	// FHIR attachments and HL7 encapsulated data. By default it is removed.
	KeepOpaque bool
	// MaxDepth bounds how deep arrays and objects nest; 0 means 256.
	MaxDepth int
	// MaxBytes bounds a document, line, message or row; 0 means 64 MiB.
	MaxBytes int
	FHIR     FHIROptions
	CSV      CSVOptions
}

// ErrOptions is wrapped by the errors of New.
var ErrOptions = errors.New("structured: Options")

// A Scanner finds and redacts PHI in structured data. It is immutable, and safe
// for concurrent use as far as its Replacer is. Make one with New.
type Scanner struct {
	opt  Options
	keys map[string]identifiers.Type
}

// Format writes "structured.Scanner" for every verb: a Scanner knows a Redactor,
// and that a key and a deny list.
func (s *Scanner) Format(f fmt.State, _ rune) { io.WriteString(f, "structured.Scanner") }

// New gives a Scanner. The error wraps ErrOptions and names the field.
func New(o Options) (*Scanner, error) {
	if o.MaxDepth < 0 || o.MaxDepth > 10000 {
		return nil, fmt.Errorf("%w: MaxDepth is a depth, 1 to 10000, or 0 for the default", ErrOptions)
	}
	if o.MaxBytes < 0 {
		return nil, fmt.Errorf("%w: MaxBytes is a size, or 0 for the default", ErrOptions)
	}
	if n := len(o.FHIR.Key); n > 0 && n < 16 {
		return nil, fmt.Errorf("%w: FHIR.Key has at least 16 bytes, drawn at random", ErrOptions)
	}
	if c := o.CSV.Comma; c == '"' || c == '\n' || c == '\r' || c >= 0x80 {
		return nil, fmt.Errorf("%w: CSV.Comma is one ASCII byte, no quote and no line end", ErrOptions)
	}
	if o.CSV.Sample < 0 {
		return nil, fmt.Errorf("%w: CSV.Sample is a count of rows, or 0 for the default", ErrOptions)
	}
	s := &Scanner{opt: o, keys: map[string]identifiers.Type{}}
	for k, t := range o.Keys {
		n := joinedKey(k)
		if n == "" {
			return nil, fmt.Errorf("%w: Keys has a key without letters and digits", ErrOptions)
		}
		s.keys[n] = t
	}
	if s.opt.Detector == nil {
		if r, ok := o.Replacer.(*phi.Redactor); ok && r != nil {
			s.opt.Detector = r.Detector()
		} else {
			s.opt.Detector = phi.New(nil)
		}
	}
	if s.opt.MaxDepth == 0 {
		s.opt.MaxDepth = 256
	}
	if s.opt.MaxBytes == 0 {
		s.opt.MaxBytes = 64 << 20
	}
	s.opt.FHIR.Key = append([]byte(nil), o.FHIR.Key...)
	return s, nil
}

// Detect tells what src holds. The error is an *Error; the Report then tells
// what was found before it.
func (s *Scanner) Detect(f Format, src []byte) (*Report, error) {
	r := s.newRun(f, false)
	err := r.whole(nil, src)
	return &r.report, err
}

// Redact appends src with its identifiers redacted to dst, and tells what was
// found. On an error, an *Error or ErrNoReplacer, dst is as it was given.
func (s *Scanner) Redact(dst []byte, f Format, src []byte) ([]byte, *Report, error) {
	if s.opt.Replacer == nil {
		return dst, &Report{}, ErrNoReplacer
	}
	r := s.newRun(f, true)
	n := len(dst)
	err := r.whole(&dst, src)
	if err != nil {
		dst = dst[:n]
	}
	return dst, &r.report, err
}

// Copy redacts from src to dst, a line, message or row at a time; JSON and FHIR
// are read whole first. What was written before an error is redacted and whole.
// found, if not nil, gets each Finding; Report.Findings and
// Report.Objects stay empty. Findings of one record come before it is written.
func (s *Scanner) Copy(dst io.Writer, src io.Reader, f Format, found func(Finding)) (*Report, error) {
	if s.opt.Replacer == nil {
		return &Report{}, ErrNoReplacer
	}
	r := s.newRun(f, true)
	r.found = found
	r.streams = true
	err := r.copy(dst, src)
	return &r.report, err
}
