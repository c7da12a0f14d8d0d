package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/bench"
	"github.com/phidetect/phidetect/identifiers"
)

func parsed(t *testing.T, labelled string) bench.Message {
	t.Helper()
	m := bench.Message{}
	var err error
	m.Text, m.Spans, m.Health, err = bench.Parse(labelled)
	require.NoError(t, err)
	return m
}

func TestScore(t *testing.T) {
	messages := []bench.Message{parsed(t, "⟦name|dana⟧ has ⟦health|flu⟧ since ⟦date?|may⟧ call ⟦phone|555⟧")}
	s := score(messages, []findings{{Spans: []finding{{"NAME", 2, 6}, {health, 9, 12}, {"DATE", 19, 22}, {"WORD", 5, 8}}}})
	require.Equal(t, tally{1, 2}, s.All)
	require.Equal(t, tally{1, 1}, s.Types[identifiers.Name])
	require.Equal(t, tally{1, 1}, s.Health)
	require.Equal(t, 1, s.Spurious)
	require.True(t, s.Places)
	require.True(t, s.Healths)

	redacted := "NAME has flu since may call 555"
	s = score(messages, []findings{{Redacted: &redacted}})
	require.Equal(t, tally{1, 2}, s.All)
	require.Zero(t, s.Health.Found)
	require.False(t, s.Places)
}

func TestLongest(t *testing.T) {
	require.Equal(t, []finding{{"a", 0, 3}, {"a", 4, 5}, {"b", 1, 2}},
		longest([]finding{{"b", 1, 2}, {"a", 4, 5}, {"a", 0, 1}, {"a", 0, 3}, {"a", 2, 4}}))
}

func TestMeasure(t *testing.T) {
	texts := []string{"mail a@example.org", "nothing"}
	results, err := measure([]peer{standardPeer(), regexp2Peer()}, texts, 3)
	require.NoError(t, err)
	for _, r := range results {
		require.Equal(t, 1, r.found)
		require.Len(t, r.best, 2)
		for i := range texts {
			require.Positive(t, r.best[i])
			require.LessOrEqual(t, r.best[i], r.median[i])
		}
	}

	calls := 0
	_, err = measure([]peer{{name: "unsteady", pass: local(func(string) int { calls++; return calls })}}, texts, 1)
	require.ErrorContains(t, err, "unsteady")
}

func TestReport(t *testing.T) {
	messages := []bench.Message{parsed(t, "mail ⟦email|a@example.org⟧")}
	texts := []string{messages[0].Text}
	results, err := measure([]peer{phidetect(), bareScan(), standardPeer()}, texts, 1)
	require.NoError(t, err)
	for i := range results {
		found, err := results[i].find(texts)
		require.NoError(t, err)
		results[i].scores = score(messages, found)
	}
	r := report{date: "2026-01-02", where: "here", rounds: 1, messages: messages, results: results, missing: []absent{{"x", "get it"}}}
	text := r.text()
	for _, want := range []string{"Not measured: x (get it).", "| 30 patterns, regexp ", patternsLack, "| email |", "30 patterns, regexp: email 1\n"} {
		require.Contains(t, text, want)
	}
	require.NotContains(t, text, "a@example.org")
	var b bytes.Buffer
	require.NoError(t, r.writeJSON(&b))
	require.True(t, json.Valid(b.Bytes()))
	require.NotContains(t, b.String(), "a@example.org")
}

func TestCorpus(t *testing.T) {
	messages, err := corpus("../..")
	require.NoError(t, err)
	require.Greater(t, len(messages), 3000)
	for i := range messages {
		require.False(t, messages[i].Held())
	}
}

func TestParse(t *testing.T) {
	o, err := parse(nil)
	require.NoError(t, err)
	require.True(t, o.wanted("scan"))
	o, err = parse([]string{"-only", "hyperscan, regexp2", "-rounds", "2"})
	require.NoError(t, err)
	require.True(t, o.wanted("hyperscan-both"))
	require.False(t, o.wanted("regexp"))
	for _, bad := range []string{"-rounds 0", "word", "-write -only scan", "-no"} {
		_, err = parse(strings.Fields(bad))
		require.Error(t, err, bad)
	}
	_, err = parse([]string{"-h"})
	require.ErrorIs(t, err, flag.ErrHelp)
}
