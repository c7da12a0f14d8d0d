package structured

import (
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// answer reads free text. An answer of a questionnaire is read behind its
// question.
func (x *fhirTree) answer(o int, key string, f field, add func(identifiers.Type)) {
	if key != "text" && !strings.HasPrefix(key, "value") {
		f.label = x.r.keyOf(key).label
	}
	if key == "valueString" && x.typeOf(o) == "QuestionnaireResponse" {
		if q := x.str(x.parentObject(o), "text"); q != "" && len(q) <= 80 {
			k := x.r.keyOf(strings.TrimRight(q, "?: "))
			if k.typ != identifiers.NoType && !k.weak && !k.part {
				add(k.typ)
				return
			}
			f.label = strings.TrimRight(q, ": ")
		}
	}
	x.free(f)
}

// free reads free text; where somebody put XHTML of a narrative into it, its
// tags stay as they are.
func (x *fhirTree) free(f field) {
	if strings.HasPrefix(f.text, "<div") {
		x.narrative(f)
		return
	}
	x.r.fields = append(x.r.fields, f)
}

// extension reads the value of an extension by what its URL says.
func (x *fhirTree) extension(o int, key string, f field, add func(identifiers.Type), read func()) {
	if key == "url" {
		return
	}
	url := x.str(o, "url")
	url = url[strings.LastIndexByte(url, '/')+1:]
	switch t := extensionTypes[strings.TrimPrefix(url, "patient-")]; {
	case t != identifiers.NoType && (key == "valueString" || strings.HasPrefix(key, "valueDate")):
		add(t)
	case fhirDate.MatchString(f.text):
		add(identifiers.Date)
	case key == "valueString" || key == "valueMarkdown":
		read()
	}
}

// extensionTypes are the ends of the URLs of extensions of HL7 whose values say
// little of themselves.
var extensionTypes = map[string]identifiers.Type{"mothersMaidenName": identifiers.Name, "birthTime": identifiers.DateOfBirth, "iso21090-ADXP-streetName": identifiers.StreetAddress,
	"iso21090-ADXP-houseNumber": identifiers.StreetAddress, "iso21090-ADXP-unitID": identifiers.StreetAddress, "iso21090-ADXP-postBox": identifiers.StreetAddress,
	"humanname-own-name": identifiers.Name, "humanname-own-prefix": identifiers.Name, "humanname-partner-name": identifiers.Name, "humanname-mothers-family": identifiers.Name,
	"humanname-fathers-family": identifiers.Name}

// token reports one word of small letters, digits and hyphens, as codes are.
func token(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c != '-' || i == 0) {
			return false
		}
	}
	return s != ""
}

// humanName puts the parts of a HumanName together.
func (x *fhirTree) humanName(o int) string {
	if name, ok := x.whole[o]; ok {
		return name
	}
	if x.whole == nil {
		x.whole = map[int]string{}
	}
	var given []string
	if i := x.member(o, "given"); i >= 0 && x.nodes[i].kind == '[' {
		for k := i + 1; k < x.nodes[i].next; k = x.nodes[k].next {
			given = append(given, x.plain(k).text)
		}
	}
	x.whole[o] = joinNames(strings.Join(given, " "), "", x.str(o, "family"))
	return x.whole[o]
}

// contactType says what a ContactPoint is by its system.
func contactType(system, value string) identifiers.Type {
	switch system {
	case "fax":
		return identifiers.Fax
	case "email":
		return identifiers.Email
	case "url":
		return identifiers.URL
	case "phone", "pager", "sms":
		return identifiers.Phone
	}
	if strings.ContainsRune(value, '@') {
		return identifiers.Email
	}
	if digits(value) >= 6 {
		return identifiers.Phone
	}
	return identifiers.Handle
}

// target says who a reference's display names.
func (x *fhirTree) target(o int) (identifiers.Type, identifiers.Role) {
	typ := x.str(o, "type")
	if typ == "" {
		typ, _ = splitReference(x.str(o, "reference"))
	}
	role := resourceRoles[typ]
	switch typ {
	case "Patient", "RelatedPerson", "Practitioner", "PractitionerRole", "Person":
		return identifiers.Name, role
	case "Organization", "Location", "HealthcareService":
		return identifiers.Facility, role
	case "Device":
		return identifiers.NoType, identifiers.RoleUnknown
	}
	switch key, _ := x.name(o); key {
	case "subject", "patient", "beneficiary", "subscriber", "individual":
		return identifiers.Name, identifiers.RolePatient
	case "practitioner", "performer", "requester", "recorder", "asserter", "participant", "actor", "author", "attester", "generalPractitioner", "provider":
		return identifiers.Name, identifiers.RoleProvider
	case "managingOrganization", "serviceProvider", "organization", "custodian", "assigner":
		return identifiers.Facility, identifiers.RoleProvider
	}
	return identifiers.NoType, identifiers.RoleUnknown
}

// conceptIsHealth reports a concept that says what ails somebody.
func (x *fhirTree) conceptIsHealth(o int) bool {
	key, _ := x.name(o)
	return illness[x.typeOf(o)] && (key == "code" || strings.HasPrefix(key, "reason") || strings.HasPrefix(key, "medication"))
}

// attachment reads an Attachment. Text in base64 is read as text.
func (x *fhirTree) attachment(o int, key string, f field) {
	switch key {
	case "title":
	case "creation":
		if !fhirDate.MatchString(f.text) {
			return
		}
		f.mode, f.typ = isTyped, identifiers.Date
	case "url":
		f.mode, f.typ = isTyped, identifiers.URL
	case "data", "hash":
		f.mode = isOpaque
		name, _ := x.name(o)
		kind := x.str(o, "contentType")
		if name == "photo" || strings.HasPrefix(kind, "image/") {
			f.typ = identifiers.Photo
		}
		if key == "data" && strings.HasPrefix(kind, "text/") {
			f.mode = isEncoded
		}
	default:
		return
	}
	x.r.fields = append(x.r.fields, f)
}
