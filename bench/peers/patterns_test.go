package main

import (
	"regexp"
	"testing"

	"github.com/dlclark/regexp2/v2"
	"github.com/stretchr/testify/require"
)

func TestPatterns(t *testing.T) {
	require.Len(t, patterns, 30)
	kinds := map[string]bool{}
	for _, p := range patterns {
		require.False(t, kinds[p.kind], p.kind)
		kinds[p.kind] = true
		standard, err := regexp.Compile(p.expr)
		require.NoError(t, err, p.kind)
		other, err := regexp2.Compile(p.expr)
		require.NoError(t, err, p.kind)

		at := standard.FindAllStringIndex(p.text, -1)
		require.Len(t, at, 1, p.kind)
		require.Equal(t, p.match, p.text[at[0][0]:at[0][1]], p.kind)
		also, err := other.FindAllStringIndex(p.text, -1)
		require.NoError(t, err, p.kind)
		require.Equal(t, at, also, p.kind)
	}
}

// TestEnginesAgree compares the engines on what is measured. They may differ
// beside letters that are not ASCII: \b is Unicode's in regexp2.
func TestEnginesAgree(t *testing.T) {
	messages, err := corpus("../..")
	require.NoError(t, err)
	standard, other := standardPeer(), regexp2Peer()
	total, differ := 0, 0
	for i := range messages[:min(500, len(messages))] {
		texts := []string{messages[i].Text}
		a, err := standard.find(texts)
		require.NoError(t, err)
		b, err := other.find(texts)
		require.NoError(t, err)
		total += len(a[0].Spans)
		if len(a[0].Spans) != len(b[0].Spans) {
			differ++
			continue
		}
		require.Equal(t, a, b, messages[i].ID)
	}
	require.Greater(t, total, 100)
	require.LessOrEqual(t, differ, 2)
}
