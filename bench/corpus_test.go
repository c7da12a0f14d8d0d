package bench

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

const corpusDir = "../testdata/corpus"

// corpus loads the labelled messages or fails the test.
func corpus(t testing.TB) []Message {
	t.Helper()
	messages, err := Load(corpusDir)
	require.NoError(t, err)
	return messages
}

func TestParse(t *testing.T) {
	text, spans, health, err := Parse("hé ⟦name|Ana\nRé⟧, ⟦date?|mon⟧ ⟦health?|off⟧ ⟦health|ill⟧")
	require.NoError(t, err)
	require.Equal(t, "hé Ana\nRé, mon off ill", text)
	require.Equal(t, []Gold{
		{Start: 4, End: 11, Type: identifiers.Name},
		{Start: 13, End: 16, Type: identifiers.Date, Optional: true},
	}, spans)
	require.Equal(t, []Gold{{Start: 17, End: 20, Optional: true}, {Start: 21, End: 24}}, health)

	for _, bad := range []string{"⟦name|Ana", "Ana⟧", "⟦name|⟦city|Rye⟧⟧", "⟦nobody|Ana⟧"} {
		_, _, _, err := Parse(bad)
		require.Error(t, err, bad)
		require.NotContains(t, err.Error(), "Ana")
	}
}

func TestReadThread(t *testing.T) {
	const rows = `{"id":"t-1","messages":[{"text":"hi","verdict":"none"},{"text":"⟦name|Ana⟧","verdict":"identifier"}]}

{"id":"held-2","text":"⟦health|flu⟧","verdict":"health"}`
	got, err := Read(nil, strings.NewReader(rows), "x")
	require.NoError(t, err)
	require.Equal(t, []Message{
		{ID: "t-1#1", File: "x", Text: "hi", Verdict: phi.None},
		{ID: "t-1#2", File: "x", Text: "Ana", Verdict: phi.Identifier, Spans: []Gold{{End: 3, Type: identifiers.Name}}},
		{ID: "held-2", File: "x", Text: "flu", Verdict: phi.HealthOnly, Health: []Gold{{End: 3}}},
	}, got)
	require.False(t, got[0].Held())
	require.True(t, got[2].Held())

	for _, bad := range []string{`{"id":"a","text":"secret`, `{"id":"a","text":"secret","verdict":"maybe"}`, `{"id":"a","text":"secret⟧","verdict":"none"}`} {
		_, err := Read(nil, strings.NewReader(bad), "x")
		require.ErrorContains(t, err, "x.jsonl:1")
		require.NotContains(t, err.Error(), "secret")
	}
}

func TestCorpus(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range corpus(t) {
		require.NotEmpty(t, m.ID)
		require.False(t, seen[m.ID], "%s stands there twice", m.ID)
		seen[m.ID] = true
		require.NotEmpty(t, m.Text, m.ID)
		require.Equal(t, m.File == "held", m.Held(), "%s: the trainers leave out what begins with held-", m.ID)
		require.True(t, utf8.ValidString(m.Text), m.ID)
		end := 0
		for _, g := range m.Spans {
			require.LessOrEqual(t, end, g.Start, m.ID)
			require.Less(t, g.Start, g.End, m.ID)
			end = g.End
		}
	}
}
