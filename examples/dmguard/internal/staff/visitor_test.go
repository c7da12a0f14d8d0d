package staff

import (
	"bytes"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/queue"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/phi"
)

// start is the time at which tests begin.
var start = time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)

// A clinic is a server with its database, its clock and its log.
type clinic struct {
	*testing.T
	Options
	guard   *guard.Guard
	handler http.Handler
	passed  atomic.Int64 // how far the clock has gone
	log     bytes.Buffer
}

func newClinic(t *testing.T, change ...func(*Options)) *clinic {
	t.Helper()
	c := &clinic{T: t}
	d, _ := dbtest.Open(t)
	tr := dbtest.Trail(t, d)
	reg, err := register.New(d, tr, dbtest.Secret)
	require.NoError(t, err)
	c.Options = Options{
		DB: d, Trail: tr, People: people.New(d, tr), Queue: queue.New(d, tr), Register: reg,
		Now: c.now, Log: slog.New(slog.NewTextHandler(&c.log, nil)),
	}
	for _, f := range change {
		f(&c.Options)
	}
	c.guard, err = guard.New(d, tr, outbox.New(d, tr), guard.Config{
		Contact:  phi.Contact{Clinic: "Harbour Clinic", Link: "https://clinic.example.com/secure", Phone: "202-555-0100"},
		Register: reg, Vault: c.Vault, Now: c.now,
	})
	require.NoError(t, err)
	c.Guard = c.guard
	c.handler, err = New(c.Options)
	require.NoError(t, err)
	return c
}

func (c *clinic) now() time.Time { return start.Add(time.Duration(c.passed.Load())) }

func (c *clinic) wait(d time.Duration) { c.passed.Add(int64(d)) }

// token adds a user.
func (c *clinic) token(name string, role people.Role) string {
	c.Helper()
	token, err := c.People.Add(c.Context(), "cli", name, role, c.now())
	require.NoError(c, err)
	return token
}

// A visitor is a browser: it keeps cookies and follows where it is led.
type visitor struct {
	*clinic
	cookies map[string]*http.Cookie
	address string
	headers map[string]string
}

func (c *clinic) visitor() *visitor {
	return &visitor{clinic: c, cookies: map[string]*http.Cookie{}, address: "192.0.2.1:999", headers: map[string]string{}}
}

// as gives a visitor who has signed in with a role.
func (c *clinic) as(role people.Role) *visitor {
	c.Helper()
	v := c.visitor()
	res := v.post("/staff/sign-in", "token", c.token("a-"+string(role), role))
	require.Equal(c, http.StatusSeeOther, res.StatusCode)
	return v
}

// An answer is a response with its body read.
type answer struct {
	*http.Response
	body string
}

func (v *visitor) send(method, path, contentType, body string) answer {
	v.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.RemoteAddr = v.address
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	for name, value := range v.headers {
		r.Header.Set(name, value)
	}
	for _, c := range v.cookies {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	v.handler.ServeHTTP(w, r)
	res := w.Result()
	for _, c := range res.Cookies() {
		if c.MaxAge < 0 {
			delete(v.cookies, c.Name)
		} else {
			v.cookies[c.Name] = c
		}
	}
	b, err := io.ReadAll(res.Body)
	require.NoError(v, err)
	return answer{res, string(b)}
}

func (v *visitor) get(path string) answer {
	v.Helper()
	return v.send(http.MethodGet, path, "", "")
}

// post sends a form: names and values in turn.
func (v *visitor) post(path string, fields ...string) answer {
	v.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Add(fields[i], fields[i+1])
	}
	return v.send(http.MethodPost, path, "application/x-www-form-urlencoded", form.Encode())
}

var csrfField = regexp.MustCompile(`name="csrf" value="([^"]+)"`)

// csrf reads the token out of a page.
func (v *visitor) csrf() string {
	v.Helper()
	m := csrfField.FindStringSubmatch(v.get("/staff/drafts").body)
	require.NotNil(v, m)
	return html.UnescapeString(m[1])
}

// act sends a form with the token, and gives the page that it leads to.
func (v *visitor) act(path string, fields ...string) answer {
	v.Helper()
	res := v.post(path, append([]string{"csrf", v.csrf()}, fields...)...)
	if res.StatusCode == http.StatusSeeOther {
		return v.get(res.Header.Get("Location"))
	}
	return res
}
