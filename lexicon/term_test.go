package lexicon

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func with(t *testing.T, lex *Lexicon, terms ...Term) *Lexicon {
	t.Helper()
	out, err := lex.With(terms...)
	require.NoError(t, err)
	return out
}

func TestWithAddsWhatATermSays(t *testing.T) {
	lex := with(t, Default(),
		Term{Text: "Zorbitis", Category: Condition},
		Term{Text: "zorblex", Category: Drug, Weight: Weak, Sensitivity: SubstanceUse | Minor},
		Term{Text: "Zorbella", Given: 12, Surname: 3},
		Term{Text: "Zorbville", Place: 15},
		Term{Text: "zorb card no", Cue: CuePlan},
	)
	for text, want := range map[string]fields{
		"zorbitis":     {category: Condition, weight: Strong}, // no Weight means Strong
		"ZORBLEX":      {category: Drug, weight: Weak, sensitivity: SubstanceUse | Minor},
		"zorbella":     {given: 12, surname: 3},
		"zorbville":    {place: 15},
		"zorb card no": {cue: CuePlan},
		"zorb":         {},
		"zorb card":    {},
	} {
		require.Equal(t, want, apart(lex.Lookup(text)), text)
	}
}

func TestWithLeavesTheReceiver(t *testing.T) {
	base := Default()
	before := base.Lookup("diabetes")
	one := with(t, base, Term{Text: "zorb", Category: Condition})
	two := with(t, one, Term{Text: "zorb", Given: 9}, Term{Text: "diabetes", Place: 4}, Term{Text: "zorb flim", Category: Drug})
	three := two.Without("zorb", "blood pressure")

	require.True(t, base.Lookup("zorb").Rare())
	require.Equal(t, before, base.Lookup("diabetes"))
	require.Equal(t, Condition, one.Lookup("zorb").Category())
	require.Equal(t, before, one.Lookup("diabetes"))
	require.Zero(t, one.Lookup("zorb flim"))
	require.Equal(t, fields{given: 9}, apart(two.Lookup("zorb")), "replaced, not joined")
	require.Equal(t, fields{place: 4}, apart(two.Lookup("diabetes")))
	require.Equal(t, Lab, two.Lookup("blood pressure").Category())
	require.True(t, three.Lookup("zorb").Rare())
	require.Zero(t, three.Lookup("blood pressure"))
	require.Equal(t, Drug, three.Lookup("zorb flim").Category())

	require.Len(t, one.Added(), 1)
	added := one.Added()
	added[0].Text = "changed"
	require.Equal(t, "zorb", one.Added()[0].Text, "Added gives a copy")
}

func TestWithJoinsInflections(t *testing.T) {
	lex := with(t, Default(), Term{Text: "zorbate", Category: Symptom}, Term{Text: "gumble", Category: Symptom, Exact: true})
	var s Scan
	for _, form := range []string{"zorbate", "zorbates", "zorbated", "zorbating", "Zorbate's"} {
		require.Equal(t, Symptom, lex.Lookup(form).Category(), form)
		s.Run(lex, form)
		require.Equal(t, Symptom, s.Tokens[0].Entry.Category(), "a scan finds %s too", form)
	}
	require.Equal(t, Symptom, lex.Lookup("zorbatings").Category())
	require.True(t, lex.Lookup("gumbles").Rare())
	require.True(t, lex.Lookup("gumbling").Rare())
}

func TestLookupTriesTheStem(t *testing.T) {
	lex := with(t, Default(), Term{Text: "zorbification", Category: Procedure})
	s := Scan{}
	s.Run(lex, "zorbificational")
	require.True(t, s.Tokens[0].Entry.Rare(), "a scan does not stem")
	require.Equal(t, stemOf("zorbification"), stemOf("zorbificational"))
	require.Equal(t, Procedure, lex.Lookup("Zorbificational").Category())
	require.Equal(t, Procedure, lex.Lookup("zórbificational").Category(), "folded before it is stemmed")
	require.Zero(t, lex.Lookup("zorbificational therapy"), "phrases have no stem")
}

func TestWithJoinsSpanishAndFrenchInflections(t *testing.T) {
	lex := with(t, Default(), Term{Text: "zorbosis", Category: Condition}, Term{Text: "zorbático", Category: Condition}, Term{Text: "zorbeux", Category: Symptom}, Term{Text: "zorbaliz", Category: Device})
	for form, want := range map[string]Category{
		"zorbáticos": Condition, "zorbatica": Condition, "ZORBÁTICAS": Condition, "zorbeuse": Symptom, "zorbeuses": Symptom, "zorbalices": Device,
	} {
		require.Equal(t, want, lex.Lookup(form).Category(), form)
	}
	require.True(t, lex.Lookup("zorba").Rare())
	without := lex.Without("zorbático")
	require.True(t, without.Lookup("zorbáticas").Rare())
}

