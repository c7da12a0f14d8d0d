package records

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// layouts are those that differ in how records end.
var layouts = []Layout{{Format: JSONL}, {Format: Text}, {Format: CSV, Comma: ','}, {Format: CSV, Comma: '\t'}}

// readAll gives the records of a file that is read in blocks of size bytes, each
// placed by the censuses of those before it.
func readAll(t require.TestingT, l Layout, file []byte, size int64) (list []Record) {
	blocks := Cut(int64(len(file)), size)
	counts := make([]Census, len(blocks))
	for i, b := range blocks {
		var err error
		counts[i], err = l.Count(bytes.NewReader(file[b.Start:b.End]), b.Start == 0)
		require.NoError(t, err)
	}
	Place(blocks, counts)
	for _, b := range blocks {
		r := l.NewReader(bytes.NewReader(file[b.From():]), b)
		for {
			rec, err := r.Read()
			if err == io.EOF {
				break
			}
			require.NoError(t, err)
			rec.Bytes = bytes.Clone(rec.Bytes)
			list = append(list, rec)
		}
	}
	return list
}

// However a file is cut into blocks, its records are the same, with the same
// numbers and places, and none is there twice or missing.
func TestBlocksGiveTheRecordsOfTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(layouts).Draw(t, "layout")
		file := []byte(rapid.StringOfN(rapid.SampledFrom([]rune("ab\",\t\n\n\r\ufeff")), 0, 80, -1).Draw(t, "file"))
		size := rapid.Int64Range(1, 90).Draw(t, "size")
		whole := readAll(t, l, file, int64(len(file))+1)
		require.Equal(t, whole, readAll(t, l, file, size))

		at := int64(len(file) - len(bytes.TrimPrefix(file, bom)))
		for i, r := range whole {
			require.Equal(t, int64(i+1), r.Row)
			require.Equal(t, at, r.Offset)
			at += int64(len(r.Bytes))
		}
		require.Equal(t, int64(len(file)), at, "bytes that are in no record")
	})
}

func TestQuotedLineEndsDoNotPartRows(t *testing.T) {
	file := []byte("id,text\r\n1,\"two\r\nlines, \"\"quoted\"\"\"\r\n2,5'10\" tall\r\n3,plain")
	for size := int64(1); size < 60; size++ {
		list := readAll(t, Layout{Format: CSV, Comma: ','}, file, size)
		require.Len(t, list, 4, "blocks of %d bytes", size)
		require.Equal(t, "1,\"two\r\nlines, \"\"quoted\"\"\"\r\n", string(list[1].Bytes))
		require.Equal(t, int64(4), list[3].Row)
	}
}

// A record that is too long is passed over, and the next ones are read.
func TestLongRecordsAreLeftOut(t *testing.T) {
	long := io.LimitReader(endless{}, MaxRecord+1)
	file := io.MultiReader(long, bytes.NewReader([]byte("\nnext\n")))
	r := Layout{Format: Text}.NewReader(file, Block{End: MaxRecord + 7})
	first, err := r.Read()
	require.NoError(t, err)
	require.True(t, first.Long)
	require.Empty(t, first.Bytes)
	second, err := r.Read()
	require.NoError(t, err)
	require.Equal(t, "next\n", string(second.Bytes))
	require.Equal(t, int64(2), second.Row)
	_, err = r.Read()
	require.Equal(t, io.EOF, err)
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// An error of the disk is no end of the file.
func TestErrorsAreNoEnd(t *testing.T) {
	broken := errors.New("broken")
	for _, l := range layouts {
		for _, b := range []Block{{End: 100}, {Start: 3, End: 100}} {
			r := l.NewReader(io.MultiReader(bytes.NewReader([]byte("a\nb,c")), failing{broken}), b)
			var err error
			for err == nil {
				_, err = r.Read()
			}
			require.Equal(t, broken, err)
		}
		_, err := l.Count(io.MultiReader(bytes.NewReader([]byte("a\nb,c")), failing{broken}), true)
		require.Equal(t, broken, err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestCut(t *testing.T) {
	require.Equal(t, []Block{{}}, Cut(0, 4))
	require.Equal(t, []Block{{End: 4}, {Start: 4, End: 8}}, Cut(8, 4))
	require.Equal(t, []Block{{End: 4}, {Start: 4, End: 5}}, Cut(5, 4))
	require.Equal(t, int64(minBlock), BlockSize(0))
	require.Equal(t, int64(64<<20), BlockSize(manyBlock*64<<20))
	require.Equal(t, int64(maxBlock), BlockSize(1<<50))
}
