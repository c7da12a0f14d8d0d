package phash

import (
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
	data, err := Build(keys)
	require.NoError(t, err)
	table := Open(data)
	for k, v := range keys {
		require.Equal(t, v, table.Find(k))
	}
	wrong := 0
	for range 200000 {
		if table.Find(next()) != 0 {
			wrong++
		}
	}
	require.Less(t, wrong, 12, "200,000 unknown keys, one in 65,536 may be taken for a known one")
}

func TestOpenRefusesShortData(t *testing.T) {
	for _, s := range []string{"", "short", string(make([]byte, 15)), "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff0000"} {
		table := Open(s)
		require.Zero(t, table.Find(42))
	}
}
