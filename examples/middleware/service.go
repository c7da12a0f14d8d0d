package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/phidetect/phidetect/phi/phihttp"
)

// service is what the guards stand before: its inbox, and a client of a model.
type service struct {
	url    string
	client *http.Client
	log    io.Writer
}

// handler guards the service; the model stands for somebody else's.
func (s *service) handler(inbound *phihttp.Guard) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /messages", inbound.Middleware(http.HandlerFunc(s.messages)))
	mux.HandleFunc("/ask", s.ask)
	mux.HandleFunc("POST /model", s.model)
	return mux
}

// messages answers with what it got.
func (s *service) messages(w http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "the body broke off", http.StatusBadRequest)
		return
	}
	fmt.Fprintf(s.log, "  handler  %s\n", b)
	w.Header().Set("Content-Type", r.Header.Get("Content-Type"))
	w.Write(b)
}

// ask asks the model and passes its stream on.
func (s *service) ask(w http.ResponseWriter, r *http.Request) {
	prompt, err := json.Marshal(map[string]string{"role": "user", "content": r.FormValue("q")})
	if err != nil {
		http.Error(w, "no question", http.StatusBadRequest)
		return
	}
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, s.url+"/model", bytes.NewReader(prompt))
	if err != nil {
		http.Error(w, "no model", http.StatusBadGateway)
		return
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := s.client.Do(req)
	if err != nil {
		http.Error(w, "the model was not asked", http.StatusBadGateway)
		return
	}
	defer res.Body.Close()
	w.Header().Set("Content-Type", res.Header.Get("Content-Type"))
	io.Copy(w, res.Body)
}

// model answers a few letters an event, as models do, and uses the label that
// it was given.
func (s *service) model(w http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	fmt.Fprintf(s.log, "  model    %s\n", b)
	answer := "Hello"
	if strings.Contains(string(b), "[NAME_1]") {
		answer = "Dear [NAME_1]"
	}
	answer += ", we have moved it."
	w.Header().Set("Content-Type", "text/event-stream")
	for at := 0; at < len(answer); at += 7 {
		fmt.Fprintf(w, "data: {\"delta\":{\"text\":%q}}\n\n", answer[at:min(at+7, len(answer))])
		http.NewResponseController(w).Flush()
	}
}
