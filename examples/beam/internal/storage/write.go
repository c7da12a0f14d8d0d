package storage

import (
	"bufio"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// Unfinished begins the names of files that are being written. Those that a lost
// worker has left may be deleted when the job is done.
const Unfinished = ".unfinished-"

// Join puts names behind a folder, which may be on any file system.
func Join(folder string, names ...string) string {
	return strings.TrimSuffix(folder, "/") + "/" + strings.Join(names, "/")
}

// A Writer writes a file of the output that is there whole or not at all, however
// often it is begun: it gets its name at the end, and what another attempt has
// put there is replaced.
type Writer struct {
	*bufio.Writer
	fs         filesystem.Interface
	file       io.WriteCloser
	temp, path string
}

// Create begins a file under the folder out.
func Create(ctx context.Context, out, name string) (*Writer, error) {
	fs, err := filesystem.New(ctx, out)
	if err != nil {
		return nil, err
	}
	w := &Writer{fs: fs, path: Join(out, name)}
	w.temp = w.path[:strings.LastIndexByte(w.path, '/')+1] + Unfinished + rand.Text()
	if w.file, err = fs.OpenWrite(ctx, w.temp); err != nil {
		fs.Close()
		return nil, fmt.Errorf("writing %s: %w", w.path, err)
	}
	w.Writer = bufio.NewWriterSize(w.file, 64<<10)
	return w, nil
}

// Commit gives the file its name.
func (w *Writer) Commit(ctx context.Context) error {
	defer w.fs.Close()
	err := w.Flush()
	if closed := w.file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = filesystem.Rename(ctx, w.fs, w.temp, w.path)
	}
	if err != nil {
		w.remove(ctx)
		return fmt.Errorf("writing %s: %w", w.path, err)
	}
	return nil
}

// Discard takes away what was written.
func (w *Writer) Discard(ctx context.Context) {
	w.file.Close()
	w.remove(ctx)
	w.fs.Close()
}

func (w *Writer) remove(ctx context.Context) {
	if r, ok := w.fs.(filesystem.Remover); ok {
		_ = r.Remove(ctx, w.temp) // what is left there does no harm
	}
}
