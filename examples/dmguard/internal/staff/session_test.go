package staff

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

func TestNobodySeesAnything(t *testing.T) {
	c := newClinic(t)
	v := c.visitor()
	for _, path := range []string{"/staff/", "/staff/thread", "/staff/drafts", "/staff/incidents", "/staff/authorizations", "/staff/users", "/staff/audit"} {
		res := v.get(path)
		require.Equal(t, http.StatusSeeOther, res.StatusCode, path)
		require.Equal(t, "/staff/sign-in", res.Header.Get("Location"), path)
		res = v.post(path, "csrf", "")
		require.NotEqual(t, http.StatusOK, res.StatusCode, path)
	}
	require.Equal(t, http.StatusNotFound, v.get("/staff/no-such-page").StatusCode)
	v.cookies["dmguard"] = &http.Cookie{Name: "dmguard", Value: "guessed"}
	require.Equal(t, http.StatusSeeOther, v.get("/staff/drafts").StatusCode)
}

func TestSignInAndOut(t *testing.T) {
	c := newClinic(t)
	token := c.token("ana", people.FrontDesk)
	v := c.visitor()
	require.Equal(t, http.StatusOK, v.get("/staff/sign-in").StatusCode)
	res := v.post("/staff/sign-in", "token", "wrong")
	require.Equal(t, http.StatusForbidden, res.StatusCode)
	require.Contains(t, res.body, "not valid")
	require.Empty(t, v.cookies)

	res = v.post("/staff/sign-in", "token", "  "+token+"\n")
	require.Equal(t, "/staff/", res.Header.Get("Location"))
	cookie := res.Cookies()[0]
	require.Equal(t, "dmguard", cookie.Name)
	require.True(t, cookie.HttpOnly)
	require.Equal(t, http.SameSiteStrictMode, cookie.SameSite)
	require.Equal(t, "/", cookie.Path)
	require.NotContains(t, cookie.Value, token)
	require.Contains(t, v.get("/staff/drafts").body, "ana, front desk")
	require.Equal(t, "/staff/", v.get("/staff/sign-in").Header.Get("Location"))

	stolen := c.visitor()
	stolen.cookies["dmguard"] = cookie
	v.act("/staff/sign-out")
	require.Empty(t, v.cookies)
	require.Equal(t, http.StatusSeeOther, stolen.get("/staff/drafts").StatusCode, "the session ends with its cookie")
	require.NotContains(t, c.log.String(), token)
}

func TestCookieOverTLS(t *testing.T) {
	c := newClinic(t, func(o *Options) { o.Secure = true })
	v := c.as(people.FrontDesk)
	cookie := v.cookies["__Host-dmguard"]
	require.NotNil(t, cookie)
	require.True(t, cookie.Secure)
	require.Contains(t, v.get("/staff/drafts").Header.Get("Strict-Transport-Security"), "max-age=")
	require.Empty(t, newClinic(t).visitor().get("/staff/sign-in").Header.Get("Strict-Transport-Security"))
}

func TestSessionExpires(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.FrontDesk)
	c.wait(people.Idle - time.Minute)
	require.Equal(t, http.StatusOK, v.get("/staff/drafts").StatusCode, "use keeps it alive")
	c.wait(people.Idle - time.Minute)
	require.Equal(t, http.StatusOK, v.get("/staff/drafts").StatusCode)
	csrf := v.csrf()
	c.wait(people.Idle + time.Minute)
	require.Equal(t, http.StatusSeeOther, v.get("/staff/drafts").StatusCode)
	require.Equal(t, "/staff/sign-in", v.post("/staff/drafts", "csrf", csrf, "text", "x").Header.Get("Location"))

	v = c.visitor()
	v.post("/staff/sign-in", "token", c.token("ben", people.Admin))
	for range int(people.Longest/(20*time.Minute)) + 1 {
		c.wait(20 * time.Minute)
		v.get("/staff/drafts")
	}
	require.Equal(t, http.StatusSeeOther, v.get("/staff/drafts").StatusCode, "no use keeps it alive longer")
}

// Every form that is sent must hold the session's own token.
func TestCSRF(t *testing.T) {
	c := newClinic(t)
	v, other := c.as(people.Admin), c.as(people.FrontDesk)
	for _, path := range []string{"/staff/sign-out", "/staff/users", "/staff/users/a-admin/renew", "/staff/users/a-front-desk/disable",
		"/staff/authorizations", "/staff/authorizations/1/revoke", "/staff/authorizations/1/posts", "/staff/posts/1/down", "/staff/drafts",
		"/staff/thread/take", "/staff/thread/resolve", "/staff/notices/1/assign", "/staff/notices/1/resolve", "/staff/incidents/1/assign",
		"/staff/incidents/1/close", "/staff/audit/export"} {
		for _, csrf := range []string{"", "x", other.csrf()} {
			res := v.post(path, "csrf", csrf, "name", "eve", "role", "admin")
			require.Equal(t, http.StatusForbidden, res.StatusCode, path)
			require.Contains(t, res.body, "did not come from this page", path)
		}
		require.Equal(t, http.StatusForbidden, v.post(path+"?csrf="+v.csrf()).StatusCode, "a token in the address counts for nothing")
	}
	users, err := c.People.List(t.Context())
	require.NoError(t, err)
	require.Len(t, users, 2)
}

