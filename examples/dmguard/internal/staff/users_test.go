package staff

import (
	"net/http"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

var shownToken = regexp.MustCompile(`readonly value="([A-Z0-9]+)"`)

func TestUsers(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.Admin)
	res := v.act("/staff/users", "name", "desk-2", "role", "front-desk")
	require.Equal(t, http.StatusOK, res.StatusCode)
	first := shownToken.FindStringSubmatch(res.body)[1]
	require.NotContains(t, v.get("/staff/users").body, first, "it is shown once")

	desk := c.visitor()
	require.Equal(t, http.StatusSeeOther, desk.post("/staff/sign-in", "token", first).StatusCode)
	second := shownToken.FindStringSubmatch(v.act("/staff/users/desk-2/renew").body)[1]
	require.Equal(t, http.StatusSeeOther, desk.get("/staff/drafts").StatusCode, "a new token ends the sessions of the old")
	require.Equal(t, http.StatusForbidden, desk.post("/staff/sign-in", "token", first).StatusCode)
	require.Equal(t, http.StatusSeeOther, desk.post("/staff/sign-in", "token", second).StatusCode)

	require.Contains(t, v.act("/staff/users/desk-2/disable").body, "can no longer sign in")
	require.Equal(t, http.StatusForbidden, desk.post("/staff/sign-in", "token", second).StatusCode)
	require.Contains(t, v.get("/staff/users").body, "no access")
}

func TestUsersThatCannotBe(t *testing.T) {
	v := newClinic(t).as(people.Admin)
	for _, c := range []struct {
		path   string
		fields []string
		code   int
		want   string
	}{
		{"/staff/users", []string{"name", "a-admin", "role", "admin"}, http.StatusUnprocessableEntity, "There is a user of this name."},
		{"/staff/users", []string{"name", "<b>Eve</b>", "role", "admin"}, http.StatusUnprocessableEntity, "lower-case letters"},
		{"/staff/users", []string{"name", "eve", "role", "root"}, http.StatusBadRequest, "could not be read"},
		{"/staff/users/a-admin/disable", nil, http.StatusUnprocessableEntity, "your own access"},
		{"/staff/users/nobody/disable", nil, http.StatusNotFound, "no such page"},
		{"/staff/users/nobody/renew", nil, http.StatusNotFound, "no such page"},
	} {
		res := v.act(c.path, c.fields...)
		require.Equal(t, c.code, res.StatusCode, c.path)
		require.Contains(t, res.body, c.want)
		require.NotContains(t, res.body, "<b>Eve")
	}
}
