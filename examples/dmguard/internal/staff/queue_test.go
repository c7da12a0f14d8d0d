package staff

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
)

const (
	booking = "hi its dana whitfield, can i move my diabetes check to friday morning? 202-555-0147"
	refill  = "Marisol Quintero here, dob 03/14/1988. i need a refill of my sertraline"
)

// write is a message of a person to the clinic.
func (c *clinic) write(person, id, text string) {
	c.Helper()
	e := event.Event{Kind: event.Message, ID: id, Account: "17", Person: person, At: c.now(), Text: text}
	require.NoError(c, c.guard.Receive(c.Context(), []event.Event{e}))
}

// comment is a comment that all can read.
func (c *clinic) comment(person, id, text string) {
	c.Helper()
	e := event.Event{Kind: event.Comment, ID: id, Account: "17", Person: person, Username: "somebody", At: c.now(), Text: text, Media: "post9"}
	require.NoError(c, c.guard.Receive(c.Context(), []event.Event{e}))
}

var thread1 = []string{"account", "17", "person", "p1"}

func TestQueue(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.FrontDesk)
	require.Contains(t, v.get("/staff/").body, "Nothing waits.")
	c.write("p1", "m1", booking)
	c.write("p2", "m2", "are you open on saturdays?")
	c.wait(5 * time.Minute)
	page := v.get("/staff/").body
	require.Contains(t, page, "1 notice, came <time datetime=\"2026-03-02T09:00:00Z\" title=\"2 Mar 2026 09:00\">5 minutes ago")
	for _, chip := range []string{"Friday", "morning", "move", "name", "phone"} {
		require.Regexp(t, `<span class="chip[^"]*">`+chip+`</span>`, page)
	}
	require.Contains(t, page, ">Booking<span")
	require.NotContains(t, page, "p2", "a routine question waits for nobody")
	require.NotContains(t, strings.ToLower(page), "dana")

	page = v.act("/staff/thread/take", thread1...).body
	require.Contains(t, page, "It is yours.")
	require.Contains(t, v.get("/staff/").body, `<span class="chip good">yours</span>`)
	require.Contains(t, v.get("/staff/?mine=1").body, "p1")
	require.NotContains(t, c.as(people.Admin).get("/staff/?mine=1").body, "p1")
	require.Contains(t, c.as(people.Clinician).get("/staff/").body, `<span class="chip">a-front-desk</span>`)

	page = v.act("/staff/thread/resolve", append(thread1, "how", "phone")...).body
	require.Contains(t, page, "It is resolved.")
	require.Contains(t, page, "Nothing waits.")
	require.Equal(t, http.StatusConflict, v.act("/staff/thread/resolve", append(thread1, "how", "phone")...).StatusCode)
	require.Equal(t, http.StatusNotFound, v.act("/staff/thread/take", thread1...).StatusCode)
	require.Equal(t, http.StatusNotFound, v.act("/staff/thread/take").StatusCode, "nobody's thread is not everybody's")
}

func TestQueueHasPages(t *testing.T) {
	c := newClinic(t)
	for i := range 2*perPage + 1 {
		c.write(fmt.Sprintf("person%02d", i), fmt.Sprintf("m%d", i), booking)
		c.wait(time.Second)
	}
	v := c.as(people.FrontDesk)
	var seen []string
	pages := 0
	for path := "/staff/"; path != ""; pages++ {
		page := v.get(path).body
		for _, m := range regexp.MustCompile(`<code class="long">(person\d+)</code>`).FindAllStringSubmatch(page, -1) {
			seen = append(seen, m[1])
		}
		path = ""
		if m := regexp.MustCompile(`href="([^"]+)" rel="next"`).FindStringSubmatch(page); m != nil {
			path = m[1]
		}
	}
	require.Equal(t, 3, pages)
	require.Len(t, seen, 2*perPage+1)
	require.IsIncreasing(t, seen)
	require.Contains(t, v.get("/staff/?skip=50").body, `href="/staff/?skip=25" rel="prev"`)
	require.Equal(t, http.StatusOK, v.get("/staff/?skip=-1").StatusCode)
	require.Equal(t, http.StatusOK, v.get("/staff/?skip=x").StatusCode)
}

