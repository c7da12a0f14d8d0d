package structured

import "bytes"

// cell is a cell of a row: bytes [start, end) with its quotes.
type cell struct{ start, end int }

// row gives a row with its line end, which may stand in quotes; nothing at the
// end of the input. open says that the input ended inside of quotes.
func (s *source) row(comma byte, most int) (b []byte, open bool, err error) {
	s.buf = s.buf[:0]
	s.start = s.next
	at, state := 0, cellBegins
	for {
		if err := s.more('\n', most); err != nil {
			return s.buf, false, err
		}
		if at == len(s.buf) {
			return s.buf, state == cellQuoted, nil
		}
		for ; at < len(s.buf); at++ {
			state = state.next(s.buf[at], comma)
		}
		if state != cellQuoted {
			return s.buf, false, nil
		}
	}
}

// cellState is where in a cell a byte stands.
type cellState uint8

const (
	cellBegins cellState = iota
	cellPlain
	cellQuoted
	cellShut // behind a quote that ends the cell, or is the first of two
)

func (s cellState) next(c, comma byte) cellState {
	switch {
	case s == cellQuoted && c != '"':
		return cellQuoted
	case s == cellQuoted:
		return cellShut
	case c == '"' && s != cellPlain:
		return cellQuoted
	case c == comma:
		return cellBegins
	}
	return cellPlain
}

// cells parts a row without its line end. A quote inside of a cell that does
// not begin with one is a byte like others.
func cells(dst []cell, b []byte, comma byte) []cell {
	state, start := cellBegins, 0
	for i := 0; i < len(b); i++ {
		if state = state.next(b[i], comma); state == cellBegins {
			dst = append(dst, cell{start, i})
			start = i + 1
		}
	}
	return append(dst, cell{start, len(b)})
}

// field decodes a cell; quoted says that quotes stand around it.
func (c cell) field(b []byte) (f field, quoted bool) {
	f = field{start: c.start, end: c.end}
	raw := b[c.start:c.end]
	if len(raw) < 2 || raw[0] != '"' || raw[len(raw)-1] != '"' {
		f.text = string(raw)
		return f, false
	}
	f.start, f.end = c.start+1, c.end-1
	raw = raw[1 : len(raw)-1]
	if bytes.IndexByte(raw, '"') < 0 {
		f.text = string(raw)
		return f, true
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		out = append(out, raw[i])
		f.at = append(f.at, int32(i))
		if raw[i] == '"' && i+1 < len(raw) && raw[i+1] == '"' {
			i++
		}
	}
	f.at = append(f.at, int32(len(raw)))
	f.text = string(out)
	return f, true
}

// special reports the bytes that ask for quotes around a cell.
func special(c, comma byte) bool { return c == comma || c == '"' || c == '\n' || c == '\r' }

// appendCSV appends out as it stands between quotes.
func appendCSV(dst, out []byte) []byte {
	for _, c := range out {
		if c == '"' {
			dst = append(dst, '"')
		}
		dst = append(dst, c)
	}
	return dst
}
