package guard_test

import (
	"database/sql"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
	"github.com/phidetect/phidetect/phi"
)

var noon = time.Date(2031, 3, 3, 12, 0, 0, 0, time.UTC)

const (
	clinic  = "17841400000000001"
	phiText = "hi its dana whitfield, can i move my diabetes check to friday? 202-555-0147"
	routine = "what are your opening hours?"
)

var contact = phi.Contact{Clinic: "Northside", Link: "https://clinic.example.com/secure", Phone: "(555) 555-0100"}

// A bench is a guard with its database and clock.
type bench struct {
	t    testing.TB
	db   *db.DB
	path string
	out  *outbox.Outbox
	now  time.Time
	*guard.Guard
}

func newBench(t testing.TB, change func(*bench, *guard.Config)) *bench {
	t.Helper()
	b := &bench{t: t, now: noon}
	b.db, b.path = dbtest.Open(t)
	tr := dbtest.Trail(t, b.db)
	b.out = outbox.New(b.db, tr)
	c := guard.Config{Contact: contact, Own: []string{"Northside", "Dr Imani Okafor"}, Now: func() time.Time { return b.now }}
	if change != nil {
		change(b, &c)
	}
	var err error
	b.Guard, err = guard.New(b.db, tr, b.out, c)
	require.NoError(t, err)
	return b
}

func (b *bench) receive(events ...event.Event) {
	b.t.Helper()
	require.NoError(b.t, b.Receive(b.t.Context(), events))
}

func (b *bench) column(query string, args ...any) []string {
	b.t.Helper()
	return dbtest.Column(b.t, b.db, query, args...)
}

// replies are the texts that are queued, oldest first.
func (b *bench) replies() []string {
	return b.column("SELECT text FROM outbox WHERE kind = 'reply' ORDER BY id")
}

func message(id, person, text string) event.Event {
	return event.Event{Kind: event.Message, ID: id, Account: clinic, Person: person, At: noon, Text: text}
}

func echo(id, person, text string) event.Event {
	return event.Event{Kind: event.Echo, ID: id, Account: clinic, Person: person, At: noon, Text: text}
}

func TestRoutinePasses(t *testing.T) {
	b := newBench(t, func(_ *bench, c *guard.Config) { c.Welcome = "-" })
	b.receive(message("m1", "p1", routine), message("m2", "p1", "do you treat migraines?"))
	require.Empty(t, b.replies())
	require.Empty(t, b.column("SELECT kind FROM notices"))
	require.Equal(t, []string{"allow none", "allow health"}, b.column("SELECT action || ' ' || verdict FROM messages ORDER BY id"))
}

func TestRedirect(t *testing.T) {
	b := newBench(t, func(_ *bench, c *guard.Config) { c.Welcome = "-" })
	b.receive(message("m1", "p1", phiText))
	want, err := phi.RedirectText(phi.FromPatient, phi.English, contact)
	require.NoError(t, err)
	require.Equal(t, []string{want + "\n\nIn an emergency call 911 or your local emergency number."}, b.replies())
	require.Equal(t, []string{"request booking phi redirect patient-phi 0"}, b.column("SELECT kind || ' ' || request || ' ' || verdict || ' ' || action || ' ' || rule || ' ' || urgent FROM notices"))
	jobs, err := b.out.Claim(t.Context(), noon, 10)
	require.NoError(t, err)
	require.Equal(t, noon.Add(24*time.Hour), jobs[0].Until)
	require.Equal(t, "p1", jobs[0].Person)
	select {
	case <-b.out.Ready():
	default:
		t.Error("the courier is not woken")
	}
}

func TestWelcomeOnce(t *testing.T) {
	b := newBench(t, nil)
	b.receive(message("m1", "p1", routine), message("m2", "p1", routine), message("m3", "p2", phiText), message("m4", "p2", routine))
	got := b.replies()
	require.Len(t, got, 2)
	require.Contains(t, got[0], "Welcome!")
	require.NotContains(t, got[0], contact.Link)
	require.Contains(t, got[1], "Welcome!", "one text holds both")
	require.Contains(t, got[1], contact.Link)
}

func TestQuiet(t *testing.T) {
	b := newBench(t, func(_ *bench, c *guard.Config) { c.Welcome, c.Quiet = "-", time.Minute })
	b.receive(message("m1", "p1", phiText))
	b.now = noon.Add(59 * time.Second)
	b.receive(message("m2", "p1", phiText))
	require.Len(t, b.replies(), 1)
	require.Len(t, b.column("SELECT kind FROM notices"), 2, "staff are told of both")
	b.now = noon.Add(time.Minute)
	b.receive(message("m3", "p1", phiText))
	require.Len(t, b.replies(), 2)
}

