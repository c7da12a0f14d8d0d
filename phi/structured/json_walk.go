package structured

import (
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// A tree is a JSON text with what its keys are.
type tree struct {
	r      *run
	src    []byte
	nodes  []node
	keys   []string // decoded, by node; "" in arrays
	hidden map[int]string
	group  []int  // by node: the group of the nearest object
	lead   string // path of the string it stands in
	fhir   *fhirTree
	whole  map[int]string // names by the object that holds their parts
	known  map[int]bool   // company by object
	early  []edit         // made before the others
	taken  map[string]int // redacted keys by object
	twice  int            // the first key that its object has already
	nested int
}

// maxNested bounds how deep JSON stands in strings of JSON.
const maxNested = 3

// document redacts one JSON text and gives it.
func (r *run) document(src []byte) ([]byte, error) {
	nodes, bad := parseJSON(src, nil, r.s.opt.MaxDepth)
	if bad != nil {
		return nil, r.fail(bad.kind, r.base+int64(bad.at), bad.detail)
	}
	r.fields, r.groups = r.fields[:0], r.groups[:0]
	t := &tree{r: r, src: src, nodes: nodes}
	if r.format == FHIR || r.format == FHIRLines {
		if err := t.asFHIR(); err != nil {
			return nil, err
		}
	}
	t.walk(-1, 0)
	if t.fhir != nil && t.twice > 0 {
		return nil, r.fail(ErrDuplicate, r.base+int64(t.twice), "")
	}
	edits := r.judge(t)
	edits = append(edits, t.early...)
	if t.fhir != nil {
		edits = t.fhir.finish(edits)
	}
	r.verdicts(t)
	return apply(nil, src, edits), nil
}

// walk makes the fields of a tree. outer is the group that the text stands in,
// -1 for none.
func (t *tree) walk(outer, nested int) {
	r := t.r
	t.keys = make([]string, len(t.nodes))
	t.group = make([]int, len(t.nodes))
	list := outer < 0 && t.nodes[0].kind == '['
	if outer < 0 && (!list || t.nodes[0].next == 1) {
		r.groups = append(r.groups, group{parent: -1, record: true})
		outer = 0
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.keyEnd > 0 {
			t.keys[i], _ = decodeJSON(t.src[n.keyStart:n.keyEnd])
			t.readKey(i)
		}
		t.group[i] = outer
		if n.parent >= 0 {
			t.group[i] = t.group[n.parent]
		}
		if list && n.parent == 0 {
			r.groups = append(r.groups, group{parent: -1, node: i, record: true})
			t.group[i] = len(r.groups) - 1
		} else if n.kind == '{' && i > 0 {
			r.groups = append(r.groups, group{parent: t.group[i], node: i})
			t.group[i] = len(r.groups) - 1
		}
	}
	t.duplicates()
	for i := range t.nodes {
		switch n := &t.nodes[i]; n.kind {
		case '"', 0:
			if t.fhir != nil {
				t.fhir.field(i)
			} else {
				t.field(i, nested)
			}
		}
	}
}

// name gives the key that a node stands under, through arrays, and the node
// that bears it.
func (t *tree) name(i int) (key string, at int) {
	for i >= 0 && t.nodes[i].keyEnd == 0 {
		i = t.nodes[i].parent
	}
	if i < 0 {
		return "", -1
	}
	return t.keys[i], i
}

// field makes the field of a scalar by the words of its keys.
func (t *tree) field(i, nested int) {
	r, n := t.r, &t.nodes[i]
	f := t.plain(i)
	key, at := t.name(i)
	parent := ""
	if at >= 0 {
		parent, _ = t.name(t.nodes[at].parent)
	}
	info := r.under(parent, key)
	f.label, f.role, f.health = info.label, info.role, info.health
	typ := info.typ
	if info.weak || info.part {
		typ = identifiers.NoType
		if at >= 0 && info.typ != identifiers.NoType && t.company(t.nodes[at].parent) {
			typ = info.typ
		}
	}
	switch {
	case info.keep:
		return
	case typ != identifiers.NoType && plausible(typ, f.text):
		f.mode, f.typ = isTyped, typ
		if typ == identifiers.Name && at >= 0 {
			f.whole = t.wholeName(t.nodes[at].parent)
		}
	case n.kind == '"' && nested < maxNested && nests(f.text):
		if t.inner(&f, nested) {
			return
		}
	case n.kind == 0 && !numeric(f.text):
		return // amounts with a fraction or exponent
	}
	r.fields = append(r.fields, f)
}

// plain makes a field of a scalar without a judgement.
func (t *tree) plain(i int) field {
	n := &t.nodes[i]
	f := field{start: n.start, end: n.end, node: i, group: t.group[i]}
	if n.kind == '"' {
		f.start, f.end = n.start+1, n.end-1
		f.text, f.at = decodeJSON(t.src[f.start:f.end])
	} else {
		f.text = string(t.src[n.start:n.end])
	}
	return f
}

// numeric reports a number that can be an identifier: digits alone, five or
// more.
func numeric(s string) bool { return len(s) >= 5 && digits(s) == len(s) }

// nests reports a text that seems to be JSON itself.
func nests(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) >= 2 && (s[0] == '{' && s[len(s)-1] == '}' || s[0] == '[' && s[len(s)-1] == ']' && len(s) > 2 && (s[1] == '{' || s[1] == '"' || s[1] == '[' || s[1] == ' '))
}

// inner reads JSON in a string, whose edits go into r at once.
func (t *tree) inner(f *field, nested int) bool {
	r := t.r
	nodes, bad := parseJSON([]byte(f.text), nil, r.s.opt.MaxDepth)
	if bad != nil {
		return false
	}
	in := &run{s: r.s, format: r.format, rep: r.rep, redact: r.redact, streams: r.streams, record: r.record, cache: r.cache}
	if r.found != nil {
		in.found = func(x Finding) {
			x.Start, x.End = r.base+int64(f.start), r.base+int64(f.end)
			r.found(x)
		}
	}
	in.groups = append(in.groups, group{parent: -1})
	sub := &tree{r: in, src: []byte(f.text), nodes: nodes, lead: t.path(f, 0), nested: nested + 1}
	sub.walk(0, nested+1)
	edits := in.judge(sub)
	edits = append(edits, sub.early...)
	in.verdicts(sub)
	r.groups[f.group].facts |= in.groups[0].facts
	for i := range in.report.Findings {
		x := in.report.Findings[i]
		x.Start, x.End = r.base+int64(f.start), r.base+int64(f.end)
		r.report.Findings = append(r.report.Findings, x)
	}
	for i, n := range in.report.Counts {
		r.report.Counts[i] += n
	}
	r.report.Replaced += in.report.Replaced
	r.report.Duplicates += in.report.Duplicates
	r.report.Objects = append(r.report.Objects, in.report.Objects...)
	if len(edits) > 0 {
		t.early = append(t.early, edit{f.start, f.end, appendJSON(nil, apply(nil, sub.src, edits))})
	}
	return true
}

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

var (
	firstNames  = map[string]bool{"first": true, "first name": true, "firstname": true, "given": true, "given name": true, "fname": true, "forename": true, "patient first name": true, "nombre": true}
	middleNames = map[string]bool{"middle": true, "middle name": true, "middlename": true, "mname": true}
	lastNames   = map[string]bool{"last": true, "last name": true, "lastname": true, "family": true, "family name": true, "lname": true, "surname": true, "patient last name": true, "apellido": true}
)

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
