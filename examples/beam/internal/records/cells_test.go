package records

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// What encoding/csv writes is read as the same cells.
func TestCellsAreThoseOfEncodingCSV(t *testing.T) {
	cell := rapid.StringOfN(rapid.SampledFrom([]rune("ab\",;\n é")), 0, 6, -1)
	var row Row // used again
	rapid.Check(t, func(t *rapid.T) {
		table := rapid.SliceOfN(rapid.SliceOfN(cell, 2, 4), 1, 5).Draw(t, "table")
		l := Layout{Format: CSV, Comma: rapid.SampledFrom([]byte(",;\t")).Draw(t, "comma")}
		var file bytes.Buffer
		w := csv.NewWriter(&file)
		w.Comma = rune(l.Comma)
		require.NoError(t, w.WriteAll(table))
		list := readAll(t, l, file.Bytes(), rapid.Int64Range(1, 50).Draw(t, "size"))
		require.Len(t, list, len(table))
		for i, rec := range list {
			l.Parse(&row, rec.Bytes)
			var got []string
			for _, c := range row.Cells {
				got = append(got, string(c))
			}
			require.Equal(t, table[i], got)
		}
	})
}

func TestCellsOfWhatIsNotQuite(t *testing.T) {
	l := Layout{Format: CSV, Comma: ','}
	for in, want := range map[string][]string{
		"":                {""},
		"a,,b\r\n":        {"a", "", "b"},
		"5'10\" tall,b\n": {"5'10\" tall", "b"},
		"\"open, b\n":     {"open, b"},
		"\"a\"b,c":        {"ab", "c"},
	} {
		var row Row
		l.Parse(&row, []byte(in))
		var got []string
		for _, c := range row.Cells {
			got = append(got, string(c))
		}
		require.Equal(t, want, got, "%q", in)
	}
}
