package bench

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// SpliceFile renews the sections of a Markdown file, each by its name. Unless
// all must be there, a missing section or file is left alone.
func SpliceFile(path string, sections map[string]string, all bool) error {
	b, err := os.ReadFile(path)
	if !all && errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	old := string(b)
	text := old
	for name, content := range sections {
		renewed, ok := splice(text, name, content)
		if !ok && all {
			return fmt.Errorf("%s: no section %s", path, name)
		}
		text = renewed
	}
	if text == old {
		return nil
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

// splice puts content between <!-- name:begin --> and <!-- name:end -->; false
// if these marks are not there.
func splice(text, name, content string) (string, bool) {
	begin, end := "<!-- "+name+":begin -->", "<!-- "+name+":end -->"
	head, rest, ok := strings.Cut(text, begin)
	if !ok {
		return text, false
	}
	_, tail, ok := strings.Cut(rest, end)
	if !ok {
		return text, false
	}
	return head + begin + "\n" + strings.TrimRight(content, "\n") + "\n" + end + tail, true
}
