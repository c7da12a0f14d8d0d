package staff

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

const told = "So happy for Dana Whitfield, her knee replacement went well at our clinic!"

func TestDraft(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.FrontDesk)
	page := v.act("/staff/drafts", "place", "caption", "text", "We are open on Saturdays from 9 to 1.").body
	require.Contains(t, page, "✓ passes")

	res := v.act("/staff/drafts", "place", "caption", "text", told)
	require.Equal(t, http.StatusOK, res.StatusCode)
	require.Contains(t, res.body, "does not pass")
	require.Contains(t, res.body, `<mark>Dana Whitfield<span class="tag">name</span></mark>`)
	require.Contains(t, res.body, "What may be sent in its place")
	require.Contains(t, res.body, "https://clinic.example.com/secure")
	require.Contains(t, res.body, ">"+told+"</textarea>", "it can be mended")
	for _, line := range dbtest.Column(t, c.DB, "SELECT line FROM trail") {
		require.NotContains(t, line, "Dana")
	}
	require.NotContains(t, c.log.String(), "Dana")
}

func TestDraftWithAuthorization(t *testing.T) {
	c := newClinic(t)
	c.as(people.Admin).act("/staff/authorizations", signed...)
	v := c.as(people.FrontDesk)
	require.Contains(t, v.get("/staff/drafts").body, `<option value="1">no. 1, binder 4/17</option>`)
	page := v.act("/staff/drafts", "place", "caption", "text", told, "authorization", "1").body
	require.Contains(t, page, "✓ passes</span> with authorization no. 1")
	page = v.act("/staff/drafts", "place", "story", "text", told, "authorization", "1").body
	require.Contains(t, page, "not for this place")
	page = v.act("/staff/drafts", "place", "caption", "text", "a new smile", "shows", "1").body
	require.Contains(t, page, "does not pass")
}

func TestDraftsThatCannotBeJudged(t *testing.T) {
	v := newClinic(t).as(people.FrontDesk)
	require.Equal(t, http.StatusUnprocessableEntity, v.act("/staff/drafts", "place", "billboard", "text", "x").StatusCode)
	require.Equal(t, http.StatusBadRequest, v.act("/staff/drafts", "place", "post", "text", "x", "authorization", "x").StatusCode)
}

func TestDraftsAreText(t *testing.T) {
	v := newClinic(t).as(people.FrontDesk)
	page := v.act("/staff/drafts", "place", "post", "person", `"><script>`, "account", "<b>", "text", `</textarea><script>alert(1)</script> `+told).body
	require.NotContains(t, page, "<script>")
	require.NotContains(t, page, "<b>")
	require.Contains(t, page, "&lt;script&gt;")
}

func TestTooManyDrafts(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.FrontDesk)
	csrf := v.csrf()
	n := 0
	for ; v.post("/staff/drafts", "csrf", csrf, "place", "post", "text", "x").StatusCode != http.StatusTooManyRequests; n++ {
		require.Less(t, n, 100)
	}
	require.Equal(t, checkBurst, n)
	c.wait(time.Second)
	require.Equal(t, http.StatusOK, v.post("/staff/drafts", "csrf", csrf, "place", "post", "text", "x").StatusCode)
}

func (v *visitor) check(body string) (int, map[string]any) {
	v.Helper()
	res := v.send(http.MethodPost, "/drafts/check", "application/json; charset=utf-8", body)
	require.Equal(v, "application/json", res.Header.Get("Content-Type"))
	var got map[string]any
	require.NoError(v, json.Unmarshal([]byte(res.body), &got))
	require.NotContains(v, res.body, "Dana")
	return res.StatusCode, got
}

func TestDraftsAPI(t *testing.T) {
	c := newClinic(t)
	v := c.visitor()
	v.headers["Authorization"] = "Bearer " + c.token("scheduler", people.FrontDesk)
	code, got := v.check(`{"place":"caption","text":"We are open on Saturdays."}`)
	require.Equal(t, http.StatusOK, code)
	require.Equal(t, true, got["pass"])
	code, got = v.check(`{"place":"caption","text":` + quoted(told) + `}`)
	require.Equal(t, http.StatusOK, code)
	require.Equal(t, false, got["pass"])
	require.Equal(t, "phi", got["result"].(map[string]any)["verdict"])
	require.NotEmpty(t, got["result"].(map[string]any)["spans"])
	require.NotEmpty(t, got["why"])
	require.Contains(t, got["instead"], "https://clinic.example.com/secure")
	require.Equal(t, 1, dbtest.Count(t, c.DB, "SELECT count(*) FROM sessions"), "a program signs in once")

	require.NoError(t, c.People.Disable(t.Context(), "cli", "scheduler", c.now()))
	code, _ = v.check(`{"place":"caption","text":"x"}`)
	require.Equal(t, http.StatusUnauthorized, code, "its access ends at once")
}

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // strings always marshal
	}
	return string(b)
}

func TestDraftsAPIRefuses(t *testing.T) {
	c := newClinic(t)
	v := c.visitor()
	v.headers["Authorization"] = "Bearer " + c.token("scheduler", people.FrontDesk)
	for body, want := range map[string]int{
		`{"place":"caption","text":"Dana"} {}`:       http.StatusBadRequest,
		`{"place":"caption","text":"Dana","then":1}`: http.StatusBadRequest,
		`{"place":"caption","text":7}`:               http.StatusBadRequest,
		`{"place":"caption"`:                         http.StatusBadRequest,
		`["Dana"]`:                                   http.StatusBadRequest,
		``:                                           http.StatusBadRequest,
		`{"place":"billboard","text":"Dana"}`:        http.StatusUnprocessableEntity,
		`{"place":"post","text":"` + strings.Repeat("x", mostForm) + `"}`: http.StatusRequestEntityTooLarge,
	} {
		code, got := v.check(body)
		require.Equal(t, want, code, "%.40s", body)
		require.NotEmpty(t, got["error"])
	}
	require.Equal(t, http.StatusUnsupportedMediaType, v.send(http.MethodPost, "/drafts/check", "text/plain", "{}").StatusCode)
	require.Equal(t, http.StatusMethodNotAllowed, v.get("/drafts/check").StatusCode)
}

// A browser's session opens nothing here, and wrong tokens are bounded.
func TestDraftsAPITokens(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.Admin)
	code, _ := v.check(`{"place":"post","text":"x"}`)
	require.Equal(t, http.StatusUnauthorized, code)
	v = c.visitor()
	v.address = "198.51.100.9:1"
	v.headers["Authorization"] = "Bearer wrong"
	tries := 0
	for code != http.StatusTooManyRequests {
		code, _ = v.check(`{"place":"post","text":"x"}`)
		tries++
		require.Less(t, tries, 20)
	}
	require.Equal(t, 7, tries)
}
