package bench

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// What the library may add to a program, in bytes, and to its start. Sizes are
// the same on every machine, but for its architecture and the version of Go;
// they only go down.
const (
	mostGrown    = 6_900_000            // a program; the goal is 6 MB
	mostStripped = 6_000_000            // without symbols
	mostWasm     = 4_000_000            // a whole js/wasm program, stripped and compressed; the goal is 3 MB, which the words of two more languages put further off
	mostSetUp    = 5 * time.Millisecond // initialisers and first call
	mostHeap     = 2_000_000            // after the first call; the promise is 8 MB
)

func TestBinaryGrowth(t *testing.T) {
	buildsPrograms(t)
	sizes, err := BinarySizes(t.TempDir())
	require.NoError(t, err)
	t.Log("\n" + SizeTable(sizes))
	require.LessOrEqual(t, sizes[0].Growth(), int64(mostGrown), sizes[0].Name)
	require.LessOrEqual(t, sizes[1].Growth(), int64(mostStripped), sizes[1].Name)
	for _, s := range sizes {
		require.Greater(t, s.Growth(), int64(1_000_000), "%s: the table is in it", s.Name)
	}
}

func TestWasmSize(t *testing.T) {
	buildsPrograms(t)
	s, err := WasmSize(t.TempDir())
	require.NoError(t, err)
	t.Log("\n" + SizeTable([]Size{s}))
	require.LessOrEqual(t, s.Detect, int64(mostWasm))
	require.Greater(t, s.Growth(), int64(1_000_000), "the table is in it")
}

// TestFirstCall starts processes until one was quick enough: others only make
// them slower.
func TestFirstCall(t *testing.T) {
	buildsPrograms(t)
	setUp := never
	for range attempts {
		calls, err := FirstCalls(t.TempDir(), 5)
		require.NoError(t, err)
		for _, f := range calls {
			setUp = min(setUp, f.SetUp())
			require.LessOrEqual(t, f.Heap, mostHeap)
			require.Positive(t, f.Heap)
		}
		if setUp <= mostSetUp {
			break
		}
	}
	t.Logf("set-up takes %v", setUp)
	require.LessOrEqual(t, setUp, mostSetUp)
}

func TestReadFirstCall(t *testing.T) {
	const told = `{"first_ns":2000000,"second_ns":3000,"spans":2,"heap_alloc":7,"heap_in_use":8}`
	const trace = `init internal/cpu @0.01 ms, 9 ms clock, 0 bytes, 0 allocs
init github.com/phidetect/phidetect/lexicon @0.3 ms, 0.25 ms clock, 100 bytes, 2 allocs
init github.com/phidetect/phidetect/phi @0.6 ms, 0.5 ms clock, 100 bytes, 2 allocs
`
	f, err := readFirstCall([]byte(told), trace)
	require.NoError(t, err)
	require.Equal(t, FirstCall{Init: 750 * time.Microsecond, First: 2 * time.Millisecond, Second: 3 * time.Microsecond, Heap: 7, InUse: 8}, f)
	require.Equal(t, 2750*time.Microsecond, f.SetUp())
	for _, bad := range [][2]string{{"", trace}, {told, ""}, {`{"first_ns":1}`, trace}, {told, "init github.com/phidetect/phidetect/phi @0.6 s"}} {
		_, err := readFirstCall([]byte(bad[0]), bad[1])
		require.Error(t, err)
	}
}

func buildsPrograms(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("builds programs")
	}
	needsTrueSpeed(t)
}
