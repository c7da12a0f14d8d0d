package compare

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// Equal reports whether the parts that the pipeline wrote into a folder, one
// behind the other, are the files that Loop wrote into another.
func Equal(parts, whole string) error {
	for _, folder := range []string{"findings", "redacted"} {
		files, err := filepath.Glob(filepath.Join(whole, folder, "*"))
		if err != nil {
			return err
		}
		for _, path := range files {
			some, err := filepath.Glob(filepath.Join(parts, folder, filepath.Base(path)+"-*"))
			if err != nil {
				return err
			}
			a, err := sum(path)
			if err != nil {
				return err
			}
			b, err := sum(some...)
			if err != nil {
				return err
			}
			if !slices.Equal(a, b) {
				return fmt.Errorf("the %s of %s are not what the loop gives", folder, filepath.Base(path))
			}
		}
	}
	return nil
}

// Size is how many bytes the files of a folder have.
func Size(folder string) (bytes int64, err error) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return 0, err
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			return 0, err
		}
		bytes += info.Size()
	}
	return bytes, nil
}

// sum is a hash of files, one behind the other.
func sum(paths ...string) ([]byte, error) {
	h := sha256.New()
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return nil, err
		}
		_, err = io.Copy(h, f)
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	return h.Sum(nil), nil
}
