package phi

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSignals(t *testing.T) {
	for text, want := range map[string]Signal{
		"no fever and no chest pain today, she denies nausea":           SignalNegated,
		"i had chemo nine years ago and never looked back":              SignalPast,
		"would i need insulin if it came back":                          SignalHypothetical,
		"my chest pain came back last night":                            0,
		"no fever but my chest pain came back":                          0,
		"hep c negative":                                                SignalNegated,
		"bed 12 needs his insulin before lunch":                         SignalRoom,
		"the weather girl from channel 6 is in labour in my unit":       SignalHint,
		"the mayor's wife had a miscarriage, she's in room 4, no names": SignalHint | SignalRoom,
		"the judge in bed 12 had a stroke":                              SignalHint | SignalRoom,
		"judge not my migraine, bed 12 is free":                         SignalRoom,
		"our opening hours are 9 to 5":                                  0,
	} {
		r := Detect(text)
		const named = SignalNegated | SignalPast | SignalHypothetical | SignalRoom | SignalHint
		got := r.Health.Signals & named
		require.Equal(t, want&(SignalHint|SignalRoom), got&(SignalHint|SignalRoom), text)
		if want&(SignalHint|SignalRoom) == 0 {
			require.Equal(t, want.Names(), got.Names(), text)
		}
	}
}
