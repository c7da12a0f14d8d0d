package phi_test

import (
	"fmt"

	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

func ExampleDetect() {
	text := "hi its dana whitfield, can i move my diabetes check to friday"
	r := phi.Detect(text)
	for _, s := range r.Spans {
		fmt.Println(s.Type, string(s.Type.Letter()), text[s.Start:s.End])
	}
	fmt.Println(r.Verdict, r.Health.Personal)
	// Output:
	// name A dana whitfield
	// date C friday
	// phi true
}

func ExampleDetector_DetectInto() {
	d := phi.New(nil)
	var r phi.Result // used again for each message: no allocation
	for _, text := range []string{"what are your opening hours?", "do you treat migraines?"} {
		d.DetectInto(&r, text)
		fmt.Println(r.Verdict)
	}
	// Output:
	// none
	// health
}

func ExampleNew() {
	lex, err := lexicon.Default().With(lexicon.Term{Text: "glowpeel", Category: lexicon.Procedure})
	if err != nil {
		panic(err)
	}
	d := phi.New(&phi.Options{Lexicon: lex, SenderKnown: true})
	fmt.Println(d.Detect("my glowpeel is still red and my face is swollen").Verdict)
	// Output: phi
}

func ExampleResult_AppendJSON() {
	r := phi.Detect("tel 202-555-0147")
	fmt.Println(string(r.AppendJSON(nil, "m1")))
	// Output: {"id":"m1","verdict":"identifier","health_score":0.000,"personal":false,"reasons":["person","not_theirs"],"spans":[{"type":"phone","category":"D","start":4,"end":16,"score":0.98}],"health":[]}
}
