package bench

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

// The bound of the package's doc: all that a call takes from the heap, garbage
// included, is at most mostFixed and mostPerByte for each byte of the text.
const (
	mostFixed   = 24 << 20
	mostPerByte = 64
)

// allocated gives the bytes that reading a text with a new detector takes.
func allocated(text string) int {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	runtime.GC()
	d := phi.New(nil)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := d.Detect(text)
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(r)
	return int(after.TotalAlloc - before.TotalAlloc)
}

func TestMemory(t *testing.T) {
	needsTrueSpeed(t)
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const short, long = 40 << 10, 104 << 10
	plain := longTexts(t)[0]
	t.Logf("%d KB for the first %d KB of the corpus", allocated(plain)>>10, len(plain)>>10)
	fixed, slope, at, where := 0, 0.0, "", ""
	for _, h := range hostile(t) {
		text := h.Text(long)
		a, b := allocated(text[:short]), allocated(text)
		if a > fixed {
			fixed, at = a, h.Name
		}
		if s := float64(b-a) / (long - short); s > slope {
			slope, where = s, h.Name
		}
		if b > mostFixed+mostPerByte*long {
			t.Errorf("%s: %d KB for %d KB of text", h.Name, b>>10, long>>10)
		}
	}
	t.Logf("at most %.1f MB for 40 KB (%s), and %.1f bytes a further byte (%s)", float64(fixed)/(1<<20), at, slope, where)
	require.Less(t, fixed, mostFixed)
	require.Less(t, slope, float64(mostPerByte))
}

// TestMemoryOfOneLongLine reads a line of 50 MB without a place to cut.
func TestMemoryOfOneLongLine(t *testing.T) {
	needsTrueSpeed(t)
	size := 50 << 20
	if testing.Short() {
		size = 5 << 20
	}
	for _, piece := range []string{"a", "abcdefghi\u00e9"} {
		text := strings.Repeat(piece, size/len(piece))
		got := allocated(text)
		t.Logf("%d MB take %d KB", len(text)>>20, got>>10)
		require.Less(t, got, 1<<20, "a line without findings takes a fixed amount")
	}
}
