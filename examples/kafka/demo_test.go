package main

import (
	"bytes"
	"testing"

	"github.com/google/pprof/profile"
	"github.com/stretchr/testify/require"
)

func TestDemonstration(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, demonstrate(t.Context(), corpus, 4, &out))
	for _, want := range []string{"worker two is killed inside a transaction", "worker four is added", "missing 0, twice 0",
		"other than by one process: 0 verdicts, 0 threads", `"reason":"no_text"`, "[NAME]"} {
		require.Contains(t, out.String(), want)
	}
	require.ErrorContains(t, demonstrate(t.Context(), "nowhere", 1, &out), "-corpus is the folder")
}

func TestOverhead(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, measureOverhead(t.Context(), corpus, 1, &out))
	require.Regexp(t, `A worker takes \d+\.\d\d times what Detect takes alone: \d+ messages a second a core`, out.String())
	require.Regexp(t, `a thread takes [1-9]\d* bytes of a worker's memory; [1-9]\d* snapshots a second are restored`, out.String())
	for _, name := range costNames {
		require.Contains(t, out.String(), name)
	}
}

// The first kind of function that stands in a stack says what the time went for.
func TestCostOfStack(t *testing.T) {
	stack := func(names ...string) *profile.Sample {
		s := new(profile.Sample)
		for _, n := range names {
			s.Location = append(s.Location, &profile.Location{Line: []profile.Line{{Function: &profile.Function{Name: n}}}})
		}
		return s
	}
	const answer = "main.(*answerer).answer"
	require.Equal(t, costDetect, costOfStack(stack("x", "github.com/phidetect/phidetect/phi.(*Detector).detect", "github.com/phidetect/phidetect/phi.(*Conversation).AddInto", answer)))
	require.Equal(t, costThread, costOfStack(stack("x", "github.com/phidetect/phidetect/phi.(*Conversation).AddInto", answer)))
	require.Equal(t, costSnapshot, costOfStack(stack("github.com/phidetect/phidetect/phi.Conversation.MarshalJSON", "main.(*table).snapshots")))
	require.Equal(t, costWrite, costOfStack(stack("encoding/json.Marshal", "main.(*answerer).redact", answer)))
	require.Equal(t, costGarbage, costOfStack(stack("runtime.gcAssistAlloc", "runtime.mallocgc", answer)))
	require.Equal(t, costClient, costOfStack(stack("syscall.Syscall", "github.com/twmb/franz-go/pkg/kgo.(*brokerCxn).writeConn")))
	require.Equal(t, costRest, costOfStack(stack("runtime.schedule")))
}
