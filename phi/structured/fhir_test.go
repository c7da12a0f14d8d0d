package structured

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

const gone = `{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}`

func TestFHIRElements(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{})
	for name, c := range map[string][2]string{
		"name":          {`{"resourceType":"Patient","name":[{"use":"official","family":"Zv","given":["Xq"],"prefix":["Ms"]}]}`, `{"resourceType":"Patient","name":[{"use":"official","family":"[NAME]","given":["[NAME]"],"prefix":["Ms"]}]}`},
		"birth date":    {`{"resourceType":"Patient","birthDate":"1985-03-12"}`, `{"resourceType":"Patient","_birthDate":` + gone + `}`},
		"with its own":  {`{"resourceType":"Patient","birthDate":"1985-03-12","_birthDate":{"extension":[{"url":"x","valueCode":"y"}]},"active":true}`, `{"resourceType":"Patient","_birthDate":{"extension":[{"url":"x","valueCode":"y"}]},"active":true}`},
		"own, the last": {`{"_birthDate":{"id":"a"},"resourceType":"Patient", "birthDate":"1985-03-12"}`, `{"_birthDate":{"id":"a"},"resourceType":"Patient"}`},
		"dates in list": {`{"resourceType":"Basic","event":["2024-01-02","2024"]}`, `{"resourceType":"Basic","event":[null,"2024"],"_event":[` + gone + `,null]}`},
		"contact point": {`{"resourceType":"Organization","telecom":[{"system":"fax","value":"202-555-0147"},{"system":"email","value":"a@example.com"}]}`, `{"resourceType":"Organization","telecom":[{"system":"fax","value":"[FAX]"},{"system":"email","value":"[EMAIL]"}]}`},
		"codes stay":    {`{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"4548-4","display":"Baker"}]},"valueQuantity":{"value":7.10}}`, `{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"4548-4","display":"Baker"}]},"valueQuantity":{"value":7.10}}`},
		"old age":       {`{"resourceType":"Condition","onsetAge":{"value":93,"unit":"a"}}`, `{"resourceType":"Condition","onsetAge":{"_value":` + gone + `,"unit":"a"}}`},
		"free text":     {`{"resourceType":"CarePlan","description":"Xq: call 202-555-0147"}`, `{"resourceType":"CarePlan","description":"Xq: call [PHONE]"}`},
		"maiden name":   {`{"resourceType":"Patient","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName","valueString":"Zv"}]}`, `{"resourceType":"Patient","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName","valueString":"[NAME]"}]}`},
		"questionnaire": {`{"resourceType":"QuestionnaireResponse","item":[{"linkId":"1","text":"Full name","answer":[{"valueString":"Xq Zv"}]}]}`, `{"resourceType":"QuestionnaireResponse","item":[{"linkId":"1","text":"Full name","answer":[{"valueString":"[NAME]"}]}]}`},
		"published":     {`{"resourceType":"ValueSet","date":"2024-01-02"}`, `{"resourceType":"ValueSet","date":"2024-01-02"}`},
		"contained":     {`{"resourceType":"Condition","contained":[{"resourceType":"Practitioner","id":"p","name":[{"text":"Xq Zv"}]}],"recorder":{"reference":"#p"}}`, `{"resourceType":"Condition","contained":[{"resourceType":"Practitioner","id":"p","name":[{"text":"[NAME]"}]}],"recorder":{"reference":"#p"}}`},
	} {
		t.Run(name, func(t *testing.T) {
			got := redacted(t, s, FHIR, c[0])
			require.Equal(t, c[1], got)
			require.Equal(t, got, redacted(t, s, FHIR, got), "redacted twice")
		})
	}
}

func TestFHIRDatesKeepTheirType(t *testing.T) {
	src := `{"resourceType":"Observation","effectiveDateTime":"2026-02-03T10:15:00Z","issued":"2026-02-03T10:15:00Z","valueDateTime":"2026-02"}`
	require.Equal(t, `{"resourceType":"Observation","effectiveDateTime":"2026","_issued":`+gone+`,"valueDateTime":"2026"}`, redacted(t, scannerOf(t, Options{}, phi.SafeHarbor()), FHIR, src))
	shift := scannerOf(t, Options{}, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpShift}, Key: testKey})
	var got map[string]string
	require.NoError(t, json.Unmarshal([]byte(redacted(t, shift, FHIR, `{"resourceType":"Patient","birthDate":"1985-03-12"}`)), &got))
	require.Regexp(t, fhirWhen, got["birthDate"])
	require.NotEqual(t, "1985-03-12", got["birthDate"])
	require.Contains(t, redacted(t, scannerOf(t, Options{}, phi.SafeHarbor()), FHIR, `{"resourceType":"Patient","birthDate":"1931-03-12"}`), `"_birthDate"`)
}

