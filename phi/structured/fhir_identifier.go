package structured

import (
	"strings"

	id "github.com/phidetect/phidetect/identifiers"
)

// identifierType says what an Identifier is: by its type's code (table 0203 of
// HL7 v2, https://hl7.org/fhir/R4/valueset-identifier-type.html), its system,
// the resource it stands in.
func (x *fhirTree) identifierType(o int) id.Type {
	if t := x.member(o, "type"); t >= 0 && x.nodes[t].kind == '{' {
		if c := x.member(t, "coding"); c >= 0 && x.nodes[c].kind == '[' {
			for k := c + 1; k < x.nodes[c].next; k = x.nodes[k].next {
				if typ, ok := hl7Numbers[x.str(k, "code")]; ok {
					return typ
				}
			}
		}
		if k := x.r.keyOf(x.str(t, "text")); k.typ != id.NoType && !k.weak {
			return k.typ
		}
	}
	if typ := systemType(x.str(o, "system")); typ != id.NoType {
		return typ
	}
	if key, _ := x.name(o); key == "accessionIdentifier" {
		return id.MedicalRecordNumber
	}
	if typ := resourceNumbers[x.typeOf(o)]; typ != id.NoType {
		return typ
	}
	return id.UniqueID
}

// systems are identifier systems by their URI, or the beginning of it
// (https://hl7.org/fhir/R4/identifier-registry.html, and those of the national
// profiles of the UK, Australia, New Zealand and Canada).
var systems = []struct {
	uri string
	typ id.Type
}{
	{"http://hl7.org/fhir/sid/us-ssn", id.SSN}, {"urn:oid:2.16.840.1.113883.4.1", id.SSN},
	{"http://hl7.org/fhir/sid/us-npi", id.LicenseNumber}, {"urn:oid:2.16.840.1.113883.4.6", id.LicenseNumber}, {"urn:oid:2.16.840.1.113883.4.3.", id.LicenseNumber},
	{"urn:oid:2.16.840.1.113883.4.814", id.LicenseNumber}, {"http://hl7.org/fhir/sid/us-mbi", id.HealthPlanNumber}, {"http://hl7.org/fhir/sid/us-medicare", id.HealthPlanNumber},
	{"https://fhir.nhs.uk/Id/nhs-number", id.HealthPlanNumber}, {"http://ns.electronichealth.net.au/id/hi/ihi", id.HealthPlanNumber},
	{"http://ns.electronichealth.net.au/id/medicare-number", id.HealthPlanNumber}, {"http://ns.electronichealth.net.au/id/dva", id.HealthPlanNumber},
	{"http://ns.electronichealth.net.au/id/hi/hpii", id.LicenseNumber}, {"https://standards.digital.health.nz/ns/nhi-id", id.HealthPlanNumber},
	{"https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn", id.HealthPlanNumber}, {"http://hl7.org/fhir/sid/passport-", id.LicenseNumber},
	{"urn:ietf:rfc:3986", id.UniqueID},
}

func systemType(uri string) id.Type {
	for _, s := range systems {
		if rest, ok := strings.CutPrefix(uri, s.uri); ok && (rest == "" || s.uri[len(s.uri)-1] == '.' || s.uri[len(s.uri)-1] == '-' || rest[0] == '/' || rest[0] == '-') {
			return s.typ
		}
	}
	return id.NoType
}

// resourceNumbers are what the numbers of resources are, where nothing else
// tells.
var resourceNumbers = map[string]id.Type{"Patient": id.MedicalRecordNumber, "RelatedPerson": id.UniqueID, "Practitioner": id.LicenseNumber, "PractitionerRole": id.LicenseNumber,
	"Encounter": id.MedicalRecordNumber, "EpisodeOfCare": id.MedicalRecordNumber, "Specimen": id.MedicalRecordNumber, "DiagnosticReport": id.MedicalRecordNumber,
	"ImagingStudy": id.MedicalRecordNumber, "Coverage": id.HealthPlanNumber, "Account": id.AccountNumber, "Invoice": id.AccountNumber, "Device": id.DeviceID}
