package structured

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

func BenchmarkRedact(b *testing.B) {
	s := scannerOf(b, Options{}, phi.RedactPolicy{})
	for name, f := range samples {
		b.Run(f.String(), func(b *testing.B) {
			src := sample(b, name)
			var dst []byte
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				var err error
				dst, _, err = s.Redact(dst[:0], f, src)
				require.NoError(b, err)
			}
		})
	}
	b.Run("rows", func(b *testing.B) {
		head, row, _ := bytes.Cut(sample(b, "visits.csv"), []byte("\n"))
		src := append(append(head, '\n'), bytes.Repeat(row, 300)...)
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			_, _, err := s.Redact(nil, CSV, src)
			require.NoError(b, err)
		}
	})
}
