package identifiers_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/identifiers/identifierstest"
)

// TestPipelineAccepted holds the library's own matchers, run as one, to what
// other matchers promise. The examples are those that must not depend on what
// text stands around them.
func TestPipelineAccepted(t *testing.T) {
	identifierstest.Accept(t, identifiers.Func(identifiers.AppendAll),
		example{Name: "mail", Text: "results to ⟦email|dee.okafor@mailbox.example⟧ please"},
		example{Name: "phone", Text: "my cell is ⟦phone|(415) 555-0132⟧"},
		example{Name: "phone with accents", Text: "appelez-moi à ⟦phone|514-555-0161⟧ s'il vous plaît"},
		example{Name: "full-width digits", Text: "call ⟦phone|５５５－０１６６⟧"},
		example{Name: "zero-width space", Text: "SSN ⟦ssn|219\u200b-44-7731⟧"},
		example{Name: "record and birth", Text: "MRN ⟦medical_record_number|00731944⟧ DOB ⟦date_of_birth|4-30-1957⟧"},
		example{Name: "plan", Text: "NHS number ⟦health_plan_number|470 393 3764⟧"},
		example{Name: "license", Text: "NPI ⟦license_number|1402931400⟧"},
		example{Name: "vehicle", Text: "VIN ⟦vehicle_id|1HGCM8F382H711162⟧"},
		example{Name: "device", Text: "pump serial ⟦device_id|1093418⟧"},
		example{Name: "address", Text: "ip ⟦ip_address|203.0.113.77⟧"},
		example{Name: "web", Text: "see ⟦url|www.harbourphysio.example⟧"},
		example{Name: "handle", Text: "dm me ⟦handle|@rach_and_sunny⟧"},
		example{Name: "none", Text: "took 400 mg at noon"},
	)
}
