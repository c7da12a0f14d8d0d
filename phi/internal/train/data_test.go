package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

func TestLabels(t *testing.T) {
	no_, yes_ := false, true
	for _, c := range []struct {
		marked, verdict string
		personal        *bool
		want            [healthtag.Heads]answer
	}{
		{"⟦name|Ana⟧ ⟦health|flu⟧", "phi", nil, [healthtag.Heads]answer{yes, yes, yes, yes}},
		{"⟦health|flu⟧ jabs today", "health", &no_, [healthtag.Heads]answer{yes, no, no, no}},
		{"my ⟦health|flu⟧", "health", &yes_, [healthtag.Heads]answer{yes, yes, no, no}},
		{"Dr ⟦name|Ana⟧, ⟦health|oncology⟧", "identifier", nil, [healthtag.Heads]answer{unknown, no, no, no}},
		{"Dr ⟦name|Ana⟧", "identifier", nil, [healthtag.Heads]answer{unknown, unknown, no, no}},
		{"open at 9?", "none", nil, [healthtag.Heads]answer{no, unknown, no, no}},
	} {
		x := inline(c.marked)
		x.label(c.verdict, c.personal)
		require.Equal(t, c.want, x.labels, c.verdict)
	}
}

func TestLearn(t *testing.T) {
	w := newWeights(4)
	for range 5000 {
		w.step([]uint32{0, 1}, true, 1)
		w.step([]uint32{0, 2}, false, 1)
	}
	require.Greater(t, chance(w.sum([]uint32{0, 1})), 0.8)
	require.Less(t, chance(w.sum([]uint32{0, 2})), 0.2)
}
