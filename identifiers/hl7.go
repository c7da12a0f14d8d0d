package identifiers

import (
	"strings"

	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// hl7Fields says what the fields of HL7 v2 segments hold, by segment and field
// number (HL7 v2.5.1, chapters 2, 3, 4, 6 and 7).
var hl7Fields = []struct {
	segment string
	field   int
	typ     Type
}{
	{"MSH", 7, Date}, {"EVN", 2, Date}, {"EVN", 5, Handle},
	{"PID", 2, MedicalRecordNumber}, {"PID", 3, MedicalRecordNumber}, {"PID", 4, MedicalRecordNumber}, {"PID", 5, Name}, {"PID", 6, Name}, {"PID", 7, DateOfBirth}, {"PID", 9, Name},
	{"PID", 11, StreetAddress}, {"PID", 13, Phone}, {"PID", 14, Phone}, {"PID", 18, AccountNumber}, {"PID", 19, SSN}, {"PID", 20, LicenseNumber},
	{"NK1", 2, Name}, {"NK1", 4, StreetAddress}, {"NK1", 5, Phone}, {"NK1", 6, Phone},
	{"PV1", 7, Name}, {"PV1", 8, Name}, {"PV1", 9, Name}, {"PV1", 17, Name}, {"PV1", 19, MedicalRecordNumber}, {"PV1", 44, Date}, {"PV1", 45, Date},
	{"ORC", 2, UniqueID}, {"ORC", 3, UniqueID}, {"ORC", 12, Name}, {"ORC", 9, Date}, {"ORC", 15, Date},
	{"OBR", 2, UniqueID}, {"OBR", 3, MedicalRecordNumber}, {"OBR", 7, Date}, {"OBR", 14, Date}, {"OBR", 16, Name}, {"OBR", 22, Date}, {"OBR", 32, Name},
	{"OBX", 14, Date}, {"OBX", 16, Name}, {"IN1", 2, HealthPlanNumber}, {"IN1", 8, HealthPlanNumber}, {"IN1", 16, Name}, {"IN1", 18, DateOfBirth}, {"IN1", 36, HealthPlanNumber},
	{"GT1", 3, Name}, {"GT1", 5, StreetAddress}, {"GT1", 6, Phone}, {"GT1", 8, DateOfBirth}, {"GT1", 12, SSN}, {"SPM", 2, MedicalRecordNumber}, {"TXA", 12, UniqueID},
	{"SCH", 1, UniqueID}, {"SCH", 2, UniqueID}, {"SCH", 12, Name}, {"SCH", 16, Name}, {"SCH", 17, Phone}, {"SCH", 15, Name}, {"SCH", 20, Name}, {"SCH", 21, Name}, {"SCH", 22, Name},
	{"ORC", 10, Name}, {"ORC", 11, Name}, {"RXA", 10, Name}, {"PID", 21, MedicalRecordNumber}, {"IN1", 49, HealthPlanNumber}, {"NK1", 33, MedicalRecordNumber},
	{"OBX", 3, plain}, {"OBX", 6, plain}, {"OBX", 7, plain}, {"OBR", 4, plain}, {"MSH", 10, plain}, {"MSH", 12, plain}, {"PD1", 12, plain},
}

// plain marks fields that hold codes and ranges, which are no identifiers.
const plain = Type(TypeCount)

// hl7Numbers says what a number is by its type code (table 0203), where the
// field is one of many numbers of a person.
var hl7Numbers = [...]struct {
	code string
	typ  Type
}{
	{"MR", MedicalRecordNumber}, {"PI", MedicalRecordNumber}, {"PT", MedicalRecordNumber}, {"VN", MedicalRecordNumber}, {"U", MedicalRecordNumber}, {"SS", SSN}, {"AN", AccountNumber}, {"BA", AccountNumber},
	{"MC", HealthPlanNumber}, {"MA", HealthPlanNumber}, {"HC", HealthPlanNumber}, {"JHN", HealthPlanNumber}, {"NH", HealthPlanNumber}, {"NHS", HealthPlanNumber}, {"NHI", HealthPlanNumber}, {"PHE", HealthPlanNumber},
	{"MB", HealthPlanNumber}, {"MI", HealthPlanNumber}, {"SN", HealthPlanNumber}, {"HPC", HealthPlanNumber}, {"DVA", HealthPlanNumber}, {"DVG", HealthPlanNumber}, {"DL", LicenseNumber}, {"PPN", LicenseNumber}, {"NPI", LicenseNumber}, {"DEA", LicenseNumber},
	{"NI", NationalID}, {"NNGBR", HealthPlanNumber}, {"TAX", NationalID}, {"CZ", NationalID}, {"EI", UniqueID},
}

// numberType gives the type of the number in tokens a to b of a field of typ:
// by the type code behind it, or by a check digit.
func (t *Text) numberType(typ Type, a, b, last int) Type {
	component := 1
	for j := b + 1; j <= last && !t.is(j, '~'); j++ {
		if t.is(j, '^') {
			component++
			continue
		}
		if component == 5 {
			code := t.Text[t.Tokens[j].Start:t.Tokens[j].End]
			for i := range hl7Numbers {
				if strings.EqualFold(hl7Numbers[i].code, code) {
					return hl7Numbers[i].typ
				}
			}
		}
	}
	c := &t.cands[0]
	if !c.fill(t, a, b) {
		return typ
	}
	c.label, c.piece = label{tok: -1}, true
	if j := judgePlan(t, c); j.check {
		return j.typ
	}
	if c.n == 10 && c.letters == 0 && checksum.NHSNumber(c.text()) && c.ngroups == 3 {
		return HealthPlanNumber
	}
	return typ
}

// hl7 reads lines that are HL7 v2 segments by the meaning of their fields.
func (t *Text) hl7(dst []Span) []Span {
	for i := 0; i+1 < len(t.Tokens); i++ {
		k := &t.Tokens[i]
		if k.Gap != lexicon.GapLine || k.Len() != 3 || !alnum(k) || !t.is(i+1, '|') || t.Tokens[i+1].Gap != lexicon.GapNone {
			continue
		}
		segment := hl7Segment(t.Text[k.Start:k.End])
		field := 0
		if segment == "MSH" {
			field = 1
		}
		start := -1
		j := i + 1
		for ; j < len(t.Tokens) && (j == i+1 || t.Tokens[j].Gap != lexicon.GapLine); j++ {
			if t.is(j, '|') {
				if start >= 0 && j > start {
					dst = t.hl7Field(dst, segment, field, start, j-1)
				}
				field++
				start = j + 1
			}
		}
		if start >= 0 && j > start {
			dst = t.hl7Field(dst, segment, field, start, j-1)
		}
		i = j - 1
	}
	return dst
}

// userOf reports that the word at token i is a user name made of the surname at
// token j: an initial and the surname.
func (t *Text) userOf(i, j int) bool {
	if j >= len(t.Tokens) || t.Tokens[j].Class != lexicon.Word {
		return false
	}
	user, name := t.Slice(i, i), t.Slice(j, j)
	return len(user) > len(name) && len(name) >= 3 && strings.EqualFold(user[len(user)-len(name):], name)
}

// hl7Segment gives the name of a segment as hl7Fields has it: messages are
// pasted in lower case too.
func hl7Segment(s string) string {
	for i := range hl7Fields {
		if f := hl7Fields[i].segment; f[0] == s[0]&^0x20 && strings.EqualFold(f, s) {
			return f
		}
	}
	return ""
}

// hl7Field appends what the field in tokens first to last holds. Components
// are parted by "^".
func (t *Text) hl7Field(dst []Span, segment string, field, first, last int) []Span {
	typ := NoType
	for _, f := range hl7Fields {
		if f.segment == segment && f.field == field {
			typ = f.typ
			break
		}
	}
	if typ == NoType {
		return dst
	}
	if typ == plain {
		t.claim(first, last)
		return dst
	}
	if typ == Name && (segment == "SCH" || segment == "ORC" || segment == "RXA") && first == last && alnum(&t.Tokens[first]) {
		typ = Handle // who entered it
		if t.Tokens[first].Class == lexicon.Number {
			typ = Phone
		}
	}
	add := func(a, b int, typ Type) {
		if a <= b && t.free(a, b) {
			t.claim(a, b)
			dst = append(dst, Span{Start: int(t.Tokens[a].Start), End: int(t.Tokens[b].End), Type: typ, Score: 0.95, Why: Why{Matcher: "hl7"}})
		}
	}
	component := 1
	a := first
	for j := first; j <= last+1; j++ {
		if j <= last && !t.is(j, '^') && !t.is(j, '~') {
			continue
		}
		b := j - 1
		switch {
		case typ == StreetAddress:
			switch component {
			case 1:
				add(a, b, StreetAddress)
			case 3:
				add(a, b, City)
			case 5:
				add(a, b, PostalCode)
			}
		case typ == Name && field >= 7 && segment != "PID" && segment != "NK1" && segment != "GT1":
			// XCN: the person's id first, then the names
			if component == 1 && a <= b && hasDigit(&t.Tokens[a]) {
				add(a, b, LicenseNumber)
				a = j + 1
				if e := t.nameEnd(a, last); e >= a {
					add(a, e, Name)
				}
				return dst
			}
			if component == 1 && a == b && t.userOf(a, j+1) {
				add(a, b, Handle) // "NSIMMONS^SIMMONS^NYDIA"
				a = j + 1
			}
			if e := t.nameEnd(a, last); component == 1 && e >= a {
				add(a, e, Name)
			}
			return dst
		case typ == Name:
			if e := t.nameEnd(a, last); e >= a {
				add(a, e, Name)
			}
			return dst
		case component == 1 && (typ == MedicalRecordNumber || typ == HealthPlanNumber || typ == AccountNumber || typ == LicenseNumber):
			if a <= b {
				add(a, b, t.numberType(typ, a, b, last))
			}
		case component == 1:
			add(a, b, typ)
		case component == 6 && typ == Phone && a <= b && j+1 <= last && t.Tokens[j+1].Class == lexicon.Number:
			add(a, j+1, typ) // area and local number apart
		}
		if j <= last && t.is(j, '~') {
			component = 0
		}
		component++
		a = j + 1
	}
	return dst
}

// nameEnd gives the last token of "FAMILY^GIVEN^MIDDLE" from token a on.
func (t *Text) nameEnd(a, last int) int {
	end := a - 1
	for j := a; j <= last; j++ {
		switch {
		case t.Tokens[j].Class == lexicon.Word && t.Tokens[j].Len() <= 24:
			end = j
		case t.is(j, '^') && t.touches(j+1), t.is(j, '-'), t.is(j, '\''), t.Tokens[j].Gap == lexicon.GapSpace:
		default:
			return end
		}
		if t.is(j, '^') && t.is(j+1, '^') {
			return end
		}
	}
	return end
}
