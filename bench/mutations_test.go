package bench

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// TestMutations writes every message of the corpus in other ways, shows the
// table under -v, and fails where more of the recall is lost than the floors
// allow.
func TestMutations(t *testing.T) {
	if raceEnabled {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	board := MeasureMutations(corpus(t), phi.Detect)
	t.Logf("recall under mutations\n%s", board.Table())
	floors, err := LoadMutationFloors()
	require.NoError(t, err)
	measured := board.Figures()
	if *raise {
		n := floors.Raise(measured)
		require.NoError(t, floors.WriteFile("mutation_floors.json"))
		t.Logf("%d floors raised", n)
	}
	for _, short := range floors.Check(measured) {
		t.Error(short)
	}
}

// TestMutationsMoveLabels applies each mutation to a message whose labels are
// known, and looks at what they hold afterwards.
func TestMutationsMoveLabels(t *testing.T) {
	text, spans, _, err := Parse("my name is ⟦name|Ana Cope⟧, call ⟦phone|555-0142⟧ & don't wait for \"doctor\" or the ⟦city|Rye⟧ one")
	require.NoError(t, err)
	m := Message{ID: "x", Text: text, Spans: spans}
	name := map[string]string{
		"upper case": "ANA COPE", "lower case": "ana cope", "title case": "Ana Cope", "cue words in random case": "Ana Cope", "double spaces": "Ana  Cope",
		"tabs": "Ana\tCope", "line breaks at 40 columns": "Ana Cope", "no-break spaces": "Ana\u00a0Cope", "thin spaces": "Ana\u2009Cope",
		"zero-width joiners": "A\u200dn\u200da C\u200do\u200dp\u200de", "soft hyphens": "A\u00adn\u00ada C\u00ado\u00adp\u00ade", "full width": "Ａｎａ Ｃｏｐｅ",
		"mathematical bold": "𝐀𝐧𝐚 𝐂𝐨𝐩𝐞", "combining accents": "A\u0301na\u0301 Co\u0301pe\u0301", "smart quotes": "Ana Cope", "non-breaking hyphens": "Ana Cope",
		"Cyrillic look-alikes": "Аnа Cоре", "typos in cue words": "Ana Cope", "punctuation behind": "Ana Cope", "HTML escapes": "Ana Cope", "other sentences around": "Ana Cope",
	}
	require.Len(t, Mutations(), len(name))
	for _, mu := range Mutations() {
		got := mu.Apply(&m)
		require.True(t, utf8.ValidString(got.Text), mu.Name)
		require.Equal(t, name[mu.Name], got.Text[got.Spans[0].Start:got.Spans[0].End], mu.Name)
		require.Equal(t, identifiers.City, got.Spans[2].Type)
		require.NotEqual(t, text, got.Text, mu.Name)
		require.Equal(t, got, mu.Apply(&m), mu.Name)
		require.Equal(t, text, m.Text)
	}
	wrap := Mutations()[6].Apply(&m).Text
	require.Equal(t, "my name is Ana Cope, call 555-0142 &\ndon't wait for \"doctor\" or the Rye one", wrap)
}

func TestMutationsCountWhatIsLost(t *testing.T) {
	text, spans, _, err := Parse("⟦name|Ana⟧ 5")
	require.NoError(t, err)
	blind := func(text string) (r phi.Result) {
		if text[0] == 'A' && text[1] == 'n' {
			r.Spans = []identifiers.Span{{Start: 0, End: 3}}
		}
		return r
	}
	board := MeasureMutations([]Message{{ID: "x", Text: text, Spans: spans}, {ID: "held-1", Text: text, Spans: spans}}, blind)
	require.Equal(t, 1.0, board[0].Fall(), "upper case")
	require.Equal(t, 1.0, board[0].HeldFall())
	require.Zero(t, board[4].Fall(), "double spaces")
	require.NotEmpty(t, Floors{"upper case": {"kept": 0.5}}.Check(Floors{"upper case": board.Figures()["upper case"]}))
}
