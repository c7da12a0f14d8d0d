package report

import (
	"bytes"
	"database/sql"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
)

var zone = time.FixedZone("here", -5*3600)

// sunday is the last day of the week that is summed up.
var sunday = time.Date(2026, 3, 8, 15, 0, 0, 0, zone)

// at gives the milliseconds of a time of a day of the week, 0 to 6.
func at(day int, clock string) int64 {
	d, err := time.ParseDuration(clock)
	if err != nil {
		panic(err)
	}
	return time.Date(2026, 3, 2+day, 0, 0, 0, 0, zone).Add(d).UnixMilli()
}

func setup(t *testing.T) *db.DB {
	t.Helper()
	d, _ := dbtest.Open(t)
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error {
		for _, m := range []struct {
			id, kind, person, action, request string
			at                                int64
			automatic                         bool
		}{
			{"m0", "message", "p1", "redirect", "booking", at(-1, "23h59m"), false}, // the week before
			{"m1", "message", "p1", "redirect", "booking", at(0, "0h"), false},
			{"m2", "message", "p1", "allow", "", at(0, "10m"), false},
			{"e1", "echo", "p1", "allow", "", at(0, "10m"), true},
			{"e2", "echo", "p1", "hold", "", at(0, "30m"), false},
			{"e3", "echo", "p1", "allow", "", at(0, "31m"), false},
			{"m3", "message", "p2", "redirect", "urgent", at(6, "23h59m"), false},
			{"c1", "comment", "p3", "hold", "other", at(3, "1h"), false},
			{"c2", "comment", "a", "allow", "", at(3, "1h"), false},
			{"m4", "message", "p2", "redirect", "booking", at(7, "0h"), false}, // the week behind
		} {
			_, err := tx.Exec("INSERT INTO messages (id, kind, account, person, at, received_at, verdict, action, request, automatic) VALUES (?, ?, 'a', ?, ?, ?, 'none', ?, ?, ?)",
				m.id, m.kind, m.person, m.at, m.at, m.action, m.request, m.automatic)
			require.NoError(t, err)
		}
		_, err := tx.Exec(`INSERT INTO outbox (kind, account, person, cause, state, queued_at, not_before, until, ended_at) VALUES
			('reply', 'a', 'p1', 'm1', 'sent', ?1, ?1, ?1, ?1 + 250), ('hide', 'a', 'p3', 'c1', 'failed', ?1, ?1, ?1, ?1 + 250)`, at(0, "0h"))
		require.NoError(t, err)
		_, err = tx.Exec("INSERT INTO incidents (kind, account, person, comment, discovered_at, notify_by) VALUES ('comment', 'a', 'p3', 'c1', ?, ?)", at(3, "1h"), at(63, "1h"))
		return err
	}))
	return d
}

func TestWeek(t *testing.T) {
	w, err := Make(t.Context(), setup(t), sunday)
	require.NoError(t, err)
	require.Equal(t, at(0, "0h"), w.From.UnixMilli())
	require.Equal(t, [...]int{3, 2, 1, 1, 3, 1, 1, 0}, w.Total.Values())
	require.Equal(t, [...]int{2, 1, 0, 0, 2, 1, 0, 0}, w.Days[0].Values())
	require.Equal(t, []Count{{"urgent", 1}, {"refill", 0}, {"results", 0}, {"billing", 0}, {"booking", 1}, {"other", 1}}, w.Requests)
	require.Equal(t, []Count{{"hide failed", 1}, {"reply sent", 1}}, w.Deliveries)
	require.Equal(t, 1, w.Open)
	require.Zero(t, w.Overdue)

	require.Equal(t, 250*time.Millisecond, w.Waits[0].Median)
	staff := w.Waits[2]
	require.Equal(t, "answer of staff", staff.Name)
	require.Equal(t, 1, staff.N, "the second in a row answers nothing")
	require.Equal(t, 30*time.Minute+time.Minute, staff.Longest, "since the first that was not answered")
}

func TestWaits(t *testing.T) {
	require.Equal(t, Wait{Name: "x"}, waitOf("x", nil))
	var times []time.Duration
	for i := range 10 {
		times = append(times, time.Duration(10-i)*time.Second)
	}
	w := waitOf("x", times)
	require.Equal(t, []time.Duration{5 * time.Second, 9 * time.Second, 10 * time.Second}, []time.Duration{w.Median, w.P90, w.Longest})
	require.Equal(t, [len(bounds) + 1]int{1, 9}, w.Buckets)
}

func TestText(t *testing.T) {
	w, err := Make(t.Context(), setup(t), sunday)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, w.Text(&b))
	require.Contains(t, b.String(), "Mon 2 Mar 2026 to Sun 8 Mar 2026")
	var fields []string
	for line := range strings.Lines(b.String()) {
		fields = append(fields, strings.Join(strings.Fields(line), " "))
	}
	require.Contains(t, fields, "week 3 2 1 1 3 1 1 0")
	require.Contains(t, fields, "answer of staff 1 31 min 31 min 31 min")
	require.Contains(t, fields, "notice resolved 0 - - -")
}

func TestHTML(t *testing.T) {
	w, err := Make(t.Context(), setup(t), sunday)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, w.HTML(&b))
	page := b.String()
	require.Equal(t, 7, strings.Count(page, "<svg "))
	require.Contains(t, page, "<title>Mon 2 Mar: 2 messages</title>")
	for _, loads := range []string{"http:", "https:", "src=", "url(", "@import", "<script", "<link"} {
		require.NotContains(t, page, loads)
	}
	for svg := range strings.SplitSeq(page, "<svg ") {
		before, _, ok := strings.Cut(svg, "</svg>")
		if !ok {
			continue
		}
		x := xml.NewDecoder(strings.NewReader("<svg " + before + "</svg>"))
		for err = nil; err == nil; {
			_, err = x.Token()
		}
		require.ErrorIs(t, err, io.EOF, "well-formed")
	}
}

func TestEmptyWeek(t *testing.T) {
	d, _ := dbtest.Open(t)
	w, err := Make(t.Context(), d, sunday)
	require.NoError(t, err)
	require.NoError(t, w.Text(io.Discard))
	require.NoError(t, w.HTML(io.Discard))
}

func TestNice(t *testing.T) {
	for most, want := range map[int]int{0: 1, 5: 1, 6: 2, 10: 2, 11: 5, 26: 10, 1200: 500} {
		require.Equal(t, want, nice(most), most)
	}
}
