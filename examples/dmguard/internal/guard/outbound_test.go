package guard_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

func TestEchoes(t *testing.T) {
	b := newBench(t, nil)
	b.receive(message("m1", "p1", phiText))
	own := b.replies()[0]
	b.receive(echo("e1", "p1", own), echo("e2", "p1", "We are open until six."), echo("e3", "p1", "You're all set for your MRI tomorrow, Dana"))
	withPicture := echo("e4", "p1", "here you go")
	withPicture.Attachments = []string{"image"}
	b.receive(withPicture)
	require.Equal(t, []string{"e1 allow 1", "e2 allow 0", "e3 hold 0", "e4 hold 0"}, b.column("SELECT id || ' ' || action || ' ' || automatic FROM messages WHERE kind = 'echo' ORDER BY id"))
	require.Equal(t, []string{"e3 staff-confirms", "e4 attachment"}, b.column("SELECT message || ' ' || rule FROM notices WHERE kind = 'outbound' ORDER BY id"))
}

func comment(id, person, username, text string) event.Event {
	return event.Event{Kind: event.Comment, ID: id, Account: clinic, Person: person, Username: username, At: noon, Text: text, Media: "1789"}
}

func TestComments(t *testing.T) {
	b := newBench(t, nil)
	b.receive(
		comment("c1", "p1", "sunny_days", "love the new waiting room!"),
		comment("c2", "p2", "sunny_days", "its dana whitfield, my biopsy was benign!!"),
		comment("c3", "p3", "sunny_days", "my diabetes is so much better since i came to you"),
		comment("c4", "p4", "dana.whitfield", "my diabetes is so much better since i came to you"),
		comment("c5", clinic, "northside", "Thank you for coming in last week!"),
		comment("c6", clinic, "northside", "We are open until six."),
	)
	require.Equal(t, []string{"c1 allow", "c2 hold", "c3 redirect", "c4 hold", "c5 block", "c6 allow"}, b.column("SELECT id || ' ' || action FROM messages ORDER BY id"))
	require.Equal(t, []string{"c2", "c4", "c5"}, b.column("SELECT comment FROM outbox WHERE kind = 'hide' ORDER BY id"))
	require.Equal(t, []string{"c2", "c3", "c4"}, b.column("SELECT comment FROM outbox WHERE kind = 'reply' ORDER BY id"), "answered privately")
	require.Equal(t, []string{"c2 comment 60", "c4 comment 60", "c5 public_reply 60"},
		b.column("SELECT comment || ' ' || kind || ' ' || ((notify_by - discovered_at) / 86400000) FROM incidents ORDER BY id"))
	require.Equal(t, []string{"comment", "comment", "comment", "outbound"}, b.column("SELECT kind FROM notices ORDER BY id"))
}

