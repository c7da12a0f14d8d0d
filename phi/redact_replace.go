package phi

import (
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi/internal/deid"
)

const defaultHashLength = 16

// replace appends what takes the place of text, which f is about.
func (r *Redactor) replace(dst []byte, f *finding, text string, s *Session) []byte {
	t := f.treat
	switch t.Operator {
	case OpKeep:
		return append(dst, text...)
	case OpRemove:
		return dst
	case OpNumber:
		return append(dst, s.number(f, labelOf(f), text)...)
	case OpMask:
		mask := t.Mask
		if mask == 0 {
			mask = '*'
		}
		return deid.AppendMask(dst, text, mask, t.KeepLast)
	case OpHash:
		n := t.HashLength
		if n == 0 {
			n = defaultHashLength
		}
		dst = append(append(append(dst, '['), labelOf(f)...), ':')
		return append(r.appendHash(dst, f.typ, text, n), ']')
	case OpSurrogate:
		if out, ok := r.appendSurrogate(dst, f, text, s); ok {
			return out
		}
	case OpGeneralize:
		if out, ok := r.appendGeneral(dst, f, text); ok {
			return out
		}
	case OpShift:
		if f.typ == identifiers.Date || f.typ == identifiers.DateOfBirth {
			if out, ok := r.dates.AppendShifted(dst, foldString(text), s.days()); ok {
				return out
			}
		}
	}
	return append(append(append(dst, '['), labelOf(f)...), ']')
}

// typeLabels are the types' names in capitals.
var typeLabels = func() (out [identifiers.TypeCount]string) {
	for i := range out {
		out[i] = strings.ToUpper(identifiers.Type(i).String())
	}
	return out
}()

// labelOf is what stands in brackets for f.
func labelOf(f *finding) string {
	switch {
	case f.treat.Label != "":
		return f.treat.Label
	case f.typ != identifiers.NoType:
		return typeLabels[f.typ]
	case f.category != lexicon.NoCategory:
		return "HEALTH"
	}
	return "REDACTED"
}

// appendGeneral appends what Safe Harbor lets stand of an identifier, 45 CFR
// 164.514(b)(2)(i)(B) and (C).
func (r *Redactor) appendGeneral(dst []byte, f *finding, text string) (_ []byte, ok bool) {
	text = foldString(text)
	switch f.typ {
	case identifiers.Age:
		if f.over89 {
			return deid.AppendOver89(dst, text), true
		}
		return append(dst, text...), true
	case identifiers.PostalCode:
		if area, ok := deid.ZIP3(text); ok {
			return append(dst, area...), true
		}
	case identifiers.Date:
		if y, ok := r.dates.YearOf(text); ok {
			return strconv.AppendInt(dst, int64(y), 10), true
		}
	case identifiers.DateOfBirth:
		if y, ok := r.dates.BirthYear(text); ok {
			if y <= r.dates.Year-90 {
				return append(dst, "90+"...), true
			}
			return strconv.AppendInt(dst, int64(y), 10), true
		}
	}
	return dst, false
}
