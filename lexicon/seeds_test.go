package lexicon

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var mark = regexp.MustCompile(`⟦[a-z_]+\??\|([^⟦⟧]*)⟧`)

// seedTexts gives every few lines of the case files of package identifiers and
// messages of the corpus that are not held out; while fuzzing an eighth of
// them, since each seed then costs ten milliseconds before the search begins.
func seedTexts(f *testing.F, every int) []string {
	f.Helper()
	if x := flag.Lookup("test.fuzz"); x != nil && x.Value.String() != "" {
		every *= 8
	}
	out := append([]string(nil), seeds...)
	for _, pattern := range []string{"../identifiers/testdata/*.txt", "../testdata/corpus/*.jsonl"} {
		files, err := filepath.Glob(pattern)
		require.NoError(f, err)
		require.NotEmpty(f, files)
		for _, path := range files {
			if filepath.Base(path) == "held.jsonl" {
				continue
			}
			b, err := os.ReadFile(path)
			require.NoError(f, err)
			for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
				if i%every != 0 || line == "" || line[0] == '#' {
					continue
				}
				if line[0] == '{' && strings.HasSuffix(path, ".jsonl") {
					var m struct{ Text string }
					require.NoError(f, json.Unmarshal([]byte(line), &m), "%s:%d", path, i+1)
					line = m.Text
				}
				out = append(out, mark.ReplaceAllString(strings.TrimPrefix(line, "- "), "$1"))
			}
		}
	}
	return out
}
