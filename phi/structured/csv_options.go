package structured

import "github.com/phidetect/phidetect/identifiers"

// CSVOptions are about tables.
type CSVOptions struct {
	// Comma parts the cells; 0 means ',' for CSV and a tab for TSV.
	Comma byte
	// Header says whether the first row names the columns. By default it is asked
	// whether its cells are names that the library knows.
	Header Header
	// Sample is how many rows are read before the types of columns are settled,
	// 200 if 0. As much is held in memory.
	Sample int
	// Strict makes a row of another length than the first an error. By default
	// cells that are too many are read as text.
	Strict bool
}

// Header says whether a table has one.
type Header uint8

const (
	// HeaderAuto asks the first row.
	HeaderAuto Header = iota
	// HeaderFirst: the first row names the columns.
	HeaderFirst
	// HeaderNone: it is data.
	HeaderNone
)

// A Column says what a column of a table holds. It holds nothing of its cells.
type Column struct {
	// Type is that of all its cells, NoType where they are read as text.
	Type identifiers.Type
	Role identifiers.Role
	// Source is FromPlace where the header names the type, FromText where most of
	// the cells are of it.
	Source Source
	// Health says that the header names something of health.
	Health bool
	// Cells counts the cells that are not empty, Found those with a finding.
	Cells int
	Found int
	// Counts counts the findings by type; evidence of health is at NoType.
	Counts [identifiers.TypeCount]int
}
