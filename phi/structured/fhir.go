package structured

import (
	"regexp"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// FHIROptions are about FHIR resources.
type FHIROptions struct {
	// Key, at least 16 bytes, makes pseudonyms of the ids of resources and of the
	// references to them, keyed hashes that are the same wherever the same
	// resource is meant under the same key. nil keeps ids and references.
	Key []byte
}

// element is what a value of a resource stands in: the FHIR data type of its
// object, as far as it matters here.
type element uint8

const (
	elOther element = iota
	elResource
	elName
	elContact
	elAddress
	elIdentifier
	elAttachment
	elCoding
	elConcept
	elReference
	elAnnotation
	elNarrative
	elMeta
	elExtension
	elAge
	elUDI
)

// fhirTree reads a tree as a resource.
type fhirTree struct {
	*tree
	resource []int // by node: the nearest object with a resourceType
	elements []element
	roles    []identifiers.Role // by node: whose details stand there
	types    []string           // by node: the resourceType, of resources
	xhtml    map[int]bool       // by node: well-formed narratives
	gone     map[int]bool       // values that must go, see finish
	names    map[int]map[string]bool
}

// asFHIR prepares a tree to be read as a resource.
func (t *tree) asFHIR() error {
	if t.nodes[0].kind != '{' {
		return t.r.fail(ErrSyntax, t.r.base, "a resource is an object")
	}
	t.fhir = &fhirTree{tree: t, gone: map[int]bool{}, xhtml: map[int]bool{}, names: map[int]map[string]bool{}}
	return nil
}

// prepare finds for each object its resource, its type and its role. Objects
// stand before what is inside of them.
func (x *fhirTree) prepare() {
	x.resource = make([]int, len(x.nodes))
	x.elements = make([]element, len(x.nodes))
	x.roles = make([]identifiers.Role, len(x.nodes))
	x.types = make([]string, len(x.nodes))
	for i := range x.nodes {
		x.resource[i] = -1
		if p := x.nodes[i].parent; p >= 0 {
			x.resource[i], x.roles[i] = x.resource[p], x.roles[p]
			if x.nodes[p].kind == '[' {
				x.elements[i] = x.elements[p]
			}
		}
		if x.nodes[i].kind != '{' {
			continue
		}
		if x.member(i, "resourceType") >= 0 {
			x.resource[i], x.elements[i] = i, elResource
			x.types[i] = x.str(i, "resourceType")
			x.roles[i] = resourceRoles[x.types[i]]
			continue
		}
		key, _ := x.name(i)
		x.elements[i] = x.elementOf(i, key)
		if key == "contact" {
			if x.roles[i] == identifiers.RolePatient {
				x.roles[i] = identifiers.RoleRelative
			} else if x.roles[i] != identifiers.RoleRelative {
				x.roles[i] = identifiers.RoleStaff
			}
		}
	}
}

// resourceRoles says whose details a resource holds.
var resourceRoles = map[string]identifiers.Role{
	"Patient": identifiers.RolePatient, "RelatedPerson": identifiers.RoleRelative, "Practitioner": identifiers.RoleProvider, "PractitionerRole": identifiers.RoleProvider,
	"Organization": identifiers.RoleProvider, "Location": identifiers.RoleProvider, "HealthcareService": identifiers.RoleProvider, "Coverage": identifiers.RolePatient,
}

// illness are the resources whose presence says something of health.
var illness = map[string]bool{"Condition": true, "Observation": true, "AllergyIntolerance": true, "MedicationRequest": true, "MedicationStatement": true, "MedicationUsage": true,
	"MedicationAdministration": true, "MedicationDispense": true, "Procedure": true, "DiagnosticReport": true, "Immunization": true, "CarePlan": true, "ServiceRequest": true,
	"FamilyMemberHistory": true, "ClinicalImpression": true, "Encounter": true, "EpisodeOfCare": true, "Appointment": true, "ImagingStudy": true, "Claim": true,
	"ExplanationOfBenefit": true, "Coverage": true, "RiskAssessment": true, "NutritionOrder": true, "Goal": true, "AdverseEvent": true, "Specimen": true}

// definitions are resources about no patient: their dates are those of
// publication.
var definitions = map[string]bool{"StructureDefinition": true, "ValueSet": true, "CodeSystem": true, "ConceptMap": true, "SearchParameter": true, "OperationDefinition": true,
	"CapabilityStatement": true, "ImplementationGuide": true, "NamingSystem": true, "Questionnaire": true, "Library": true, "Measure": true, "PlanDefinition": true, "ActivityDefinition": true,
	"StructureMap": true, "GraphDefinition": true, "MessageDefinition": true, "CompartmentDefinition": true, "TerminologyCapabilities": true}

// member gives the node of a member of an object, -1 for none.
func (x *fhirTree) member(object int, key string) int {
	for i := object + 1; object >= 0 && x.nodes[object].kind == '{' && i < x.nodes[object].next; i = x.nodes[i].next {
		if x.keys[i] == key {
			return i
		}
	}
	return -1
}

// str gives a member that is a string, "" for none.
func (x *fhirTree) str(object int, key string) string {
	if i := x.member(object, key); i >= 0 && x.nodes[i].kind == '"' {
		return x.plain(i).text
	}
	return ""
}

// typeOf gives the type of the resource that a node stands in, "" for none.
func (x *fhirTree) typeOf(i int) string {
	if i >= 0 {
		i = x.resource[i]
	}
	if i < 0 {
		return ""
	}
	return x.types[i]
}

// elementOf tells the data type of an object by its element's name and, where
// that says too little, by what it has.
func (x *fhirTree) elementOf(i int, key string) element {
	has := func(key string) bool { return x.member(i, key) >= 0 }
	within := x.elements[max(x.parentObject(i), 0)]
	name := strings.TrimPrefix(key, "value")
	switch {
	case within == elMeta || key == "meta":
		return elMeta
	case key == "extension" || key == "modifierExtension":
		return elExtension
	case strings.HasPrefix(key, "_"):
		return elOther
	case key == "text" && has("div"):
		return elNarrative
	case name == "HumanName" || key == "name" && (has("family") || has("given") || has("text") || has("prefix")):
		return elName
	case key == "telecom" || name == "ContactPoint":
		return elContact
	case key == "address" || name == "Address":
		return elAddress
	case key == "identifier" || strings.HasSuffix(key, "Identifier") || key == "requisition":
		return elIdentifier
	case key == "udiCarrier":
		return elUDI
	case strings.HasSuffix(key, "Age"):
		return elAge
	case key == "photo" || key == "attachment" || strings.HasSuffix(name, "Attachment") || has("contentType") && (has("data") || has("url")):
		return elAttachment
	case has("reference") || has("display") && !has("code") && !has("system"):
		return elReference
	case has("coding"):
		return elConcept
	case key == "coding" || has("code") && has("system") || key == "tag" || name == "Coding":
		return elCoding
	case key == "note" || name == "Annotation":
		return elAnnotation
	case key == "code" || strings.HasSuffix(key, "CodeableConcept"):
		return elConcept
	}
	return elOther
}

// parentObject gives the object that a node stands in, through arrays.
func (x *fhirTree) parentObject(i int) int {
	for i = x.nodes[i].parent; i >= 0 && x.nodes[i].kind == '['; i = x.nodes[i].parent {
	}
	return i
}

// fhirDate are the dates and times of FHIR that are finer than a year
// (https://hl7.org/fhir/R4/datatypes.html#dateTime), fhirWhen all of them.
var (
	fhirDate    = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?$`)
	fhirWhen    = regexp.MustCompile(`^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$`)
	fhirInstant = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$`)
)

// instants are the elements of type instant, which must be told to the second.
var instants = map[string]bool{"issued": true, "lastUpdated": true, "recorded": true, "timestamp": true, "lastModified": true, "effectiveInstant": true, "valueInstant": true}
