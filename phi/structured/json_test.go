package structured

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

func TestKeysNameTypes(t *testing.T) {
	s, err := New(Options{})
	require.NoError(t, err)
	r := s.newRun(JSON, false)
	for typ, keys := range map[identifiers.Type]string{
		identifiers.Name:        "patientName patient_name patient-name PatientName PATIENT_NAME patientname firstName last_name guarantorName attendingPhysician subscriber.name nombre_paciente",
		identifiers.DateOfBirth: "dob DOB dateOfBirth date_of_birth birth-date patientDOB patient_dob memberBirthDate fecha_nacimiento",
		identifiers.SSN:         "ssn SSN patientSSN social_security_number ssnLast4", identifiers.MedicalRecordNumber: "mrn MRN patientId patient_id medicalRecordNumber chart_no",
		identifiers.HealthPlanNumber: "memberId member_id memberIDs subscriberId policyNumber nhs_number insuredId", identifiers.Phone: "phone phone1 homePhone home_phone_number cellPhone mobile patientPhones",
		identifiers.Email: "email emailAddress email_address patientEmail", identifiers.PostalCode: "zip zipCode postal_code", identifiers.LicenseNumber: "npi providerNPI providerId dea_number",
		identifiers.StreetAddress: "address addressLine1 street_address homeAddress", identifiers.AccountNumber: "accountNumber acct_no iban", identifiers.DeviceID: "serialNumber device_serial imei",
		identifiers.UniqueID: "userId claim_number customerID",
		identifiers.NoType:   "status drugName drug_name fileName productName displayName phoneType emailOptIn count diagnosis description ageGroup addressType zipFile",
	} {
		for _, key := range strings.Fields(keys) {
			got := r.keyOf(key)
			require.Equal(t, typ, got.typ, key)
			require.False(t, got.weak && typ != identifiers.NoType, key)
		}
	}
	require.Equal(t, identifiers.RoleProvider, r.keyOf("referringProviderName").role)
	require.Equal(t, identifiers.RoleRelative, r.keyOf("emergency_contact_phone").role)
	require.True(t, r.keyOf("primaryDiagnosis").health)
}

func TestJSON(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{})
	for name, c := range map[string][2]string{
		"numbers":             {`{"ssn":123456789,"mrn": 731944 ,"price":12.50,"n":1e3,"year":2024}`, `{"ssn":"[SSN]","mrn": "[MEDICAL_RECORD_NUMBER]" ,"price":12.50,"n":1e3,"year":2024}`},
		"label by key":        {`{"callback":2025550147}`, `{"callback":"[PHONE]"}`},
		"spaces and order":    {"{ \"b\" : [ 1 , 2 ] ,\n\t\"dob\" : \"1985-03-12\" , \"a\" : null }", "{ \"b\" : [ 1 , 2 ] ,\n\t\"dob\" : \"[DATE_OF_BIRTH]\" , \"a\" : null }"},
		"escapes stay":        {`{"note":"caf\u00e9 \/ call 202-555-0147 \ud83d\ude00"}`, `{"note":"caf\u00e9 \/ call [PHONE] \ud83d\ude00"}`},
		"escaped value":       {`{"note":"c\u0061ll 202-\u0035\u0035\u0035-0147"}`, `{"note":"c\u0061ll [PHONE]"}`},
		"escaped key":         {`{"s\u0073n":"123-45-6789"}`, `{"s\u0073n":"[SSN]"}`},
		"array of a key":      {`{"phones":["202-555-0147",{"value":"202-555-0163"}]}`, `{"phones":["[PHONE]",{"value":"[PHONE]"}]}`},
		"name below":          {`{"patient":{"name":"Xq Zv","id":"P9-22817"},"drug":{"name":"Ibuprofen"}}`, `{"patient":{"name":"[NAME]","id":"[MEDICAL_RECORD_NUMBER]"},"drug":{"name":"Ibuprofen"}}`},
		"name in company":     {`{"name":"Xq Zv","dob":"1985-03-12"}`, `{"name":"[NAME]","dob":"[DATE_OF_BIRTH]"}`},
		"twice":               {`{"ssn":"123-45-6789","ssn":"123-45-6780"}`, `{"ssn":"[SSN]","ssn":"[SSN]"}`},
		"empty and unknown":   {`{"ssn":"","dob":null,"phone":"n/a","email":"unknown","mrn":true}`, `{"ssn":"","dob":null,"phone":"n/a","email":"unknown","mrn":true}`},
		"in a string":         {`{"body":"{\"mrn\":\"0073194\", \"deep\":\"[{\\\"dob\\\":\\\"1985-03-12\\\"}]\"}"}`, `{"body":"{\"mrn\":\"[MEDICAL_RECORD_NUMBER]\", \"deep\":\"[{\\\"dob\\\":\\\"[DATE_OF_BIRTH]\\\"}]\"}"}`},
		"no JSON in a string": {`{"body":"{call 202-555-0147}"}`, `{"body":"{call [PHONE]}"}`},
		"scalar":              {`"call 202-555-0147"`, `"call [PHONE]"`},
		"other values":        {`{"lastName":"Quillfeather","note":"quillfeather rang; QUILLFEATHER2 too"}`, `{"lastName":"[NAME]","note":"[NAME] rang; [HANDLE] too"}`},
		"implausible":         {`{"zip":"notes.zip","age":86400}`, `{"zip":"notes.zip","age":86400}`},
		"nothing":             {`[]`, `[]`},
	} {
		t.Run(name, func(t *testing.T) {
			got := redacted(t, s, JSON, c[0])
			require.Equal(t, c[1], got)
			require.Equal(t, got, redacted(t, s, JSON, got), "redacted twice")
		})
	}
}

