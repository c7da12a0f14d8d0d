package phash

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTableFindsEveryKeyAndFewOthers(t *testing.T) {
	keys := map[uint64]uint64{}
	h := uint64(1)
	next := func() uint64 {
		h ^= h << 13
		h ^= h >> 7
		h ^= h << 17
		return h
	}
	for i := range 50000 {
		keys[next()] = uint64(i%3000 + 1)
	}
	data, err := Build(richLayout, keys)
	require.NoError(t, err)
	table, _ := Open(data)
	for k, v := range keys {
		require.Equal(t, v, table.Find(k))
	}
	wrong := 0
	for range 200000 {
		if table.Find(next()) != 0 {
			wrong++
		}
	}
	require.Less(t, wrong, 5, "200,000 unknown keys, one in 262,144 may be taken for a known one")
}

func TestEmptyAndSmallTables(t *testing.T) {
	var zero Table
	require.Zero(t, zero.Find(1))
	require.Zero(t, zero.Len())
	for _, keys := range []map[uint64]uint64{{}, {7: 1}, {0: 5, 1: 5}, {1: 1<<64 - 1, 2: 1, 3: 1 << 63}} {
		data, err := Build(richLayout, keys)
		require.NoError(t, err)
		table, _ := Open(data)
		require.GreaterOrEqual(t, table.Len(), len(keys))
		for k, v := range keys {
			require.Equal(t, v, table.Find(k), "%d keys", len(keys))
		}
	}
}

func TestFindDoesNotAllocate(t *testing.T) {
	data, err := Build(richLayout, map[uint64]uint64{1: 2, 3: 4})
	require.NoError(t, err)
	table, _ := Open(data)
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if table.Find(1) != 2 {
			panic("lost")
		}
	}))
}

func TestSameKeysGiveSameBytes(t *testing.T) {
	build := func(from, to, step int) string {
		keys := map[uint64]uint64{}
		for i := from; i != to; i += step {
			keys[spread(uint64(i))] = uint64(i%97 + 1)
		}
		data, err := Build(richLayout, keys)
		require.NoError(t, err)
		return data
	}
	require.Equal(t, build(0, 5000, 1), build(4999, -1, -1))
}

// spread gives hashes as even as those of words.
func spread(i uint64) uint64 {
	i = (i ^ i>>30) * 0xBF58476D1CE4E5B9
	i = (i ^ i>>27) * 0x94D049BB133111EB
	return i ^ i>>31
}

func TestBuildRefusesTooManyValues(t *testing.T) {
	keys := map[uint64]uint64{}
	last := uint64(0)
	for i := range uint64(richLayout.maxValues() - 1) {
		last = spread(i)
		keys[last] = i + 1
	}
	data, err := Build(richLayout, keys)
	require.NoError(t, err, "as many as an index of 14 bits can tell apart")
	table, _ := Open(data)
	require.Equal(t, uint64(richLayout.maxValues()-1), table.Find(last))
	keys[1] = 1 << 40
	_, err = Build(richLayout, keys)
	require.ErrorContains(t, err, "too many different values")
}

func TestOpenRefusesCutOffTables(t *testing.T) {
	keys := map[uint64]uint64{}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range uint64(100) {
		keys[r.Uint64()] = i + 1
	}
	data, err := Build(richLayout, keys)
	require.NoError(t, err)
	for n := range len(data) {
		table, _ := Open(data[:n])
		require.Zero(t, table.Len(), "%d of %d bytes", n, len(data))
		require.Zero(t, table.Find(0))
	}
	table, _ := Open(data)
	require.NotZero(t, table.Len())
}

func TestOpenRefusesShortData(t *testing.T) {
	for _, s := range []string{"", "short", string(make([]byte, 15)), "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff0000"} {
		table, _ := Open(s)
		require.Zero(t, table.Find(42))
	}
}
