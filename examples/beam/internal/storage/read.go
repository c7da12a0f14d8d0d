// Package storage reads and writes the files of a job, on any file system that
// Beam knows: local paths, gs://.
package storage

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// A File is one that a glob matched.
type File struct {
	Path string
	Size int64
	// Seeks says that it can be read from the middle. A file of a store that
	// cannot is read by one worker from its beginning to its end.
	Seeks bool
}

// List gives the files that the globs match, sorted, each once.
func List(ctx context.Context, globs []string) ([]File, error) {
	var paths []string
	for _, glob := range globs {
		some, err := match(ctx, glob)
		if err != nil {
			return nil, err
		}
		paths = append(paths, some...)
	}
	slices.Sort(paths)
	paths = slices.Compact(paths)
	list := make([]File, len(paths))
	for i, path := range paths {
		f, err := stat(ctx, path)
		if err != nil {
			return nil, err
		}
		list[i] = f
	}
	return list, nil
}

func match(ctx context.Context, glob string) ([]string, error) {
	fs, err := filesystem.New(ctx, glob)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	paths, err := fs.List(ctx, glob)
	if err != nil {
		return nil, fmt.Errorf("listing %s: %w", glob, err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no file matches %s", glob)
	}
	return paths, nil
}

func stat(ctx context.Context, path string) (File, error) {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return File{}, err
	}
	defer fs.Close()
	f := File{Path: path}
	if f.Size, err = fs.Size(ctx, path); err != nil {
		return File{}, fmt.Errorf("the size of %s: %w", path, err)
	}
	r, err := fs.OpenRead(ctx, path)
	if err != nil {
		return File{}, fmt.Errorf("opening %s: %w", path, err)
	}
	_, f.Seeks = r.(io.Seeker)
	return f, r.Close()
}

// Open opens a file to read it from an offset on, which is 0 where it does not
// seek.
func Open(ctx context.Context, path string, offset int64) (io.ReadCloser, error) {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return nil, err
	}
	r, err := fs.OpenRead(ctx, path)
	if err != nil {
		fs.Close()
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	f := &opened{ReadCloser: r, fs: fs}
	if offset > 0 {
		s, ok := r.(io.Seeker)
		if !ok {
			f.Close()
			return nil, fmt.Errorf("%s cannot be read from the middle", path)
		}
		if _, err := s.Seek(offset, io.SeekStart); err != nil {
			f.Close()
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
	}
	return f, nil
}

// opened closes its file system with it.
type opened struct {
	io.ReadCloser
	fs filesystem.Interface
}

func (o *opened) Close() error {
	err := o.ReadCloser.Close()
	o.fs.Close()
	return err
}
