//go:build hyperscan

package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestHyperscan(t *testing.T) {
	peers, missing, err := hyperscanPeers("../..", func(string) bool { return true })
	require.NoError(t, err)
	require.Empty(t, missing)
	require.Len(t, peers, 3)
	identifiers := []string{"dana.w@fernvale-clinic.org", "https://fernvale-clinic.org/a?b=1", "203.0.113.7", "(415) 555-0132"}
	requireFinds(t, peers[0], expect{sample, identifiers, nil})
	requireFinds(t, peers[2], expect{sample, identifiers, nil})
	for _, x := range patterns {
		requireFinds(t, peers[0], expect{x.text, []string{x.match}, nil})
		requireFinds(t, peers[2], expect{x.text, []string{x.match}, nil})
	}
	// whole words, in any case, also where they begin and end the text
	words := expect{"DIABETES, prediabetesx and Migraine", []string{"DIABETES", "Migraine"}, []string{"diabetes"}}
	requireFinds(t, peers[1], words)
	requireFinds(t, peers[2], words)

	none, missing, err := hyperscanPeers("../..", func(string) bool { return false })
	require.NoError(t, err)
	require.Empty(t, none)
	require.Empty(t, missing)
}

func TestMatchesSeveral(t *testing.T) {
	d, err := compileExpressions([]string{`[0-9]+`}, true)
	require.NoError(t, err)
	ms, err := d.matches("123")
	require.NoError(t, err)
	require.Equal(t, []match{{0, 0, 1}, {0, 0, 2}, {0, 0, 3}}, ms)
	ms, err = d.matches("")
	require.NoError(t, err)
	require.Empty(t, ms)
	_, err = compileExpressions([]string{`a`, `(`}, false)
	require.ErrorContains(t, err, "expression 1")
}
