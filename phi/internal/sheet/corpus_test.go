package sheet

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

var gold = regexp.MustCompile(`⟦[^|⟧]*\|([^⟧]*)⟧`)

// A message in JSON is redacted as it is by itself, whatever its escapes.
func TestCorpusInJSONIsRedactedAsByItself(t *testing.T) {
	file, err := os.ReadFile("../../../testdata/corpus/dm.jsonl")
	require.NoError(t, err)
	r := redactor(t, phi.OpLabel)
	keys := NewKeys(nil, nil)
	var s Sheet
	n := 0
	for i, line := range bytes.Split(bytes.TrimSpace(file), []byte("\n")) {
		if i%10 != 0 {
			continue
		}
		var m struct{ ID, Text string }
		require.NoError(t, json.Unmarshal(line, &m))
		text := gold.ReplaceAllString(m.Text, "$1")
		src, err := json.Marshal([]any{text, 1.5, map[string]any{"": true}}) // escapes <, > and &
		require.NoError(t, err)
		s.Reset()
		require.NoError(t, s.AddJSON(src, 0, "", keys, false))
		s.Find(r.Detector())
		s.Redact(r)
		var got []any
		require.NoError(t, json.Unmarshal(AppendSource(&s, nil, src, 0, s.Len()), &got), m.ID)
		require.True(t, got[0].(string)+"\n" == r.Redact(text+"\n"), m.ID)
		require.Equal(t, []any{1.5, map[string]any{"": true}}, got[1:])
		n++
	}
	require.Greater(t, n, 200)
}
