package phi

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// A thread that is stored and restored between any two messages goes on as if
// it had not been.
func TestSnapshotGoesOn(t *testing.T) {
	for _, th := range corpusThreads(t) {
		var c Conversation
		at := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
		for i, m := range th.messages {
			m.At = at.Add(time.Duration(i) * time.Minute)
			b, err := json.Marshal(c)
			require.NoError(t, err, th.id)
			var back Conversation
			require.NoError(t, json.Unmarshal(b, &back), th.id)
			require.True(t, c == back, "%s: another state before message %d", th.id, i+1)
			c.Add(nil, m)
			back.Add(nil, m)
			require.True(t, c == back, "%s: another state behind message %d", th.id, i+1)
		}
	}
}

func TestSnapshotHoldsNoText(t *testing.T) {
	var c Conversation
	c.Add(nil, Message{Text: "my name is Zyxwanda Quillfeather, zyxwanda@quillmail.example, i have asthma", Sender: "quillsender", Handle: true})
	talk(t, &c, "c: Sorry Zyxwanda! Quillbert here. What is your date of birth?", "p: 12/03/1985")
	require.Equal(t, PHI, c.Verdict())
	b, err := json.Marshal(c)
	require.NoError(t, err)
	for _, s := range []string{"quill", "zyx", "asthma", "1985"} {
		require.NotContains(t, strings.ToLower(string(b)), s)
	}
	require.Contains(t, string(b), `"version":1,`)
}

func TestSnapshotErrors(t *testing.T) {
	for _, x := range []struct{ name, in, says string }{
		{"no object", `7`, "version"},
		{"no version", `{"messages":1}`, "version"},
		{"a version of text", `{"version":"secret"}`, "version"},
		{"unknown field", `{"version":1,"secret":1}`, "unknown"},
		{"wrong type", `{"version":1,"messages":"secret"}`, `"messages"`},
		{"negative", `{"version":1,"messages":-1}`, `"messages"`},
		{"unknown fact", `{"version":1,"messages":1,"facts":["secret"]}`, `"facts"`},
		{"a score over 1", `{"version":1,"messages":1,"health_score":2}`, `"health_score"`},
		{"unknown question", `{"version":1,"messages":1,"asked":["secret"]}`, `"asked"`},
		{"unknown party", `{"version":1,"messages":1,"asked_by":"secret"}`, "wrong value"},
		{"a first message that never was", `{"version":1,"messages":1,"phi":{"message":2,"from":"patient"}}`, `"phi"`},
		{"unknown type", `{"version":1,"messages":1,"told_by_clinic":{"types":["secret"]}}`, `"told_by_clinic"`},
		{"the zero type", `{"version":1,"messages":1,"told_by_clinic":{"types":[""]}}`, `"told_by_clinic"`},
		{"too many people", `{"version":1,"messages":1,"people":[` + strings.Repeat(`{"first":1},`, maxPeople) + `{"first":1}]}`, `"people"`},
		{"a print too long", `{"version":1,"messages":1,"people":[{"first":1,"name":1025}]}`, `"people"`},
		{"a focus on nobody", `{"version":1,"messages":1,"focus":1}`, `"focus"`},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := Conversation{messages: 3}
			err := c.UnmarshalJSON([]byte(x.in))
			require.ErrorIs(t, err, ErrSnapshot)
			require.NotErrorIs(t, err, ErrSnapshotVersion)
			require.ErrorContains(t, err, x.says)
			require.NotContains(t, err.Error(), "secret")
			require.Equal(t, Conversation{messages: 3}, c, "an error leaves the state")
		})
	}
	var c Conversation
	err := json.Unmarshal([]byte(`{"version":2,"whatever":true}`), &c)
	require.ErrorIs(t, err, ErrSnapshotVersion)
	require.ErrorIs(t, err, ErrSnapshot)
}

// Every fact, question and person has a name: what is set survives.
func TestSnapshotNamesEverything(t *testing.T) {
	require.Len(t, bitNames(uint64(factMask), factNames[:]), len(factNames))
	require.Equal(t, AskCondition, Question(1)<<(len(questionNames)-1))
	require.Equal(t, personHealth, personBits(1)<<(len(personNames)-1))
	for p := range PartyCount {
		b, err := Party(p).MarshalText()
		require.NoError(t, err)
		var back Party
		require.NoError(t, back.UnmarshalText(b))
		require.Equal(t, Party(p), back)
	}
	require.ErrorIs(t, new(Party).UnmarshalText([]byte("secret")), errParty)
}

func FuzzSnapshot(f *testing.F) {
	f.Add([]byte(`{"version":1,"messages":3,"facts":["person"],"people":[{"first":1,"name":7,"is":["writer"]}],"focus":1}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var c Conversation
		if c.UnmarshalJSON(b) != nil {
			return
		}
		// What is accepted can be gone on with, merged and stored again.
		c.Add(nil, Message{Text: "this is Kit Rowe, i have a migraine"})
		c.Merge(&c)
		c.People()
		again, err := json.Marshal(c)
		require.NoError(t, err)
		require.NoError(t, new(Conversation).UnmarshalJSON(again))
	})
}