func TestThread(t *testing.T) {
	c := newClinic(t)
	c.write("p1", "m1", refill)
	v := c.as(people.FrontDesk)
	page := v.get(threadPath("17", "p1")).body
	require.Contains(t, page, "request: refill")
	require.Contains(t, page, `<span class="chip bad">PHI</span>`)
	require.Contains(t, page, "date of birth")
	require.Contains(t, page, "No text is kept here")
	require.NotContains(t, page, "Read the message")
	require.NotContains(t, page, "Quintero")
	require.Contains(t, page, `href="/staff/drafts?account=17&amp;person=p1"`)
	require.Contains(t, v.get(draftPath("17", "p1")).body, `<option value="message" selected>`)
	require.Equal(t, http.StatusNotFound, v.get(threadPath("17", "nobody")).StatusCode)
	require.Equal(t, http.StatusNotFound, v.get("/staff/thread").StatusCode)

	page = v.act("/staff/notices/1/assign", append(thread1, "to", "a-front-desk")...).body
	require.Contains(t, page, "It is given.")
	require.Contains(t, page, `<span class="chip good">yours</span>`)
	require.Equal(t, http.StatusBadRequest, v.act("/staff/notices/1/assign", append(thread1, "to", "nobody-here")...).StatusCode)
	require.Equal(t, http.StatusBadRequest, v.act("/staff/notices/1/resolve", append(thread1, "how", "somehow")...).StatusCode)
	require.Contains(t, v.act("/staff/notices/1/resolve", append(thread1, "how", "secure-channel")...).body, "It is resolved.")
	require.Equal(t, http.StatusConflict, v.act("/staff/notices/1/resolve", append(thread1, "how", "phone")...).StatusCode)
	require.Equal(t, http.StatusNotFound, v.act("/staff/notices/9/resolve", append(thread1, "how", "phone")...).StatusCode)
	require.Equal(t, http.StatusNotFound, v.act("/staff/notices/x/resolve", append(thread1, "how", "phone")...).StatusCode)
}

// A part of the queue has the threads that ask for one thing, each once.
func TestPartsOfTheQueue(t *testing.T) {
	c := newClinic(t)
	c.write("p1", "m1", booking)
	c.write("p2", "m2", refill)
	c.write("p2", "m3", "and a refill of my insulin, marisol.q@example.com")
	v := c.as(people.FrontDesk)
	cards := func(path string) []string {
		var out []string
		for _, m := range regexp.MustCompile(`<code class="long">(p\d)</code>`).FindAllStringSubmatch(v.get(path).body, -1) {
			out = append(out, m[1])
		}
		return out
	}
	require.Equal(t, []string{"p1", "p2"}, cards("/staff/"))
	require.Equal(t, []string{"p2"}, cards("/staff/?request=refill"))
	require.Equal(t, []string{"p1"}, cards("/staff/?request=booking"))
	require.Empty(t, cards("/staff/?request=results"))
	page := v.get("/staff/?request=refill").body
	require.Contains(t, page, "2 notices")
	require.Contains(t, page, `<a href="/staff/?request=refill" aria-current="true">refill</a>`)
	for _, name := range []string{"date of birth", "email"} {
		require.Contains(t, page, `<span class="chip">`+name+`</span>`)
	}
}

func TestHeading(t *testing.T) {
	for want, requests := range map[string][]string{
		"Message": {"urgent", "other"}, "Refill": {"urgent", "refill"}, "Results, billing": {"results", "billing", "other"},
	} {
		require.Equal(t, want, heading(requests))
	}
	require.Equal(t, "Message", heading(nil))
}

