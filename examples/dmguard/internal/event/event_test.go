package event

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNothingPrintsText(t *testing.T) {
	e := Event{Kind: Comment, ID: "c1", Person: "p1", Username: "dana.whitfield", Text: "my diabetes check", Attachments: []string{"image"}}
	const want = "comment of 17 bytes, 1 attachments"
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		require.Equal(t, want, fmt.Sprintf(verb, e), verb)
	}
	b, err := json.Marshal(e)
	require.NoError(t, err)
	require.Equal(t, `"`+want+`"`, string(b))
}

func TestEdits(t *testing.T) {
	id := EditID("m1", 12)
	message, ok := EditOf(id)
	require.True(t, ok)
	require.Equal(t, "m1", message)
	_, ok = EditOf("m1")
	require.False(t, ok)
	from, below := Edits("m1")
	require.True(t, from <= id && id < below)
	for _, other := range []string{"m1", "m1x", EditID("m", 1), EditID("m2", 1), "m1/editor"} {
		require.False(t, from <= other && other < below, other)
	}
}
