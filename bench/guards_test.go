package bench

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

// mostAllocations is what Detect may allocate for a message; DetectInto with a
// Result used before allocates nothing.
const mostAllocations = 2

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
