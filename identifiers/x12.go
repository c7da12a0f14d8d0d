package identifiers

import (
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// x12Fields says what the elements of X12 segments hold that always hold the
// same (ASC X12N 005010: 270, 271, 834, 835, 837).
var x12Fields = [...]struct {
	segment string
	element int
	typ     Type
}{
	{"CLP", 1, UniqueID}, {"CLP", 7, UniqueID}, {"CLM", 1, UniqueID}, {"TRN", 2, UniqueID}, {"BPR", 7, AccountNumber}, {"BPR", 9, AccountNumber}, {"BPR", 13, AccountNumber}, {"BPR", 15, AccountNumber},
	{"N3", 1, StreetAddress}, {"N4", 1, City}, {"N4", 3, PostalCode},
}

// x12Qualified says what an element holds by the qualifier before it.
var x12Qualified = [...]struct {
	segment   string
	element   int // of the qualifier; the value follows
	qualifier string
	typ       Type
}{
	{"NM1", 8, "MI", HealthPlanNumber}, {"NM1", 8, "XX", LicenseNumber}, {"NM1", 8, "34", SSN}, {"N1", 3, "XX", LicenseNumber}, {"SBR", 2, "18", HealthPlanNumber},
	{"REF", 1, "EA", MedicalRecordNumber}, {"REF", 1, "EW", MedicalRecordNumber}, {"REF", 1, "SY", SSN}, {"REF", 1, "1L", HealthPlanNumber}, {"REF", 1, "6P", HealthPlanNumber}, {"REF", 1, "IG", HealthPlanNumber},
	{"REF", 1, "0F", HealthPlanNumber}, {"REF", 1, "1W", HealthPlanNumber}, {"REF", 1, "G1", UniqueID}, {"REF", 1, "9F", UniqueID}, {"REF", 1, "D9", UniqueID}, {"REF", 1, "F8", UniqueID}, {"REF", 1, "1K", UniqueID},
	{"REF", 1, "0B", LicenseNumber}, {"REF", 1, "HPI", LicenseNumber}, {"DMG", 1, "D8", DateOfBirth},
	{"PER", 3, "TE", Phone}, {"PER", 5, "TE", Phone}, {"PER", 7, "TE", Phone}, {"PER", 3, "FX", Fax}, {"PER", 5, "FX", Fax}, {"PER", 7, "FX", Fax},
}

// x12 reads segments of electronic claims and remittances ("NM1*IL*1*…~") by
// the meaning of their elements. It wants a "*" that touches a segment's name.
func (t *Text) x12(dst []Span) []Span {
	for i := 0; i+2 < len(t.Tokens); i++ {
		k := &t.Tokens[i]
		if !t.is(i+1, '*') || !t.touches(i+1) || k.Len() < 2 || k.Len() > 3 || !alnum(k) || i > 0 && k.Gap != lexicon.GapLine && !t.is(i-1, '~') {
			continue
		}
		segment := t.Text[k.Start:k.End]
		qualifier, start, element := "", i+2, 1
		j := i + 2
		for ; j <= len(t.Tokens); j++ {
			end := j == len(t.Tokens) || t.is(j, '~') || t.Tokens[j].Gap == lexicon.GapLine
			if !end && !t.is(j, '*') {
				continue
			}
			if j > start {
				dst = t.x12Element(dst, segment, qualifier, element, start, j-1)
			}
			qualifier = ""
			if j == start+1 {
				qualifier = t.Text[t.Tokens[start].Start:t.Tokens[start].End]
			}
			start = j + 1
			element++
			if end {
				break
			}
		}
		i = j - 1
	}
	return dst
}

// x12Element appends what the element in tokens first to last holds.
func (t *Text) x12Element(dst []Span, segment, qualifier string, element, first, last int) []Span {
	typ := NoType
	for i := range x12Fields {
		if f := &x12Fields[i]; f.element == element && strings.EqualFold(f.segment, segment) {
			typ = f.typ
		}
	}
	for i := range x12Qualified {
		if f := &x12Qualified[i]; f.element == element-1 && strings.EqualFold(f.qualifier, qualifier) && strings.EqualFold(f.segment, segment) {
			typ = f.typ
		}
	}
	if typ == NoType || typ.number() && !t.anyDigit(first, last) || !t.free(first, last) {
		return dst
	}
	t.claim(first, last)
	return append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: typ, Score: 0.95, Why: Why{Matcher: "x12"}})
}

// number reports the types whose values have a digit.
func (t Type) number() bool { return t != City && t != Name && t != StreetAddress }

func (t *Text) anyDigit(first, last int) bool {
	for i := first; i <= last; i++ {
		if hasDigit(&t.Tokens[i]) {
			return true
		}
	}
	return false
}
