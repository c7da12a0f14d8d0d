package lexicon

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSources(t *testing.T) {
	sources := Sources()
	require.NotEmpty(t, sources)
	last, terms := "", 0
	for _, s := range sources {
		require.Greater(t, s.List, last)
		last = s.List
		require.NotEmpty(t, s.From, s.List)
		require.NotEmpty(t, s.Licence, s.List)
		require.Regexp(t, `^20\d\d-\d\d-\d\d$`, s.Date, s.List)
		require.Positive(t, s.Entries, s.List)
		terms += s.Entries
	}
	require.Greater(t, terms, 300_000)
}
