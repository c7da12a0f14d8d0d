package request

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

func TestOf(t *testing.T) {
	for text, want := range map[string]Kind{
		"": Other,
		"hi its dana, can i move my diabetes check to friday?": Booking,
		"Chest pain since breakfast, this is Dana":             Urgent,
		"CAN’T BREATHE, my inhaler is empty":                   Urgent,
		"dana here, i ran out of my metformin":                 Refill,
		"are my blood results back? dana w":                    Results,
		"why was i charged twice for my crown. dana":           Billing,
		"hola soy dana, necesito una cita para la rodilla":     Booking,
		"dana here, the rash is worse":                         Other,
	} {
		r := phi.Detect(text)
		require.Equal(t, want, Of(text, &r), text)
	}
}

func TestFacts(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                   nil,
		"monumental":                         nil,
		"can i move it from mon to Fri arvo": {"Monday", "Friday", "afternoon", "move"},
		"cancel tuesday 10:30 am please":     {"Tuesday", "morning", "cancel"},
		"una cita el jueves":                 {"Thursday", "new"},
		"3pm":                                {"afternoon"},
		"13pm":                               nil,
	} {
		require.Equal(t, want, FactsOf(text).Names(), text)
	}
}
