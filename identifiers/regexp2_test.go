package identifiers_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

func TestPatternFindsNearItsLiteral(t *testing.T) {
	m, err := identifiers.Pattern(identifiers.MedicalRecordNumber, "locker", `(?<=locker\s)[A-Z]{2}\d{3}`)
	require.NoError(t, err)
	text := "é Locker? locker AB123, then " + strings.Repeat("x", 200) + " CD456 and locker EF789"
	spans := m.AppendSpans(nil, read(text))
	require.Len(t, spans, 2)
	folded := read(text).Text
	require.Equal(t, "AB123", folded[spans[0].Start:spans[0].End])
	require.Equal(t, "EF789", folded[spans[1].Start:spans[1].End])
}

func TestPatternErrorsHoldNothing(t *testing.T) {
	for _, c := range [][2]string{{"", "a"}, {"é", "a"}, {"ok", "(secret"}, {strings.Repeat("a", 33), "a"}} {
		_, err := identifiers.Pattern(identifiers.Name, c[0], c[1])
		require.Error(t, err)
		require.NotContains(t, err.Error(), "secret")
	}
}

func TestPatternEndsCatastrophes(t *testing.T) {
	m, err := identifiers.Pattern(identifiers.Name, "a", `^(a+)+$`)
	require.NoError(t, err)
	began := time.Now()
	m.AppendSpans(nil, read("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"))
	require.Less(t, time.Since(began), 60*time.Second)
	require.Positive(t, m.Timeouts())
}
