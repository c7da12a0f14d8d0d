package phihttp

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
)

// ErrRefused is what the errors of a Transport are that refuses a request, and
// those of writing a response that was refused.
var ErrRefused = errors.New("phihttp: refused")

// A RefusedError says why a Transport did not send a request. It holds no text
// of it. errors.Is finds ErrRefused in it.
type RefusedError struct {
	Report Report
}

// Error gives "phihttp: request refused: " with the cause, and for a policy the
// rule.
func (e *RefusedError) Error() string {
	s := "phihttp: request refused: " + e.Report.Cause.String()
	if e.Report.Cause != ByPolicy {
		return s
	}
	rule := e.Report.Decision.Rule
	if e.Report.Decision.Raised != "" {
		rule = e.Report.Decision.Raised
	}
	return s + " (" + e.Report.Decision.Action.String() + " by rule " + rule + ")"
}

// Is reports whether target is ErrRefused.
func (e *RefusedError) Is(target error) bool { return target == ErrRefused }

// problem is the body of RFC 9457; cause is an extension member.
type problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Cause  string `json:"cause"`
}

var details = [...]string{
	ByPolicy:   "The content holds health information of a person that may not pass here.",
	TooLong:    "The content is longer than what can be checked for health information.",
	OtherType:  "Content of this type cannot be checked for health information.",
	Unclear:    "The content is coded in a way that cannot be checked for health information.",
	Malformed:  "The content is not well-formed.",
	Incomplete: "The content could not be read to its end.",
}

// statusOf gives the status of the answer to a refused request, or in place of a
// refused response.
func statusOf(part Part, why Cause) int {
	if part != RequestPart {
		return http.StatusInternalServerError
	}
	switch why {
	case TooLong:
		return http.StatusRequestEntityTooLarge
	case OtherType, Unclear:
		return http.StatusUnsupportedMediaType
	case Malformed, Incomplete:
		return http.StatusBadRequest
	}
	return http.StatusForbidden
}

func problemOf(rep Report) (status int, body []byte) {
	status = statusOf(rep.Part, rep.Cause)
	body, err := json.Marshal(problem{"about:blank", http.StatusText(status), status, details[rep.Cause], rep.Cause.String()})
	if err != nil {
		panic(err) // strings and a number
	}
	return status, body
}

// refuse writes the problem.
func refuse(w http.ResponseWriter, rep Report) {
	status, body := problemOf(rep)
	h := w.Header()
	for _, name := range bodyHeaders {
		h.Del(name)
	}
	h.Set("Content-Type", "application/problem+json")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	// there is nobody to tell that the client is gone
	_, _ = w.Write(body)
}

// bodyHeaders are the fields that speak of the body that was not sent.
var bodyHeaders = []string{"Content-Encoding", "Content-Language", "Content-Range", "Content-Disposition", "Accept-Ranges", "Last-Modified", "Location", "Link",
	"Etag", "Content-Md5", "Digest", "Content-Digest", "Repr-Digest", "Trailer"}

// validators are the fields that hold of the very bytes of a body.
var validators = []string{"Etag", "Content-Md5", "Digest", "Content-Digest", "Repr-Digest", "Accept-Ranges"}

func dropValidators(h http.Header) {
	for _, name := range validators {
		h.Del(name)
	}
}
