package sheet

import (
	"sort"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/internal/jsonvalues"
)

// A Style is how a field stands in the source it was taken from.
type Style uint8

const (
	// Text stands there as it is.
	Text Style = iota
	// JSON is a JSON string with its quotes, or a number.
	JSON
	// Form is percent-encoded, as in a query.
	Form
)

// A field is one value: bytes [start, end) of the sheet, and those of the
// source that it was taken from.
type field struct {
	start, end int
	from, to   int
	typ        identifiers.Type
	style      Style
}

// A Sheet is one text made of many values. It is not safe for concurrent use;
// its memory is used again after Reset.
type Sheet struct {
	// Result is what was found, in offsets of the sheet.
	Result phi.Result
	// Opaque says that a value was left out that cannot be read: base64.
	Opaque bool

	buf    []byte
	text   string
	fields []field
	spans  []identifiers.Span
	out    []byte
	reps   []phi.Replacement
	edits  []jsonvalues.Edit
}

// maxKey bounds what of a key is put before its value, in bytes.
const maxKey = 64

// maxKept bounds the memory that a sheet keeps for the next text.
const maxKept = 1 << 20

// Reset empties the sheet, and lets go of all text.
func (s *Sheet) Reset() {
	if cap(s.buf)+cap(s.out) > maxKept {
		*s = Sheet{}
		return
	}
	clear(s.edits[:cap(s.edits)])
	s.text, s.Opaque = "", false
	s.buf, s.fields, s.reps, s.out, s.edits = s.buf[:0], s.fields[:0], s.reps[:0], s.out[:0], s.edits[:0]
}

// Len is the number of fields.
func (s *Sheet) Len() int { return len(s.fields) }

// Empty reports that nothing stands in the sheet.
func (s *Sheet) Empty() bool { return len(s.buf) == 0 }

// Add adds a value behind its key, which may be empty, and gives the field's
// number. A type says that the whole value is one identifier.
func (s *Sheet) Add(key string, t identifiers.Type, value string) int {
	start := s.begin(key)
	s.buf = append(s.buf, value...)
	return s.end(field{start: start, typ: t})
}

// AddContext adds text that is read and that nothing is replaced in.
func (s *Sheet) AddContext(text string) { s.buf = append(append(s.buf, text...), '\n') }

// Lines gives what stands in the sheet so far, for AddContext.
func (s *Sheet) Lines() string { return string(s.buf) }

func (s *Sheet) begin(key string) int {
	if key != "" {
		if len(key) > maxKey {
			key = key[:maxKey]
		}
		s.buf = append(appendWords(s.buf, key), ": "...)
	}
	return len(s.buf)
}

func (s *Sheet) end(f field) int {
	f.end = len(s.buf)
	s.buf = append(s.buf, '\n')
	s.fields = append(s.fields, f)
	return len(s.fields) - 1
}

// Find reads the sheet.
func (s *Sheet) Find(d *phi.Detector) {
	s.text = string(s.buf)
	d.DetectInto(&s.Result, s.text)
	s.mark()
}

// mark makes one span of each value whose key means a type.
func (s *Sheet) mark() {
	typed, person := false, false
	for i := range s.fields {
		if f := &s.fields[i]; f.typ != identifiers.NoType && f.start < f.end && !labelled(s.text[f.start:f.end]) {
			typed = true
			person = person || identifies(f.typ)
		}
	}
	if !typed {
		return
	}
	s.spans = s.spans[:0]
	old := s.Result.Spans
	for i := range s.fields {
		f := &s.fields[i]
		if f.typ == identifiers.NoType || f.start == f.end || labelled(s.text[f.start:f.end]) {
			continue
		}
		for len(old) > 0 && old[0].End <= f.start {
			s.spans = append(s.spans, old[0])
			old = old[1:]
		}
		x := identifiers.Span{Start: f.start, End: f.end, Type: f.typ, Score: 1}
		for ; len(old) > 0 && old[0].Start < f.end; old = old[1:] {
			if before := old[0]; before.Start < f.start {
				before.End = f.start
				s.spans = append(s.spans, before)
			}
			if old[0].Role != identifiers.RoleUnknown {
				x.Role = old[0].Role
			}
			if old[0].Type == f.typ {
				x.Why = old[0].Why
			}
			if old[0].End > f.end {
				old[0].Start = f.end
				break
			}
		}
		s.spans = append(s.spans, x)
	}
	s.spans = append(s.spans, old...)
	s.Result.Spans, s.spans = s.spans, s.Result.Spans
	if !person {
		return
	}
	switch r := &s.Result; r.Verdict {
	case phi.None:
		r.Verdict = phi.Identifier
		r.Reasons |= phi.ReasonPerson | phi.ReasonNotTheirs
	case phi.HealthOnly:
		r.Verdict = phi.PHI
		r.Reasons |= phi.ReasonPerson | phi.ReasonTheirs
	}
}

