package typo

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func build(t testing.TB, terms map[string]uint16) Index {
	t.Helper()
	data, err := Build(terms)
	require.NoError(t, err)
	return Open(data)
}

func TestFindsOneErrorAndNoMore(t *testing.T) {
	x := build(t, map[string]uint16{"amoxicillin": 7, "asthmas": 9, "covid19": 3})
	for word, want := range map[string]uint16{
		"amoxicilin": 7, "amoxicillinn": 7, "amoxicilkin": 7, "amoxiclilin": 7, "AMOXICILLNI": 7,
		"aamoxicillin": 7, "aoxicillin": 7, "aomxicillin": 7, "amoxciillin": 7, "amoxiicllin": 7, "am'oxicillin": 7,
		"asthms": 9, "asthma": 9, "asthmass": 9, "asthams": 9, "ashtmas": 9, "astmhas": 9, "covid1": 3, "covid91": 3, "covd19": 3, "ccovid19": 3,
	} {
		v, ok := x.Find(word)
		require.True(t, ok, word)
		require.Equal(t, want, v, word)
	}
	for _, word := range []string{
		"", "a", "amoxicillin", "amoxicillinnn", "moxicillin", "maoxicillin", "xmoxicillin", "xamoxicillin", "amoxicilxxn", "ammoxicilln", "amoxlicilin", "amoxicillín",
		"asthm", "asmthas", "thmasas", "zzzzzzz", "-------", strings.Repeat("a", 99),
	} {
		_, ok := x.Find(word)
		require.False(t, ok, word)
	}
}

func TestErrorsInTheMiddleOfEveryLength(t *testing.T) {
	for n := Shortest + 2; n <= Longest; n++ {
		term := "abcdefghijklmnopqrstuvwx"[:n]
		x := build(t, map[string]uint16{term: 5})
		for p := 1; p+1 < n; p++ {
			words := []string{term[:p] + term[p+1:], term[:p] + "z" + term[p+1:], term[:p] + term[p+1:p+2] + term[p:p+1] + term[p+2:]}
			if n < Longest {
				words = append(words, term[:p]+"z"+term[p:])
			}
			for _, word := range words {
				v, ok := x.Find(word)
				require.True(t, ok && v == 5, "%s of %s", word, term)
			}
		}
	}
}

func TestOnlyALetterTooMany(t *testing.T) {
	x := build(t, map[string]uint16{"fevers": 2 | Only, "parkinson": 4 | Only})
	for word, want := range map[string]uint16{"ffevers": 2, "feverss": 2, "parkinsson": 4} {
		v, ok := x.Find(word)
		require.True(t, ok && v == want, word)
	}
	for _, word := range []string{"fever", "fexers", "feevrs", "parkinsn", "parkinsen", "parknison"} {
		_, ok := x.Find(word)
		require.False(t, ok, word)
	}
}

// A letter missing goes first, then the error that comes first; terms that fit
// equally and differ count for nothing.
func TestOrderOfErrors(t *testing.T) {
	x := build(t, map[string]uint16{"tablets": 1, "tableaux": 2, "tablexs": 3, "tabbet": 4, "tadle": 5 | Only, "tadles": 6})
	for word, want := range map[string]uint16{"tablet": 1, "tableau": 2, "tadlet": 5, "tables": 6} {
		v, ok := x.Find(word)
		require.True(t, ok, word)
		require.Equal(t, want, v, word)
	}
	_, ok := x.Find("tableqs")
	require.False(t, ok, "tablets or tablexs, and nothing else")
}

func TestEachGivesAllTerms(t *testing.T) {
	terms := map[string]uint16{"covid19": 3, "zosters": 1, "5fluorouracil": 9 | Only}
	for i := range 3000 {
		terms[fmt.Sprintf("q%dw%d", i*7919, i)] = uint16(i % 200)
	}
	for k := range terms {
		if len(k) < Shortest {
			delete(terms, k)
		}
	}
	got := map[string]uint16{}
	x := build(t, terms)
	x.Each(func(term string, value uint16) { got[term] = value })
	require.Equal(t, terms, got)
}

func TestSameTermsGiveSameBytes(t *testing.T) {
	terms := map[string]uint16{}
	for i := range 500 {
		terms[fmt.Sprintf("a%05dc", i*7919%100000)] = uint16(i % 5)
	}
	a, err := Build(terms)
	require.NoError(t, err)
	b, err := Build(terms)
	require.NoError(t, err)
	require.Equal(t, a, b)
}

func TestBuildRefuses(t *testing.T) {
	shared, values := map[string]uint16{}, map[string]uint16{}
	for i := range maxShared + 1 {
		shared[fmt.Sprintf("qwer%03d", i)] = 1
	}
	for i := range 257 {
		values[fmt.Sprintf("q%03dxyz%03d", i, i)] = uint16(i)
	}
	for want, terms := range map[string]map[string]uint16{
		"too short": {"pain": 1}, "too long": {strings.Repeat("a", Longest+1): 1}, "no term may have": {"blood-test": 1},
		"share a half": shared, "256 values": values,
	} {
		_, err := Build(terms)
		require.ErrorContains(t, err, want)
	}
	_, err := Build(map[string]uint16{"ASTHMAS": 1})
	require.Error(t, err, "upper case")
}

func TestOpenRefusesCutOffData(t *testing.T) {
	data, err := Build(map[string]uint16{"asthmas": 9, "bronchitis": 1})
	require.NoError(t, err)
	for _, n := range []int{0, 1, 7, 8, 9, 1000, 4 * filterWords, len(data) - 40, len(data) - 9, len(data) - 1} {
		x := Open(data[:n])
		_, ok := x.Find("asthma")
		require.False(t, ok, n)
		x.Each(func(string, uint16) { t.Error("a term") })
	}
	var zero Index
	_, ok := zero.Find("asthma")
	require.False(t, ok)
	empty := build(t, nil)
	_, ok = empty.Find("asthma")
	require.False(t, ok)
}
