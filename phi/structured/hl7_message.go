package structured

import (
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// health reports the fields whose presence says something of health.
func health(segment string, field int) bool {
	switch segment {
	case "DG1", "AL1":
		return field == 3 || field == 4
	case "PR1", "RXA", "RXE":
		return field == 3 || field == 4 || field == 5
	case "PV2":
		return field == 3
	case "OBX":
		return field == 5
	}
	return false
}

// componentOf says what a component of a field is.
func (m *message) componentOf(what hl7Field, n int, component func(int) string) hl7Field {
	typed := func(t identifiers.Type) hl7Field { return hl7Field{asWhole, t, what.role} }
	keep := hl7Field{as: asIs}
	switch what.as {
	case asName, asPerson:
		if what.as == asPerson {
			if n == 1 {
				if t, ok := hl7Numbers[component(13)]; ok {
					return typed(t)
				}
				return typed(identifiers.LicenseNumber)
			}
			n--
		}
		if n <= 3 {
			return typed(identifiers.Name)
		}
		return keep
	case asAddress:
		switch n {
		case 1, 2:
			return typed(identifiers.StreetAddress)
		case 3, 8, 9, 10:
			return typed(identifiers.City)
		case 5:
			return typed(identifiers.PostalCode)
		}
		return keep
	case asPhone:
		t := identifiers.Phone
		if component(3) == "FX" {
			t = identifiers.Fax
		}
		switch n {
		case 1, 6, 7, 8, 12:
			if n == 1 && strings.ContainsRune(component(1), '@') {
				t = identifiers.Email
			}
			return typed(t)
		case 4:
			return typed(identifiers.Email)
		case 9:
			return hl7Field{}
		}
		return keep
	case asNumber:
		if n == 1 {
			if t, ok := hl7Numbers[component(5)]; ok {
				return typed(t)
			}
			return typed(what.typ)
		}
		return keep
	case asTime:
		if n <= 2 {
			return hl7Field{asTime, what.typ, what.role}
		}
		return keep
	case asOrg:
		switch n {
		case 1:
			return typed(identifiers.Facility)
		case 3, 10:
			return typed(identifiers.LicenseNumber)
		}
		return keep
	case asCode:
		if n == 9 {
			return hl7Field{}
		}
		return keep
	}
	return what
}

// add makes a field of a part that is not parted further.
func (m *message) add(at place, b bytesOf, what hl7Field) {
	if what.as == asIs || b.start == b.end {
		return
	}
	f := field{start: b.start, end: b.end, typ: what.typ, role: what.role, node: len(m.places)}
	f.text, f.at = decodeHL7(m.b[b.start:b.end], m.d)
	if f.text == `""` {
		return // "delete the value" (HL7 v2.5.1, section 2.5.3)
	}
	if f.typ != identifiers.NoType && present(f.text) {
		f.mode = isTyped
		if what.as == asTime {
			m.times[f.node] = true
		}
	} else if digits(f.text) == len(f.text) && !numeric(f.text) {
		return
	}
	m.places = append(m.places, at)
	m.r.fields = append(m.r.fields, f)
}

// encapsulated reads an ED or RP: a picture or document that cannot be read, or
// where it lies.
func (m *message) encapsulated(at place, rep bytesOf, value string) {
	comps := split(nil, m.b, rep, m.d.component)
	n := 5
	if value == "RP" {
		n = 1
	}
	m.r.groups[0].facts |= factHealth
	if len(comps) < n || comps[n-1].start == comps[n-1].end {
		return
	}
	c := comps[n-1]
	at.component = n
	f := field{start: c.start, end: c.end, node: len(m.places), mode: isOpaque}
	kind := func(n int) string {
		if value != "ED" || n > len(comps) {
			return ""
		}
		return strings.ToLower(string(m.b[comps[n-1].start:comps[n-1].end]))
	}
	f.text, f.at = decodeHL7(m.b[c.start:c.end], m.d)
	switch {
	case kind(2) == "image" || kind(2) == "im":
		f.typ = identifiers.Photo
	case kind(4) == "a":
		f.mode = readText
	case kind(2) == "text" && kind(4) == "base64":
		f.mode = isEncoded
	}
	m.places = append(m.places, at)
	m.r.fields = append(m.r.fields, f)
}

// path gives "PID[1]-5[1].2".
func (m *message) path(f *field, _ int) string {
	if f == nil {
		return "MSH[1]"
	}
	return m.places[f.node].String()
}

// replace writes a value with its delimiters escaped. A time stamp must be one
// (HL7 v2.5.1, section 2.A.77).
func (m *message) replace(f *field, start, end int, out []byte, _ bool) (edit, bool) {
	if m.times[f.node] && !timeStamp(out) {
		out = nil
		if p := &m.places[f.node]; p.segment == "MSH" && p.field == 7 && len(f.text) >= 4 && timeStamp([]byte(f.text[:4])) {
			out = []byte(f.text[:4])
		}
	}
	return edit{start, end, appendHL7(nil, out, m.d)}, true
}

// timeStamp reports YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ].
func timeStamp(b []byte) bool {
	n := 0
	for n < len(b) && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	if n < 4 || n > 14 || n%2 != 0 {
		return false
	}
	rest := b[n:]
	if n == 14 && len(rest) > 1 && rest[0] == '.' {
		i := 1
		for i < len(rest) && i < 5 && rest[i] >= '0' && rest[i] <= '9' {
			i++
		}
		rest = rest[i:]
	}
	return len(rest) == 0 || len(rest) == 5 && (rest[0] == '+' || rest[0] == '-') && digits(string(rest[1:])) == 4
}
