package phihttp

import (
	"bytes"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/internal/jsonvalues"
)

// maxLabel bounds the length of a numbered label, in bytes.
const maxLabel = 96

func restorerOf(s *phi.Session, f format, limit int) restorer {
	switch f {
	case formatEvents, formatLines:
		return &eventRestorer{s: s, format: f, limit: limit}
	case formatJSON:
		return &jsonRestorer{s: s, limit: limit}
	}
	return &textRestorer{s: s}
}

// labelByte reports the bytes between the brackets of a label.
func labelByte(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.'
}

// begun gives how many bytes at the end may be the beginning of a label.
func begun(b []byte) int {
	i := bytes.LastIndexByte(b, '[')
	if i < 0 || len(b)-i > maxLabel {
		return 0
	}
	for k, c := range b[i+1:] {
		if !labelByte(c) || k == 0 && (c < 'A' || c > 'Z') {
			return 0
		}
	}
	return len(b) - i
}

// appendRestored appends text with its labels restored; quoted escapes what they
// stand for as between the quotes of a JSON string.
func appendRestored(dst, text []byte, s *phi.Session, quoted bool) []byte {
	for {
		i := bytes.IndexByte(text, '[')
		if i < 0 {
			return append(dst, text...)
		}
		dst, text = append(dst, text[:i]...), text[i:]
		n := 1
		for n < len(text) && n < maxLabel && labelByte(text[n]) {
			n++
		}
		if n == len(text) || text[n] != ']' {
			dst, text = append(dst, text[:n]...), text[n:]
			continue
		}
		n++
		label := string(text[:n])
		was := s.Restore(label)
		if quoted && was != label {
			q := jsonvalues.AppendString(nil, []byte(was))
			dst = append(dst, q[1:len(q)-1]...)
		} else {
			dst = append(dst, was...)
		}
		text = text[n:]
	}
}

// A textRestorer restores as text comes, and holds back what may be half a label.
type textRestorer struct {
	s      *phi.Session
	quoted bool
}

func (t *textRestorer) restore(dst, in []byte, ended bool) ([]byte, int) {
	used := len(in)
	if !ended {
		used -= begun(in)
	}
	return appendRestored(dst, in[:used], t.s, t.quoted), used
}

// A jsonRestorer restores a body by value. One that is longer than the limit is
// restored as it comes: brackets with a label between them stand in JSON only
// within a string.
type jsonRestorer struct {
	s     *phi.Session
	limit int
	long  *textRestorer
}

func (j *jsonRestorer) restore(dst, in []byte, ended bool) ([]byte, int) {
	if j.long == nil && len(in) > j.limit {
		j.long = &textRestorer{j.s, true}
	}
	switch {
	case j.long != nil:
		return j.long.restore(dst, in, ended)
	case !ended:
		return dst, 0
	}
	out, ok := appendRestoredJSON(dst, in, j.s, nil)
	if !ok {
		out = appendRestored(dst, in, j.s, true)
	}
	return out, len(in)
}

// nested are the keys whose strings hold JSON themselves: the arguments that a
// model gives a tool.
func nested(key []byte) bool {
	switch string(key) {
	case `"arguments"`, `"partial_json"`:
		return true
	}
	return false
}

// appendRestoredJSON appends src with its strings restored. cut, if not nil, is
// asked for each string's text and may give another; ok is false where src is
// not JSON, and then nothing is appended.
func appendRestoredJSON(dst, src []byte, s *phi.Session, cut func(v jsonvalues.Value, text []byte) []byte) (out []byte, ok bool) {
	from, at := len(dst), 0
	var text, was []byte
	err := jsonvalues.Walk(src, func(v jsonvalues.Value) {
		if v.Kind != jsonvalues.String {
			return
		}
		was = jsonvalues.AppendText(was[:0], src[v.Start:v.End])
		text = was
		if cut != nil {
			text = cut(v, was)
		}
		restored := appendRestored(nil, text, s, nested(src[v.Key.Start:v.Key.End]))
		if bytes.Equal(restored, was) {
			return
		}
		dst = jsonvalues.AppendString(append(dst, src[at:v.Start]...), restored)
		at = v.End
	})
	if err != nil {
		return dst[:from], false
	}
	return append(dst, src[at:]...), true
}
