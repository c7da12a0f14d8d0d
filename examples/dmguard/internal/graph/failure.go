package graph

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// Class says whether a call may be made again.
type Class uint8

const (
	// Again: it was not done, and may be tried again.
	Again Class = iota + 1
	// Unknown: it may have been done, so that to try again could do it twice.
	Unknown
	// Never: it was not done, and to try again would not help.
	Never
)

// String gives the class's name.
func (c Class) String() string {
	switch c {
	case Again:
		return "again"
	case Unknown:
		return "unknown"
	case Never:
		return "never"
	}
	return ""
}

// The reasons of failures.
const (
	// Invalid: there is nobody to call about, or the text cannot be sent.
	Invalid = "invalid"
	// WindowClosed: too much time has passed since the person wrote.
	WindowClosed = "window-closed"
	// TokenRefused: somebody must renew the access token.
	TokenRefused = "token-refused"
	// RateLimited: the platform wants fewer calls.
	RateLimited = "rate-limited"
	// Unavailable: the platform could not, for now.
	Unavailable = "unavailable"
	// Refused: the platform will not do it.
	Refused = "refused"
	// Unclear: the platform's answer leaves open whether it was done.
	Unclear = "unclear"
	// NoAnswer: the call went out, and nothing came back.
	NoAnswer = "no-answer"
	// NoConnection: the call did not go out.
	NoConnection = "no-connection"
)

// A Failure is what became of a call that did not succeed. It holds no text,
// neither of the message nor of the platform's answer.
type Failure struct {
	Class Class
	// Reason is one of the reasons above.
	Reason string
	// Status, Code and Subcode are the platform's, or zero.
	Status, Code, Subcode int
	// After is how long to wait at least before the next try.
	After time.Duration

	// pause is for how long no other call should be made either.
	pause time.Duration
}

// Error says what happened.
func (f *Failure) Error() string {
	if f.Status == 0 {
		return "graph: " + f.Reason
	}
	return fmt.Sprintf("graph: %s (status %d, code %d, subcode %d)", f.Reason, f.Status, f.Code, f.Subcode)
}

// answer is what the platform answers, as far as it matters.
type answer struct {
	MessageID string `json:"message_id"`
	Success   bool   `json:"success"`
	Error     *struct {
		Code      int  `json:"code"`
		Subcode   int  `json:"error_subcode"`
		Transient bool `json:"is_transient"`
	} `json:"error"`
}

// maxAnswer is far over what the platform answers.
const maxAnswer = 1 << 16

// read reads the answer; one that is not JSON is an empty one.
func read(res *http.Response) *answer {
	var a answer
	b, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer))
	if err != nil || json.Unmarshal(b, &a) != nil {
		return &answer{}
	}
	return &a
}

const (
	// rateWait is how long to wait where the platform's limit is reached and it
	// does not say for how long.
	rateWait = time.Minute
	// tokenWait leaves somebody time to renew the token.
	tokenWait = 5 * time.Minute
	// maxWait bounds what the platform may ask for.
	maxWait = time.Hour
)

// classify reads a refusal. The platform says by is_transient that it has not
// done what was asked; a 5xx without that may have.
func classify(res *http.Response, a *answer) *Failure {
	f := &Failure{Status: res.StatusCode, After: retryAfter(res.Header)}
	transient := false
	if a.Error != nil {
		f.Code, f.Subcode, transient = a.Error.Code, a.Error.Subcode, a.Error.Transient
	}
	switch {
	case res.StatusCode == http.StatusTooManyRequests || overLimit(f.Code):
		f.Class, f.Reason = Again, RateLimited
		f.After = max(f.After, time.Second)
		if res.Header.Get("Retry-After") == "" {
			f.After = rateWait
		}
		f.pause = f.After
	case f.Code == 190 || f.Code == 102 || res.StatusCode == http.StatusUnauthorized:
		f.Class, f.Reason, f.After = Again, TokenRefused, max(f.After, tokenWait)
	case f.Code == 10 && f.Subcode == 2534022:
		f.Class, f.Reason = Never, WindowClosed
	case transient || res.StatusCode == http.StatusServiceUnavailable && f.After > 0:
		f.Class, f.Reason = Again, Unavailable
	case res.StatusCode >= 500 || res.StatusCode == http.StatusRequestTimeout || res.StatusCode < 300:
		f.Class, f.Reason = Unknown, Unclear
	default:
		f.Class, f.Reason = Never, Refused
	}
	return f
}

// overLimit reports whether a code says that too many calls were made.
func overLimit(code int) bool {
	switch code {
	case 4, 17, 32, 613, 80001, 80002, 80006:
		return true
	}
	return false
}

func retryAfter(h http.Header) time.Duration {
	s := h.Get("Retry-After")
	if n, err := strconv.Atoi(s); err == nil && n >= 0 {
		return min(time.Duration(n)*time.Second, maxWait)
	}
	if t, err := http.ParseTime(s); err == nil {
		return min(max(time.Until(t), 0), maxWait)
	}
	return 0
}
