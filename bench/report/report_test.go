package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParseSpeed(t *testing.T) {
	s := parseSpeed(`goos: linux
cpu: Some CPU @ 3 GHz
BenchmarkDetect/corpus-2      10   4000 ns/op   50.00 MB/s   400 ns/text   7 spans   16 B/op   20 allocs/op
BenchmarkDetect/corpus-2      10   3000 ns/op   60.00 MB/s   300 ns/text   7 spans   16 B/op   20 allocs/op
BenchmarkDetect/corpus-2      10   5000 ns/op   40.00 MB/s   500 ns/text   7 spans   16 B/op   20 allocs/op
BenchmarkDetectInto/corpus-2  10   2000 ns/op   70.00 MB/s   200 ns/text   7 spans    0 B/op    0 allocs/op
BenchmarkBareScan/corpus-2    10   1000 ns/op  140.00 MB/s   100 ns/text   9 tokens   0 B/op    0 allocs/op
PASS
`)
	require.Equal(t, "Some CPU @ 3 GHz", s.cpu)
	require.Equal(t, []string{"corpus"}, s.inputs)
	require.Equal(t, 3000.0, s.fastest["Detect/corpus"]["ns/op"])
	require.Contains(t, s.table(), "| corpus |             0.30 |           2.0 |                 0.20 |   70 |                0.10 |  140 |                3.0 |")
	require.Contains(t, s.shortTable(), "| corpus |      0.20 |   70 |                  0 |")
}
