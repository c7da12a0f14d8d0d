package records

import "bytes"

// A Row is the cells of a row of CSV, with memory that is used again.
type Row struct {
	Cells [][]byte
	buf   []byte
	ends  []int
}

// Parse reads a record of CSV, by the same rules by which rows are told apart.
func (l Layout) Parse(row *Row, rec []byte) {
	rec = bytes.TrimSuffix(bytes.TrimSuffix(rec, []byte("\n")), []byte("\r"))
	row.buf, row.ends = row.buf[:0], row.ends[:0]
	s := atStart
	for _, c := range rec {
		was := s
		s = next(s, c, l.Comma)
		switch {
		case s == atStart && was != inQuotes && c == l.Comma:
			row.ends = append(row.ends, len(row.buf))
		case s == inQuotes && was == atStart, s == afterQuote:
			// a quote that opens a cell, closes it or is the first of two
		default:
			row.buf = append(row.buf, c)
		}
	}
	row.ends = append(row.ends, len(row.buf))
	row.Cells = row.Cells[:0]
	from := 0
	for _, to := range row.ends {
		row.Cells = append(row.Cells, row.buf[from:to:to])
		from = to
	}
}
