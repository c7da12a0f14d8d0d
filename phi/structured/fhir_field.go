package structured

import (
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// field makes the field of a scalar of a resource.
func (x *fhirTree) field(i int) {
	if x.resource == nil {
		x.prepare()
	}
	key, _ := x.name(i)
	o := x.parentObject(i)
	if x.nodes[i].kind == '"' && key == "resourceType" {
		if illness[x.plain(i).text] {
			x.r.groups[x.group[i]].facts |= factHealth
		}
		return
	}
	if o < 0 || x.elements[o] == elMeta {
		return
	}
	f := x.plain(i)
	f.role = x.roles[o]
	add := func(t identifiers.Type) {
		if plausible(t, f.text) {
			f.mode, f.typ = isTyped, t
		}
		x.r.fields = append(x.r.fields, f)
	}
	read := func() { x.r.fields = append(x.r.fields, f) }
	if x.nodes[i].kind == 0 {
		if x.elements[o] == elAge && key == "value" {
			add(identifiers.Age)
		}
		return
	}
	el := x.elements[o]
	if el == elOther && x.nodes[o].parent >= 0 && x.elements[max(x.parentObject(o), 0)] == elUDI {
		el = elUDI
	}
	switch el {
	case elName:
		switch key {
		case "family", "given", "text":
			f.whole = x.whole1(o)
			add(identifiers.Name)
		}
	case elContact:
		if key == "value" {
			add(contactType(x.str(o, "system"), f.text))
		}
	case elAddress:
		if t := addressTypes[key]; t != identifiers.NoType {
			add(t)
		}
	case elIdentifier:
		if key == "value" || key == "_value" {
			add(x.identifierType(o))
		}
	case elAttachment:
		x.attachment(o, key, f)
	case elCoding:
	case elConcept:
		if key == "text" {
			f.health = x.conceptIsHealth(o)
			read()
		}
	case elReference:
		switch key {
		case "reference":
			x.reference(f)
		case "display":
			t, role := x.target(o)
			if f.role = role; t != identifiers.NoType {
				add(t)
			} else {
				read()
			}
		}
	case elNarrative:
		if key == "div" {
			x.narrative(f)
		}
	case elUDI:
		add(identifiers.DeviceID)
	default:
		x.element(i, o, key, f, add, read)
	}
}

var addressTypes = map[string]identifiers.Type{"line": identifiers.StreetAddress, "text": identifiers.StreetAddress, "city": identifiers.City, "district": identifiers.City,
	"postalCode": identifiers.PostalCode}

// element reads the elements that are not of a data type of their own.
func (x *fhirTree) element(i, o int, key string, f field, add func(identifiers.Type), read func()) {
	resource := x.typeOf(i)
	switch {
	case x.elements[o] == elResource && key == "id", key == "fullUrl", key == "location" && resource == "Bundle", key == "url" && resource == "Bundle":
		if key == "id" {
			x.id(f, x.typeOf(o), i)
		} else {
			x.reference(f)
		}
	case x.elements[o] == elExtension:
		x.extension(o, key, f, add, read)
	case key == "birthDate":
		add(identifiers.DateOfBirth)
	case key == "deceasedDateTime":
		add(identifiers.Date)
	case key == "authorString":
		add(identifiers.Name)
	case resource == "Device" && deviceKeys[key]:
		add(identifiers.DeviceID)
	case key == "subscriberId" || key == "dependent" && resource == "Coverage" || key == "value" && resource == "Coverage":
		add(identifiers.HealthPlanNumber)
	case (key == "name" || key == "alias") && facilities[resource] && x.elements[o] == elResource:
		add(identifiers.Facility)
	case key == "name" && persons[resource]:
		add(identifiers.Name)
	case fhirDate.MatchString(f.text):
		if !definitions[resource] {
			add(identifiers.Date)
		}
	case codes[key] || token(f.text) && !free[key]:
		// codes, canonicals and the like
	default:
		x.answer(o, key, f, add, read)
	}
}

// answer reads free text. An answer of a questionnaire is read behind its
// question.
func (x *fhirTree) answer(o int, key string, f field, add func(identifiers.Type), read func()) {
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

var (
	deviceKeys = map[string]bool{"serialNumber": true, "lotNumber": true, "distinctIdentifier": true, "udi": true}
	facilities = map[string]bool{"Organization": true, "Location": true, "HealthcareService": true}
	persons    = map[string]bool{"Patient": true, "Practitioner": true, "RelatedPerson": true, "Person": true}
	// codes are elements that hold codes, addresses of definitions and the like
	// whatever they look like.
	codes = map[string]bool{"system": true, "code": true, "use": true, "type": true, "status": true, "gender": true, "language": true, "url": true, "contentType": true, "profile": true,
		"instantiatesCanonical": true, "instantiatesUri": true, "implicitRules": true, "linkId": true, "unit": true, "mode": true, "intent": true, "priority": true, "etag": true, "method": true,
		"version": true, "questionnaire": true, "definition": true, "relation": true, "fhirVersion": true, "id": true, "period": true, "days": true, "dataAbsentReason": true}
	// free are elements that hold free text, be it of one word.
	free = map[string]bool{"text": true, "valueString": true, "description": true, "comment": true, "title": true, "display": true, "patientInstruction": true, "conclusion": true,
		"valueMarkdown": true, "name": true, "summary": true, "label": true, "note": true}
)

// token reports one word of small letters, digits and hyphens, as codes are.
func token(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c != '-' || i == 0) {
			return false
		}
	}
	return s != ""
}

// whole1 puts the parts of a HumanName together.
func (x *fhirTree) whole1(o int) string {
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
