package structured_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/structured"
)

func scanner(p phi.RedactPolicy, o structured.Options) *structured.Scanner {
	r, err := phi.NewRedactor(nil, p) // the zero policy puts labels
	if err != nil {
		panic(err)
	}
	o.Replacer = r
	s, err := structured.New(o)
	if err != nil {
		panic(err)
	}
	return s
}

func ExampleScanner_Redact() {
	s := scanner(phi.RedactPolicy{}, structured.Options{})
	out, report, err := s.Redact(nil, structured.JSON, []byte(`{
  "patientName": "Dana Whitfield", "mrn": 731944, "copay": 25.00,
  "note": "whitfield wants her results by text, 202-555-0147"
}`))
	fmt.Println(string(out), err)
	fmt.Println(report.Verdict)
	for _, f := range report.Findings {
		if f.Type != 0 {
			fmt.Println(f.Path, f.Type, f.Source)
		}
	}
	// Output:
	// {
	//   "patientName": "[NAME]", "mrn": "[MEDICAL_RECORD_NUMBER]", "copay": 25.00,
	//   "note": "[NAME] wants her results by text, [PHONE]"
	// } <nil>
	// phi
	// /patientName name place
	// /mrn medical_record_number place
	// /note name text
	// /note phone text
}

// A name in one field and a diagnosis in another are PHI together.
func ExampleScanner_Detect() {
	s, err := structured.New(structured.Options{})
	if err != nil {
		panic(err)
	}
	report, err := s.Detect(structured.JSONLines, []byte(`{"patientName":"Dana Whitfield","diagnosis":"asthma"}
{"patientName":"Kofi Mensah"}
{"diagnosis":"asthma"}`))
	fmt.Println(report.Verdict, report.Verdicts[phi.PHI], report.Verdicts[phi.Identifier], report.Verdicts[phi.HealthOnly], err)
	// Output: phi 1 1 1 <nil>
}

func ExampleScanner_Copy() {
	s := scanner(phi.RedactPolicy{}, structured.Options{})
	report, err := s.Copy(os.Stdout, strings.NewReader("MRN,Name,DOB,Visits\n00731944,Dana Whitfield,1985-03-12,3\n00731945,Kofi Mensah,1990-11-02,1\n"), structured.CSV, nil)
	for _, c := range report.Columns {
		fmt.Printf("%q %d of %d\n", c.Type, c.Found, c.Cells)
	}
	fmt.Println(err)
	// Output:
	// MRN,Name,DOB,Visits
	// [MEDICAL_RECORD_NUMBER],[NAME],[DATE_OF_BIRTH],3
	// [MEDICAL_RECORD_NUMBER],[NAME],[DATE_OF_BIRTH],1
	// "medical_record_number" 2 of 2
	// "name" 2 of 2
	// "date_of_birth" 2 of 2
	// "" 0 of 2
	// <nil>
}

// Safe Harbor lets the year stand. What no FHIR date can tell goes with the
// reason for it.
func ExampleScanner_Redact_fHIR() {
	p := phi.SafeHarbor()
	p.Year = 2026
	s := scanner(p, structured.Options{})
	for _, src := range []string{
		`{"resourceType":"Patient","name":[{"family":"Whitfield","given":["Dana"]}],"birthDate":"1985-03-12"}`,
		`{"resourceType":"Patient","birthDate":"1931-01-30"}`,
	} {
		out, _, err := s.Redact(nil, structured.FHIR, []byte(src))
		fmt.Println(string(out), err)
	}
	// Output:
	// {"resourceType":"Patient","name":[{"family":"[NAME]","given":["[NAME]"]}],"birthDate":"1985"} <nil>
	// {"resourceType":"Patient","_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}} <nil>
}

func ExampleScanner_Redact_hL7() {
	s := scanner(phi.RedactPolicy{}, structured.Options{})
	out, _, err := s.Redact(nil, structured.HL7, []byte("MSH|^~\\&|LAB|GREENFIELD|EHR|CLINIC|2026||ORU^R01|1|P|2.5.1\rPID|1||00731944^^^GREENFIELD^MR||Whitfield^Dana^^^Ms\rNTE|1||Whitfield \\T\\ mother called\r"))
	fmt.Println(strings.ReplaceAll(string(out), "\r", "\n"), err)
	// Output:
	// MSH|^~\&|LAB|GREENFIELD|EHR|CLINIC|2026||ORU^R01|1|P|2.5.1
	// PID|1||[MEDICAL_RECORD_NUMBER]^^^GREENFIELD^MR||[NAME]^[NAME]^^^Ms
	// NTE|1||[NAME] \T\ mother called
	//  <nil>
}

func ExampleReport() {
	s, err := structured.New(structured.Options{})
	if err != nil {
		panic(err)
	}
	report, err := s.Detect(structured.JSON, []byte(`{"ssn":"123-45-6789"}`))
	if err != nil {
		panic(err)
	}
	b, err := json.Marshal(report)
	fmt.Println(string(b), err)
	// Output: {"verdict":"identifier","records":1,"verdicts":{"identifier":1},"counts":{"ssn":1},"replaced":0,"findings":[{"path":"/ssn","record":1,"start":8,"end":19,"type":"ssn","score":1,"source":"place"}]} <nil>
}
