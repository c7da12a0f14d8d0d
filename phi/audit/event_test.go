package audit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// Nothing of a text, an id or a key is in what any sink writes, prints or
// returns.
func TestNoSecrets(t *testing.T) {
	const mark = "zyxquill"
	text := "my name is Zyxquilla Zyxquillson, zyxquill@example.com, @zyxquill, and i take methadone for my addiction, dob 12/03/1985"
	key := append([]byte(mark), testKey...)
	h, err := NewHasher(key)
	require.NoError(t, err)
	var out bytes.Buffer
	w, err := NewWriter(&out, &Options{Key: key})
	require.NoError(t, err)
	l := NewLogger(slog.NewJSONHandler(&out, nil), slog.LevelInfo, nil)
	log := slog.New(slog.NewTextHandler(&out, nil))
	var p phi.Policy
	r := phi.Detect(text)
	require.Equal(t, phi.PHI, r.Verdict)
	for dir := phi.FromPatient; dir <= phi.ThirdParty; dir <<= 1 {
		e := Of(p.Decide(r.Facts(), dir))
		e.Count(&r)
		e.Actor, e.Outcome, e.Resource = "inbox-bot", "done", h.Resource(mark+"-thread-7")
		require.NoError(t, w.Record(ctx, e))
		require.NoError(t, l.Record(ctx, e))
		log.Info("decided", "event", e)
		fmt.Fprintf(&out, "%v %+v", e, e)
		for _, field := range []*string{&e.Actor, &e.Outcome, &e.Policy, &e.Rule, &e.Raised, &e.PolicyVersion, &e.Library} {
			bad := *field
			for _, x := range []string{mark + " mark", mark + "\n", mark + "\x1b[2J", mark + "\u202e", mark + "\xff", mark + `"`, strings.Repeat(mark, 20)} {
				*field = x
				err := w.Record(ctx, e)
				require.ErrorIs(t, err, ErrEvent)
				require.ErrorIs(t, l.Record(ctx, e), ErrEvent)
				fmt.Fprintln(&out, err)
				log.Info("decided", "event", e)
				_, err = json.Marshal(e)
				require.Error(t, err)
			}
			*field = bad
		}
	}
	require.NotContains(t, strings.ToLower(out.String()), mark)
	require.NotContains(t, out.String(), "1985")
	require.Contains(t, out.String(), `"types":{"name":`)
	require.Contains(t, out.String(), "substance_use")
}

func TestEventOfADecision(t *testing.T) {
	r := phi.Detect("Dana Whitfield 202-555-0147 or 202-555-0148")
	var p phi.Policy
	e := Of(p.Decide(r.Facts(), phi.PublicPost))
	require.EqualValues(t, 1, e.Types[identifiers.Phone])
	e.Count(&r)
	require.EqualValues(t, 2, e.Types[identifiers.Phone])
	require.Equal(t, [3]string{"default", "1", "public-post-reach"}, [3]string{e.Policy, e.PolicyVersion, e.Rule})
	wrong := Of(p.Decide(r.Facts(), 0))
	wrong.Actor = "bot"
	require.NoError(t, wrong.Check(), "a decision without a direction is recorded too")
}

func TestEventCheck(t *testing.T) {
	for want, change := range map[string]func(*Event){
		"Actor": func(e *Event) { e.Actor = "" }, "Action": func(e *Event) { e.Action = 0 }, "Direction": func(e *Event) { e.Direction = phi.FromStaff | phi.ThirdParty },
		"Verdict": func(e *Event) { e.Verdict = 9 }, "Score": func(e *Event) { e.Score = float32(math.NaN()) }, "Types": func(e *Event) { e.Types[0] = 1 },
		"Time": func(e *Event) { e.Time = time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC) },
	} {
		e := event("bot")
		require.NoError(t, e.Check())
		change(&e)
		err := e.Check()
		require.ErrorIs(t, err, ErrEvent)
		require.ErrorContains(t, err, ": "+want)
	}
}

// A line is no longer than Verify reads, whatever the event.
func TestLongestLine(t *testing.T) {
	name := strings.Repeat("a", maxName)
	e := Event{
		Time: time.Date(2026, 3, 14, 9, 26, 53, 123456789, time.UTC), Actor: name, Action: phi.Redirect, Direction: phi.FromPatient, Resource: Resource{1}, Verdict: phi.Identifier,
		Categories: ^phi.CategorySet(0), Sensitivity: 255, Policy: name, PolicyVersion: name, Rule: name, Raised: name, Library: name, Outcome: name,
	}
	for _, typ := range identifiers.Types() {
		e.Types[typ] = math.MaxUint32
	}
	var b bytes.Buffer
	w, err := NewWriter(&b, &Options{After: Head{Seq: math.MaxUint64 - 1}})
	require.NoError(t, err)
	require.NoError(t, w.Record(ctx, e))
	require.Less(t, b.Len(), maxLine/2)
	require.True(t, json.Valid(b.Bytes()))
	_, err = Verify(&b, &VerifyOptions{After: Head{Seq: math.MaxUint64 - 1}})
	require.NoError(t, err)
}

func TestHasher(t *testing.T) {
	h, err := NewHasher(testKey)
	require.NoError(t, err)
	other, err := NewHasher(append([]byte{1}, testKey...))
	require.NoError(t, err)
	require.Equal(t, h.Resource("m-1"), h.Resource("m-1"))
	require.NotEqual(t, h.Resource("m-1"), h.Resource("m-2"))
	require.NotEqual(t, h.Resource("m-1"), other.Resource("m-1"))
	require.Len(t, h.Resource("m-1").String(), 64)
}

// A sink logs the members of the JSON object, at the event's time.
func TestLogger(t *testing.T) {
	var b bytes.Buffer
	l := NewLogger(slog.NewJSONHandler(&b, nil), slog.LevelInfo, &Options{Now: clock, Library: "v1.2.3"})
	e := event("bot")
	require.NoError(t, l.Record(ctx, e))
	e.Time, e.Library = clock(), "v1.2.3"
	want, err := json.Marshal(e)
	require.NoError(t, err)
	var logged, members map[string]any
	require.NoError(t, json.Unmarshal(b.Bytes(), &logged))
	require.NoError(t, json.Unmarshal(want, &members))
	members["level"], members["msg"] = "INFO", "phi decision"
	require.Equal(t, members, logged)

	b.Reset()
	quiet := NewLogger(slog.NewJSONHandler(&b, nil), slog.LevelDebug, nil)
	require.NoError(t, quiet.Record(ctx, e))
	require.Zero(t, b.Len())
}
