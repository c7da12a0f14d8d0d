package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// messages are sent to the service.
var messages = []struct{ contentType, body string }{
	{"text/plain", "what are your opening hours?"},
	{"text/plain", "hi its dana whitfield, can i move my diabetes check to friday? 202-555-0147"},
	{"application/json", `{"patient_name": "Dana Whitfield", "text": "my diabetes check", "phone": 2025550147, "slot": 4}`},
	{"application/x-www-form-urlencoded", "email=dana%40example.com&text=is+my+biopsy+result+in"},
	{"application/json", `{"text": "hi its dana`},
}

// demonstrate sends them and shows who sees what.
func demonstrate(url string, w io.Writer) error {
	for _, m := range messages {
		fmt.Fprintf(w, "POST /messages, %s\n  client   %s\n", m.contentType, m.body)
		res, err := http.Post(url+"/messages", m.contentType, strings.NewReader(m.body))
		if err != nil {
			return err
		}
		b, err := body(res)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "  answer   %d %s\n\n", res.StatusCode, b)
	}
	return ask(url, "its dana whitfield, can you move my diabetes check?", w)
}

// ask asks the model, and joins what it says.
func ask(at, question string, w io.Writer) error {
	fmt.Fprintf(w, "/ask\n  client   %s\n", question)
	res, err := http.PostForm(at+"/ask", url.Values{"q": {question}})
	if err != nil {
		return err
	}
	b, err := body(res)
	if err != nil {
		return err
	}
	for event := range bytes.SplitSeq(b, []byte("\n\n")) {
		fmt.Fprintf(w, "  stream   %s\n", event)
	}
	return nil
}

func body(res *http.Response) ([]byte, error) {
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	return bytes.TrimSpace(b), err
}
