package phihttp_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/phihttp"
)

// A service that must not get who its users are: what the policy finds is
// redacted before the handler sees it.
func ExampleGuard_Middleware() {
	guard, err := phihttp.New(phihttp.Options{
		Policy:  phihttp.Always(phi.Redact),
		Request: phihttp.Side{Direction: phi.FromPatient},
		Report: func(r *http.Request, rep phihttp.Report) {
			fmt.Println(rep.Part, rep.Outcome, rep.Decision.Facts.Verdict)
		},
	})
	if err != nil {
		panic(err)
	}
	h := guard.Middleware(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			panic(err)
		}
		fmt.Println(string(b))
	}))
	r := httptest.NewRequest("POST", "/messages", strings.NewReader(`{"from":"Dana Whitfield", "text":"can i move my diabetes check to friday?", "phone":2025550147}`))
	r.Header.Set("Content-Type", "application/json")
	h.ServeHTTP(httptest.NewRecorder(), r)
	// Output:
	// request redacted phi
	// {"from":"[NAME]", "text":"can i move my diabetes check to friday?", "phone":"[PHONE]"}
}

// The default policy holds what would confirm a patient outside the clinic's
// own channel; the problem repeats nothing of it.
func ExampleGuard_Middleware_response() {
	guard, err := phihttp.New(phihttp.Options{Response: phihttp.Side{Direction: phi.FromStaff}})
	if err != nil {
		panic(err)
	}
	h := guard.Middleware(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "Hi Dana, your diabetes check is on Friday")
	}))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/reply", nil))
	fmt.Println(w.Code, w.Body)
	// Output: 500 {"type":"about:blank","title":"Internal Server Error","status":500,"detail":"The content holds health information of a person that may not pass here.","cause":"policy"}
}

// A language model gets labels, and its answer comes back with names.
func ExampleGuard_Transport() {
	model := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			panic(err)
		}
		fmt.Println("the model gets:", string(b))
		w.Header().Set("Content-Type", "text/event-stream")
		for _, piece := range []string{"Dear [NA", "ME_1], we will ", "call [PHONE_", "1]."} {
			fmt.Fprintf(w, "data: {\"delta\":{\"text\":%q}}\n\n", piece)
		}
	}))
	defer model.Close()

	guard, err := phihttp.New(phihttp.Options{
		Policy:  phihttp.Always(phi.Redact),
		Request: phihttp.Side{Direction: phi.ThirdParty},
	})
	if err != nil {
		panic(err)
	}
	client := &http.Client{Transport: guard.Transport(nil)}
	res, err := client.Post(model.URL, "application/json", strings.NewReader(`{"role":"user","content":"hi its dana whitfield, ring me on 202-555-0147"}`))
	if err != nil {
		panic(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		panic(err)
	}
	fmt.Println(strings.ReplaceAll(string(b), "\n\n", "\n"))
	// Output:
	// the model gets: {"role":"user","content":"hi its [NAME_1], ring me on [PHONE_1]"}
	// data: {"delta":{"text":"Dear "}}
	// data: {"delta":{"text":"dana whitfield, we will "}}
	// data: {"delta":{"text":"call "}}
	// data: {"delta":{"text":"202-555-0147."}}
}

func ExampleContextWithSession() {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpNumber}})
	if err != nil {
		panic(err)
	}
	session := r.NewSession() // one for each conversation
	ctx := phihttp.ContextWithSession(context.Background(), session)
	req, err := http.NewRequestWithContext(ctx, "POST", "https://model.example.com/v1/messages", strings.NewReader("…"))
	if err != nil {
		panic(err)
	}
	fmt.Println(phihttp.SessionFrom(req.Context()) == session)
	// Output: true
}
