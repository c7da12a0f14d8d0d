package lexicon

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/lexicon/internal/typo"
)

func TestMisspelt(t *testing.T) {
	lex := Default()
	for word, want := range map[string]Category{
		"diabeties":   Condition, // a letter too many
		"amoxicilln":  Drug,      // missing
		"amoxicilkin": Drug,      // wrong
		"amoxiclilin": Drug,      // changed places
		"AMOXICILLNI": Drug,
		"migranes":    Condition, // missing, in a plural
		"prozzac":     Drug,      // of six letters only one too many
	} {
		e := lex.Misspelt(word)
		require.Equal(t, want, e.Category(), word)
		require.Equal(t, Medium, e.Weight(), word)
		require.Equal(t, Entry(0).WithHealth(e.Category(), Medium, e.Sensitivity()), e, "nothing but health: %s", word)
	}
	for _, word := range []string{"", "cat", "xmoxicillin", "marigold", "tuesdayy", "thornbeck", "zzzzzzzzzz", "äöüäöüäöü",
		"proxac", "prozc", "amoxicilllinn", "amxoicilln", "amoxicíllin", "amoxicillin\xff", "maoxicillin", strings.Repeat("amoxicillin", 9)} {
		require.Zero(t, lex.Misspelt(word), word)
	}
	require.Zero(t, testing.AllocsPerRun(100, func() { lex.Misspelt("amoxiclilin") }))
	var empty Lexicon
	require.Zero(t, empty.Misspelt("amoxiclilin"))
}

func TestMisspeltKnowsNoUserTerms(t *testing.T) {
	lex, err := Default().With(Term{Text: "zorbafenix", Category: Drug})
	require.NoError(t, err)
	require.Zero(t, lex.Misspelt("zorbafenxi"))
	require.Equal(t, Drug, lex.Misspelt("amoxiclilin").Category())
	require.Equal(t, Drug, lex.Without("amoxicillin").Misspelt("amoxiclilin").Category())
}

// misspeltTerms gives the terms of the index and the health part of each.
func misspeltTerms() (terms []string, values map[string]uint16) {
	values = map[string]uint16{}
	x := typo.Open(misspeltData)
	x.Each(func(term string, value uint16) {
		terms = append(terms, term)
		values[term] = value
	})
	return terms, values
}

// Misspelt terms are strong terms, and of words that are common or names only
// those of which a letter too many is recognised: their neighbours are names too.
func TestMisspeltTermsAreNoCommonWordsOrNames(t *testing.T) {
	lex := Default()
	terms, values := misspeltTerms()
	require.Greater(t, len(terms), 15000)
	for _, term := range terms {
		e := lex.Lookup(term)
		require.Equal(t, Strong, e.Weight(), "%s: %s", term, stale)
		v := values[term]
		require.Equal(t, uint16(e.Category())<<8|uint16(e.Sensitivity()), v&^typo.Only, "%s: %s", term, stale)
		if v&typo.Only != 0 {
			require.Zero(t, e.Rank(), term)
		} else {
			require.True(t, len(term) >= 7 && e.Rank() <= 3 && e.Name() <= 4 && !e.HasAny(Spanish|French), term)
		}
	}
}

// Each error in each place of a sample of terms leads back to the term, or to
// one that is as near.
func TestMisspeltFindsEveryError(t *testing.T) {
	lex := Default()
	terms, values := misspeltTerms()
	r := rand.New(rand.NewPCG(1, 2))
	found, none := 0, 0
	for _, term := range terms {
		only := values[term]&typo.Only != 0
		if r.IntN(20) != 0 || len(term) == typo.Longest {
			continue
		}
		letter := func() string { return string(rune('a' + r.IntN(26))) }
		for i := 1; i < len(term); i++ {
			words := []string{term[:i] + letter() + term[i:]}
			if !only {
				words = append(words, term[:i]+term[i+1:], term[:i]+letter()+term[i+1:])
				if i+1 < len(term) {
					words = append(words, term[:i]+term[i+1:i+2]+term[i:i+1]+term[i+2:])
				}
			}
			for _, word := range words {
				if word == term {
					continue
				}
				e := lex.Misspelt(word)
				if e == 0 {
					none++ // two terms of different kinds are as near
					continue
				}
				found++
				require.Equal(t, Medium, e.Weight(), word)
			}
		}
	}
	require.Greater(t, found, 20000)
	require.Less(t, none, found/200)
}

func BenchmarkMisspelt(b *testing.B) {
	lex := Default()
	r := rand.New(rand.NewPCG(3, 4))
	sets := map[string][]string{}
	add := func(set, word string) {
		i := 1 + r.IntN(len(word)-1)
		word = word[:i] + string(rune('a'+r.IntN(26))) + word[i+r.IntN(2):]
		if lex.find(HashWord(word)) == 0 {
			sets[set] = append(sets[set], word)
		}
	}
	for _, name := range strings.Fields("whitfield thornbeck okonkwo castellano ramachandran fairweather macallister vandenberg " +
		"petrosyan abernathy lindqvist oyelaran mverduzco szymanski greenleaf holloway carrington montgomery delacroix kowalczyk") {
		for range 50 {
			add("names", name)
		}
	}
	terms, _ := misspeltTerms()
	for range 2000 {
		add("terms", terms[r.IntN(len(terms))])
	}
	for set, words := range sets {
		b.Run(set, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				lex.Misspelt(words[i%len(words)])
			}
		})
	}
}
