package structured

import (
	"bytes"
	"io"
	"slices"

	"github.com/phidetect/phidetect/phi"
)

// A form knows the fields of a record: where a field stands, and how a value is
// written there.
type form interface {
	// path gives the path of a field or, with field nil, of a group's node.
	path(f *field, node int) string
	// replace gives the edit by which out takes the place of bytes [start, end)
	// of a field; whole says that these are all of it. It may keep the edit for
	// itself.
	replace(f *field, start, end int, out []byte, whole bool) (edit, bool)
}

// run is the memory of one call.
type run struct {
	s       *Scanner
	format  Format
	rep     phi.Replacer
	redact  bool
	streams bool
	found   func(Finding)
	count   func(*field, Finding) // of a table's columns
	report  Report
	record  int
	base    int64 // where the record begins in the input

	cache  map[string]keyInfo
	fields []field
	groups []group
	edits  []edit
	known  known

	res  phi.Result
	one  phi.Result // of a value known whole
	reps []phi.Replacement
	buf  []byte
	join []byte
}

func (s *Scanner) newRun(f Format, redact bool) *run {
	r := &run{s: s, format: f, redact: redact, cache: map[string]keyInfo{}}
	if redact {
		r.rep = s.opt.Replacer
		if x, ok := r.rep.(*phi.Redactor); ok {
			r.rep = x.NewSession()
		}
	}
	return r
}

// whole reads all of src; dst is nil where nothing is redacted.
func (r *run) whole(dst *[]byte, src []byte) error {
	return r.records(newReaderSource(bytes.NewReader(src)), func(b []byte) error {
		if dst != nil {
			*dst = append(*dst, b...)
		}
		return nil
	})
}

// copy reads from src and writes to dst.
func (r *run) copy(dst io.Writer, src io.Reader) error {
	return r.records(newReaderSource(src), func(b []byte) error {
		n, err := dst.Write(b)
		if err == nil && n < len(b) {
			err = io.ErrShortWrite
		}
		return err
	})
}

// records hands each record, redacted, to emit.
func (r *run) records(in *source, emit func([]byte) error) error {
	switch r.format {
	case JSON, FHIR:
		src, err := in.all(r.s.opt.MaxBytes)
		if err != nil {
			return r.failIn(in, err)
		}
		r.record = 1
		out, err := r.document(src)
		if err != nil {
			return err
		}
		return emit(out)
	case JSONLines, FHIRLines:
		return r.lines(in, emit)
	case HL7:
		return r.messages(in, emit)
	case CSV, TSV:
		return r.table(in, emit)
	}
	return ErrFormat
}

func (r *run) fail(kind error, offset int64, detail string) error {
	rec := r.record
	if r.format == JSON || r.format == FHIR {
		rec = 0
	}
	return &Error{Format: r.format, Offset: offset, Record: rec, Kind: kind, Detail: detail}
}

// judge reads the fields of a record and gives their edits. First those that
// are known by their place, so that the texts can be searched for them.
func (r *run) judge(fm form) []edit {
	r.edits = r.edits[:0]
	for i := range r.fields {
		if f := &r.fields[i]; f.mode == isTyped {
			r.known.note(f)
		}
	}
	for i := range r.fields {
		f := &r.fields[i]
		switch f.mode {
		case isTyped:
			r.typed(fm, f)
		case readText:
			r.read(fm, f)
		case isEncoded:
			r.encoded(fm, f)
		case isOpaque:
			r.opaque(fm, f)
		}
	}
	r.known.reset()
	return r.edits
}

// add reports a finding in a field.
func (r *run) add(fm form, f *field, x Finding) {
	x.Record = r.record
	x.Start, x.End = r.base+int64(f.start), r.base+int64(f.end)
	if r.found != nil || !r.streams {
		x.Path = fm.path(f, 0)
	}
	r.note(x)
	if r.count != nil {
		r.count(f, x)
	}
}

func (r *run) note(x Finding) {
	r.report.Counts[x.Type]++
	if r.found != nil {
		r.found(x)
	} else if !r.streams {
		r.report.Findings = append(r.report.Findings, x)
	}
}

// put writes out in the place of bytes [i, j) of a field's text. Where markup
// stands between them, out goes before it.
func (r *run) put(fm form, f *field, i, j int, out []byte, whole bool) {
	if string(out) == f.text[i:j] {
		return
	}
	r.report.Replaced++
	if f.parts == nil {
		r.edit(fm, f, i, j, out, whole)
		return
	}
	for _, p := range f.parts {
		if a, b := max(i, p[0]), min(j, p[1]); a < b {
			r.edit(fm, f, a, b, out, false)
			out = nil
		}
	}
}

func (r *run) edit(fm form, f *field, i, j int, out []byte, whole bool) {
	start, end := f.source(i, j)
	if e, ok := fm.replace(f, start, end, out, whole); ok {
		r.edits = append(r.edits, e)
	}
}

// verdicts sums up the groups of a record, which stand before those below them.
func (r *run) verdicts(fm form) {
	first := len(r.report.Objects)
	for i := len(r.groups) - 1; i >= 0; i-- {
		g := &r.groups[i]
		if g.facts&factPerson != 0 && g.facts&factGeneral != 0 && g.facts.verdict() != phi.PHI && r.together(i) {
			g.facts |= factHealth
		}
		isPHI := g.facts.verdict() == phi.PHI
		if isPHI && !g.inner && !r.streams {
			r.report.Objects = append(r.report.Objects, Object{fm.path(nil, g.node), r.record})
		}
		if p := g.parent; p >= 0 {
			r.groups[p].inner = r.groups[p].inner || isPHI
			if !g.record {
				r.groups[p].facts |= g.facts
			}
		}
		if g.record {
			v := g.facts.verdict()
			r.report.Records++
			r.report.Verdicts[v]++
			r.report.Verdict = higher(r.report.Verdict, v)
		}
	}
	slices.Reverse(r.report.Objects[first:])
}

// higher gives the verdict that weighs more: PHI, then those who identify.
func higher(a, b phi.Verdict) phi.Verdict {
	weight := [...]int{phi.None: 0, phi.HealthOnly: 1, phi.Identifier: 2, phi.PHI: 3}
	if weight[b] > weight[a] {
		return b
	}
	return a
}
