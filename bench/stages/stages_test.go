package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/bench"
)

// TestStagesFindWhatDetectFinds builds the program with its stages; it fails by
// itself if they leave another result than Detect.
func TestStagesFindWhatDetectFinds(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	cmd := exec.Command("go", "run", "-tags=stages", ".", "-rounds=1", "-json")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	var times bench.StageTimes
	require.NoError(t, json.Unmarshal(out, &times))
	require.Greater(t, times.Messages, 4000)
	require.Positive(t, times.Detect)
	took := map[string]float64{}
	for _, st := range times.Stages {
		took[st.Name] = st.NS
	}
	for _, name := range []string{"fold", "tokenise", "look up", "triggers", "date", "number", "name", "health terms", "text heads", "verdict"} {
		require.Positive(t, took[name], name)
	}
	require.NotContains(t, took, "health again", "steps repeated for the next are not counted")
}

func TestParse(t *testing.T) {
	o, err := parse([]string{"-rounds=3", "-block", "8", "-json"})
	require.NoError(t, err)
	require.Equal(t, options{rounds: 3, block: 8, json: true}, o)
	for _, args := range [][]string{{"x"}, {"-rounds=0"}, {"-block=0"}, {"-nope"}} {
		_, err := parse(args)
		require.Error(t, err, args)
	}
}
