// Package simulate plays the platform's side that calls: the open corpus of
// labelled, invented messages as signed webhooks, with the duplicates, the
// disorder and the batches of the real ones, and hostile calls beside them.
package simulate

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/phidetect/phidetect/bench"
)

// A Talk is one thread of the corpus, or a single message.
type Talk struct {
	ID, Channel string
	Lines       []Line
}

// A Line is one message of a Talk.
type Line struct {
	FromClinic bool
	Handle     string
	Text       string
	// Verdict is the label. Gold are the identifiers in the text, but for those that
	// annotators disagree about, such as weekdays.
	Verdict string
	Gold    []string
	// At is the time in the corpus, where it has one.
	At time.Time
}

// Load reads the corpus in a folder, but not the held-out set, which nobody
// looks at. An error names file and line, never text.
func Load(dir string) ([]Talk, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []Talk
	for _, f := range files {
		if filepath.Base(f) == "held.jsonl" {
			continue
		}
		if out, err = load(out, f); err != nil {
			return nil, err
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no corpus in %s: it is in testdata/corpus of the library's repository", dir)
	}
	return out, nil
}

// row is a line of a file: a message, or a thread of them.
type row struct {
	ID, Channel string
	said
	Messages []said
}

type said struct {
	At            time.Time
	From, Handle  string
	Text, Verdict string
}

func load(dst []Talk, file string) ([]Talk, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	for n := 1; in.Scan(); n++ {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		t, err := talk(in.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		dst = append(dst, t)
	}
	return dst, in.Err()
}

func talk(b []byte) (Talk, error) {
	var r row
	if json.Unmarshal(b, &r) != nil {
		return Talk{}, errors.New("not a line of the corpus")
	}
	t := Talk{ID: r.ID, Channel: r.Channel}
	all := r.Messages
	if all == nil {
		all = []said{r.said}
	}
	for _, s := range all {
		text, spans, _, err := bench.Parse(s.Text)
		if err != nil {
			return Talk{}, err
		}
		l := Line{FromClinic: s.From == "clinic", Handle: s.Handle, Text: text, Verdict: s.Verdict, At: s.At}
		for _, g := range spans {
			if !g.Optional {
				l.Gold = append(l.Gold, text[g.Start:g.End])
			}
		}
		t.Lines = append(t.Lines, l)
	}
	return t, nil
}
