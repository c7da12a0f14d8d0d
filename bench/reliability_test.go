package bench

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReliability(t *testing.T) {
	var r Reliability
	require.Zero(t, r.Error())
	r.Add(0.9, true)
	r.Add(0.9, false)
	r.Add(0, false)
	r.Add(1, true)
	require.Equal(t, 3, r[9].Messages)
	// the last bin sums to 2.8 and has two that say yes
	require.InDelta(t, 0.8/4, r.Error(), 1e-9)
	require.Contains(t, r.Table(), "0.9–1.0")
}
