package main

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers/internal/nametag"
)

func testPools() *pools {
	return &pools{corpus: []string{"Wren Oduya", "tamsin"}, given: []string{"bronte", "iolanthe"}, surname: []string{"thornbeck", "mbatha"}, cities: []string{"port antonio", "hexham"}}
}

// surfaces gives the labelled stretches of a message.
func surfaces(m message) (out []string) {
	for _, g := range m.gold {
		out = append(out, m.text[g.start:g.end])
	}
	return out
}

func TestInline(t *testing.T) {
	m := inline("x", "hi ⟦name|Ana Ré⟧ of ⟦city?|Rye⟧, ⟦phone|202-555-0147⟧")
	require.Equal(t, "hi Ana Ré of Rye, 202-555-0147", m.text)
	require.Equal(t, []string{"Ana Ré", "Rye", "202-555-0147"}, surfaces(m))
	require.Equal(t, nametag.Name, m.gold[0].label)
	require.True(t, m.gold[1].skip, "an optional span teaches nothing")
	require.True(t, m.gold[2].full, "another identifier claims its words")
}

// However a message is varied, its spans still lie on what they label.
func TestVaryKeepsSpans(t *testing.T) {
	p := testPools()
	c := cues{"intro": {"last name"}, "signoff": {"thanks"}, "kin": {"son"}, "title": {"mrs"}, "doctor": {"dr"}, "city": {"live in"}}
	rng := rand.New(rand.NewPCG(1, 2))
	m := inline("x", "hi ⟦name|Ana Ruiz⟧ of ⟦city|Rye⟧, call ⟦phone|202-555-0147⟧. ⟦health|Asthma⟧")
	for range 500 {
		v := vary(announce(m, c, p, rng), p, rng)
		end := 0
		phone := false
		for _, g := range v.gold {
			require.LessOrEqual(t, end, g.start)
			require.Less(t, g.start, g.end)
			require.LessOrEqual(t, g.end, len(v.text))
			end = g.end
			surface := v.text[g.start:g.end]
			require.Equal(t, strings.TrimSpace(surface), surface)
			phone = phone || surface == "202-555-0147"
		}
		require.True(t, phone, "what is no name stays as it is")
	}
}

func TestLikeCase(t *testing.T) {
	require.Equal(t, "wren oduya", likeCase("Wren Oduya", "ana ruiz"))
	require.Equal(t, "WREN ODUYA", likeCase("Wren Oduya", "ANA RUIZ"))
	require.Equal(t, "Wren Oduya", likeCase("wren oduya", "Ana Ruiz"))
	require.Equal(t, "Élan Vital", titled("élan vital"))
}
