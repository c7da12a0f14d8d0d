package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNode(t *testing.T) {
	texts := []string{
		"Hi Mary Johnson, call (415) 555-0132 or mail dana.w@fernvale.org",
		"opening hours",
		"é 😀 my number is 07700 900123",
	}
	peers, missing, err := nodePeers("node", texts, func(string) bool { return true })
	require.NoError(t, err)
	if len(missing) > 0 {
		t.Skip(missing[0].why)
	}
	defer closeAll(peers)
	require.Len(t, peers, 2)

	all, err := peers[0].find(texts)
	require.NoError(t, err)
	require.Equal(t, "redact-pii", peers[0].name)
	require.Equal(t, "Hi PERSON_NAME, call PHONE_NUMBER or mail EMAIL_ADDRESS", *all[0].Redacted)
	require.Len(t, all[0].Spans, 3)
	require.Empty(t, all[1].Spans)

	require.Equal(t, "openredaction", peers[1].name)
	requireFinds(t, peers[1], expect{texts[2], []string{"07700 900123"}, nil})

	for _, p := range peers {
		ns := make([]int64, len(texts))
		found, err := p.pass(texts, ns)
		require.NoError(t, err)
		require.Positive(t, found)
		for _, x := range ns {
			require.Positive(t, x)
		}
		part, err := p.pass(texts[1:2], ns)
		require.NoError(t, err)
		require.Less(t, part, found)
	}
}

func TestNodeMissing(t *testing.T) {
	peers, missing, err := nodePeers(t.TempDir(), nil, func(string) bool { return true })
	require.NoError(t, err)
	require.Empty(t, peers)
	require.Len(t, missing, 1)
	require.NotEmpty(t, missing[0].why)
}
