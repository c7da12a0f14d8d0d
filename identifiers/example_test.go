package identifiers_test

import (
	"fmt"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

func ExampleAppendAll() {
	var t identifiers.Text
	t.Read(lexicon.Default(), "MRN 00731944, call 202-555-0147")
	for _, s := range identifiers.AppendAll(nil, &t) {
		fmt.Println(s.Type, t.Text[s.Start:s.End], s.Why)
	}
	// Output:
	// medical_record_number 00731944 record_number: cue mrn
	// phone 202-555-0147 phone: cue phone
}

func ExampleWords() {
	rooms := identifiers.Words(identifiers.Facility, "blue room", "salt room")
	var t identifiers.Text
	t.Read(lexicon.Default(), "see you in the Salt-Room at nine")
	for _, s := range rooms.AppendSpans(nil, &t) {
		fmt.Println(s.Type, t.Text[s.Start:s.End])
	}
	// Output: facility Salt-Room
}
