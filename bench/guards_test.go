package bench

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// What the tests hold. The ratios compare two times of one process, so that
// they hold on any machine; the times have room for a slow one. They only go
// down; mostFor180Bytes went up once, from 16 µs, when the corpus grew and the
// twenty messages nearest to 180 bytes became ones with four identifiers each.
const (
	mostAllocations = 2                     // of Detect, for a message
	mostBareScans   = 8                     // Detect on the corpus against the bare scan
	mostFor180Bytes = 20 * time.Microsecond // DetectInto, a message of 180 bytes; 10 µs is the goal on a quiet core
	mostGrowth      = 20                    // the time for ten times the text; quadratic would be 100, the goal is 11
)

// attempts is how often a time may be measured before it counts as too long.
// Other processes make a time longer and nothing makes it shorter, so of many
// the shortest counts.
const attempts = 6

const never = time.Duration(math.MaxInt64)

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
// machine down for a while slows down both.
func TestDetectAgainstBareScan(t *testing.T) {
	needsTrueSpeed(t)
	texts := Inputs(corpus(t))[0].Texts
	lex := lexicon.Default()
	var text identifiers.Text
	detect, scan, ratio := never, never, 0.0
	for round := range 15 * attempts {
		scan = min(scan, timed(func() { bareScan(lex, &text, texts) }))
		detect = min(detect, timed(func() {
			for _, t := range texts {
				phi.Detect(t)
			}
		}))
		if ratio = float64(detect) / float64(scan); round >= 15 && ratio <= mostBareScans {
			break
		}
	}
	t.Logf("Detect takes %.2f times the bare scan", ratio)
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
	took := never
	for round := range 2000 * attempts { // some seconds: a neighbour may keep the core busy for one
		took = min(took, timed(func() {
			for _, t := range texts {
				d.DetectInto(&r, t)
			}
		})/time.Duration(len(texts)))
		if round >= 300 && took <= mostFor180Bytes {
			break
		}
	}
	t.Logf("%v a message of 180 bytes", took)
	require.LessOrEqual(t, took, mostFor180Bytes)
}

// TestLinear gives Detect texts that are made to slow it down, and holds it to
// the promise that ten times the text takes little more than ten times as long.
// Long texts are read in parts, so that what grows within a part shows in
// TestHostileCost instead. Of the hostile ones sixteen times the text may take 64
// times as long, quadratic would be 256: finding where to cut weighs on what is
// read in no time.
func TestLinear(t *testing.T) {
	needsTrueSpeed(t)
	messages := corpus(t)
	texts := make([]string, len(messages))
	for i := range messages {
		texts[i] = messages[i].Text
	}
	// One detector for all inputs: its buffers have grown when it counts.
	d := phi.New(nil)
	t.Run("messages", func(t *testing.T) {
		size := 10 << 20
		if testing.Short() {
			size = 2560 << 10
		}
		requireLinear(t, d, Joined(texts, size), 10, mostGrowth)
	})
	for _, h := range hostile(t) {
		t.Run(h.Name, func(t *testing.T) { requireLinear(t, d, h.Text(256<<10), 16, 64) })
	}
}

// requireLinear compares the text with its parts.
func requireLinear(t *testing.T, d *phi.Detector, text string, parts int, most float64) {
	g, speed := growth(d, text, parts, most)
	t.Logf("%d KB take %.1f times as long as one of %d parts, %.1f MB/s", len(text)>>10, g, parts, speed)
	require.LessOrEqual(t, g, most, "growth from %d to %d KB, at %.1f MB/s", len(text)/parts>>10, len(text)>>10, speed)
}

// growth tells how many times as long the text takes as one of its parts does
// on average, and how many MB/s that is. Whole and parts are measured in turn,
// and of each the shortest time counts, until the growth is at most enough.
// That the parts are as many bytes as the whole makes caches weigh on both.
func growth(d *phi.Detector, text string, parts int, enough float64) (times, mbps float64) {
	var r phi.Result
	whole, split := never, never
	for range attempts {
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

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}