func TestNumbersStayNumbersWhereTheyCan(t *testing.T) {
	p := phi.SafeHarbor()
	s := scannerOf(t, Options{}, p)
	require.Equal(t, `{"age":41,"zip":627,"mother":{"age":"90+"}}`, redacted(t, s, JSON, `{"age":41,"zip":62704,"mother":{"age":93}}`))
}

func TestPathsAreJSONPointers(t *testing.T) {
	s, err := New(Options{})
	require.NoError(t, err)
	src := `{"a/b":{"m~n":[0,{"ssn":123456789}]},"dana@example.com":{"phone":"202-555-0147"},"body":"{\"mrn\":\"0073194\"}"}`
	rep, err := s.Detect(JSON, []byte(src))
	require.NoError(t, err)
	var got []string
	for _, x := range rep.Findings {
		got = append(got, x.Path+" "+x.Type.String()+" "+x.Source.String())
	}
	require.ElementsMatch(t, []string{"/a~1b/m~0n/1/ssn ssn place", "/[EMAIL] email key", "/[EMAIL]/phone phone place", "/body/mrn medical_record_number place"}, got)
	for _, x := range rep.Findings {
		if x.Type == identifiers.SSN {
			require.Equal(t, `123456789`, src[x.Start:x.End])
		}
	}
}

func TestVerdictOfNeighbours(t *testing.T) {
	s, err := New(Options{})
	require.NoError(t, err)
	for src, want := range map[string]phi.Verdict{
		`{"patientName":"Dana Whitfield","diagnosis":"asthma"}`:                phi.PHI,
		`{"patient":{"name":"Dana Whitfield"},"visit":{"diagnosis":"asthma"}}`: phi.PHI,
		`[{"patientName":"Dana Whitfield"},{"diagnosis":"asthma"}]`:            phi.Identifier,
		`{"attendingPhysician":"Ngozi Okafor","diagnosis":"asthma"}`:           phi.Identifier,
		`{"diagnosis":"asthma"}`:                                                            phi.HealthOnly,
		`{"visitDate":"2026-02-03","diagnosis":"asthma"}`:                                   phi.PHI,
		`{"patientName":"Dana Whitfield","plan":"gold"}`:                                    phi.Identifier,
		`{"open":"9 to 5","parking":true}`:                                                  phi.None,
		`{"name":"Dana Whitfield","email":"dana@example.com","text":"do you sell gloves?"}`: phi.Identifier,
	} {
		rep, err := s.Detect(JSON, []byte(src))
		require.NoError(t, err)
		require.Equal(t, want, rep.Verdict, src)
	}
	rep, err := s.Detect(JSON, []byte(`{"rows":[{"patientName":"Dana Whitfield","diagnosis":"asthma"},{"patientName":"Kofi Mensah"}]}`))
	require.NoError(t, err)
	require.Equal(t, []Object{{"/rows/0", 1}}, rep.Objects)
}

func TestOwnKeysAndRedactedKeys(t *testing.T) {
	s := scannerOf(t, Options{Keys: map[string]identifiers.Type{"chartRef": identifiers.MedicalRecordNumber, "phone": identifiers.NoType}, RedactKeys: true}, phi.RedactPolicy{})
	require.Equal(t, `{"chart_ref":"[MEDICAL_RECORD_NUMBER]","phone":"202-555-0147"}`, redacted(t, s, JSON, `{"chart_ref":"9-11","phone":"202-555-0147"}`))
	require.Equal(t, `{"[EMAIL]":1,"[EMAIL]~2":2}`, redacted(t, s, JSON, `{"dana@example.com":1,"ruth@example.com":2}`))
}

func TestDuplicatesAreCounted(t *testing.T) {
	s, err := New(Options{})
	require.NoError(t, err)
	rep, err := s.Detect(JSON, []byte(`{"a":1,"\u0061":2,"b":{"a":3}}`))
	require.NoError(t, err)
	require.Equal(t, 1, rep.Duplicates)
}

func TestSessionsLinkParts(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpNumber, OneLabel: true}})
	got := redacted(t, s, JSON, `[{"firstName":"Dana","lastName":"Whitfield"},{"firstName":"Kofi","lastName":"Mensah","note":"mensah is a friend of Dana Whitfield"}]`)
	require.Equal(t, `[{"firstName":"[NAME_1]","lastName":"[NAME_1]"},{"firstName":"[NAME_2]","lastName":"[NAME_2]","note":"[NAME_2] is a friend of [NAME_1]"}]`, got)
}

func TestTimeIsLinear(t *testing.T) {
	s := scannerOf(t, Options{MaxDepth: 10000}, phi.RedactPolicy{})
	for name, make := range map[string]func(n int) string{
		"one object, weak keys": func(n int) string {
			return "{" + strings.TrimSuffix(strings.Repeat(`"name":"x",`, n), ",") + "}"
		},
		"names": func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, `,"name%d":"Qwl"`, i)
			}
			return "{" + b.String()[1:] + "}"
		},
	} {
		t.Run(name, func(t *testing.T) {
			run := func(n int) time.Duration {
				src, best := []byte(make(n)), time.Hour
				for range 3 {
					from := time.Now()
					_, _, err := s.Redact(nil, JSON, src)
					require.NoError(t, err)
					best = min(best, time.Since(from))
				}
				return best
			}
			// Other processes only make a time longer: one good turn is enough.
			var small, large time.Duration
			for range 10 {
				if small, large = max(run(1000), 100*time.Microsecond), run(8000); large < 40*small {
					break
				}
			}
			require.Less(t, large, 40*small)
		})
	}
}
