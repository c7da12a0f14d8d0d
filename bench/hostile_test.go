package bench

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const hostileFile = "../testdata/hostile/family.txt"

// hostile loads the hostile inputs or fails the test.
func hostile(t testing.TB) []Hostile {
	t.Helper()
	family, err := LoadHostile(hostileFile)
	require.NoError(t, err)
	return family
}

func TestLoadHostile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.txt")
	require.NoError(t, os.WriteFile(path, []byte("# no\n\na b: \"<\\xff\"*2 | \"x: \" \"y\"\nc: ? \"1\"*3\n"), 0o644))
	got, err := LoadHostile(path)
	require.NoError(t, err)
	require.Equal(t, []Hostile{
		{Name: "a b", Begin: "<\xff<\xff", Pieces: []string{"x: ", "y"}},
		{Name: "c", Pieces: []string{"111"}, Random: true},
		{Name: "everything by chance", Pieces: []string{"x: ", "y", "111"}, Random: true},
	}, got)
	require.Equal(t, "<\xff<\xffx: yx: ", got[0].Text(11))
	for _, bad := range []string{"a", "a: ", "a: x", `a: ""`, `a: "x"*`, `a: "x"*0`, `a: "x" |`} {
		require.NoError(t, os.WriteFile(path, []byte(bad), 0o644))
		_, err := LoadHostile(path)
		require.ErrorContains(t, err, "line 1", bad)
	}
}

// TestHostileFamily holds the family to what it must have: names that differ,
// texts of the length asked for, and inputs that hit each thing named here.
func TestHostileFamily(t *testing.T) {
	seen := map[string]bool{}
	for _, h := range hostile(t) {
		require.False(t, seen[h.Name], "%s stands there twice", h.Name)
		seen[h.Name] = true
		require.Len(t, h.Text(10000), 10000, h.Name)
		require.Equal(t, h.Text(3000), h.Text(10000)[:3000], h.Name)
	}
	for _, name := range []string{"nested brackets", "one long digit run", "initials", "at signs", "digits and hyphens", "near dates", "combining tower", "invalid UTF-8", "zero-width tower",
		"unmatched quotes", "comma-separated columns", "HL7 fields", "label words repeated", "names repeated", "one long line"} {
		require.True(t, seen[name], name)
	}
	columns := 0
	for _, h := range hostile(t) {
		if h.Name == "comma-separated columns" {
			columns = strings.Count(h.Pieces[0], ",")
		}
	}
	require.Greater(t, columns, 1000)
}

// TestHostileCost reads a thousand hostile inputs, each of a whole window, in
// which time that grows with the square would show.
func TestHostileCost(t *testing.T) {
	needsTrueSpeed(t)
	if testing.Short() {
		t.Skip("takes seconds")
	}
	messages := corpus(t)
	inputs := Breed(hostile(t), Words(messages), 1000)
	require.Len(t, inputs, 1000)
	costs := Costs(inputs, messages, 12)
	for _, c := range costs[:8] {
		t.Logf("%5.2f %s", c.Times, c.Input.Name)
	}
	for _, c := range costs {
		if most := MostCost; c.Times > most {
			t.Errorf("%s: %.1f times the time of plain text, more than %.0f", c.Input.Name, c.Times, most)
		}
	}
}
