package main

import (
	"flag"
	"testing"

	"github.com/stretchr/testify/require"
)

const raw = `goos: linux
cpu: Some CPU @ 3 GHz
BenchmarkDetect/corpus-2      10   4000 ns/op   50.00 MB/s   400 ns/text   7 spans   16 B/op   20 allocs/op
BenchmarkDetect/corpus-2      10   3000 ns/op   60.00 MB/s   300 ns/text   7 spans   16 B/op   20 allocs/op
BenchmarkDetect/corpus-2      10   5000 ns/op   40.00 MB/s   500 ns/text   7 spans   16 B/op   20 allocs/op
BenchmarkDetectInto/corpus-2  10   2000 ns/op   70.00 MB/s   200 ns/text   7 spans    0 B/op    0 allocs/op
BenchmarkBareScan/corpus-2    10   1000 ns/op  140.00 MB/s   100 ns/text   9 tokens   0 B/op    0 allocs/op
BenchmarkHostile/DetectInto/at_signs-2        1   2000 ns/op   9.00 MB/s   2000 ns/text   0 spans
BenchmarkHostile/BareScan/at_signs-2          1    500 ns/op  36.00 MB/s    500 ns/text   5 tokens
BenchmarkHostile/DetectInto/no-break_spaces-2 1   4000 ns/op   4.50 MB/s   4000 ns/text   3 spans
BenchmarkHostile/BareScan/no-break_spaces-2   1    100 ns/op 180.00 MB/s    100 ns/text   5 tokens
BenchmarkScaling/DetectInto/1KB-2   10   2000000 ns/op   7.00 MB/s   40.00 spans
BenchmarkScaling/Stream/1KB-2       10   2500000 ns/op   5.60 MB/s   40.00 spans
BenchmarkParallel/cores=1-2         10   1000 ns/op   0 B/op   0 allocs/op
BenchmarkParallel/cores=2-2         10    625 ns/op   0 B/op   0 allocs/op
PASS
`

func TestBenchmarkTables(t *testing.T) {
	b := parseBenchmarks(raw)
	require.Equal(t, "Some CPU @ 3 GHz", b.cpu)
	require.Equal(t, []string{"corpus"}, b.inputs("DetectInto/"))
	require.Equal(t, 3000.0, b.fastest["Detect/corpus"]["ns/op"])
	require.Contains(t, speedTable(b), "| corpus |             0.30 |           2.0 |                 0.20 |   70 |                0.10 |  140 |                3.0 |")
	require.Contains(t, shortSpeedTable(b), "| corpus |      0.20 |   70 |                  0 |")
	require.Equal(t, `| 1 MB of         | DetectInto MB/s | spans | bare scan MB/s | DetectInto : bare scan |
| --------------- | --------------: | ----: | -------------: | ---------------------: |
| no-break spaces |             4.5 |     3 |            180 |                   40.0 |
| at signs        |             9.0 |     0 |             36 |                    4.0 |

The slowest of 2 such inputs; the one in the middle is *at signs*, 9 MB/s.
`, worstTable(b), "the slowest first")
	require.Contains(t, scalingTable(b), "| 1KB  |    40 |          2.00 |  7.0 |      2.50 |  5.6 |                1.25 |")
	require.Contains(t, parallelTable(b), "| 2     |         0.62 |           1600000 |           1.60 |       80 % |")
}

func TestParse(t *testing.T) {
	o, err := parse(nil)
	require.NoError(t, err)
	require.Equal(t, []string{"quality", "mutations", "speed", "messages", "worst", "scaling", "parallel", "stages", "first", "size"}, o.only)
	o, err = parse([]string{"-only", "size,messages", "-rounds=2", "-print"})
	require.NoError(t, err)
	require.Equal(t, options{only: []string{"messages", "size"}, rounds: 2, benchtime: "1s", print: true}, o)
	o, err = parse([]string{"-speed=false", "-corpus", "x"})
	require.NoError(t, err)
	require.Equal(t, []string{"quality"}, o.only)
	_, err = parse([]string{"-h"})
	require.ErrorIs(t, err, flag.ErrHelp)
	for _, bad := range [][]string{{"-only", "nope"}, {"x"}, {"-rounds=0"}} {
		_, err := parse(bad)
		require.Error(t, err)
	}
}
