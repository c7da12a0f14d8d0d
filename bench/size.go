package bench

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
)

// A Size compares the smallest program that uses the library with an empty one
// that was built alike, in bytes.
type Size struct {
	Name          string
	Empty, Detect int64
}

// Growth is what the library adds.
func (s Size) Growth() int64 { return s.Detect - s.Empty }

// BinarySizes builds the programs for this machine, with and without symbols,
// in dir.
func BinarySizes(dir string) ([]Size, error) {
	var all []Size
	for _, kind := range []struct {
		name  string
		flags []string
	}{{"program", nil}, {"program, stripped (-s -w)", []string{stripped}}} {
		s := Size{Name: kind.name}
		var err error
		if s.Empty, err = fileSize(build(dir, emptyProgram, false, kind.flags...)); err != nil {
			return nil, err
		}
		if s.Detect, err = fileSize(build(dir, detectProgram, false, kind.flags...)); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// WasmSize builds the programs for js/wasm, stripped, in dir and compresses
// them.
func WasmSize(dir string) (s Size, err error) {
	s.Name = "js/wasm, stripped, gzip -9"
	if s.Empty, err = gzipSize(build(dir, emptyProgram, true, stripped)); err != nil {
		return s, err
	}
	s.Detect, err = gzipSize(build(dir, detectProgram, true, stripped))
	return s, err
}

func fileSize(path string, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func gzipSize(path string, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	in, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	var n counter
	w, err := gzip.NewWriterLevel(&n, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	if _, err := io.Copy(w, in); err != nil {
		return 0, err
	}
	err = w.Close()
	return int64(n), err
}

// A counter counts the bytes written to it.
type counter int64

func (n *counter) Write(b []byte) (int, error) {
	*n += counter(len(b))
	return len(b), nil
}

// SizeTable gives a Markdown table of sizes, in MB of a million bytes.
func SizeTable(sizes []Size) string {
	lines := [][]string{{"what is built", "empty, MB", "with the library, MB", "growth, MB"}}
	mb := func(n int64) string { return fmt.Sprintf("%.2f", float64(n)/1e6) }
	for _, s := range sizes {
		lines = append(lines, []string{s.Name, mb(s.Empty), mb(s.Detect), mb(s.Growth())})
	}
	return Markdown(lines)
}
