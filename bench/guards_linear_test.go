package bench

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

const (
	// mostGrowth is the time that ten times the text may take. Quadratic would
	// be 100.
	mostGrowth = 11
	// mostShortGrowth is the same from 64 to 640 KB: a text of two parts has fewer
	// seams for its length, what lies at a seam is read twice, and a result of
	// fifty thousand spans and terms does not stay in the cache; other tests run
	// on the other core.
	mostShortGrowth = 18
	// mostPartGrowth is the time that a part may take, in sixteenths of it. Here
	// quadratic would be 256; linear, 16, is not reached by every input.
	mostPartGrowth = 32
	// part is the longest text that is read at once.
	part = 32 << 10
	// linearAttempts is how often whole and parts are measured at most.
	linearAttempts = 2 * attempts
)

// TestLinear gives Detect texts that are made to slow it down, and holds it to
// the promise that ten times the text takes little more than ten times as long.
func TestLinear(t *testing.T) {
	needsTrueSpeed(t)
	texts := Texts(corpus(t))
	// One detector for all inputs: its buffers have grown when it counts.
	d := phi.New(nil)
	t.Run("messages", func(t *testing.T) {
		requireLinear(t, d, func(n int) string { return Joined(texts, n) }, 10<<20, mostGrowth)
	})
	for _, h := range hostile(t) {
		t.Run(h.Name, func(t *testing.T) { requireLinear(t, d, h.Text, 640<<10, mostShortGrowth) })
	}
}

// requireLinear compares a text of so many bytes with ten of a tenth of it. It
// takes a quarter of that under -short and where all would take more than a
// second, and a sixteenth where a quarter would.
func requireLinear(t *testing.T, d *phi.Detector, text func(size int) string, size int, most float64) {
	// A text of one part first: what is quadratic in a part would not show in
	// the parts of a longer one.
	g, speed := growth(d, text(part), 16, mostPartGrowth)
	require.LessOrEqual(t, g, float64(mostPartGrowth), "growth from %d to %d KB, at %.1f MB/s", part>>14, part>>10, speed)
	switch seconds := float64(size) / 1e6 / speed; {
	case seconds > 4:
		size /= 16
	case testing.Short() || seconds > 1:
		size /= 4
	}
	g, speed = growth(d, text(size), 10, most)
	t.Logf("%d KB take %.1f times as long as a tenth, %.1f MB/s", size>>10, g, speed)
	require.LessOrEqual(t, g, most, "growth from %d to %d KB, at %.1f MB/s", size/10>>10, size>>10, speed)
}

// growth tells how many times as long the text takes as one of its parts does
// on average, and how many MB/s that is. Whole and parts are measured in turn,
// and of each the shortest time counts, until the growth is at most enough.
// That the parts are as many bytes as the whole makes caches weigh on both.
func growth(d *phi.Detector, text string, parts int, enough float64) (times, mbps float64) {
	var r phi.Result
	whole, split := never, never
	for range linearAttempts {
		split = min(split, timed(func() {
			for i := range parts {
				d.DetectInto(&r, text[i*len(text)/parts:(i+1)*len(text)/parts])
			}
		}))
		whole = min(whole, timed(func() { d.DetectInto(&r, text) }))
		if times = float64(parts) * float64(whole) / float64(split); times <= enough {
			break
		}
	}
	return times, float64(len(text)) / 1e6 / whole.Seconds()
}
