package healthtag

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

func typos(t *testing.T, text string) (n int) {
	t.Helper()
	var read Reading
	var words identifiers.Text
	words.Read(lexicon.Default(), text)
	read.Collect(&words, nil)
	for _, term := range read.Terms {
		if term.kind == kindTypo {
			n++
		}
	}
	return n
}

func TestMisspeltTermsAreFound(t *testing.T) {
	require.Equal(t, 2, typos(t, "my docter gave me amoxiclilin for the bronchittis"))
	require.Zero(t, typos(t, "gave it to Amoxiclilin"), "a name more often than a term")
}

// Many names and words look like a misspelt term. As the lexicon knows them,
// they are none.
func TestKnownWordsAreNoMisspeltTerms(t *testing.T) {
	lex := lexicon.Default()
	alike := 0
	for _, list := range []string{"surnames", "given", "names_world", "dictionary_en", "cities"} {
		data, err := os.ReadFile("../../../lexicon/data/lists/" + list + ".txt")
		require.NoError(t, err)
		for line := range strings.Lines(string(data)) {
			word, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
			if strings.HasPrefix(line, "#") || lex.Misspelt(word) == 0 || lex.Lookup(word) == 0 { // or too rare to be in the table
				continue
			}
			alike++
			require.Zero(t, typos(t, "i saw "+word+" today"), word)
		}
	}
	require.Greater(t, alike, 500)
}
