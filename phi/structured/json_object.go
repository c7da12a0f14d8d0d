package structured

import (
	"strconv"

	"github.com/phidetect/phidetect/identifiers"
)

// company reports an object whose keys hold details of a person, so that a
// "name" in it is one's.
func (t *tree) company(object int) bool {
	if object < 0 || t.nodes[object].kind != '{' {
		return false
	}
	if known, ok := t.known[object]; ok {
		return known
	}
	if t.known == nil {
		t.known = map[int]bool{}
	}
	for i := object + 1; i < t.nodes[object].next; i = t.nodes[i].next {
		if x := t.r.keyOf(t.keys[i]); x.strong && x.typ != identifiers.URL && x.typ != identifiers.Date && x.typ != identifiers.DeviceID || genders[x.label] {
			t.known[object] = true
			return true
		}
	}
	t.known[object] = false
	return false
}

var genders = map[string]bool{"gender": true, "sex": true, "sexo": true, "sexe": true, "marital status": true, "race": true, "ethnicity": true}

// wholeName puts the parts of a name in one object together.
func (t *tree) wholeName(object int) string {
	if object < 0 || t.nodes[object].kind != '{' {
		return ""
	}
	if name, ok := t.whole[object]; ok {
		return name
	}
	if t.whole == nil {
		t.whole = map[int]string{}
	}
	name := t.joinName(object)
	t.whole[object] = name
	return name
}

func (t *tree) joinName(object int) string {
	var first, middle, last string
	for i := object + 1; i < t.nodes[object].next; i = t.nodes[i].next {
		if t.nodes[i].kind != '"' {
			continue
		}
		part := func() string { return t.plain(i).text }
		switch label := t.r.keyOf(t.keys[i]).label; {
		case firstNames[label]:
			first = part()
		case middleNames[label]:
			middle = part()
		case lastNames[label]:
			last = part()
		}
	}
	return joinNames(first, middle, last)
}

// path gives a JSON Pointer.
func (t *tree) path(f *field, i int) string {
	if f != nil {
		i = f.node
	}
	var up []int
	for ; i > 0; i = t.nodes[i].parent {
		up = append(up, i)
	}
	b := []byte(t.lead)
	for k := len(up) - 1; k >= 0; k-- {
		n := &t.nodes[up[k]]
		switch hidden, ok := t.hidden[up[k]]; {
		case ok:
			b = appendPointer(b, hidden)
		case n.keyStart > 0:
			b = appendPointer(b, t.keys[up[k]])
		default:
			b = strconv.AppendInt(append(b, '/'), int64(n.index), 10)
		}
	}
	return string(b)
}

// replace writes a value into a string, or makes a string of a number.
func (t *tree) replace(f *field, start, end int, out []byte, whole bool) (edit, bool) {
	if t.nodes[f.node].kind == 0 {
		if !whole {
			full := append([]byte(f.text[:start-f.start]), out...)
			start, out = f.start, append(full, f.text[end-f.start:]...)
			end = f.end
		}
		if n := numberLen(out); n == len(out) && n > 0 {
			return edit{start, end, out}, true
		}
		if t.fhir != nil && !t.fhir.fits(f, out) {
			return edit{}, false
		}
		return edit{start, end, append(appendJSON([]byte{'"'}, out), '"')}, true
	}
	if t.fhir != nil && t.fhir.xhtml[f.node] {
		out = appendXHTML(nil, out)
	} else if t.fhir != nil && whole && !t.fhir.fits(f, out) {
		return edit{}, false
	}
	return edit{start, end, appendJSON(nil, out)}, true
}

// duplicates counts names that stand twice in an object.
func (t *tree) duplicates() {
	seen := map[string]struct{}{}
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.kind != '{' || n.next-i <= 2 {
			continue
		}
		clear(seen)
		for j := i + 1; j < n.next; j = t.nodes[j].next {
			if _, twice := seen[t.keys[j]]; twice {
				t.r.report.Duplicates++
				if t.twice == 0 {
					t.twice = t.nodes[j].keyStart
				}
			}
			seen[t.keys[j]] = struct{}{}
		}
	}
}
