package sheet

import (
	"bytes"
	"net/url"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi/internal/jsonvalues"
)

// MinDigits is the length from which a number without a typed key is read:
// shorter ones are counts, codes and sizes.
const MinDigits = 5

// AddJSON adds the strings and numbers of a JSON text, in order; names too where
// names says so. The text begins at byte base of the source and stands under a
// key, which may be empty. The error is a *jsonvalues.SyntaxError; then nothing
// is added.
func (s *Sheet) AddJSON(src []byte, base int, under string, k *Keys, names bool) error {
	var key, parent []byte
	lines, fields, blob := len(s.buf), len(s.fields), s.Opaque
	err := jsonvalues.Walk(src, func(v jsonvalues.Value) {
		raw := src[v.Start:v.End]
		f := field{from: base + v.Start, to: base + v.End, style: JSON}
		if v.Kind == jsonvalues.Name {
			if names {
				f.start = s.begin("")
				s.buf = jsonvalues.AppendText(s.buf, raw)
				s.end(f)
			}
			return
		}
		key = jsonvalues.AppendText(key[:0], src[v.Key.Start:v.Key.End])
		parent = jsonvalues.AppendText(parent[:0], src[v.Parent.Start:v.Parent.End])
		switch {
		case v.Key.End == 0:
			key = append(key, under...)
		case v.Parent.End == 0:
			parent = append(parent, under...)
		}
		t, keep := k.Of(string(parent), string(key))
		switch {
		case keep, v.Kind == jsonvalues.Number && t == identifiers.NoType && digits(raw) < MinDigits:
			return
		case t == identifiers.NoType && opaque(raw):
			s.Opaque = true
			return
		}
		f.typ = t
		f.start = s.begin(string(key))
		s.buf = jsonvalues.AppendText(s.buf, raw)
		s.end(f)
	})
	if err != nil {
		s.buf, s.fields, s.Opaque = s.buf[:lines], s.fields[:fields], blob
	}
	return err
}

func digits(b []byte) (n int) {
	for _, c := range b {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}

// minOpaque is the length from which a word of base64 is taken for data.
const minOpaque = 256

// opaque reports a string of base64, as pictures travel in JSON: nothing in it
// can be read, and a word replaced in it would break it.
func opaque(raw []byte) bool {
	if len(raw) < minOpaque || raw[0] != '"' {
		return false
	}
	raw = raw[1 : len(raw)-1]
	if bytes.HasPrefix(raw, []byte("data:")) {
		i := bytes.Index(raw[:min(len(raw), 128)], []byte(";base64,"))
		if i < 0 {
			return false
		}
		raw = raw[i+len(";base64,"):]
	}
	for _, c := range bytes.TrimRight(raw, "=") {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/') {
			return false
		}
	}
	return true
}

// AddForm adds the values of a query or of a form in
// application/x-www-form-urlencoded. A pair without "=" is a value. What cannot
// be decoded is read as it stands.
func (s *Sheet) AddForm(src string, k *Keys, names bool) {
	for at := 0; at < len(src); {
		end := at + strings.IndexByte(src[at:], '&')
		if end < at {
			end = len(src)
		}
		from := at
		key, _, pair := strings.Cut(src[at:end], "=")
		name := unescape(key)
		if pair {
			if names {
				f := field{from: at, to: at + len(key), style: Form, start: s.begin("")}
				s.buf = append(s.buf, name...)
				s.end(f)
			}
			from += len(key) + 1
		} else {
			name = ""
		}
		at = end + 1
		t, keep := k.Of("", name)
		if keep || from == end {
			continue
		}
		f := field{from: from, to: end, style: Form, typ: t, start: s.begin(name)}
		s.buf = append(s.buf, unescape(src[from:end])...)
		s.end(f)
	}
}

func unescape(s string) string {
	if u, err := url.QueryUnescape(s); err == nil {
		return u
	}
	return s
}

// AddText adds bytes [from, to) of a source as a value.
func (s *Sheet) AddText(key string, t identifiers.Type, src []byte, from, to int) int {
	f := field{from: from, to: to, typ: t, start: s.begin(key)}
	s.buf = append(s.buf, src[from:to]...)
	return s.end(f)
}

// AppendSource appends src, from which fields [first, last) were taken, with
// what changes in them.
func AppendSource[T ~string | ~[]byte](s *Sheet, dst []byte, src T, first, last int) []byte {
	at := 0
	for i := first; i < last; i++ {
		if !s.Changed(i) {
			continue
		}
		f := &s.fields[i]
		dst = append(dst, src[at:f.from]...)
		switch f.style {
		case JSON:
			dst = jsonvalues.AppendEdited(dst, []byte(src[f.from:f.to]), s.Edits(i))
		case Form:
			dst = append(dst, url.QueryEscape(string(s.AppendField(nil, i)))...)
		default:
			dst = s.AppendField(dst, i)
		}
		at = f.to
	}
	return append(dst, src[at:]...)
}
