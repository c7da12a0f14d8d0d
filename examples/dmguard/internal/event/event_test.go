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