func TestDrafts(t *testing.T) {
	var reg *register.Register
	b := newBench(t, func(b *bench, c *guard.Config) {
		var err error
		reg, err = register.New(b.db, dbtest.Trail(t, b.db), dbtest.Secret)
		require.NoError(t, err)
		c.Register = reg
	})
	a := register.Authorization{Form: "binder 4/17", Names: []string{"Dana Whitfield"}, Health: true, Places: []register.Place{register.Post, register.Caption},
		Purpose: "a patient's story", Signed: noon.AddDate(0, -1, 0), Expires: noon.AddDate(0, 1, 0)}
	a.Types.Add(identifiers.Name)
	a.Types.Add(identifiers.Photo)
	id, err := reg.Add(t.Context(), "ada", a, noon)
	require.NoError(t, err)

	const story = "Dana Whitfield came to us with diabetes, and look at her run now!"
	for name, c := range map[string]struct {
		draft guard.Draft
		pass  bool
		want  error
	}{
		"harmless":           {guard.Draft{Place: register.Post, Text: "Flu shots are here. Walk in any day."}, true, nil},
		"own phone":          {guard.Draft{Place: register.Post, Text: "Questions? Call us at (555) 555-0100 or write to https://clinic.example.com/secure"}, true, nil},
		"staff":              {guard.Draft{Place: register.Post, Text: "Welcome Dr Imani Okafor to the team!"}, true, nil},
		"names a patient":    {guard.Draft{Place: register.Post, Text: story}, false, nil},
		"names somebody":     {guard.Draft{Place: register.Post, Text: "Happy birthday to Dana Whitfield!"}, false, nil},
		"confirms":           {guard.Draft{Place: register.Reply, Text: "Thanks for coming in last week!"}, false, nil},
		"confirms privately": {guard.Draft{Place: register.Message, Account: clinic, Person: "p1", Text: "You're all set for your MRI tomorrow"}, false, nil},
		"shows a patient":    {guard.Draft{Place: register.Post, Text: "What a smile.", Shows: true}, false, nil},
		"authorized":         {guard.Draft{Place: register.Post, Text: story, Authorization: id}, true, nil},
		"authorized picture": {guard.Draft{Place: register.Post, Text: "What a smile.", Shows: true, Authorization: id}, true, nil},
		"another place":      {guard.Draft{Place: register.Reply, Text: story, Authorization: id}, false, register.ErrPlace},
		"another name":       {guard.Draft{Place: register.Post, Text: "Joanna Whitfield came to us with diabetes", Authorization: id}, false, register.ErrNames},
		"a phone beside":     {guard.Draft{Place: register.Post, Text: story + " Call her: 202-555-0147", Authorization: id}, false, register.ErrWhat},
		"no such":            {guard.Draft{Place: register.Post, Text: story, Authorization: 99}, false, register.ErrUnknown},
	} {
		c.draft.Actor = "fay"
		v, err := b.Check(t.Context(), c.draft)
		require.NoError(t, err, name)
		require.Equal(t, c.pass, v.Pass, name)
		require.ErrorIs(t, v.Refused, c.want, name)
		if !c.pass {
			require.Contains(t, v.Instead, contact.Link, name)
		}
	}
	_, err = reg.Revoke(t.Context(), "ada", id, noon)
	require.NoError(t, err)
	v, err := b.Check(t.Context(), guard.Draft{Actor: "fay", Place: register.Post, Text: story, Authorization: id})
	require.NoError(t, err)
	require.ErrorIs(t, v.Refused, register.ErrRevoked)
	b.now = noon.AddDate(0, 2, 0)
	require.NotZero(t, dbtest.Count(t, b.db, `SELECT count(*) FROM trail WHERE line LIKE '%"actor":"fay"%draft-authorized%'`))
	require.Empty(t, b.column("SELECT state FROM threads"), "a draft leaves no trace in a thread")
}

func TestWrongDrafts(t *testing.T) {
	b := newBench(t, nil)
	for _, d := range []guard.Draft{
		{Place: register.Post}, {Actor: "fay", Place: "billboard"}, {Actor: "fay", Place: register.Post, Text: string(make([]byte, 17<<10))},
		{Actor: "fay", Place: register.Post, Text: phiText, Authorization: 1},
	} {
		_, err := b.Check(t.Context(), d)
		require.ErrorIs(t, err, guard.ErrDraft)
	}
}

func TestConfig(t *testing.T) {
	long := ""
	for len(long) < 900 {
		long += "Please be patient. "
	}
	for field, change := range map[string]func(*guard.Config){
		"Contact":   func(c *guard.Config) { c.Contact = phi.Contact{} },
		"Emergency": func(c *guard.Config) { c.Emergency = "Dana Whitfield with diabetes, call 911" },
		"Welcome":   func(c *guard.Config) { c.Welcome = long },
		"policy":    func(c *guard.Config) { c.Policy = &phi.Policy{Rules: []phi.Rule{{Name: "a b"}}} },
	} {
		c := guard.Config{Contact: contact}
		change(&c)
		_, err := guard.New(nil, nil, nil, c)
		require.ErrorContains(t, err, field)
	}
	for _, lang := range []phi.Language{phi.English, phi.Spanish, phi.French} {
		_, err := guard.New(nil, nil, nil, guard.Config{Contact: contact, Language: lang, Quiet: time.Minute})
		require.NoError(t, err)
	}
}