func TestIdentifierTypes(t *testing.T) {
	s, err := New(Options{})
	require.NoError(t, err)
	for src, want := range map[string]identifiers.Type{
		`{"resourceType":"Patient","identifier":[{"value":"A-1001"}]}`:                                                        identifiers.MedicalRecordNumber,
		`{"resourceType":"Patient","identifier":[{"type":{"coding":[{"code":"DL"}]},"value":"A-1001"}]}`:                      identifiers.LicenseNumber,
		`{"resourceType":"Patient","identifier":[{"type":{"coding":[{"code":"??"},{"code":"SS"}]},"value":"1"}]}`:             identifiers.SSN,
		`{"resourceType":"Patient","identifier":[{"type":{"text":"Member ID"},"value":"A-1001"}]}`:                            identifiers.HealthPlanNumber,
		`{"resourceType":"Patient","identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","value":"123-45-6789"}]}`:         identifiers.SSN,
		`{"resourceType":"Patient","identifier":[{"system":"urn:oid:2.16.840.1.113883.4.3.17","value":"W44"}]}`:               identifiers.LicenseNumber,
		`{"resourceType":"Patient","identifier":[{"system":"urn:oid:2.16.840.1.113883.4.19","value":"44"}]}`:                  identifiers.MedicalRecordNumber,
		`{"resourceType":"Practitioner","identifier":[{"value":"A-1001"}]}`:                                                   identifiers.LicenseNumber,
		`{"resourceType":"Claim","identifier":[{"value":"A-1001"}]}`:                                                          identifiers.UniqueID,
		`{"resourceType":"Condition","subject":{"identifier":{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9434"}}}`: identifiers.HealthPlanNumber,
		`{"resourceType":"Device","udiCarrier":[{"carrierHRF":"(01)095(21)A7"}]}`:                                             identifiers.DeviceID,
		`{"resourceType":"Coverage","subscriberId":"XK7"}`:                                                                    identifiers.HealthPlanNumber,
		`{"resourceType":"Specimen","accessionIdentifier":{"value":"S-1"}}`:                                                   identifiers.MedicalRecordNumber,
	} {
		rep, err := s.Detect(FHIR, []byte(src))
		require.NoError(t, err)
		require.Len(t, rep.Findings, 1, src)
		require.Equal(t, want, rep.Findings[0].Type, src)
	}
}

func TestPseudonymsAreConsistent(t *testing.T) {
	s := scannerOf(t, Options{FHIR: FHIROptions{Key: testKey}}, phi.RedactPolicy{})
	out := redacted(t, s, FHIR, string(sample(t, "patient.fhir.json")))
	require.NotContains(t, out, "p-1001")
	require.NotContains(t, out, "8f14e45f")
	var bundle struct {
		Entry []struct {
			FullURL  string
			Resource struct {
				ResourceType, ID string
				Subject          struct{ Reference string }
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &bundle))
	patient := bundle.Entry[0]
	require.Len(t, patient.Resource.ID, 32)
	require.Equal(t, "http://fhir.example.com/Patient/"+patient.Resource.ID, patient.FullURL)
	require.Equal(t, "Patient/"+patient.Resource.ID, bundle.Entry[1].Resource.Subject.Reference)
	require.Regexp(t, urnReference, bundle.Entry[1].FullURL)
	contained := redacted(t, s, FHIR, `{"resourceType":"Basic","id":"p","contained":[{"resourceType":"Patient","id":"p"}],"subject":{"reference":"#p"}}`)
	var c struct {
		ID        string
		Contained []struct{ ID string }
		Subject   struct{ Reference string }
	}
	require.NoError(t, json.Unmarshal([]byte(contained), &c))
	require.Equal(t, "#"+c.Contained[0].ID, c.Subject.Reference)
	require.NotEqual(t, c.ID, c.Contained[0].ID)
}

func TestNarrativesStayWellFormed(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{})
	for in, want := range map[string]string{
		`<div><p>Call <b>202-555-</b>0147 &amp; ask</p></div>`:                `<div><p>Call <b>[PHONE]</b> &amp; ask</p></div>`,
		`<div>R&amp;D<br/>mail dana&#64;example.com</div>`:                    `<div>R&amp;D<br/>mail [EMAIL]</div>`,
		`<div title="call 202-555-0147"><img src='x' alt='a>b'/></div>`:       `<div title="call [PHONE]"><img src='x' alt='a>b'/></div>`,
		`<div><!-- call 202-555-0147 --></div>`:                               `<div><!-- call [PHONE] --></div>`,
		`<div><table><tr><td>SSN</td><td>123-45-6789</td></tr></table></div>`: `<div><table><tr><td>SSN</td><td>[SSN]</td></tr></table></div>`,
		`<div>caf 202-555-0147`:                                               `<div>caf [PHONE]`,
	} {
		esc := strings.ReplaceAll(in, `"`, `\"`)
		got := redacted(t, s, FHIR, `{"resourceType":"Basic","text":{"status":"generated","div":"`+esc+`"}}`)
		var r struct{ Text struct{ Div string } }
		require.NoError(t, json.Unmarshal([]byte(got), &r))
		require.Equal(t, want, r.Text.Div)
		require.Equal(t, wellFormed(in), wellFormed(r.Text.Div))
	}
}

func TestAttachments(t *testing.T) {
	src := `{"resourceType":"Basic","a":{"contentType":"application/pdf","data":"JVBERi0=","hash":"2jmj7l5rSw0="},"photo":[{"contentType":"image/png","url":"http://example.com/dana.png"}]}`
	got := redacted(t, scannerOf(t, Options{}, phi.RedactPolicy{}), FHIR, src)
	require.Equal(t, `{"resourceType":"Basic","a":{"contentType":"application/pdf","_data":`+gone+`,"_hash":`+gone+`},"photo":[{"contentType":"image/png","url":"[URL]"}]}`, got)
	require.Contains(t, redacted(t, scannerOf(t, Options{KeepOpaque: true}, phi.RedactPolicy{}), FHIR, src), "JVBERi0=")
}

func TestFHIRLines(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{})
	got := redacted(t, s, FHIRLines, "{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"Xq Zv\"}]}\r\n\n{\"resourceType\":\"Coverage\",\"subscriberId\":\"XK7\"}")
	require.Equal(t, "{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"[NAME]\"}]}\r\n\n{\"resourceType\":\"Coverage\",\"subscriberId\":\"[HEALTH_PLAN_NUMBER]\"}", got)
}