func TestThreadMakesPHI(t *testing.T) {
	parts := []string{"this is Dana Whitfield, 202-555-0147", "my eczema is back"}
	together := newBench(t, nil)
	together.receive(message("m1", "p1", parts[0]), message("m2", "p1", parts[1]))
	require.Equal(t, []string{"identifier", "phi"}, together.column("SELECT verdict FROM messages ORDER BY id"))
	require.Equal(t, []string{"phi"}, together.column("SELECT verdict FROM threads"))
}

// TestTwiceAndShuffled plays the same events in several orders, some twice.
func TestTwiceAndShuffled(t *testing.T) {
	events := []event.Event{
		message("m1", "p1", phiText), message("m2", "p2", routine), echo("m3", "p2", "We are open until six."),
		{Kind: event.Comment, ID: "c1", Account: clinic, Person: "p3", At: noon, Text: "its dana whitfield, my biopsy was benign!!"},
		message("m4", "p4", phiText), {Kind: event.Unsend, ID: "m4", Account: clinic, Person: "p4", At: noon},
	}
	for _, order := range [][]int{{0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}, {0, 0, 3, 3, 5, 1, 4, 4, 2, 5, 1}, {4, 5, 4, 3, 0, 2, 1, 2}} {
		b := newBench(t, nil)
		for _, i := range order {
			b.receive(events[i])
		}
		require.Equal(t, []string{"c1 comment hold", "m1 message redirect", "m2 message allow", "m3 echo allow"},
			b.column("SELECT id || ' ' || kind || ' ' || action FROM messages WHERE id != 'm4' ORDER BY id"), order)
		require.Len(t, b.column("SELECT id FROM messages"), 5)
		require.Equal(t, []string{"p1 1", "p2 1", "p3 1"}, b.column("SELECT person || ' ' || count(*) FROM outbox WHERE kind = 'reply' AND state = 'queued' GROUP BY person ORDER BY person"), order)
		require.Len(t, b.column("SELECT id FROM incidents"), 1)
	}
}

func TestABatchIsAllOrNothing(t *testing.T) {
	b := newBench(t, nil)
	require.NoError(t, b.db.Write(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec("CREATE TRIGGER no_m2 BEFORE INSERT ON messages WHEN new.id = 'm2' BEGIN SELECT raise(ABORT, 'no'); END")
		return err
	}))
	require.Error(t, b.Receive(t.Context(), []event.Event{message("m1", "p1", phiText), message("m2", "p1", phiText)}))
	for _, table := range []string{"messages", "threads", "outbox", "notices", "trail"} {
		require.Zero(t, dbtest.Count(t, b.db, "SELECT count(*) FROM "+table), table)
	}
}

func TestWrongEvents(t *testing.T) {
	b := newBench(t, nil)
	for field, change := range map[string]func(*event.Event){
		"Kind": func(e *event.Event) { e.Kind = 0 }, "ID": func(e *event.Event) { e.ID = "" }, "Account": func(e *event.Event) { e.Account = "" },
		"Person": func(e *event.Event) { e.Person = "" }, "At": func(e *event.Event) { e.At = time.Time{} },
	} {
		e := message("m1", "p1", phiText)
		change(&e)
		err := b.Receive(t.Context(), []event.Event{message("m0", "p1", routine), e})
		require.ErrorIs(t, err, guard.ErrEvent)
		require.ErrorContains(t, err, field)
		require.NotContains(t, fmt.Sprint(err), "dana")
	}
	require.Empty(t, b.column("SELECT id FROM messages"))
}

func TestAttachments(t *testing.T) {
	b := newBench(t, func(_ *bench, c *guard.Config) { c.Welcome = "-" })
	for i, types := range [][]string{{"image"}, {"share"}, {"share", "audio"}, {"something_new"}} {
		e := message(fmt.Sprint("m", i), fmt.Sprint("p", i), "")
		e.Attachments = types
		b.receive(e)
	}
	require.Equal(t, []string{"redirect", "allow", "redirect", "redirect"}, b.column("SELECT action FROM messages ORDER BY id"))
	require.Equal(t, []string{"attachment", "attachment", "attachment"}, b.column("SELECT kind FROM notices"))
}

func TestUnread(t *testing.T) {
	b := newBench(t, func(_ *bench, c *guard.Config) { c.Welcome = "-" })
	long := make([]byte, 17<<10)
	for i := range long {
		long[i] = "ab "[i%3]
	}
	b.receive(message("m1", "p1", "это Оксана, мне плохо после антибиотика"), message("m2", "p2", string(long)), message("m3", "p3", "какая цена в $? see you at the open house"))
	require.Equal(t, []string{"redirect unread", "redirect too-long"}, b.column("SELECT action || ' ' || rule FROM notices ORDER BY id"))
}
