package structured

import (
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
	sub := &tree{r: in, src: []byte(f.text), nodes: nodes, lead: t.path(f, 0)}
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

var (
	firstNames  = map[string]bool{"first": true, "first name": true, "firstname": true, "given": true, "given name": true, "fname": true, "forename": true, "patient first name": true, "nombre": true}
	middleNames = map[string]bool{"middle": true, "middle name": true, "middlename": true, "mname": true}
	lastNames   = map[string]bool{"last": true, "last name": true, "lastname": true, "family": true, "family name": true, "lname": true, "surname": true, "patient last name": true, "apellido": true}
)
