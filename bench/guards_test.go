package bench

import (
	"math"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// What the tests hold. The ratios compare two times of one process, so that
// they hold on any machine; the times have room for a slow one. They only go
// down.
const (
	mostAllocations = 2                     // of Detect, for a message
	mostBareScans   = 8                     // Detect on the corpus against the bare scan
	mostFor180Bytes = 10 * time.Microsecond // DetectInto, a message of 180 bytes
	mostGrowth      = 13                    // the time for ten times the text
)

// attempts is how often a time may be measured before it counts as too long:
// other processes can make it longer, nothing makes it shorter.
const attempts = 6

func needsTrueSpeed(t *testing.T) {
	t.Helper()
	if raceEnabled || testing.CoverMode() != "" {
		t.Skip("the race detector or the coverage counters change what is measured")
	}
}

func TestDetectIntoDoesNotAllocate(t *testing.T) {
	needsTrueSpeed(t)
	messages := corpus(t)
	d := phi.New(nil)
	var r phi.Result
	for i := range messages {
		d.DetectInto(&r, messages[i].Text)
	}
	var over []string
	for i := range messages {
		if testing.AllocsPerRun(5, func() { d.DetectInto(&r, messages[i].Text) }) > 0 {
			over = append(over, messages[i].ID)
		}
	}
	require.Empty(t, over)
}

func TestDetectAllocations(t *testing.T) {
	needsTrueSpeed(t)
	messages := corpus(t)
	for i := range messages {
		phi.Detect(messages[i].Text)
	}
	most := 0.0
	var over []string
	for i := range messages {
		n := testing.AllocsPerRun(5, func() { phi.Detect(messages[i].Text) })
		if most = max(most, n); n > mostAllocations {
			over = append(over, messages[i].ID)
		}
	}
	t.Logf("at most %v allocations", most)
	require.Empty(t, over, "messages with more than %d allocations, at most %v", mostAllocations, most)
}

// TestDetectAgainstBareScan measures both in turn, so that what slows the
// machine down slows down both.
func TestDetectAgainstBareScan(t *testing.T) {
	needsTrueSpeed(t)
	texts := Inputs(corpus(t))[0].Texts
	lex := lexicon.Default()
	var text identifiers.Text
	ratio := 0.0
	for range attempts {
		var detect, scan []time.Duration
		for range 15 {
			scan = append(scan, timed(func() { bareScan(lex, &text, texts) }))
			detect = append(detect, timed(func() {
				for _, t := range texts {
					phi.Detect(t)
				}
			}))
		}
		ratio = float64(median(detect)) / float64(median(scan))
		t.Logf("Detect takes %.2f times the bare scan", ratio)
		if ratio <= mostBareScans {
			return
		}
	}
	require.LessOrEqual(t, ratio, float64(mostBareScans))
}

func TestShortMessageTime(t *testing.T) {
	needsTrueSpeed(t)
	var texts []string
	for _, m := range corpus(t) {
		texts = append(texts, m.Text)
	}
	texts = Nearest(texts, 180, 20)
	d := phi.New(nil)
	var r phi.Result
	var took time.Duration
	for range attempts {
		var all []time.Duration
		for range 301 {
			all = append(all, timed(func() {
				for _, t := range texts {
					d.DetectInto(&r, t)
				}
			})/time.Duration(len(texts)))
		}
		took = median(all)
		t.Logf("%v a message of 180 bytes", took)
		if took <= mostFor180Bytes {
			return
		}
	}
	require.LessOrEqual(t, took, mostFor180Bytes)
}

// TestLinear gives Detect texts that are made to slow it down, and holds it to
// the promise that ten times the text takes little more than ten times as long.
func TestLinear(t *testing.T) {
	needsTrueSpeed(t)
	size := 1 << 20
	if testing.Short() {
		size = 256 << 10
	}
	messages := corpus(t)
	texts := make([]string, len(messages))
	for i := range messages {
		texts[i] = messages[i].Text
	}
	t.Run("messages", func(t *testing.T) {
		requireLinear(t, func(n int) string { return Joined(texts, n) }, size)
	})
	for _, h := range HostileInputs() {
		t.Run(h.Name, func(t *testing.T) { requireLinear(t, h.Text, size) })
	}
}

// requireLinear compares the times for size and ten times size bytes. It goes
// up in small steps first, so that a quadratic input fails in seconds. Of each
// time the shortest counts: the first run also grows the buffers, and other
// processes disturb.
func requireLinear(t *testing.T, text func(size int) string, size int) {
	d := phi.New(nil)
	var r phi.Result
	growth := func(size, times int, most float64) float64 {
		short, long := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
		var ratio float64
		texts := [2]string{text(size), text(times * size)}
		for range attempts {
			for range 2 {
				short = min(short, timed(func() { d.DetectInto(&r, texts[0]) }))
			}
			long = min(long, timed(func() { d.DetectInto(&r, texts[1]) }))
			if ratio = float64(long) / float64(short); ratio <= most {
				break
			}
		}
		t.Logf("%d times the text takes %.1f times as long, %.0f MB/s", times, ratio, float64(len(texts[1]))/1e6/long.Seconds())
		return ratio
	}
	// A linear scan takes four times as long for four times the text, a
	// quadratic one sixteen times.
	require.LessOrEqual(t, growth(size/16, 4, 10), 10.0, "growth from %d to %d bytes", size/16, size/4)
	require.LessOrEqual(t, growth(size, 10, mostGrowth), float64(mostGrowth), "growth from %d to %d bytes", size, 10*size)
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}
