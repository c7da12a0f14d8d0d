package phi

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReasons(t *testing.T) {
	for _, c := range []struct {
		text    string
		options Options
		verdict Verdict
		want    Reason
	}{
		{"my name is tamsin oduya and i have asthma", Options{}, PHI, ReasonPerson | ReasonHealth | ReasonTheirs},
		{"what are your opening hours?", Options{}, None, 0},
		{"i've had chest pain since monday", Options{}, HealthOnly, ReasonHealth},
		{"i've had chest pain since monday", Options{SenderKnown: true}, PHI, ReasonHealth | ReasonSender},
		{"which end of Larkrise Road are you, the church or the pub?", Options{}, None, 0}, // a street alone is nobody
		{"invoice for Tamsin Oduya, 202-555-0147", Options{}, Identifier, ReasonPerson | ReasonNotTheirs},
	} {
		r := New(&c.options).Detect(c.text)
		require.Equal(t, c.verdict, r.Verdict, c.text)
		require.Equal(t, c.want.Names(), r.Reasons.Names(), c.text)
	}
}

// Every PHI verdict says who is identified and that it is about health.
func TestReasonsOfPHI(t *testing.T) {
	const identity = ReasonPerson | ReasonDate | ReasonHint | ReasonSender
	for _, text := range []string{"hi its dana whitfield, can i move my diabetes check to friday", "the mayor's wife had a miscarriage, she's in room 4, no names"} {
		r := Detect(text)
		require.Equal(t, PHI, r.Verdict, text)
		require.NotZero(t, r.Reasons&identity, text)
	}
}
