package simulate

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/webhook"
)

// A Hostile is a call that the platform would not make, or one whose content
// means harm.
type Hostile struct {
	Name         string
	Method, Body string
	// Signature is the header; "" sends none.
	Signature string
	// Want is the right answer.
	Want int
}

// Hostiles gives the calls, signed with secret where the harm is elsewhere.
func Hostiles(secret []byte, maxBody int, now time.Time) []Hostile {
	good := func(body string) string { return webhook.Sign(secret, []byte(body)) }
	message := func(n int, text string) string {
		return string(Body(Object, Item{Event: event.Event{Kind: event.Message, Account: Account, Person: fmt.Sprint(900000000000000 + n),
			ID: fmt.Sprintf("aWdfZAGhostile%d", n), At: now, Text: text}}))
	}
	plain := message(0, "what are your opening hours?")
	sql := message(1, `'; DROP TABLE messages; -- " OR 1=1`)
	html := message(2, `<script>alert(1)</script><img src=x onerror=alert(1)>{{.}}`)
	control := message(3, "\x00\u202e\ufffd"+strings.Repeat("\u0301", 500))
	large := strings.Repeat(" ", maxBody+1)
	return []Hostile{
		{"no signature", http.MethodPost, plain, "", http.StatusUnauthorized},
		{"the signature of another body", http.MethodPost, plain, good(sql), http.StatusUnauthorized},
		{"another secret", http.MethodPost, plain, webhook.Sign([]byte("a guess at the secret"), []byte(plain)), http.StatusUnauthorized},
		{"an oversize body", http.MethodPost, large, good(large), http.StatusRequestEntityTooLarge},
		{"broken JSON", http.MethodPost, plain[:len(plain)-3], good(plain[:len(plain)-3]), http.StatusBadRequest},
		{"nesting without end", http.MethodPost, strings.Repeat("[", 20000), good(strings.Repeat("[", 20000)), http.StatusBadRequest},
		{"the wrong method", http.MethodPut, plain, good(plain), http.StatusMethodNotAllowed},
		{"SQL in the text", http.MethodPost, sql, good(sql), http.StatusOK},
		{"HTML in the text", http.MethodPost, html, good(html), http.StatusOK},
		{"control characters", http.MethodPost, control, good(control), http.StatusOK},
		{"a replay", http.MethodPost, sql, good(sql), http.StatusOK},
	}
}

// Try makes the call and gives the status.
func (h *Hostile) Try(ctx context.Context, c *http.Client, url string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, h.Method, url, strings.NewReader(h.Body))
	if err != nil {
		return 0, err
	}
	if h.Signature != "" {
		req.Header.Set(webhook.SignatureHeader, h.Signature)
	}
	res, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	_, err = io.Copy(io.Discard, res.Body)
	return res.StatusCode, err
}
