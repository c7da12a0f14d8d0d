package simulate

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/webhook"
)

const corpus = "../../../../testdata/corpus"

var (
	now    = time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	secret = []byte("an invented app secret")
)

func TestLoadLeavesTheHeldOutSetAlone(t *testing.T) {
	talks, err := Load(corpus)
	require.NoError(t, err)
	require.Greater(t, len(talks), 5000)
	gold, clinic := 0, 0
	for _, talk := range talks {
		require.NotContains(t, talk.ID, "held")
		for _, l := range talk.Lines {
			require.NotContains(t, l.Text, "⟦", talk.ID)
			gold += len(l.Gold)
			if l.FromClinic {
				clinic++
			}
		}
	}
	require.Greater(t, gold, 5000)
	require.Greater(t, clinic, 100)
}

func TestLoadNamesTheLine(t *testing.T) {
	dir := t.TempDir()
	_, err := Load(dir)
	require.ErrorContains(t, err, "no corpus")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte("\n{\"id\":\"a\",\"text\":\"⟦name|dana\"}\n"), 0o600))
	_, err = Load(dir)
	require.ErrorContains(t, err, "a.jsonl:2")
	require.NotContains(t, err.Error(), "dana")
}

// The webhook reads from every form what was written.
func TestBodiesAreRead(t *testing.T) {
	items := []Item{
		{Event: event.Event{Kind: event.Message, ID: "a", Text: "x <&> \"\u2028 é", Attachments: []string{"image", "audio"}, ReplyTo: "z"}},
		{Event: event.Event{Kind: event.Echo, ID: "b", Text: "y"}},
		{Event: event.Event{Kind: event.Unsend, ID: "a"}},
		{Event: event.Event{Kind: event.Comment, ID: "c", Text: "w", Username: "visitor.1", Media: "55", Parent: "c0"}},
	}
	var want []event.Event
	for i := range items {
		items[i].Account, items[i].Person, items[i].At = Account, "11", now
		want = append(want, items[i].Event)
	}
	for form := range forms {
		p, err := webhook.Parse(Body(form, items...), now.Add(time.Second))
		require.NoError(t, err)
		require.Len(t, p.Events, len(want))
		for i := range want { // compared piece by piece: a failure must not print texts
			require.True(t, want[i].At.Equal(p.Events[i].At))
			p.Events[i].At = want[i].At
			require.True(t, equal(want[i], p.Events[i]), "form %d, item %d", form, i)
		}
		require.Zero(t, p.Unreadable)
	}
}

func equal(a, b event.Event) bool {
	same := a.Kind == b.Kind && a.ID == b.ID && a.Account == b.Account && a.Person == b.Person && a.Username == b.Username &&
		a.Text == b.Text && a.ReplyTo == b.ReplyTo && a.Parent == b.Parent && a.Media == b.Media && len(a.Attachments) == len(b.Attachments)
	for i := range a.Attachments {
		same = same && a.Attachments[i] == b.Attachments[i]
	}
	return same
}

func TestScript(t *testing.T) {
	talks := []Talk{
		{ID: "one", Channel: "dm", Lines: []Line{{Text: "a"}, {Text: "b", FromClinic: true}, {Text: "c"}}},
		{ID: "two", Channel: "comment", Lines: []Line{{Text: "d", Handle: "@h"}}},
		{ID: "three", Channel: "staff_reply", Lines: []Line{{Text: "e"}}},
	}
	o := Options{Seed: 1, Now: now, Batch: 3, Duplicates: 0.5, Unsent: 0.5, Shuffled: true, Photos: 0.5}
	posts := Script(talks, o)
	require.Equal(t, posts, Script(talks, o))
	kinds := map[event.Kind]int{}
	ids := map[string]bool{}
	for _, p := range posts {
		if p.Again {
			continue
		}
		for _, it := range p.Items {
			kinds[it.Kind]++
			ids[it.ID] = true
		}
	}
	require.Equal(t, 2, kinds[event.Message])
	require.Equal(t, 2, kinds[event.Echo])
	require.Equal(t, 1, kinds[event.Comment])
	require.Len(t, ids, 5)
	o.Round = 1
	for _, p := range Script(talks, o) {
		for _, it := range p.Items {
			require.False(t, ids[it.ID], "another round has ids of its own")
		}
	}
}