func TestWithDoesNotOverrideKnownWordsByInflection(t *testing.T) {
	lex := with(t, Default(), Term{Text: "diabete", Place: 3}) // its plural is a condition already
	require.Equal(t, Condition, lex.Lookup("diabetes").Category())
}

func TestWithReplacesInflectionsToo(t *testing.T) {
	one := with(t, Default(), Term{Text: "zorbate", Category: Symptom})
	two := with(t, one, Term{Text: "zorbate", Category: Drug})
	require.Equal(t, Drug, two.Lookup("zorbates").Category())
	exact := with(t, one, Term{Text: "zorbate", Category: Drug, Exact: true})
	require.Equal(t, Drug, exact.Lookup("zorbate").Category())
	require.True(t, exact.Lookup("zorbates").Rare())
	require.Equal(t, Symptom, one.Lookup("zorbates").Category(), "the receiver stays")
}

func TestWithPhrasesKeepWhatTheirBeginningsMean(t *testing.T) {
	lex := with(t, Default(), Term{Text: "diabetes zorb flim", Category: Test}, Term{Text: "diabetes zorb", Category: Device})
	require.Equal(t, Condition, lex.Lookup("diabetes").Category())
	require.Equal(t, Device, lex.Lookup("diabetes zorb").Category())
	require.Equal(t, Test, lex.Lookup("diabetes zorb flim").Category())
	lex = lex.Without("diabetes zorb")
	require.Zero(t, lex.Lookup("diabetes zorb"))
	var s Scan
	s.Run(lex, "diabetes-zorb flim")
	require.Equal(t, `"diabetes-zorb flim" test`, phrases(&s), "the longer phrase still goes on")
}

func TestWithoutForgetsEvidenceAndKeepsTheRank(t *testing.T) {
	lex := Default()
	before := lex.Lookup("pregnant")
	require.NotZero(t, before.Rank())
	after := lex.Without("Pregnant", "new york", "member id", "zzyzxqj", "", "?!")
	require.Equal(t, fields{rank: before.Rank()}, apart(after.Lookup("pregnant")))
	require.Zero(t, after.Lookup("new york"))
	require.Zero(t, after.Lookup("member id"))
	require.Equal(t, lex.Lookup("new york state"), after.Lookup("new york state"))

	var s Scan
	s.Run(lex, "member id: new york state")
	require.Len(t, s.Phrases, 2)
	s.Run(after, "member id; new york and")
	require.Empty(t, s.Phrases)
}

func TestWithoutTakesBackWhatWithAdded(t *testing.T) {
	lex := with(t, Default(), Term{Text: "zorbate", Category: Symptom}, Term{Text: "flim", Category: Drug}).Without("ZORBATE")
	for _, form := range []string{"zorbate", "zorbates", "zorbating", "zorbatings"} {
		require.True(t, lex.Lookup(form).Rare(), form)
	}
	require.Equal(t, Drug, lex.Lookup("flims").Category())
	require.Equal(t, []Term{{Text: "flim", Category: Drug}}, lex.Added())
	require.Equal(t, Symptom, with(t, lex, Term{Text: "zorbate", Category: Symptom}).Lookup("zorbates").Category(), "and it can come again")
}

func TestWithRefusesTermsWithoutTextOrMeaning(t *testing.T) {
	secret := "marmaduke"
	ok := Term{Text: "zorb", Category: Condition}
	for name, bad := range map[string]Term{
		"no text":           {Category: Condition},
		"only punctuation":  {Text: "?!", Category: Condition},
		"nine words":        {Text: strings.Repeat(secret+" ", 9), Category: Condition},
		"no meaning":        {Text: secret},
		"only a weight":     {Text: secret, Weight: Strong, Sensitivity: Minor},
		"odds too high":     {Text: secret, Given: 16},
		"odds wrap to one":  {Text: secret, Surname: 17},
		"negative odds":     {Text: secret, Place: -1},
		"unknown category":  {Text: secret, Category: Category(CategoryCount)},
		"unknown cue":       {Text: secret, Cue: Cue(cueCount)},
		"unknown weight":    {Text: secret, Category: Condition, Weight: Strong + 1},
		"wrapping category": {Text: secret, Category: 33},
	} {
		lex, err := Default().With(ok, bad)
		require.Nil(t, lex, name)
		require.ErrorContains(t, err, "term 1", name)
		require.NotContains(t, err.Error(), secret, name)
	}
	lex, err := Default().With(Term{Text: "a b c d e f g zorb", Category: Condition, Weight: Weak})
	require.NoError(t, err)
	require.Equal(t, Weak, lex.Lookup("a b c d e f g zorb").Weight())
}
