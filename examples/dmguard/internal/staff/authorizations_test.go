package staff

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

// signed is a form that is right.
var signed = []string{"form", "binder 4/17", "names", "Dana Whitfield\nD. Whitfield\n", "purpose", "before and after photos", "health", "1",
	"type", "name", "type", "photo", "place", "post", "place", "caption", "signed", "2026-03-01", "expires", "2026-03-31"}

func TestAuthorizations(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.Admin)
	require.Contains(t, v.get("/staff/authorizations").body, "No authorization is entered")
	page := v.act("/staff/authorizations", signed...).body
	require.Contains(t, page, "The authorization is entered.")
	require.Contains(t, page, "binder 4/17")
	require.Contains(t, page, `<span class="chip good">valid</span>`)
	require.Contains(t, page, "Signed 1 Mar 2026, last day 31 Mar 2026")
	require.NotContains(t, page, "Whitfield", "no name is kept")

	page = v.act("/staff/authorizations/1/posts", "place", "post", "media", "17_99").body
	require.Contains(t, page, "17_99")
	require.NotContains(t, page, "To take down")
	require.Contains(t, v.act("/staff/authorizations/1/posts", "place", "story", "media", "5").body, "not for this place")
	require.Contains(t, v.act("/staff/authorizations/1/posts", "place", "post", "media", "<b>").body, "The platform&#39;s id")

	page = v.act("/staff/authorizations/1/revoke").body
	require.Contains(t, page, "To take down")
	require.Contains(t, page, `<span class="chip bad">revoked</span>`)
	page = v.act("/staff/posts/1/down").body
	require.NotContains(t, page, "To take down")
	require.Contains(t, page, "taken down 2 Mar 2026")
	for _, path := range []string{"/staff/posts/1/down", "/staff/posts/x/down", "/staff/authorizations/9/revoke", "/staff/authorizations/x/posts"} {
		require.Equal(t, http.StatusNotFound, v.act(path, "place", "post", "media", "5").StatusCode, path)
	}
}

// The last day that is written counts in full, at the clinic.
func TestAuthorizationExpires(t *testing.T) {
	c := newClinic(t, func(o *Options) { o.Place = time.FixedZone("there", 10*60*60) })
	v := c.as(people.Admin)
	v.act("/staff/authorizations", signed...)
	c.wait(time.Date(2026, time.March, 31, 13, 59, 0, 0, time.UTC).Sub(c.now()))
	v.post("/staff/sign-in", "token", c.token("ben", people.Admin))
	require.Contains(t, v.get("/staff/authorizations").body, ">valid<")
	c.wait(time.Minute)
	require.Contains(t, v.get("/staff/authorizations").body, ">expired<")
}

// What is wrong is named, and what was filled in is there still.
func TestAuthorizationThatIsWrong(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.Admin)
	for field, want := range map[string]string{
		"form": "Form: ", "names": "Names: ", "place": "Places: ", "purpose": "Purpose: ", "signed": "Signed: ", "expires": "Expires: ",
	} {
		var fields []string
		for i := 0; i < len(signed); i += 2 {
			if signed[i] != field {
				fields = append(fields, signed[i], signed[i+1])
			}
		}
		res := v.act("/staff/authorizations", fields...)
		require.Equal(t, http.StatusUnprocessableEntity, res.StatusCode, field)
		require.Contains(t, res.body, want)
		require.Contains(t, res.body, `value="photo" checked`)
	}
	require.Contains(t, v.act("/staff/authorizations", append([]string{"type", "no_such"}, signed...)...).body, "could not be read")
	list, err := c.Register.List(t.Context())
	require.NoError(t, err)
	require.Empty(t, list)
	require.NotContains(t, c.log.String(), "Whitfield")
}

func TestAuthorizationsAreText(t *testing.T) {
	v := newClinic(t).as(people.Admin)
	page := v.act("/staff/authorizations", append([]string{"purpose", `"><script>alert(1)</script>`}, signed...)...).body
	require.Contains(t, page, "&lt;script&gt;alert(1)")
	require.NotContains(t, page, "<script>")
	page = v.act("/staff/authorizations", append([]string{"form", `"><script>`, "names", "</textarea><script>"}, signed...)...).body
	require.Contains(t, page, "Form: ")
	require.NotContains(t, page, "<script>")
}
