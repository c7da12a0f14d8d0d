package phi_test

import (
	"encoding/json"
	"fmt"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

func ExampleRedactor_Redact() {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{}) // the zero policy puts labels
	if err != nil {
		panic(err)
	}
	fmt.Println(r.Redact("hi its dana whitfield, can i move my diabetes check to friday? 202-555-0147"))
	// Output: hi its [NAME], can i move my diabetes check to friday? [PHONE]
}

func ExampleNewRedactor() {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{
		Rules: []phi.RedactRule{
			{Roles: []identifiers.Role{identifiers.RoleProvider}, Treatment: phi.Treatment{Operator: phi.OpKeep}},
			{Types: []identifiers.Type{identifiers.Phone}, Treatment: phi.Treatment{Operator: phi.OpMask, KeepLast: 4}},
			{Health: phi.HealthCategories(), Treatment: phi.Treatment{Label: "HEALTH"}},
		},
		Keep: []string{"Greenfield Clinic"},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(r.Redact("its dana whitfield, dr okafor of Greenfield Clinic sees me for diabetes, 202-555-0147"))
	// Output: its [NAME], dr okafor of Greenfield Clinic sees me for [HEALTH], ***-***-0147
}

func ExampleRedactPolicy_UnmarshalJSON() {
	var p phi.RedactPolicy
	err := json.Unmarshal([]byte(`{"rules":[{"types":["name","telephone"],"operator":"remove"}]}`), &p)
	fmt.Println(err.Error()[:56], "…")
	err = json.Unmarshal([]byte(`{"rules":[{"types":["name"],"operator":"hash"}]}`), &p)
	fmt.Println(err)
	p.Key = phi.Key("from your secret store, not here") // never part of the JSON
	_, err = phi.NewRedactor(nil, p)
	fmt.Println(err)
	// Output:
	// phi: redaction policy: rules[0].types[1]: unknown; allow …
	// <nil>
	// <nil>
}

// A conversation with a language model: what goes out holds labels, what comes
// back is restored.
func ExampleSession_Restore() {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpNumber}})
	if err != nil {
		panic(err)
	}
	s := r.NewSession()
	fmt.Println(s.Redact("its Dana Whitfield, my son Tom has asthma, call 202-555-0147"))
	fmt.Println(s.Redact("dana whitfield again, is tom's refill ready?"))
	fmt.Println(s.Restore("Dear [NAME_1], the refill for [NAME_2] is ready; we call [PHONE_1]."))
	// Output:
	// its [NAME_1], my son [NAME_2] has asthma, call [PHONE_1]
	// [NAME_1.2] again, is [NAME_2.2]'s refill ready?
	// Dear Dana Whitfield, the refill for Tom is ready; we call 202-555-0147.
}

func ExampleSafeHarbor() {
	p := phi.SafeHarbor()
	p.Year = 2026 // ages are judged in this year; 0 is the present one
	r, err := phi.NewRedactor(nil, p)
	if err != nil {
		panic(err)
	}
	text, a := r.RedactAttested("Re: Dana Whitfield, DOB 4/17/1931, 12 Orchard Street, Springfield, IL 62704, seen 14 March 2024 for asthma")
	fmt.Println(text)
	fmt.Println(a.Letters['B'-'A'].Found, "of letter B,", a.Letters['C'-'A'].Done[phi.OpGeneralize], "dates generalized")
	// Output:
	// Re: [NAME], DOB 90+, [STREET_ADDRESS], [CITY], IL 627, seen 2024 for asthma
	// 3 of letter B, 2 dates generalized
}

func ExampleRedactor_AppendReplacements() {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{})
	if err != nil {
		panic(err)
	}
	text := "call 202-555-0147"
	res := r.Detector().Detect(text)
	out, reps := r.AppendReplacements(nil, nil, text, &res)
	for _, x := range reps {
		fmt.Println(x.Type, x.Start, x.End, string(out[x.NewStart:x.NewEnd]))
	}
	// Output: phone 5 17 [PHONE]
}
