package identifiers

import "github.com/phidetect/phidetect/lexicon"

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
	{"SCH", 1, UniqueID}, {"SCH", 2, UniqueID},
}

// hl7 reads lines that are HL7 v2 segments by the meaning of their fields.
func (t *Text) hl7(dst []Span) []Span {
	for i := 0; i+1 < len(t.Tokens); i++ {
		k := &t.Tokens[i]
		if k.Gap != lexicon.GapLine || k.Len() != 3 || !alnum(k) || !t.is(i+1, '|') || t.Tokens[i+1].Gap != lexicon.GapNone {
			continue
		}
		segment := t.Text[k.Start:k.End]
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
			if e := t.nameEnd(a, last); component == 1 && e >= a {
				add(a, e, Name)
			}
			return dst
		case typ == Name:
			if e := t.nameEnd(a, last); e >= a {
				add(a, e, Name)
			}
			return dst
		case component == 1:
			add(a, b, typ)
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
