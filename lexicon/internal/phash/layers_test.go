package phash

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLayersFindEveryKeyWhereItBelongs(t *testing.T) {
	var keys []Key
	for i := range uint64(60000) {
		k := Key{Hash: spread(i), Value: 1 + i%16, Poor: i%2 == 0, Often: i%10 == 0, Sure: i%6 == 0}
		if i%50 == 7 {
			k.Value = 1000 + i // of no other
		}
		keys = append(keys, k)
	}
	data, err := BuildLayers(keys)
	require.NoError(t, err)
	l := OpenLayers(data)
	in := map[string]int{}
	for _, k := range keys {
		require.Equal(t, k.Value, l.Find(k.Hash))
		switch {
		case k.Poor && !k.Often && !k.Sure:
			in["poor"]++
			if l.poor.Find(k.Hash) == 0 {
				in["moved up"]++ // as it was taken for one of another layer
			}
		case k.Often:
			in["often"]++
			require.Equal(t, k.Value, l.rich.Find(k.Hash))
			require.Equal(t, k.Value, l.FindOften(k.Hash))
			require.Equal(t, k.Value, l.FindSure(k.Hash))
		default:
			in["other"]++
			if l.FindOften(k.Hash) == 0 {
				in["not often"]++
			}
			require.Equal(t, k.Value, l.FindSure(k.Hash))
		}
	}
	require.Less(t, in["moved up"], in["poor"]/1000)
	require.Greater(t, in["not often"], in["other"]*9/10, "what is not asked for often is not in the way of what is")
	delete(in, "moved up")
	delete(in, "not often")
	require.Len(t, in, 3)
	require.InDelta(t, len(keys), l.Len(), 0.04*float64(len(keys)))
}

func TestUnknownKeysAreSeldomTakenForKnownOnes(t *testing.T) {
	var keys []Key
	for i := range uint64(30000) {
		keys = append(keys, Key{Hash: spread(i), Value: 1 + i%3, Poor: i%3 == 0})
	}
	data, err := BuildLayers(keys)
	require.NoError(t, err)
	l := OpenLayers(data)
	const unknown = 1_000_000
	poor, sure := 0, 0
	for i := range uint64(unknown) {
		h := spread(1<<40 + i)
		if l.poor.Find(h) != 0 {
			poor++
		}
		if l.FindSure(h) != 0 {
			sure++
		}
	}
	require.Less(t, poor, unknown/230)
	require.Less(t, sure, unknown/40000)
}

func TestLayersOfNothing(t *testing.T) {
	for _, data := range []string{"", "short"} {
		l := OpenLayers(data)
		require.Zero(t, l.Find(1))
		require.Zero(t, l.FindSure(1))
		require.Zero(t, l.Len())
	}
	data, err := BuildLayers(nil)
	require.NoError(t, err)
	l := OpenLayers(data)
	require.Zero(t, l.Find(1))
}

func TestLayersGiveTheSameBytes(t *testing.T) {
	var keys, backwards []Key
	for i := range uint64(2000) {
		keys = append(keys, Key{Hash: spread(i), Value: 1 + i%700, Poor: i%2 == 0})
	}
	for i := range keys {
		backwards = append(backwards, keys[len(keys)-1-i])
	}
	a, err := BuildLayers(keys)
	require.NoError(t, err)
	b, err := BuildLayers(backwards)
	require.NoError(t, err)
	require.Equal(t, a, b)
}

func TestBuildRefusesLayoutsThatCannotBe(t *testing.T) {
	for _, l := range []Layout{{}, {26, 14}, {33, 16}, {40, 30}, {32, 2}, {24, 0}, {16, 16}, {16, 200}} {
		_, err := Build(l, map[uint64]uint64{1: 1})
		require.ErrorContains(t, err, "layout")
	}
}