func TestPlayerSendsAgainWhatWasNotTaken(t *testing.T) {
	var mu sync.Mutex
	seen := map[string]int{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		mu.Lock()
		defer mu.Unlock()
		if r.Header.Get(webhook.SignatureHeader) != webhook.Sign(secret, b) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if seen[string(b)]++; seen[string(b)] == 1 {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}))
	defer s.Close()
	var talks []Talk
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		talks = append(talks, Talk{ID: id, Lines: []Line{{Text: "hi"}}})
	}
	answered := 0
	p := &Player{URL: s.URL, Secret: secret, Client: s.Client(), Rate: 1000, Answered: func(Post) {
		mu.Lock()
		defer mu.Unlock()
		answered++
	}}
	r := p.Play(context.Background(), Script(talks, Options{Now: now}))
	require.Equal(t, Result{Sent: 5, Answered: 5, Retried: 5, Refused: map[string]int{"Service Unavailable": 5}, Took: r.Took, Answer: r.Answer, Due: r.Due}, r)
	require.Equal(t, 5, answered)
	require.GreaterOrEqual(t, r.Due.At(0), 100*time.Millisecond, "the wait for the second try counts")

	p.Secret, p.Tries = []byte("another secret"), 2
	r = p.Play(context.Background(), Script(talks[:2], Options{Now: now}))
	require.Equal(t, []int{2, 0, 2}, []int{r.Sent, r.Answered, r.Failed})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.Zero(t, p.Play(ctx, Script(talks, Options{Now: now})).Answered)
}

func TestTimes(t *testing.T) {
	var all Times
	for n := range 100 {
		all = append(all, time.Duration(n)*time.Millisecond)
	}
	require.Equal(t, 50*time.Millisecond, all.At(50))
	require.Equal(t, 99*time.Millisecond, all.At(99))
	require.Equal(t, 99*time.Millisecond, all.At(100))
	require.Zero(t, Times(nil).At(99))
	require.Equal(t, "p50 50ms, p90 90ms, p99 99ms, max 99ms", all.String())
}

// The webhook answers each hostile call as it should.
func TestHostiles(t *testing.T) {
	taken := 0
	h, err := webhook.New(webhook.Config{VerifyToken: "t", AppSecrets: [][]byte{secret}, MaxBody: 1 << 16,
		Receiver: receiver(func(events []event.Event) { taken += len(events) })})
	require.NoError(t, err)
	s := httptest.NewServer(h)
	defer s.Close()
	for _, c := range Hostiles(secret, 1<<16, now) {
		got, err := c.Try(context.Background(), s.Client(), s.URL)
		require.NoError(t, err, c.Name)
		require.Equal(t, c.Want, got, c.Name)
	}
	require.Equal(t, 4, taken)
}

type receiver func([]event.Event)

func (r receiver) Receive(_ context.Context, events []event.Event) error {
	r(events)
	return nil
}

func TestHaystack(t *testing.T) {
	h := NewHaystack([]byte("a row of Dana Whitfield's, \x00\x011948ff\x02"), []byte("and 202-555-0147"))
	require.Equal(t, 54, h.Len())
	for needle, want := range map[string]bool{
		"dana whitfield": true, "DANA": true, "202-555-0147": true, "1948": false, "1948ff": true, "whit": false, "field": false, "Dana Wh": false, "0147": true, "a": true,
	} {
		require.Equal(t, want, h.Holds(needle), needle)
	}
	items := []Item{{Gold: []string{"Dana Whitfield", "Bo", "Dana Whitfield", "street", "12/03", "19480"}, Event: event.Event{Username: "@visitor.1"}}, {Gold: []string{"0147-33"}}}
	require.Equal(t, []string{"0147-33", "Dana Whitfield", "visitor.1"}, Needles(items))
}

func TestMostIdentifiersCanBeLookedFor(t *testing.T) {
	talks, err := Load(corpus)
	require.NoError(t, err)
	items := Items(talks, Options{Now: now})
	all := map[string]bool{}
	for _, it := range items {
		for _, g := range it.Gold {
			all[g] = true
		}
	}
	require.Greater(t, len(Needles(items)), len(all)*8/10)
}
