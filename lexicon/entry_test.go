package lexicon

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// fields is an Entry taken apart.
type fields struct {
	given, surname, place, rank int
	cue                         Cue
	category                    Category
	weight                      Weight
	sensitivity                 Sensitivity
	flags                       Flags
}

func apart(e Entry) fields {
	return fields{e.Given(), e.Surname(), e.Place(), e.Rank(), e.Cue(), e.Category(), e.Weight(), e.Sensitivity(), e.Flags()}
}

func TestEntryPartsAreIndependent(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	var e Entry
	var want fields
	for range 20000 {
		switch r.IntN(5) {
		case 0:
			want.given, want.surname = r.IntN(16), r.IntN(16)
			e = e.WithNames(want.given, want.surname)
		case 1:
			want.place = r.IntN(16)
			e = e.WithPlace(want.place)
		case 2:
			want.rank = r.IntN(16)
			e = e.WithRank(want.rank)
		case 3:
			want.cue = Cue(r.IntN(256))
			e = e.WithCue(want.cue)
		case 4:
			want.category, want.weight, want.sensitivity = Category(r.IntN(CategoryCount)), Weight(r.IntN(4)), Sensitivity(r.IntN(256))
			e = e.WithHealth(want.category, want.weight, want.sensitivity)
		}
		if r.IntN(50) == 0 { // flags only accumulate
			f := Flags(1) << r.IntN(16)
			want.flags |= f
			e = e.WithFlags(f)
		}
		require.Equal(t, want, apart(e))
		require.Equal(t, max(want.given, want.surname), e.Name())
	}
	require.NotZero(t, want.flags)
}

func TestEntryExtremes(t *testing.T) {
	require.Equal(t, fields{}, apart(0))
	full := Entry(0).WithNames(15, 15).WithPlace(15).WithRank(15).WithCue(255).WithHealth(31, 3, 255).WithFlags(0xFFFF)
	require.Equal(t, fields{15, 15, 15, 15, 255, 31, 3, 255, 0xFFFF}, apart(full))
	require.Equal(t, fields{flags: 0xFFFF}, apart(full.WithNames(0, 0).WithPlace(0).WithRank(0).WithCue(0).WithHealth(0, 0, 0)))
}

func TestEntryFlags(t *testing.T) {
	e := Entry(0).WithFlags(Brand | Stop)
	require.True(t, e.Has(Brand))
	require.True(t, e.Has(Brand|Stop))
	require.False(t, e.Has(Brand|Verb), "Has wants all")
	require.True(t, e.HasAny(Brand|Verb))
	require.False(t, e.HasAny(Verb|French))
	require.True(t, e.Has(0))
	require.False(t, e.HasAny(0))

	all := []Flags{Continues, Eponym, Brand, Facility, Street, Unit, Verb, Stop, State, Figure, NonHealth, Animal, LabName, TopLevel, Spanish, French}
	var union Flags
	for _, f := range all {
		require.NotZero(t, f)
		require.Zero(t, union&f, "two flags share a bit")
		union |= f
	}
}

func TestCueAndCategoryNamesAreInverse(t *testing.T) {
	seen := map[string]bool{}
	for c := Cue(1); int(c) < cueCount; c++ {
		require.NotEmpty(t, c.String())
		require.False(t, seen[c.String()], "two cues called %s", c)
		require.Equal(t, c, CueOf(c.String()))
		seen[c.String()] = true
	}
	seen = map[string]bool{}
	for c := Category(1); int(c) < CategoryCount; c++ {
		require.NotEmpty(t, c.String())
		require.False(t, seen[c.String()], "two categories called %s", c)
		require.Equal(t, c, CategoryOf(c.String()))
		seen[c.String()] = true
	}
	for _, name := range []string{"", "nothing", "Phone", "phone "} {
		require.Equal(t, NoCue, CueOf(name))
		require.Equal(t, NoCategory, CategoryOf(name))
	}
	require.Empty(t, NoCue.String())
	require.Empty(t, NoCategory.String())
	require.Empty(t, Cue(255).String())
	require.Empty(t, Category(255).String())
}

func TestSensitivityNames(t *testing.T) {
	require.Empty(t, Sensitivity(0).Names())
	require.Equal(t, []string{"mental_health", "substance_use", "sexual_health", "reproductive", "genetic", "abuse", "minor"},
		(MentalHealth | SubstanceUse | SexualHealth | Reproductive | Genetic | Abuse | Minor).Names())
	require.Equal(t, []string{"substance_use", "minor"}, (Minor | SubstanceUse).Names())
}
