package lexicon

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLookupFindsASpellingHoweverWritten(t *testing.T) {
	lex := Default()
	want := lex.Lookup("blood pressure")
	require.Equal(t, Lab, want.Category())
	for _, text := range []string{
		"Blood Pressure", "BLOOD PRESSURE", "blood-pressure", " blood \n pressure ", "blood\u00a0pressure", "ｂｌｏｏｄ ｐｒｅｓｓｕｒｅ", "bl\u00adood press\u200bure", "𝐛𝐥𝐨𝐨𝐝 𝐩𝐫𝐞𝐬𝐬𝐮𝐫𝐞", "blооd pressure", "blöód prèssure",
	} {
		require.Equal(t, want, lex.Lookup(text), "%+q", text)
	}
	require.Equal(t, lex.Lookup("jose"), lex.Lookup("José"))
	require.Equal(t, lex.Lookup("obrien"), lex.Lookup("O’Brien"))
}

func TestLookupOfNothingKnownIsZero(t *testing.T) {
	lex := Default()
	for _, text := range []string{"", " ", "...", "\x00", "zzyzxqj", "pressure blood zzyzxqj", "blood pressure blood pressure", strings.Repeat("blood ", 40)} {
		require.True(t, lex.Lookup(text).Rare(), "%q", text)
	}
	var empty Lexicon
	require.Zero(t, empty.Lookup("diabetes"))
	require.Zero(t, empty.Size())
	require.Empty(t, empty.Added())
	require.Zero(t, empty.Without("diabetes").Lookup("diabetes"))
}

func TestLookupNeverShowsContinues(t *testing.T) {
	require.False(t, Default().Lookup("blood").Has(Continues))
	require.True(t, Default().find(HashWord("blood")).Has(Continues), "but a scan needs it")
}

func TestKeys(t *testing.T) {
	keys, words := Keys("  Dr. O'Brien-Smith's  ")
	require.Equal(t, "dr obrien smith", words)
	require.Len(t, keys, 3)
	require.Equal(t, HashWord("dr"), keys[0])
	require.Equal(t, Chain(HashWord("dr"), HashWord("obrien")), keys[1])
	require.Equal(t, Chain(keys[1], HashWord("smith")), keys[2])

	keys, words = Keys("?!")
	require.Empty(t, keys)
	require.Empty(t, words)
}

func TestDrugStem(t *testing.T) {
	lex := Default()
	for _, w := range []string{"zorbilimab", "ZORBILIMAB", "zorbastatin", "zorbaprazole", "cefzorbix"} {
		require.True(t, lex.DrugStem(w), w)
	}
	for _, w := range []string{"", "mab", "xstatin", "wandering", "breakfast", "gathering", "zorbilimabzorbilimabzorbilimab"} {
		require.False(t, lex.DrugStem(w), w)
	}
	require.NotEqual(t, StemKey("cef", true), StemKey("cef", false))
	require.NotEqual(t, HashWord("cef"), StemKey("cef", false))
	require.Equal(t, StemKey("cef", true), StemKey("CEF", true))
}

func TestLexiconIsSafeForConcurrentUse(t *testing.T) {
	lex, err := Default().With(Term{Text: "zorb flim", Category: Condition})
	require.NoError(t, err)
	var wait sync.WaitGroup
	found := make([]int, 8)
	for i := range found {
		wait.Go(func() {
			var s Scan
			for range 200 {
				s.Run(lex, "my zorb flim, and José's blood pressure")
				if more, err := lex.With(Term{Text: "wug", Given: 5}); err == nil && more.Without("zorb flim").Lookup("wug").Given() == 5 {
					found[i] += len(s.Phrases)
				}
			}
		})
	}
	wait.Wait()
	for _, n := range found {
		require.Equal(t, 400, n)
	}
}

func TestDefaultLoadsForNothing(t *testing.T) {
	n := testing.AllocsPerRun(100, func() {
		if Default().Size() == 0 {
			panic("empty")
		}
	})
	require.LessOrEqual(t, n, 1.0, "the Lexicon itself, no copy of the table")
}
