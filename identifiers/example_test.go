package identifiers_test

import (
	"fmt"
	"log"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// show prints what m finds in text, as it stands there.
func show(m identifiers.Matcher, text string) {
	var t identifiers.Text
	t.Read(lexicon.Default(), text)
	for _, s := range m.AppendSpans(nil, &t) {
		start, end := t.Map.Original(s.Start, s.End)
		fmt.Println(s.Type, text[start:end])
	}
}

// A study numbers its participants HX-0018 and so on, with a check digit, and
// people write them with all sorts of hyphens. Three values make the matcher,
// which does not take the "kit HX-0018" of the shop for a participant.
func Example() {
	number, err := identifiers.Pattern(identifiers.UniqueID, "hx", `(?i)\bhx[ -]?\d{4}\b`)
	if err != nil {
		log.Fatal(err)
	}
	valid := identifiers.Checked(number, func(b []byte) bool { return checksum.Luhn(b[2:]) })
	participant := identifiers.Unless(valid, identifiers.Words(identifiers.NoType, "kit"), 2)

	show(participant, "I'm HX‑0018, my sister is hx 0026. Which kit HX-0018 do I order?")
	show(participant, "a typo: HX-0019")
	// Output:
	// unique_id HX‑0018
	// unique_id hx 0026
}

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

func ExamplePattern() {
	token, err := identifiers.Pattern(identifiers.UniqueID, "token", `(?<=\btoken\W{1,3})[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}\b`)
	if err != nil {
		log.Fatal(err)
	}
	show(token, "my script token: 1GQX-88T0-2KL4, thanks")
	fmt.Println("searches that took too long:", token.Timeouts())
	// Output:
	// unique_id 1GQX-88T0-2KL4
	// searches that took too long: 0
}

func ExamplePatternWith() {
	// around every "@", and no further than 24 bytes behind it
	matrix, err := identifiers.PatternWith(identifiers.Handle, `(?<!\w)@\w+:[a-z.]+`, identifiers.PatternOptions{
		Name:   "matrix",
		Anchor: func(tr *identifiers.Triggers) []int32 { return tr.At },
		Before: 32, After: 24,
	})
	if err != nil {
		log.Fatal(err)
	}
	show(matrix, "I'm @dana:chat.example on matrix")
	// Output: handle @dana:chat.example
}

func ExampleNear() {
	number := identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
		for _, i := range t.Triggers.Digits {
			k := &t.Tokens[i]
			dst = append(dst, identifiers.Span{Start: int(k.Start), End: int(k.End), Type: identifiers.UniqueID, Score: 0.8})
		}
		return dst
	})
	show(identifiers.Near(number, identifiers.Words(identifiers.NoType, "locker", "cabinet"), 3), "locker no 114 is stuck, it was so in 2019 too")
	// Output: unique_id 114
}

func ExampleChecked() {
	number, err := identifiers.PatternWith(identifiers.HealthPlanNumber, `\b\d{3} ?\d{3} ?\d{4}\b`, identifiers.PatternOptions{})
	if err != nil {
		log.Fatal(err)
	}
	show(identifiers.Checked(number, checksum.NHSNumber[[]byte]), "470 393 3764 or 470 393 3765?")
	// Output: health_plan_number 470 393 3764
}

func ExampleTypeOf() {
	t := identifiers.TypeOf("medical_record_number")
	fmt.Printf("%s: letter %c\n", t, t.Letter())
	// Output: medical_record_number: letter H
}
