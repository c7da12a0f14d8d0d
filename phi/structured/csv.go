package structured

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

const defaultSample = 200

// table is a table that is read.
type table struct {
	r       *run
	comma   byte
	keys    []keyInfo // by column, from the header
	cells   []cell
	quoted  []bool
	row     int    // of the file, from 0
	first   int    // cells of the first row
	counted [2]int // row and column that last had a finding
}

// table redacts rows as they come.
func (r *run) table(in *source, emit func([]byte) error) error {
	t := &table{r: r, comma: r.s.opt.CSV.Comma}
	r.count = t.count
	if t.comma == 0 {
		t.comma = ','
		if r.format == TSV {
			t.comma = '\t'
		}
	}
	sample := r.s.opt.CSV.Sample
	if sample == 0 {
		sample = defaultSample
	}
	var rows []heldRow
	size, settled := 0, false
	settle := func() error {
		settled = true
		rows = t.settle(rows)
		for _, x := range rows {
			if err := t.write(x.text, x.start, x.header, emit); err != nil {
				return err
			}
		}
		rows = nil
		return nil
	}
	for {
		b, open, err := in.row(t.comma, r.s.opt.MaxBytes)
		if err != nil {
			return r.failIn(in, err)
		}
		if open {
			r.record = t.row + len(rows) + 1
			return r.fail(ErrSyntax, in.start, "a quote that opens in this row is never closed")
		}
		if len(b) == 0 {
			break
		}
		if settled {
			if err := t.write(b, in.start, false, emit); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, heldRow{bytes.Clone(b), in.start, false})
		if size += len(b); len(rows) >= sample || size >= r.s.opt.MaxBytes {
			if err := settle(); err != nil {
				return err
			}
		}
	}
	if !settled {
		return settle()
	}
	return nil
}

type heldRow struct {
	text   []byte
	start  int64
	header bool
}

// rowEnd gives where the line end of a row begins.
func rowEnd(b []byte) int {
	n := len(b)
	if n > 0 && b[n-1] == '\n' {
		n--
	}
	if n > 0 && b[n-1] == '\r' {
		n--
	}
	return n
}

// write redacts a row and emits it.
func (t *table) write(b []byte, start int64, header bool, emit func([]byte) error) error {
	r := t.r
	end := rowEnd(b)
	t.row++
	if header || end == 0 {
		if header {
			t.cells = cells(t.cells[:0], b[:end], t.comma)
			t.first = len(t.cells)
		}
		return emit(b)
	}
	r.record, r.base = t.row, start
	t.cells = cells(t.cells[:0], b[:end], t.comma)
	if t.first == 0 {
		t.first = len(t.cells)
	}
	if len(t.cells) != t.first {
		r.report.Ragged++
		if r.s.opt.CSV.Strict {
			return r.fail(ErrRow, start, "it has "+strconv.Itoa(len(t.cells))+", the first has "+strconv.Itoa(t.first))
		}
	}
	r.fields = r.fields[:0]
	r.groups = append(r.groups[:0], group{parent: -1, record: true})
	t.quoted = t.quoted[:0]
	for i, c := range t.cells {
		f, quoted := c.field(b)
		f.node = i
		t.quoted = append(t.quoted, quoted)
		if f.text != "" {
			r.fields = append(r.fields, t.judged(f, i))
		}
	}
	whole := t.wholeName()
	for i := range r.fields {
		if f := &r.fields[i]; f.mode == isTyped && f.typ == identifiers.Name && t.namePart(f.node) {
			f.whole = whole
		}
	}
	edits := r.judge(t)
	r.verdicts(t)
	return emit(apply(nil, b, edits))
}

// judged says how a cell is read by its column.
func (t *table) judged(f field, i int) field {
	if i < len(t.r.report.Columns) {
		t.r.report.Columns[i].Cells++
	}
	if i < len(t.keys) {
		k := &t.keys[i]
		f.label, f.role, f.health = k.label, k.role, k.health
		switch {
		case k.keep:
			f.mode = keepIt
			return f
		case k.typ != identifiers.NoType && plausible(k.typ, f.text):
			f.mode, f.typ = isTyped, k.typ
			return f
		}
	}
	if digits(f.text) == len(f.text) && !numeric(f.text) {
		f.mode = keepIt // a small number of a column that is none of identifiers
	}
	return f
}

// path gives "/row/column".
func (t *table) path(f *field, _ int) string {
	b := strconv.AppendInt([]byte{'/'}, int64(t.row-1), 10)
	if f != nil {
		b = strconv.AppendInt(append(b, '/'), int64(f.node), 10)
	}
	return string(b)
}

// replace writes into a cell, and puts quotes around it where it needs them now.
func (t *table) replace(f *field, start, end int, out []byte, _ bool) (edit, bool) {
	if t.quoted[f.node] {
		return edit{start, end, appendCSV(nil, out)}, true
	}
	raw := f.text
	if !slices.ContainsFunc(out, func(c byte) bool { return special(c, t.comma) }) {
		return edit{start, end, out}, true
	}
	if strings.IndexByte(raw, '"') < 0 {
		t.r.edits = append(t.r.edits, edit{f.start, f.start, []byte{'"'}}, edit{f.end, f.end, []byte{'"'}})
		t.quoted[f.node] = true
		return edit{start, end, appendCSV(nil, out)}, true
	}
	plain := bytes.Clone(out) // a cell with loose quotes cannot be quoted in part
	for i, c := range plain {
		if special(c, t.comma) {
			plain[i] = ' '
		}
	}
	return edit{start, end, plain}, true
}

// count counts a finding in a column.
func (t *table) count(f *field, x Finding) {
	if f.node >= len(t.r.report.Columns) {
		return
	}
	c := &t.r.report.Columns[f.node]
	c.Counts[x.Type]++
	if x.Type != identifiers.NoType && t.counted != [2]int{t.row, f.node} {
		t.counted = [2]int{t.row, f.node}
		c.Found++
	}
}
