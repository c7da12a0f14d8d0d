package phi

import (
	"strconv"

	"github.com/phidetect/phidetect/identifiers"
)

// AppendJSON appends the result as one JSON object to dst; id, if not empty,
// is its first member. The object holds offsets, names and numbers, never
// text of the input.
func (r *Result) AppendJSON(dst []byte, id string) []byte {
	dst = append(dst, '{')
	if id != "" {
		dst = append(dst, `"id":`...)
		dst = appendQuoted(dst, id)
		dst = append(dst, ',')
	}
	dst = append(dst, `"verdict":"`...)
	dst = append(dst, r.Verdict.String()...)
	dst = append(dst, `","health_score":`...)
	dst = strconv.AppendFloat(dst, float64(r.Health.Score), 'f', 3, 32)
	dst = append(dst, `,"personal":`...)
	dst = strconv.AppendBool(dst, r.Health.Personal)
	if s := r.Health.Subject.String(); s != "" {
		dst = append(dst, `,"subject":"`...)
		dst = append(dst, s...)
		dst = append(dst, '"')
	}
	dst = r.appendLanguages(dst)
	dst = appendNames(dst, `,"signals":[`, uint16(r.Health.Signals), signalNames[:])
	dst = appendNames(dst, `,"reasons":[`, uint16(r.Reasons), reasonNames[:])
	dst = append(dst, `,"spans":[`...)
	for i := range r.Spans {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendSpan(dst, &r.Spans[i])
	}
	dst = append(dst, `],"health":[`...)
	for i, e := range r.Health.Evidence {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"start":`...)
		dst = strconv.AppendInt(dst, int64(e.Start), 10)
		dst = append(dst, `,"end":`...)
		dst = strconv.AppendInt(dst, int64(e.End), 10)
		dst = append(dst, `,"category":"`...)
		dst = append(dst, e.Category.String()...)
		dst = append(dst, `"}`...)
	}
	return append(dst, "]}"...)
}

// appendLanguages appends the languages, the main one first, of a text that is
// not English alone.
func (r *Result) appendLanguages(dst []byte) []byte {
	all := r.Languages()
	if all == LanguagesOf(English) {
		return dst
	}
	dst = append(dst, `,"languages":["`...)
	dst = append(dst, r.Language.String()...)
	for l := English; l <= French; l++ {
		if l != r.Language && all.Has(l) {
			dst = append(dst, `","`...)
			dst = append(dst, l.String()...)
		}
	}
	return append(dst, `"]`...)
}

// MarshalJSON gives AppendJSON's object without an id.
func (r Result) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil, ""), nil }

// appendNames appends the names of the set bits as an array behind lead, nothing
// if none is set.
func appendNames(dst []byte, lead string, set uint16, names []string) []byte {
	if set == 0 {
		return dst
	}
	for i, n := range names {
		if set&(1<<i) != 0 {
			dst = append(append(append(append(dst, lead...), '"'), n...), '"')
			lead = ","
		}
	}
	return append(dst, ']')
}

func appendSpan(dst []byte, s *identifiers.Span) []byte {
	dst = append(dst, `{"type":"`...)
	dst = append(dst, s.Type.String()...)
	dst = append(dst, `","category":"`...)
	dst = append(dst, s.Type.Letter())
	dst = append(dst, `","start":`...)
	dst = strconv.AppendInt(dst, int64(s.Start), 10)
	dst = append(dst, `,"end":`...)
	dst = strconv.AppendInt(dst, int64(s.End), 10)
	dst = append(dst, `,"score":`...)
	dst = strconv.AppendFloat(dst, float64(s.Score), 'f', 2, 32)
	if n := s.Role.String(); n != "" {
		dst = append(dst, `,"role":"`...)
		dst = append(dst, n...)
		dst = append(dst, '"')
	}
	return append(dst, '}')
}

// appendQuoted appends s as a JSON string. Bytes that are not UTF-8 become
// U+FFFD.
func appendQuoted(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r < 0x20 || r == 0x2028 || r == 0x2029:
			const hex = "0123456789abcdef"
			dst = append(dst, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			dst = append(dst, string(r)...)
		}
	}
	return append(dst, '"')
}