// identifies reports the types that identify somebody by themselves.
func identifies(t identifiers.Type) bool {
	switch t {
	case identifiers.City, identifiers.PostalCode, identifiers.Facility, identifiers.Date, identifiers.Age:
		return false
	}
	return true
}

// labelled reports a value that is nothing but a label of a Redactor.
func labelled(s string) bool {
	if len(s) < 3 || s[0] != '[' || s[len(s)-1] != ']' {
		return false
	}
	s = s[1 : len(s)-1]
	for _, t := range identifiers.Types() {
		name := t.String()
		if len(s) >= len(name) && equalUpper(s[:len(name)], name) && rest(s[len(name):]) {
			return true
		}
	}
	return false
}

func equalUpper(s, lower string) bool {
	for i := range len(s) {
		if c := lower[i]; s[i] != c && (c < 'a' || s[i] != c-'a'+'A') || s[i] >= 'a' && s[i] <= 'z' {
			return false
		}
	}
	return true
}

// rest reports what stands behind the name in a label: "", "_1", "_1.2" or a
// hash behind a colon.
func rest(s string) bool {
	if s == "" {
		return true
	}
	for _, c := range []byte(s[1:]) {
		if s[0] == ':' && (c < 'a' || c > 'z') || s[0] == '_' && c != '.' && (c < '0' || c > '9') {
			return false
		}
	}
	return s[0] == ':' || s[0] == '_'
}

// Facts sums up what Find found for a policy, in a direction.
func (s *Sheet) Facts(d *phi.Detector, dir phi.Direction) phi.Facts {
	f := s.Result.Facts()
	if dir&(phi.FromStaff|phi.PublicReply) != 0 {
		f.Confirms = d.Confirmation(s.text, &s.Result).Confirms
	}
	return f
}

// Counts counts the identifiers by type.
func (s *Sheet) Counts() (n [identifiers.TypeCount]uint32) {
	for i := range s.Result.Spans {
		n[s.Result.Spans[i].Type]++
	}
	return n
}

// Redact replaces what Find found and reports whether a value changes.
func (s *Sheet) Redact(r phi.Replacer) bool {
	s.out, s.reps = r.AppendReplacements(s.out[:0], s.reps[:0], s.text, &s.Result)
	for i := range s.fields {
		if s.Changed(i) {
			return true
		}
	}
	return false
}

// first gives the first replacement that ends behind at.
func (s *Sheet) first(at int) int {
	return sort.Search(len(s.reps), func(i int) bool { return s.reps[i].End > at })
}

// Changed reports whether field i changes.
func (s *Sheet) Changed(i int) bool {
	if len(s.reps) == 0 {
		return false
	}
	f := &s.fields[i]
	for k := s.first(f.start); k < len(s.reps) && s.reps[k].Start < f.end; k++ {
		if x := &s.reps[k]; s.text[x.Start:x.End] != string(s.out[x.NewStart:x.NewEnd]) {
			return true
		}
	}
	return false
}

// Edits gives what changes in field i, in offsets of the value. They hold until
// the next call. A stretch that reaches over several values is replaced in each.
func (s *Sheet) Edits(i int) []jsonvalues.Edit {
	f := &s.fields[i]
	s.edits = s.edits[:0]
	for k := s.first(f.start); k < len(s.reps) && s.reps[k].Start < f.end; k++ {
		x := &s.reps[k]
		s.edits = append(s.edits, jsonvalues.Edit{Start: max(x.Start, f.start) - f.start, End: min(x.End, f.end) - f.start, New: s.out[x.NewStart:x.NewEnd]})
	}
	return s.edits
}

// AppendField appends the new text of field i.
func (s *Sheet) AppendField(dst []byte, i int) []byte {
	f := &s.fields[i]
	text, at := s.text[f.start:f.end], 0
	for _, e := range s.Edits(i) {
		dst = append(append(dst, text[at:e.Start]...), e.New...)
		at = e.End
	}
	return append(dst, text[at:]...)
}
