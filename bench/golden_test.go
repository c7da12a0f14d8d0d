package bench

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

// mostWrong is the share of the golden verdicts that may be wrong. It only
// goes down.
const mostWrong = 0.07

func TestGoldenVerdicts(t *testing.T) {
	messages, err := LoadGolden("../testdata/golden/verdicts.jsonl")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(messages), 250)
	misses := MissGolden(messages, phi.Detect)
	for _, m := range misses {
		t.Log(m)
	}
	wrong := float64(len(misses)) / float64(len(messages))
	t.Logf("%d of %d wrong", len(misses), len(messages))
	require.LessOrEqual(t, wrong, mostWrong, "share of wrong verdicts")
}
