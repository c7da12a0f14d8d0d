package bench

import (
	"flag"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

var raise = flag.Bool("raise", false, "put the floors that are further than the margin below their figure up")

// TestQuality scores Detect on the corpus, shows the tables under -v, and
// fails where a figure is below its floor.
func TestQuality(t *testing.T) {
	board := Measure(corpus(t), phi.Detect)
	t.Logf("quality by set\n%s", board.Table())
	for _, name := range []string{RowAll, RowHeld} {
		if r := board.Row(name); r != nil {
			t.Logf("%s: by type\n%s", name, r.TypesTable())
			t.Logf("%s: verdicts\n%s", name, r.VerdictsTable())
		}
	}
	floors, err := LoadFloors()
	require.NoError(t, err)
	measured := board.Figures()
	if *raise {
		n := floors.Raise(measured)
		require.NoError(t, floors.WriteFile("floors.json"))
		t.Logf("%d floors raised", n)
	}
	for _, short := range floors.Check(measured) {
		t.Error(short)
	}
}
