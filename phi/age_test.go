package phi

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

// An age over 89 identifies by itself (45 CFR 164.514(b)(2)(i)(C)), a lesser
// one and a number of weeks do not.
func TestAgesOver89Identify(t *testing.T) {
	for _, text := range []string{
		"my nan is 92 and has dementia",
		"my grandad is a hundred and one and has pneumonia",
		"92yo with a hip fracture, can you see her after her stroke",
		"my mother is ninety-four and has diabetes",
		"mi abuela tiene 93 años y tiene diabetes",
	} {
		r := Detect(text)
		require.NotEmpty(t, r.Spans, text)
		require.Equal(t, identifiers.AgeOver89, r.Spans[0].Why.Matcher, text)
		require.Equal(t, PHI, r.Verdict, text)
	}
	for _, text := range []string{
		"my nan is 89 and has dementia",
		"my mother is eighty-four and has diabetes",
		"my baby is 95 days old and has a fever",
	} {
		r := Detect(text)
		require.Len(t, r.Spans, 1, text)
		require.Equal(t, "age", r.Spans[0].Why.Matcher, text)
		require.Equal(t, HealthOnly, r.Verdict, text)
	}
}