// Requests that other sites make are refused, with whatever token.
func TestOtherSites(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.Admin)
	csrf := v.csrf()
	for _, headers := range []map[string]string{
		{"Sec-Fetch-Site": "cross-site"},
		{"Sec-Fetch-Site": "same-site"},
		{"Origin": "https://evil.example.com"},
		{"Origin": "null"},
	} {
		v.headers = headers
		require.Equal(t, http.StatusForbidden, v.post("/staff/users", "csrf", csrf, "name", "eve", "role", "admin").StatusCode)
		require.Equal(t, http.StatusForbidden, v.post("/staff/sign-in", "token", "x").StatusCode)
	}
	v.headers = map[string]string{"Sec-Fetch-Site": "same-origin"}
	require.Equal(t, http.StatusOK, v.post("/staff/users", "csrf", csrf, "name", "eve", "role", "admin").StatusCode)
}

func TestRoles(t *testing.T) {
	c := newClinic(t)
	for role, allowed := range map[people.Role][]string{
		people.FrontDesk: {"/staff/", "/staff/drafts"},
		people.Clinician: {"/staff/", "/staff/drafts"},
		people.Admin:     {"/staff/", "/staff/drafts", "/staff/incidents", "/staff/authorizations", "/staff/users", "/staff/audit"},
	} {
		v := c.as(role)
		menu := v.get("/staff/drafts").body
		for _, path := range []string{"/staff/", "/staff/drafts", "/staff/incidents", "/staff/authorizations", "/staff/users", "/staff/audit"} {
			want := http.StatusForbidden
			for _, a := range allowed {
				if a == path {
					want = http.StatusOK
				}
			}
			require.Equal(t, want, v.get(path).StatusCode, "%s %s", role, path)
			require.Equal(t, want == http.StatusOK, strings.Contains(menu, `href="`+path+`"`), "%s %s in the menu", role, path)
		}
	}
	v := c.visitor()
	v.post("/staff/sign-in", "token", c.token("dora", people.FrontDesk))
	csrf := v.csrf()
	before := dbtest.Count(t, c.DB, "SELECT count(*) FROM trail")
	for _, path := range []string{"/staff/users", "/staff/users/dora/renew", "/staff/authorizations", "/staff/authorizations/1/revoke", "/staff/thread/read", "/staff/incidents/1/close"} {
		require.Equal(t, http.StatusForbidden, v.post(path, "csrf", csrf, "name", "eve", "role", "admin").StatusCode, path)
	}
	require.Equal(t, before+6, dbtest.Count(t, c.DB, "SELECT count(*) FROM trail"), "refusals stand in the audit trail")
}

func TestTooManyAttempts(t *testing.T) {
	c := newClinic(t)
	token := c.token("ana", people.FrontDesk)
	v := c.visitor()
	tries := 0
	for ; v.post("/staff/sign-in", "token", "wrong").StatusCode != http.StatusTooManyRequests; tries++ {
		require.Less(t, tries, 20)
	}
	require.Equal(t, 6, tries)
	res := v.post("/staff/sign-in", "token", token)
	require.Equal(t, http.StatusTooManyRequests, res.StatusCode, "not even with the right one")
	require.Equal(t, "60", res.Header.Get("Retry-After"))
	other := c.visitor()
	other.address = "198.51.100.7:999"
	require.Equal(t, http.StatusSeeOther, other.post("/staff/sign-in", "token", token).StatusCode, "another address is not held back")
	c.wait(time.Minute)
	require.Equal(t, http.StatusSeeOther, v.post("/staff/sign-in", "token", token).StatusCode)
}

// Those who sign in rightly are not held back, however many come at once.
func TestAllSignInInTheMorning(t *testing.T) {
	c := newClinic(t)
	for i := range 60 {
		res := c.visitor().post("/staff/sign-in", "token", c.token(fmt.Sprintf("desk-%d", i), people.FrontDesk))
		require.Equal(t, http.StatusSeeOther, res.StatusCode, i)
	}
}

// Many addresses together are held back too.
func TestTooManyAttemptsFromEverywhere(t *testing.T) {
	c := newClinic(t)
	tries := 0
	for ; ; tries++ {
		v := c.visitor()
		v.address = fmt.Sprintf("198.51.100.%d:1", tries)
		if v.post("/staff/sign-in", "token", "wrong").StatusCode == http.StatusTooManyRequests {
			break
		}
		require.Less(t, tries, 100)
	}
	require.Equal(t, 50, tries)
}

func TestHeaders(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.Admin)
	for _, path := range []string{"/staff/sign-in", "/staff/", "/staff/users", "/staff/none", "/staff/style.css", "/elsewhere"} {
		h := v.get(path).Header
		require.Equal(t, policy, h.Get("Content-Security-Policy"), path)
		require.Equal(t, "nosniff", h.Get("X-Content-Type-Options"), path)
		require.Equal(t, "DENY", h.Get("X-Frame-Options"), path)
		require.NotEmpty(t, h.Get("Cache-Control"), path)
	}
	require.Equal(t, "no-store", v.get("/staff/users").Header.Get("Cache-Control"))
	require.NotContains(t, policy, "script-src")
}

func TestLongForm(t *testing.T) {
	v := newClinic(t).as(people.Admin)
	res := v.post("/staff/users", "csrf", v.csrf(), "name", strings.Repeat("x", mostForm))
	require.Equal(t, http.StatusBadRequest, res.StatusCode)
}
