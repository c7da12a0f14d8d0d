package phihttp

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

const (
	dana     = "hi its dana whitfield"
	danaOut  = "hi its [NAME]"
	danaJSON = `{ "patient_name": "Dana Whitfield", "note": "my diabetes \u0063heck", "phone": 2025550147, "n": 1.50 }`
	outJSON  = `{ "patient_name": "[NAME]", "note": "my diabetes \u0063heck", "phone": "[PHONE]", "n": 1.50 }`
)

// redactBoth redacts all that it finds, both ways.
func redactBoth() Options {
	return Options{Policy: Always(phi.Redact), Request: Side{Direction: phi.FromPatient}, Response: Side{Direction: phi.FromStaff}}
}

func guard(t *testing.T, o Options) *Guard {
	t.Helper()
	g, err := New(o)
	require.NoError(t, err)
	return g
}

// send passes a request through the middleware and gives what the handler saw
// and what the client got. The handler answers as answer does; nil answers
// nothing.
func send(t *testing.T, o Options, r *http.Request, answer http.HandlerFunc) (seen *http.Request, body string, w *httptest.ResponseRecorder) {
	t.Helper()
	w = httptest.NewRecorder()
	guard(t, o).Middleware(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = r
		b, err := io.ReadAll(r.Body)
		require.NoError(t, err)
		body = string(b)
		if answer != nil {
			answer(w, r)
		}
	})).ServeHTTP(w, r)
	return seen, body, w
}

func post(contentType, body string) *http.Request {
	r := httptest.NewRequest("POST", "/messages", strings.NewReader(body))
	r.Header.Set("Content-Type", contentType)
	return r
}

func zipped(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(s))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

// answer gives a handler that writes a body of a type.
func answer(contentType, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if contentType != "" {
			w.Header().Set("Content-Type", contentType)
		}
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		io.WriteString(w, body)
	}
}