// Clinicians read the vault, each reading is in the trail, and nobody else does.
func TestReading(t *testing.T) {
	c := newClinic(t, func(o *Options) {
		var err error
		o.Vault, err = vault.New(o.DB, o.Trail, make([]byte, 32))
		if err != nil {
			panic(err) // a key of 32 bytes is one
		}
	})
	c.write("p1", "m1", refill+" <script>alert(1)</script>")
	c.write("p2", "m2", "are you open on saturdays?")
	read := append(thread1, "message", "m1")
	for _, role := range []people.Role{people.FrontDesk, people.Admin} {
		v := c.as(role)
		page := v.get(threadPath("17", "p1")).body
		require.Contains(t, page, "kept encrypted")
		require.NotContains(t, page, "Read the message")
		require.Equal(t, http.StatusForbidden, v.act("/staff/thread/read", read...).StatusCode, role)
	}
	v := c.as(people.Clinician)
	page := v.get(threadPath("17", "p1")).body
	require.Contains(t, page, "Read the message")
	require.NotContains(t, page, "Quintero")
	reads := func() int {
		return dbtest.Count(t, c.DB, `SELECT count(*) FROM trail WHERE line LIKE '%"vault-read"%' AND line LIKE '%"a-clinician"%'`)
	}
	before := reads()
	page = v.act("/staff/thread/read", read...).body
	require.Contains(t, page, "Marisol Quintero here")
	require.Contains(t, page, "&lt;script&gt;alert(1)&lt;/script&gt;")
	require.NotContains(t, page, "<script>")
	require.Equal(t, before+1, reads())
	require.Contains(t, v.act("/staff/thread/read", append(thread1, "message", "m9")...).body, "No text of this message is kept.")
	page = v.act("/staff/thread/read", "account", "17", "person", "p2", "message", "m1").body
	require.NotContains(t, page, "Quintero", "a message is shown in its own thread alone")
	require.NotContains(t, c.log.String(), "Quintero")
	require.Equal(t, http.StatusNotFound, newClinic(t).as(people.Clinician).act("/staff/thread/read", read...).StatusCode)
}

func TestIncidents(t *testing.T) {
	c := newClinic(t)
	c.comment("p1", "c1", booking)
	v := c.as(people.Admin)
	page := v.get("/staff/incidents").body
	require.Contains(t, page, "60 days left")
	require.Contains(t, page, "<strong>1 May 2026</strong>")
	require.Contains(t, page, "Not hidden on the platform")
	require.NotContains(t, strings.ToLower(page), "dana")
	require.Contains(t, v.get("/staff/").body, "1 incidents")
	require.NotContains(t, c.as(people.FrontDesk).get("/staff/").body, "1 incidents")
	for _, step := range []struct {
		days int
		want string
	}{{50, `warn">9 days left`}, {8, `warn">1 day left`}, {1, "less than a day left"}, {1, "! time is over"}} {
		c.wait(time.Duration(step.days)*24*time.Hour + time.Second)
		v = c.visitor()
		token, err := c.People.Renew(t.Context(), "cli", "a-admin", c.now())
		require.NoError(t, err)
		v.address = fmt.Sprintf("192.0.2.%d:1", step.days)
		v.post("/staff/sign-in", "token", token)
		require.Contains(t, v.get("/staff/incidents").body, step.want)
	}
	require.Contains(t, v.act("/staff/incidents/1/assign", "to", "a-admin").body, "It is given.")
	require.Equal(t, http.StatusBadRequest, v.act("/staff/incidents/1/close", "outcome", "forgotten").StatusCode)
	page = v.act("/staff/incidents/1/close", "outcome", "notified").body
	require.Contains(t, page, "The incident is closed.")
	require.NotContains(t, page, "No. 1")
	require.Contains(t, v.get("/staff/incidents?closed=1").body, `<span class="chip good">a breach, notices went out</span>`)
	require.Equal(t, http.StatusConflict, v.act("/staff/incidents/1/close", "outcome", "notified").StatusCode)
}

func TestIncidentsHavePages(t *testing.T) {
	c := newClinic(t)
	for i := range perPage + 1 {
		c.comment("p1", fmt.Sprintf("c%d", i), booking)
	}
	v := c.as(people.Admin)
	page := v.get("/staff/incidents").body
	require.Equal(t, perPage, strings.Count(page, "<h2>No. "))
	require.Contains(t, page, `href="/staff/incidents?skip=25" rel="next"`)
	page = v.get("/staff/incidents?skip=25").body
	require.Equal(t, 1, strings.Count(page, "<h2>No. "))
	require.NotContains(t, page, `rel="next"`)
	require.Contains(t, v.get("/staff/incidents?skip=999").body, "None.")
}

// What others write into the ids that the platform gives is text.
func TestIdsAreText(t *testing.T) {
	c := newClinic(t)
	person := `"><script>alert(1)</script>`
	c.write(person, `"><b>m`, refill)
	c.comment(person, `"><b>c`, refill)
	v := c.as(people.Admin)
	for _, path := range []string{"/staff/", "/staff/incidents", threadPath("17", person), draftPath("17", person), "/staff/audit"} {
		res := v.get(path)
		require.Equal(t, http.StatusOK, res.StatusCode, path)
		require.NotContains(t, res.body, "<script>", path)
		require.NotContains(t, res.body, "<b>", path)
	}
}
