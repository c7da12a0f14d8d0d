package phi

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

func TestOwnDetails(t *testing.T) {
	text := "to book your next skin check call us on (02) 5550 1234"
	require.NotEmpty(t, Detect(text).Spans)
	d := New(&Options{Own: []string{"02 5550 1234", "Bayside Skin Clinic"}})
	r := d.Detect(text)
	require.Len(t, r.Spans, 1)
	require.Equal(t, identifiers.RoleStaff, r.Spans[0].Role)
	require.Equal(t, Identifier, r.Verdict)

	// a patient's own number stays a patient's
	r = d.Detect("my skin check results please, my number is 0491 570 006")
	require.Equal(t, PHI, r.Verdict)
}

func TestOptionsCheck(t *testing.T) {
	require.NoError(t, (&Options{}).Check())
	require.ErrorContains(t, (&Options{MinScore: 2}).Check(), "MinScore")
	require.ErrorContains(t, (&Options{HealthThreshold: -1}).Check(), "HealthThreshold")
	err := (&Options{Own: []string{"x", " - "}}).Check()
	require.ErrorContains(t, err, "Own[1]")
	require.NotContains(t, err.Error(), " - ")
}
