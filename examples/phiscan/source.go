package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A source is something to read: words of the command line, a file, or
// standard input.
type source struct {
	name string // what a report calls it; "" for words
	path string // the file; "-" is standard input, "" the words
	text string // the words
}

// sourcesOf tells files from words. Words that stand together are one text,
// as echo would have it.
func sourcesOf(args []string, literal, filesOnly bool) ([]source, error) {
	if literal {
		if len(args) == 0 {
			return nil, errors.New("-text is there, but no text")
		}
		return []source{{text: strings.Join(args, " ")}}, nil
	}
	var out []source
	var words []string
	flush := func() {
		if words != nil {
			out = append(out, source{text: strings.Join(words, " ")})
			words = nil
		}
	}
	for _, a := range args {
		switch {
		case a == "-":
			flush()
			out = append(out, source{name: "standard input", path: a})
		case filesOnly || isFile(a, len(args) == 1):
			flush()
			out = append(out, source{name: a, path: a})
		default:
			words = append(words, a)
		}
	}
	flush()
	if n := countStdin(out); n > 1 {
		return nil, errors.New("- (standard input) can be read only once")
	}
	return out, nil
}

func countStdin(list []source) (n int) {
	for _, s := range list {
		if s.path == "-" {
			n++
		}
	}
	return n
}

// isFile reports whether an argument is meant as a file: it names one, or it
// looks so much like a path that a missing file is likelier than a text.
func isFile(arg string, alone bool) bool {
	if arg == "" || len(arg) > 4096 || strings.ContainsAny(arg, "\x00\n") {
		return false
	}
	if fi, err := os.Stat(arg); err == nil {
		return !fi.IsDir() || alone || strings.ContainsRune(arg, filepath.Separator)
	}
	if strings.ContainsAny(arg, " \t") || strings.Contains(arg, "://") || strings.Contains(arg, "@") {
		return false
	}
	if strings.HasPrefix(arg, "./") || strings.HasPrefix(arg, "../") || strings.HasPrefix(arg, "/") && strings.Count(arg, "/") > 1 {
		return true
	}
	return slices.Contains(textSuffixes, strings.ToLower(filepath.Ext(arg)))
}

// textSuffixes are the endings that make a lone word a file's name.
var textSuffixes = []string{".txt", ".text", ".md", ".log", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".eml", ".html", ".xml", ".hl7"}

// checkSources reports the first file that cannot be read, before anything is
// printed.
func checkSources(list []source) error {
	for _, s := range list {
		if s.path == "" || s.path == "-" {
			continue
		}
		fi, err := os.Stat(s.path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("there is no file %s; check the path, or put -text before it to scan the words themselves", s.path)
		case err != nil:
			return fmt.Errorf("cannot read %s: %w", s.path, reason(err))
		case fi.IsDir():
			return fmt.Errorf("%s is a directory; name the files in it, for example %s", s.path, filepath.Join(s.path, "*.txt"))
		case fi.Mode().IsRegular():
			f, err := os.Open(s.path)
			if err != nil {
				return fmt.Errorf("cannot read %s: %w", s.path, reason(err))
			}
			f.Close()
		}
	}
	return nil
}

// reason is an error of package os without the path, which our message names.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// open gives a source's bytes, its size where that is known, else -1, and what
// closes it.
func (s *scanner) open(src source) (r io.Reader, size int64, closer func(), err error) {
	closer, size = func() {}, -1
	switch src.path {
	case "":
		return strings.NewReader(src.text), int64(len(src.text)), closer, nil
	case "-":
		r = s.stdin
	default:
		f, err := os.Open(src.path)
		if err != nil {
			return nil, 0, nil, fmt.Errorf("cannot read %s: %w", src.path, reason(err))
		}
		r, closer = f, func() { f.Close() }
	}
	if f, ok := r.(*os.File); ok {
		if fi, err := f.Stat(); err == nil && fi.Mode().IsRegular() {
			size = fi.Size()
		}
	}
	return r, size, closer, nil
}

// readAll reads a whole source, with a progress bar where it is large.
func (s *scanner) readAll(src source) (string, error) {
	if src.path == "" {
		return src.text, nil
	}
	r, size, closer, err := s.open(src)
	if err != nil {
		return "", err
	}
	defer closer()
	m := newMeter(s.stderr, src.name, size)
	defer m.clear()
	var b strings.Builder
	if size > 0 {
		b.Grow(int(size))
	}
	if _, err := io.Copy(&b, m.reader(r)); err != nil {
		return "", fmt.Errorf("cannot read %s: %w", src.name, reason(err))
	}
	text := b.String()
	if kind := notText(text); kind != "" {
		fmt.Fprintf(s.stderr, "phiscan: warning: %s looks like %s; phiscan reads plain UTF-8 text and will miss what it holds. Export it as text first.\n", src.name, kind)
	}
	return strings.TrimPrefix(text, "\ufeff"), nil
}

// notText names what a file is that is no plain text, "" if it seems to be text.
func notText(text string) string {
	head := []byte(text[:min(len(text), 8192)])
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "UTF-16"
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "a PDF"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "an office document or archive"
	case bytes.IndexByte(head, 0) >= 0:
		return "binary data"
	}
	return ""
}
