package phi_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/phidetect/phidetect/phi"
)

func ExampleRedactor_NewReader() {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{})
	if err != nil {
		panic(err) // a policy of your own may be wrong; the zero one is not
	}
	note := strings.NewReader("Seen today: Marisol Venn, MRN 4471902, for asthma.\n")
	if _, err := io.Copy(os.Stdout, r.NewReader(note)); err != nil {
		panic(err)
	}
	// Output: Seen today: [NAME], MRN [MEDICAL_RECORD_NUMBER], for asthma.
}

func ExampleRedactor_NewWriter() {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{})
	if err != nil {
		panic(err)
	}
	w := r.NewWriter(os.Stdout)
	fmt.Fprint(w, "call Marisol Ve")
	fmt.Fprintln(w, "nn on 202-555-0143") // identifiers may be cut anywhere
	if err := w.Close(); err != nil {
		panic(err)
	}
	fmt.Println(w.Facts().Verdict)
	// Output:
	// call [NAME] on [PHONE]
	// identifier
}

func ExampleDetector_Scan() {
	var whole phi.Facts
	long := strings.NewReader("Written by Marisol Venn\n" + strings.Repeat("Nothing to see here.\n", 3000) + "My daughter Tilda has type 1 diabetes.\n")
	for part, err := range phi.New(nil).Scan(context.Background(), long) {
		if err != nil {
			panic(err)
		}
		fmt.Printf("%d bytes: %d spans, %d words of health\n", len(part.Text), len(part.Result.Spans), len(part.Result.Health.Evidence))
		whole = part.SoFar
	}
	fmt.Println(whole.Verdict)
	// Output:
	// 31734 bytes: 1 spans, 0 words of health
	// 31329 bytes: 1 spans, 1 words of health
	// phi
}
