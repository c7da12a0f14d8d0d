// Package bench measures the library: how much it finds, and how fast. The
// tests hold the figures (see floors.json and README.md); the program in
// bench/report prints them.
package bench

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// A Message is one labelled text of the corpus. A thread gives one Message for
// each of its texts, with the ID "thread#number", counted from 1.
type Message struct {
	ID      string
	File    string // name of the file it comes from, without ".jsonl"
	Text    string // without the labels
	Verdict phi.Verdict
	Spans   []Gold // identifiers, in order
	Health  []Gold // words that speak of health, in order; their Type is NoType
	// Personal says whether the health is a particular person's; nil where
	// that is not labelled.
	Personal *bool
}

// Gold is a labelled stretch of a text: bytes [Start, End).
type Gold struct {
	Start, End int
	Type       identifiers.Type
	// Optional marks what careful annotators disagree about: finding it is no
	// error, and neither is missing it.
	Optional bool
}

// Held reports that the message belongs to the held-out set, which nobody
// looks at while working on the library.
func (m *Message) Held() bool { return strings.HasPrefix(m.ID, "held-") }

// Load reads the *.jsonl files of a folder in the order of their names. An
// error names file, line and cause, never text.
func Load(dir string) ([]Message, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("bench: no *.jsonl in " + dir)
	}
	var out []Message
	for _, path := range files {
		in, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		out, err = Read(out, in, name)
		in.Close()
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Read appends the messages of one file of JSON lines to dst; name is what
// Message.File says.
func Read(dst []Message, r io.Reader, name string) ([]Message, error) {
	type text struct {
		Text     string
		Verdict  phi.Verdict
		Personal *bool
	}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 16<<20)
	for line := 1; in.Scan(); line++ {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		var row struct {
			ID string
			text
			Messages []text
		}
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("bench: %s.jsonl:%d: %w", name, line, err)
		}
		texts, thread := row.Messages, true
		if texts == nil {
			texts, thread = []text{row.text}, false
		}
		for i, t := range texts {
			m := Message{ID: row.ID, File: name, Verdict: t.Verdict, Personal: t.Personal}
			if thread {
				m.ID = fmt.Sprintf("%s#%d", row.ID, i+1)
			}
			var err error
			if m.Text, m.Spans, m.Health, err = Parse(t.Text); err != nil {
				return nil, fmt.Errorf("bench: %s.jsonl:%d: %w", name, line, err)
			}
			dst = append(dst, m)
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("bench: %s.jsonl: %w", name, err)
	}
	return dst, nil
}

var label = regexp.MustCompile(`⟦([a-z_]+)(\??)\|([^⟦⟧]*)⟧`)

var (
	errBracket = errors.New("a label's bracket stands alone")
	errType    = errors.New("a label of unknown type")
)

// Parse takes the inline labels, ⟦type|surface⟧ or ⟦type?|surface⟧, out of a
// text.
func Parse(labelled string) (text string, spans, health []Gold, err error) {
	var b strings.Builder
	at := 0
	for _, m := range label.FindAllStringSubmatchIndex(labelled, -1) {
		b.WriteString(labelled[at:m[0]])
		at = m[1]
		g := Gold{Start: b.Len(), Optional: m[4] < m[5]}
		b.WriteString(labelled[m[6]:m[7]])
		g.End = b.Len()
		if typ := labelled[m[2]:m[3]]; typ == "health" {
			health = append(health, g)
			continue
		} else if g.Type = identifiers.TypeOf(typ); g.Type == identifiers.NoType {
			return "", nil, nil, errType
		}
		spans = append(spans, g)
	}
	b.WriteString(labelled[at:])
	if text = b.String(); strings.ContainsAny(text, "⟦⟧") {
		return "", nil, nil, errBracket
	}
	return text, spans, health, nil
}

// Texts gives the texts of messages.
func Texts(messages []Message) []string {
	texts := make([]string, len(messages))
	for i := range messages {
		texts[i] = messages[i].Text
	}
	return texts
}
