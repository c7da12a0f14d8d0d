package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// writeSources lists every list with what its header says and how many entries
// it has.
func writeSources() error {
	var out strings.Builder
	err := filepath.WalkDir(dataDir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".txt") {
			return err
		}
		name, err := filepath.Rel(dataDir, path)
		if err != nil {
			return err
		}
		head := map[string]string{}
		entries := 0
		if err := readList(name, func(key, value string) {
			if head[key] == "" {
				head[key] = strings.ReplaceAll(value, "\t", " ")
			}
		}, func(line string) error {
			for _, w := range strings.Split(line, ";") {
				if strings.TrimSpace(w) != "" {
					entries++
				}
			}
			return nil
		}); err != nil {
			return err
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\t%d\n", filepath.ToSlash(name), head["source"], head["licence"], head["date"], entries)
		return nil
	})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dataDir, "sources.tsv"), []byte(out.String()), 0o644)
}
