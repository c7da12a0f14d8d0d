package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/phidetect/phidetect/examples/beam/internal/pipeline"
	"github.com/phidetect/phidetect/examples/beam/internal/storage"
)

// check reports what can be known to be wrong before a job begins: files that
// are not there, and results that are.
func check(ctx context.Context, c *pipeline.Config) error {
	if _, err := storage.List(ctx, c.Globs); err != nil {
		return err
	}
	for _, name := range []string{pipeline.SummaryFile, pipeline.FindingsFolder + "/*", pipeline.RedactedFolder + "/*", pipeline.ThreadsFolder + "/*"} {
		if some, err := storage.List(ctx, []string{storage.Join(c.Out, name)}); err == nil && len(some) > 0 {
			return fmt.Errorf("-out: %s has results in it; parts of two jobs would mix: name a new folder or empty it", c.Out)
		}
	}
	return nil
}

// report prints the summary of a job as a table.
func report(ctx context.Context, w io.Writer, out string) error {
	r, err := storage.Open(ctx, storage.Join(out, pipeline.SummaryFile), 0)
	if err != nil {
		return err
	}
	defer r.Close()
	var s pipeline.Summary
	if err := json.NewDecoder(r).Decode(&s); err != nil {
		return fmt.Errorf("reading %s: %w", pipeline.SummaryFile, err)
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "file\tmessages\tphi\tidentifier\thealth\tnone\tunreadable")
	for _, f := range s.Files {
		row(t, f)
	}
	if len(s.Files) > 1 {
		row(t, pipeline.FileCounts{File: "all", Counts: s.Total})
	}
	if err := t.Flush(); err != nil {
		return err
	}
	types := slices.SortedFunc(maps.Keys(s.Total.Types), func(a, b string) int {
		if d := s.Total.Types[b] - s.Total.Types[a]; d != 0 {
			return int(d)
		}
		return strings.Compare(a, b)
	})
	for i, name := range types {
		types[i] = fmt.Sprintf("%s %d", name, s.Total.Types[name])
	}
	if len(types) > 0 {
		fmt.Fprintf(w, "\nidentifiers: %s\n", strings.Join(types, ", "))
	}
	_, err = fmt.Fprintf(w, "\nresults in %s\n", out)
	return err
}

func row(w io.Writer, f pipeline.FileCounts) {
	fmt.Fprintf(w, "%s\t%d", f.File, f.Messages)
	for _, v := range []string{"phi", "identifier", "health", "none"} {
		fmt.Fprintf(w, "\t%d", f.Verdicts[v])
	}
	fmt.Fprintf(w, "\t%d\n", f.Bad)
}

// removeUnfinished deletes what attempts that failed have left, where the output
// is a local folder. It does no harm there: an error is none.
func removeUnfinished(out string) {
	_ = filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasPrefix(d.Name(), storage.Unfinished) {
			_ = os.Remove(path)
		}
		return nil
	})
}
