package request

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

var inlineLabel = regexp.MustCompile(`⟦[a-z_]+\??\|([^⟦⟧]*)⟧`)

// corpus reads the texts of the corpus by id.
func corpus(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, set := range []string{"dm", "soc"} {
		f, err := os.Open(filepath.Join("../../../../testdata/corpus", set+".jsonl"))
		require.NoError(t, err)
		defer f.Close()
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			var m struct{ ID, Text string }
			require.NoError(t, json.Unmarshal(in.Bytes(), &m))
			out[m.ID] = inlineLabel.ReplaceAllString(m.Text, "$1")
		}
		require.NoError(t, in.Err())
	}
	return out
}

// labelled reads lines of an id and a kind.
func labelled(t *testing.T, name string) (out [][2]string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) == 2 && f[0] != "#" {
			out = append(out, [2]string{f[0], f[1]})
		}
	}
	require.NotEmpty(t, out)
	return out
}

// TestQuality prints how often the kind is right, and holds the share: on the
// messages that the words were written with, and on those only scored with.
func TestQuality(t *testing.T) {
	texts := corpus(t)
	for _, set := range []struct {
		name  string
		floor float64
	}{{"known.txt", 0.85}, {"scored.txt", 0.68}} {
		right, wrong := map[string]int{}, map[string]int{}
		total, all := 0, 0
		for _, l := range labelled(t, set.name) {
			text, ok := texts[l[0]]
			require.True(t, ok, l[0])
			r := phi.Detect(text)
			got := string(Of(text, &r))
			all++
			if got == l[1] {
				right[l[1]]++
				total++
			} else {
				wrong[l[1]]++
			}
		}
		share := float64(total) / float64(all)
		report := fmt.Sprintf("%s: %d of %d right", set.name, total, all)
		for _, k := range Kinds() {
			report += fmt.Sprintf(", %s %d of %d", k, right[string(k)], right[string(k)]+wrong[string(k)])
		}
		t.Log(report)
		require.GreaterOrEqual(t, share, set.floor)
	}
}
