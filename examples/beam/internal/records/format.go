// Package records cuts files into records, one message each: lines of JSON,
// rows of CSV, lines of text. A file is cut into blocks of bytes that can be read
// apart from one another, on different machines, and still give every record once
// and with its right number.
package records

import "errors"

// Format is the form of a file.
type Format uint8

const (
	// JSONL is a JSON object a line.
	JSONL Format = iota + 1
	// CSV is a table (RFC 4180) whose first row names the columns.
	CSV
	// Text is a message a line.
	Text
)

var formatNames = [...]string{JSONL: "jsonl", CSV: "csv", Text: "text"}

// String gives "jsonl", "csv" or "text".
func (f Format) String() string {
	if int(f) < len(formatNames) {
		return formatNames[f]
	}
	return ""
}

// Ending is what the names of files of the format end in.
func (f Format) Ending() string {
	if f == Text {
		return ".txt"
	}
	return "." + f.String()
}

var errFormat = errors.New("the formats are jsonl, csv and text")

// UnmarshalText accepts the names that String gives.
func (f *Format) UnmarshalText(b []byte) error {
	for i, n := range formatNames {
		if n != "" && n == string(b) {
			*f = Format(i)
			return nil
		}
	}
	return errFormat
}

// MarshalText gives the name.
func (f Format) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// Layout is a format with what else is needed to find where its records end.
type Layout struct {
	Format Format
	Comma  byte // parts the cells of CSV
}
