package structured

import (
	"encoding/base64"
	"slices"

	"github.com/phidetect/phidetect/identifiers"
)

// masked is the extension that says that a value is there but not told
// (https://hl7.org/fhir/R4/extension-data-absent-reason.html).
const masked = `{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}`

// fits reports whether a value may take the place of one: dates, numbers and
// base64 must be of their data type. If not, the value goes by finish.
func (x *fhirTree) fits(f *field, out []byte) bool {
	key, _ := x.name(f.node)
	ok := true
	switch {
	case x.nodes[f.node].kind == 0:
		ok = len(out) > 0 && numberLen(out) == len(out)
	case fhirDate.MatchString(f.text) && (f.typ == identifiers.Date || f.typ == identifiers.DateOfBirth):
		if ok = fhirWhen.Match(out); instants[key] {
			ok = fhirInstant.Match(out)
		}
	case f.mode == isOpaque || f.mode == isEncoded:
		_, err := base64.StdEncoding.DecodeString(string(out))
		ok = err == nil && len(out) > 0
	default:
		ok = len(out) > 0 // a string of FHIR is never empty
	}
	if !ok {
		x.gone[f.node] = true
	}
	return ok
}

// finish lets the values go that nothing could take the place of. A member
// leaves its element with the extension that says why, a value of an array
// null.
func (x *fhirTree) finish(edits []edit) []edit {
	var arrays []int
	drop := map[int]bool{}
	for i := range x.nodes {
		if !x.gone[i] {
			continue
		}
		n := &x.nodes[i]
		if n.keyStart == 0 {
			edits = append(edits, edit{n.start, n.end, []byte("null")})
			if len(arrays) == 0 || arrays[len(arrays)-1] != n.parent {
				arrays = append(arrays, n.parent)
			}
			continue
		}
		key := string(x.src[n.keyStart:n.keyEnd])
		if x.hasMember(n.parent, "_"+x.keys[i]) {
			drop[i] = true
			continue
		}
		edits = append(edits, edit{n.keyStart - 1, n.end, []byte(`"_` + key + `":` + masked)})
	}
	for _, a := range arrays {
		n := &x.nodes[a]
		if n.keyStart == 0 || x.hasMember(n.parent, "_"+x.keys[a]) {
			continue
		}
		b := append([]byte(`,"_`), x.src[n.keyStart:n.keyEnd]...)
		b = append(b, `":[`...)
		for k := a + 1; k < n.next; k = x.nodes[k].next {
			if k > a+1 {
				b = append(b, ',')
			}
			if x.gone[k] {
				b = append(b, masked...)
			} else {
				b = append(b, "null"...)
			}
		}
		edits = append(edits, edit{n.end, n.end, append(b, ']')})
	}
	return append(edits, x.dropped(drop)...)
}

// hasMember is member for objects that are asked often.
func (x *fhirTree) hasMember(object int, key string) bool {
	names, ok := x.names[object]
	if !ok {
		names = map[string]bool{}
		for i := object + 1; i < x.nodes[object].next; i = x.nodes[i].next {
			names[x.keys[i]] = true
		}
		x.names[object] = names
	}
	return names[key]
}

// dropped takes members out of their objects, with the commas between.
func (x *fhirTree) dropped(drop map[int]bool) (edits []edit) {
	objects := map[int]bool{}
	for i := range drop {
		objects[x.nodes[i].parent] = true
	}
	for o := range objects {
		var members []int
		for i := o + 1; i < x.nodes[o].next; i = x.nodes[i].next {
			members = append(members, i)
		}
		for a := 0; a < len(members); a++ {
			if !drop[members[a]] {
				continue
			}
			b := a
			for b+1 < len(members) && drop[members[b+1]] {
				b++
			}
			start, end := x.nodes[members[a]].keyStart-1, x.nodes[members[b]].end
			if b+1 < len(members) {
				end = x.nodes[members[b+1]].keyStart - 1
			} else if a > 0 {
				start = x.nodes[members[a-1]].end
			}
			edits = append(edits, edit{start, end, nil})
			a = b
		}
	}
	slices.SortFunc(edits, func(a, b edit) int { return a.start - b.start })
	return edits
}
