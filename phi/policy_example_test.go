package phi_test

import (
	"encoding/json"
	"fmt"

	"github.com/phidetect/phidetect/phi"
)

func ExamplePolicy_Decide() {
	var policy phi.Policy // the default one
	r := phi.Detect("hi its dana whitfield, can i move my diabetes check to friday")
	d := policy.Decide(r.Facts(), phi.FromPatient)
	fmt.Println(d.Action)
	for _, reason := range d.Reasons() {
		fmt.Println(reason)
	}
	answer, err := phi.RedirectText(phi.FromPatient, phi.English, phi.Contact{Link: "https://example.com/secure"})
	if err != nil {
		panic(err) // the clinic's own configuration is wrong
	}
	fmt.Println(answer)
	// Output:
	// redirect
	// rule patient-phi (direction from_patient, verdict phi): the channel is not secure
	// Thank you for your message. Please don't send health details here, as this channel is not secure. You can message us securely at https://example.com/secure
}

func ExampleDetector_Confirmation() {
	d := phi.New(nil)
	var policy phi.Policy
	for _, reply := range []string{"We take all feedback seriously, please call our office.", "Sorry to hear that! We can't discuss your visit here."} {
		r := d.Detect(reply)
		f := r.Facts()
		c := d.Confirmation(reply, &r)
		f.Confirms = c.Confirms
		fmt.Printf("%s %q\n", policy.Decide(f, phi.PublicReply).Action, reply[c.Start:c.End])
	}
	// Output:
	// allow ""
	// block "your visit"
}

func ExampleParsePolicy() {
	policy, err := phi.ParsePolicy([]byte(`{
		"name": "northside", "version": "3",
		"rules": [
			{"name": "phi", "if": {"verdicts": ["phi"], "min_health": 0.7}, "then": "redact"},
			{"name": "rest", "then": "allow"}],
		"tighten": [
			{"name": "minors", "if": {"sensitivity": ["minor"]}, "then": "hold", "why": "our counsel asks for it"}]}`))
	if err != nil {
		panic(err)
	}
	b, _ := json.Marshal(policy.Rules[0].If.Verdicts)
	fmt.Println(len(policy.Rules), string(b))

	_, err = phi.ParsePolicy([]byte(`{"rules": [{"name": "phi", "if": {"verdicts": ["PHI"]}, "then": "redact"}]}`))
	fmt.Println(err)
	// Output:
	// 2 ["phi"]
	// phi: policy: rules[0].if.verdicts[0]: one of none, identifier, health, phi
}
