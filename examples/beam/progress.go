package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/phidetect/phidetect/examples/beam/internal/pipeline"
	"github.com/phidetect/phidetect/examples/beam/internal/storage"
)

// progress shows on a terminal how many blocks are done. It looks at the files
// that are there, so that it works wherever the workers are, as long as the
// output is a folder that can be seen from here.
type progress struct {
	end  chan struct{}
	done sync.WaitGroup
}

const progressEvery = 500 * time.Millisecond

func startProgress(ctx context.Context, o *options, w io.Writer) *progress {
	p := &progress{end: make(chan struct{})}
	if o.quiet || !isTerminal(w) || strings.Contains(o.Out, "://") {
		return p
	}
	total, err := pipeline.Blocks(ctx, &o.Config)
	if err != nil {
		return p // the job itself tells of it
	}
	began := time.Now()
	p.done.Go(func() {
		tick := time.NewTicker(progressEvery)
		defer tick.Stop()
		for {
			select {
			case <-p.end:
				io.WriteString(w, "\r\x1b[K")
				return
			case <-tick.C:
				done := countFiles(filepath.Join(o.Out, pipeline.RedactedFolder))
				fmt.Fprintf(w, "\r%d of %d blocks  %.0f s\x1b[K", done, total, time.Since(began).Seconds())
			}
		}
	})
	return p
}

func (p *progress) stop() {
	close(p.end)
	p.done.Wait()
}

func countFiles(folder string) (n int) {
	_ = filepath.WalkDir(folder, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasPrefix(d.Name(), storage.Unfinished) {
			n++
		}
		return nil
	})
	return n
}

// isTerminal reports whether w is one.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	fi, err := f.Stat()
	return err == nil && fi.Mode()&os.ModeCharDevice != 0
}
