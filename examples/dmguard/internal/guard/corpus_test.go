package guard_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/phi/audit"
)

// label is a gold span: its type, "?" if it is optional, and what stands there.
var label = regexp.MustCompile(`⟦([a-z_]+)(\??)\|([^⟦⟧]*)⟧`)

// A gold message is one of the corpus.
type gold struct {
	id, verdict string
	event       event.Event
	identifiers []string // that must not be kept
}

// wordless gives an id in which no word and no number stands.
func wordless(n int) string {
	return strings.NewReplacer("0", "~", "1", "=", "2", "_").Replace(fmt.Sprintf("%012s", strconv.FormatInt(int64(n), 3)))
}

// read gives a text without its labels, and the identifiers in it.
func read(labelled string) (text string, identifiers []string) {
	for _, m := range label.FindAllStringSubmatch(labelled, -1) {
		if m[1] != "health" && m[2] == "" {
			identifiers = append(identifiers, m[3])
		}
	}
	return label.ReplaceAllString(labelled, "$3"), identifiers
}

// corpus gives all messages that are not held back: single ones as the first of
// their thread, and the threads.
func corpus(t testing.TB) (out []gold) {
	t.Helper()
	lines(t, func(line []byte) {
		var row struct{ ID, Text, Verdict string }
		require.NoError(t, json.Unmarshal(line, &row))
		g := gold{id: row.ID, verdict: row.Verdict}
		g.event = message(wordless(len(out)), wordless(len(out)), "")
		g.event.Text, g.identifiers = read(row.Text)
		out = append(out, g)
	}, "adv", "dm", "doc", "ml", "soc")
	lines(t, func(line []byte) {
		var row struct {
			ID       string
			Messages []struct{ From, Text string }
		}
		require.NoError(t, json.Unmarshal(line, &row))
		person := wordless(len(out))
		for i, m := range row.Messages {
			g := gold{id: row.ID, event: message(wordless(len(out)), person, "")}
			g.event.Text, g.identifiers = read(m.Text)
			if m.From == "clinic" {
				g.event.Kind = event.Echo
			}
			g.event.At = noon.Add(time.Duration(i) * time.Minute)
			out = append(out, g)
		}
	}, "thr")
	return out
}

func lines(t testing.TB, each func([]byte), sets ...string) {
	t.Helper()
	for _, set := range sets {
		f, err := os.Open(filepath.Join("../../../../testdata/corpus", set+".jsonl"))
		require.NoError(t, err)
		defer f.Close()
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			each(in.Bytes())
		}
		require.NoError(t, in.Err())
	}
}

// TestCorpus plays the corpus through a guard with the default options, counts
// what is redirected, and looks for every identifier in all that is kept.
func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("it plays the whole corpus")
	}
	messages := corpus(t)
	b := newBench(t, func(_ *bench, c *guard.Config) { c.Own = nil })
	play(b, messages)

	actions := map[string]string{}
	for _, row := range b.column("SELECT id || ' ' || action FROM messages") {
		id, action, _ := strings.Cut(row, " ")
		actions[id] = action
	}
	total, redirected := map[string]int{}, map[string]int{}
	for _, m := range messages {
		total[m.verdict]++
		if actions[m.event.ID] != "allow" {
			redirected[m.verdict]++
		}
	}
	for _, v := range []string{"phi", "health", "identifier", "none"} {
		t.Logf("verdict %-10s %4d of %4d redirected, %.1f %%", v, redirected[v], total[v], 100*float64(redirected[v])/float64(total[v]))
	}
	require.GreaterOrEqual(t, float64(redirected["phi"]), 0.99*float64(total["phi"]), "PHI is redirected")
	require.LessOrEqual(t, float64(redirected["none"]), 0.03*float64(total["none"]), "small talk is not")

	_, err := dbtest.Trail(t, b.db).Verify(t.Context(), audit.Head{})
	require.NoError(t, err)
	texts := b.column("SELECT DISTINCT text FROM outbox WHERE kind = 'reply'")
	require.LessOrEqual(t, len(texts), 4, "replies are the same for everybody")
	for _, text := range texts {
		require.LessOrEqual(t, len(text), 1000)
	}
	var identifiers []string
	for _, m := range messages {
		identifiers = append(identifiers, m.identifiers...)
	}
	looked, found := scanFiles(t, b, append(identifiers, username))
	t.Logf("%d identifiers of %d bytes or more looked for in the database's files: %d found", looked, distinct, len(found))
	require.Empty(t, len(found))
	values, strange := scanValues(t, b)
	t.Logf("%d words stand in the tables' values: %d are not the program's own", values, len(strange))
	require.Empty(t, strange)
}

// play has the messages received as messages, and once more as comments under a
// user name.
func play(b *bench, messages []gold) {
	events := make([]event.Event, 0, 2*len(messages))
	for i := range messages {
		events = append(events, messages[i].event)
	}
	for i := range messages {
		e := messages[i].event
		e.Kind, e.ID, e.Username, e.Media = event.Comment, "+"+e.ID, username, "-"
		events = append(events, e)
	}
	for batch := range slices.Chunk(events, 50) {
		b.receive(batch...)
	}
}

// username stands beside all comments.
const username = "tamsin.quillfeather"

// TestScansFind shows that the scans find what is kept against the rules.
func TestScansFind(t *testing.T) {
	b := newBench(t, nil)
	e := message("~", "~", routine)
	e.Media = "Quillfeather Bo"
	b.receive(e)
	_, found := scanFiles(t, b, []string{"QUILLFEATHER", "Whitfield"})
	require.Equal(t, []string{"quillfeather"}, found)
	_, strange := scanValues(t, b)
	require.Equal(t, []string{"messages.media: bo", "messages.media: quillfeather"}, strange)
}
