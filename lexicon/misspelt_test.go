package lexicon

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMisspelt(t *testing.T) {
	lex := Default()
	for word, want := range map[string]Category{
		"diabeties":   Condition, // a letter too many
		"amoxicilln":  Drug,      // missing
		"amoxicilkin": Drug,      // wrong
		"amoxiclilin": Drug,      // changed places
		"AMOXICILLNI": Drug,
	} {
		e := lex.Misspelt(word)
		require.Equal(t, want, e.Category(), word)
		require.Equal(t, Medium, e.Weight(), word)
		require.Zero(t, e.Name(), word)
	}
	for _, word := range []string{"", "cat", "xmoxicillin", "marigold", "tuesdayy", "thornbeck", "zzzzzzzzzz", "äöüäöüäöü"} {
		require.Zero(t, lex.Misspelt(word), word)
	}
	require.Zero(t, testing.AllocsPerRun(100, func() { lex.Misspelt("amoxiclilin") }))
}
