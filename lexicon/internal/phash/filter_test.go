package phash

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFilterKeepsEveryKeyAndTurnsMostOthersAway(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	keys := make([]uint64, 1000)
	for i := range keys {
		keys[i] = r.Uint64()
	}
	f := OpenFilter(BuildFilter(keys, 1<<12))
	for _, k := range keys {
		require.True(t, f.MayHold(k))
	}
	passed := 0
	for range 100000 {
		if f.MayHold(r.Uint64()) {
			passed++
		}
	}
	require.Less(t, passed, 4000, "of 100,000 others, with a bit of 32 set")
}

func TestZeroFilterLetsAllPass(t *testing.T) {
	var f Filter
	require.True(t, f.MayHold(0))
	require.True(t, f.MayHold(1<<63))
	broken := OpenFilter("abc")
	require.True(t, broken.MayHold(5))
}
