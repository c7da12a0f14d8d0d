package structured

import (
	"slices"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// settle decides what the columns are by the rows at the beginning of a table.
func (t *table) settle(rows []heldRow) []heldRow {
	first := slices.IndexFunc(rows, func(x heldRow) bool { return rowEnd(x.text) > 0 })
	if first < 0 {
		return rows
	}
	b := rows[first].text
	header := false
	for _, c := range cells(nil, b[:rowEnd(b)], t.comma) {
		f, _ := c.field(b)
		f.text = strings.TrimSpace(strings.TrimPrefix(f.text, "\ufeff"))
		t.keys = append(t.keys, t.r.keyOf(f.text))
	}
	switch t.r.s.opt.CSV.Header {
	case HeaderAuto:
		header = t.looksLikeHeader(b)
	case HeaderFirst:
		header = true
	}
	rows[first].header = header
	if !header {
		clear(t.keys)
	}
	company := header && slices.ContainsFunc(t.keys, func(k keyInfo) bool { return k.strong && k.typ != identifiers.Date || genders[k.label] })
	for i := range t.keys {
		if k := &t.keys[i]; k.weak && !company || k.part && !company {
			k.typ = identifiers.NoType
		}
	}
	t.r.report.Columns = make([]Column, len(t.keys))
	for i := range t.keys {
		if k := &t.keys[i]; k.typ != identifiers.NoType || k.health {
			t.r.report.Columns[i] = Column{Type: k.typ, Role: k.role, Source: FromPlace, Health: k.health}
		}
	}
	t.majority(rows)
	return rows
}

// looksLikeHeader reports a row in which a cell is a name that the library
// knows, and none is a number or an address.
func (t *table) looksLikeHeader(b []byte) bool {
	known := false
	for i, c := range cells(nil, b[:rowEnd(b)], t.comma) {
		f, _ := c.field(b)
		v := strings.TrimSpace(strings.TrimPrefix(f.text, "\ufeff"))
		if len(v) > 60 || strings.ContainsAny(v, "@[") || digits(v) > 2 || v != "" && digits(v) == len(v) {
			return false
		}
		k := t.keys[i]
		known = known || k.typ != identifiers.NoType || k.health || k.person || k.keep || genders[k.label]
	}
	return known
}

// Most of a column's cells make its type: so many of those that were read.
const (
	majorityCells = 3
	majorityShare = 0.6
)

// majority gives the columns that the header leaves open the type that most of
// their cells are by themselves.
func (t *table) majority(rows []heldRow) {
	votes := make([][identifiers.TypeCount]int, len(t.keys))
	filled := make([]int, len(t.keys))
	for _, x := range rows {
		if x.header {
			continue
		}
		for i, c := range cells(nil, x.text[:rowEnd(x.text)], t.comma) {
			if i >= len(t.keys) || t.keys[i].typ != identifiers.NoType || t.keys[i].keep || t.keys[i].health {
				continue
			}
			f, _ := c.field(x.text)
			v := strings.TrimSpace(f.text)
			if blank(v) || len(v) > 80 {
				continue
			}
			filled[i]++
			t.r.s.opt.Detector.DetectInto(&t.r.res, v)
			for _, s := range t.r.res.Spans {
				if (s.End-s.Start)*10 >= len(v)*8 && !s.Vague {
					votes[i][s.Type]++
				}
			}
		}
	}
	for i := range t.keys {
		best := identifiers.NoType
		for typ, n := range votes[i] {
			if n > votes[i][best] && identifiers.Type(typ) != identifiers.NoType {
				best = identifiers.Type(typ)
			}
		}
		if n := votes[i][best]; best != identifiers.NoType && n >= majorityCells && float64(n) >= majorityShare*float64(filled[i]) {
			t.keys[i].typ = best
			t.r.report.Columns[i].Type = best
			t.r.report.Columns[i].Source = FromText
		}
	}
}

// namePart reports a column that holds a part of a name.
func (t *table) namePart(i int) bool {
	return i < len(t.keys) && (firstNames[t.keys[i].label] || middleNames[t.keys[i].label] || lastNames[t.keys[i].label])
}

// wholeName puts the parts of a row's name together.
func (t *table) wholeName() string {
	var first, middle, last string
	for i := range t.r.fields {
		f := &t.r.fields[i]
		if f.node >= len(t.keys) {
			continue
		}
		switch label := t.keys[f.node].label; {
		case firstNames[label]:
			first = f.text
		case middleNames[label]:
			middle = f.text
		case lastNames[label]:
			last = f.text
		}
	}
	return joinNames(first, middle, last)
}

// joinNames puts the parts of a name together, nothing where they have been
// redacted.
func joinNames(first, middle, last string) string {
	if first == "" || last == "" || strings.Contains(first+last, "[") {
		return ""
	}
	return strings.Join(strings.Fields(first+" "+middle+" "+last), " ")
}
