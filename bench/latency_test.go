package bench

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPercentile(t *testing.T) {
	xs := []float64{40, 10, 30, 20}
	require.Equal(t, 10.0, Percentile(xs, 0))
	require.Equal(t, 20.0, Percentile(xs, 0.5))
	require.Equal(t, 30.0, Percentile(xs, 0.51))
	require.Equal(t, 40.0, Percentile(xs, 0.999))
	require.Equal(t, []float64{40, 10, 30, 20}, xs, "xs are left as they were")
	require.Zero(t, Percentile(nil, 0.5))
	require.InDelta(t, 25, Mean(xs), 1e-9)
	require.Zero(t, Mean(nil))
}

func TestHistogram(t *testing.T) {
	require.Equal(t, `  up to µs messages    share
      1.02        1   25.0 % ##############################
      1.45        0   25.0 %
      2.05        2   75.0 % ############################################################
      2.90        1  100.0 % ##############################
`, Histogram([]float64{1000, 2048, 1500, 2100}))
}

func TestLatencyTable(t *testing.T) {
	l := Latencies{
		Texts:  []string{strings.Repeat("a", 40), strings.Repeat("a", 41), strings.Repeat("a", 700)},
		Detect: []float64{2000, 4000, 60000}, Again: []float64{1000, 3000, 30000}, Scan: []float64{500, 1000, 15000},
	}
	table := l.Table()
	require.Contains(t, table, "| all lengths        |      3 |   260 |   22.00 |  4.00 | 60.00 | 60.00 | 60.00 |    11.33 |         5.50 |                    4.0 |")
	require.Contains(t, table, "| 0–40 bytes         |      1 |    40 |    2.00 |")
	require.Contains(t, table, "| 41–80 bytes        |      1 |    41 |    4.00 |")
	require.Contains(t, table, "| 641 bytes and more |      1 |   700 |   60.00 |")
	require.Contains(t, table, "| 81–160 bytes       |      0 |     0 |    0.00 |  0.00 |  0.00 |  0.00 |  0.00 |     0.00 |         0.00 |                      – |")
	require.Contains(t, l.ShortTable(), "| 3        |        260 |   22.00 | 4.00 | 60.00 | 60.00 | 60.00 |")
}

func TestMeasureLatencies(t *testing.T) {
	rounds := 0
	texts := []string{"hi its dana whitfield", "no", strings.Repeat("my diabetes check on friday. ", 40)}
	l, err := MeasureLatencies(texts, 3, func(int) { rounds++ })
	require.NoError(t, err)
	require.Equal(t, 3, rounds)
	for i := range texts {
		require.Less(t, l.Detect[i], 1e9, "was measured")
	}
	require.Greater(t, l.Detect[2], l.Detect[1])
	require.Greater(t, l.Detect[2], l.Scan[2])
}
