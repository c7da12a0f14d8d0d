// Package compare measures what Beam costs: it makes files of messages, scans
// them in a plain loop and by the pipeline, and holds the results together.
package compare

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// held is never read: what it holds is kept apart to measure quality.
const held = "held.jsonl"

// Corpus gives the texts of the labelled messages in a folder, without the labels.
func Corpus(folder string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, path := range files {
		if filepath.Base(path) == held {
			continue
		}
		if texts, err = appendTexts(texts, path); err != nil {
			return nil, err
		}
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("there are no messages in %s; -corpus names the folder testdata/corpus of a clone", folder)
	}
	return texts, nil
}

func appendTexts(texts []string, path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m struct {
			Text     string
			Messages []struct{ Text string }
		}
		if json.Unmarshal(lines.Bytes(), &m) != nil {
			return nil, fmt.Errorf("%s is not lines of JSON", path)
		}
		if m.Text != "" {
			texts = append(texts, Unmarked(m.Text))
		}
		for _, part := range m.Messages {
			texts = append(texts, Unmarked(part.Text))
		}
	}
	return texts, lines.Err()
}

// Unmarked takes the labels out of a text of the corpus: ⟦name|Dana⟧ is Dana.
func Unmarked(text string) string {
	var b strings.Builder
	for {
		before, rest, marked := strings.Cut(text, "⟦")
		b.WriteString(before)
		if !marked {
			return b.String()
		}
		_, rest, _ = strings.Cut(rest, "|")
		text, rest, _ = strings.Cut(rest, "⟧")
		b.WriteString(text)
		text = rest
	}
}

// threadLength is how many messages made one after the other are of one thread.
const threadLength = 10

// Make writes n messages into files in a folder, which the texts take turns in,
// and gives the paths and how many bytes there are. thread, if not empty, is the
// member that says which thread a message is of.
func Make(folder string, texts []string, n, files int, thread string) (paths []string, bytes int64, err error) {
	for i := range files {
		path := filepath.Join(folder, fmt.Sprintf("messages-%02d.jsonl", i))
		size, err := makeFile(path, texts, n*i/files, n*(i+1)/files, thread)
		if err != nil {
			return nil, 0, err
		}
		paths, bytes = append(paths, path), bytes+size
	}
	return paths, bytes, nil
}

func makeFile(path string, texts []string, from, to int, thread string) (size int64, err error) {
	f, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriter(f)
	for i := from; i < to; i++ {
		m := map[string]string{"id": fmt.Sprintf("m%07d", i), "text": texts[i%len(texts)]}
		if thread != "" {
			m[thread] = fmt.Sprintf("t%06d", i/threadLength)
		}
		line, err := json.Marshal(m)
		if err != nil {
			return 0, err
		}
		n, _ := w.Write(append(line, '\n')) // Flush tells of what is wrong
		size += int64(n)
	}
	return size, w.Flush()
}
