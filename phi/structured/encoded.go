package structured

import (
	"encoding/base64"
	"strings"
)

// plainText is a text inside of a value: what is put there is kept for the value
// as a whole.
type plainText struct {
	form
	edits []edit
}

func (p *plainText) replace(f *field, start, end int, out []byte, _ bool) (edit, bool) {
	p.edits = append(p.edits, edit{start - f.start, end - f.start, out})
	return edit{}, false
}

// encoded reads text that stands in base64. What is no base64 cannot be read.
func (r *run) encoded(fm form, f *field) {
	b, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(f.text), ""))
	if err != nil {
		r.opaque(fm, f)
		return
	}
	in := field{text: string(b), node: f.node, group: f.group, start: f.start, end: f.end}
	sink := &plainText{form: fm}
	r.read(sink, &in)
	if len(sink.edits) > 0 {
		r.edit(fm, f, 0, len(f.text), base64.StdEncoding.AppendEncode(nil, apply(nil, b, sink.edits)), true)
	}
}

// opaque reports what cannot be read and takes it out.
func (r *run) opaque(fm form, f *field) {
	r.add(fm, f, Finding{Score: 1, Source: FromEncoding, Type: f.typ})
	if r.redact && !r.s.opt.KeepOpaque {
		r.put(fm, f, 0, len(f.text), nil, true)
	}
}
