package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// sample is a text of what every tool of identifiers claims to find.
const sample = "mail dana.w@fernvale-clinic.org or see https://fernvale-clinic.org/a?b=1 from 203.0.113.7, phone (415) 555-0132"

// expect is what a tool must find in the texts, and that it counts as much when
// timed: a broken adapter must not pass for a fast tool.
type expect struct {
	text   string
	values []string // a finding overlaps each, by its own place
	none   []string // and none of these
}

func requireFinds(t *testing.T, p peer, cases ...expect) {
	t.Helper()
	for _, c := range cases {
		texts := []string{c.text}
		all, err := p.find(texts)
		require.NoError(t, err, p.name)
		require.Len(t, all, 1, p.name)
		hit := func(value string) bool {
			for _, f := range all[0].Spans {
				require.True(t, 0 <= f.Start && f.Start < f.End && f.End <= len(c.text), "%s: %v", p.name, f)
				if c.text[f.Start:f.End] == value {
					return true
				}
			}
			return false
		}
		for _, v := range c.values {
			require.True(t, hit(v), "%s does not find %q: %v", p.name, v, all[0].Spans)
		}
		for _, v := range c.none {
			require.False(t, hit(v), "%s finds %q", p.name, v)
		}
		ns := make([]int64, 1)
		found, err := p.pass(texts, ns)
		require.NoError(t, err, p.name)
		require.GreaterOrEqual(t, found, len(c.values), p.name)
		require.Positive(t, ns[0], p.name)
	}
}

func TestPhidetect(t *testing.T) {
	requireFinds(t, phidetect(), expect{sample, []string{"dana.w@fernvale-clinic.org", "203.0.113.7", "(415) 555-0132"}, nil},
		expect{"hi its dana whitfield, can i move my diabetes check to friday", []string{"dana whitfield"}, nil})
}

func TestBareScan(t *testing.T) {
	p := bareScan()
	found, err := p.pass([]string{"three short words"}, make([]int64, 1))
	require.NoError(t, err)
	require.Equal(t, 3, found)
}

func TestAlcatraz(t *testing.T) {
	requireFinds(t, alcatrazPeer(), expect{sample, []string{"dana.w@fernvale-clinic.org", "203.0.113.7"}, nil},
		expect{"card 4111 1111 1111 1111 and again 4111 1111 1111 1112", []string{"4111 1111 1111 1111"}, nil},
		expect{"my name is Dana Whitfield", nil, []string{"Dana Whitfield"}})
}

func TestCommonregex(t *testing.T) {
	requireFinds(t, commonregexPeer(), expect{sample, []string{"dana.w@fernvale-clinic.org", "https://fernvale-clinic.org/a?b=1", "203.0.113.7", "(415) 555-0132"}, nil},
		expect{"seen on 3/12/2021 and 4/12/2021, ssn 219-09-9999", []string{"3/12/2021", "4/12/2021", "219-09-9999"}, nil})
}

func TestRegexps(t *testing.T) {
	for _, p := range []peer{standardPeer(), regexp2Peer()} {
		requireFinds(t, p, expect{sample, []string{"dana.w@fernvale-clinic.org", "https://fernvale-clinic.org/a?b=1", "203.0.113.7", "(415) 555-0132"}, nil})
		for _, x := range patterns {
			requireFinds(t, p, expect{x.text, []string{x.match}, nil})
			// offsets are bytes
			requireFinds(t, p, expect{"é 😀 " + x.text, []string{x.match}, nil})
		}
	}
}

func TestLocate(t *testing.T) {
	require.Equal(t, []finding{{"k", 0, 1}, {"k", 2, 3}}, locate("7 7", "k", []string{"7", "7"}))
	require.Empty(t, locate("7 7", "k", []string{"8", ""}))
}

func TestLiterals(t *testing.T) {
	terms, err := literals("../..")
	require.NoError(t, err)
	require.Greater(t, len(terms), 50000)
	require.Contains(t, terms, "diabetes")
	require.NotContains(t, terms, "dying laughing")
}
