package structured

import (
	"github.com/phidetect/phidetect/identifiers"
)

// resourceLike reports what may be the name of a resource: one word of letters.
// Anything else in its place is text.
func resourceLike(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return len(s) <= 40 // the longest has 33
}

// field makes the field of a scalar of a resource.
func (x *fhirTree) field(i int) {
	if x.resource == nil {
		x.prepare()
	}
	key, _ := x.name(i)
	o := x.parentObject(i)
	if x.nodes[i].kind == '"' && key == "resourceType" {
		f := x.plain(i)
		if illness[f.text] {
			x.r.groups[x.group[i]].facts |= factHealth
		}
		if !resourceLike(f.text) {
			x.r.fields = append(x.r.fields, f)
		}
		return
	}
	if o < 0 || x.elements[o] == elMeta {
		return
	}
	f := x.plain(i)
	f.role = x.roles[o]
	add := func(t identifiers.Type) {
		if present(f.text) {
			f.mode, f.typ = isTyped, t
		}
		x.r.fields = append(x.r.fields, f)
	}
	read := func() { x.free(f) }
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
			f.whole = x.humanName(o)
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
		x.answer(o, key, f, add)
	}
}

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
