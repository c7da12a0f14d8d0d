package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/phidetect/phidetect/identifiers/internal/nametag"
)

// gold is a labelled span: bytes of the text. skip spans teach nothing: they
// are optional, or of a type that the tagger never sees.
type gold struct {
	start, end int
	label      nametag.Label
	skip       bool
	full       bool // claims its tokens: another identifier
}

// message is a text with its gold spans.
type message struct {
	id    string
	text  string
	gold  []gold
	names bool // all names are marked
	city  bool // all cities are marked
	only  bool // only the marked spans teach
	weigh float64
}

var mark = regexp.MustCompile(`⟦([a-z_]+\??)\|((?:[^⟦⟧]|\n)*?)⟧`)

// readCorpus reads the labelled messages; those whose id begins with one of
// leave are held back, by prefix.
func readCorpus(dir string, leave []string) (own []message, held map[string][]message, err error) {
	held = map[string][]message{}
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, nil, err
	}
	sort.Strings(files)
	for _, f := range files {
		in, err := os.Open(f)
		if err != nil {
			return nil, nil, err
		}
		err = lines(in, func(line []byte) error {
			var row struct {
				ID, Text string
				Messages []struct{ Text string }
			}
			if err := json.Unmarshal(line, &row); err != nil {
				return err
			}
			texts := []string{row.Text}
			for _, m := range row.Messages {
				texts = append(texts, m.Text)
			}
			for _, text := range texts {
				if text == "" {
					continue
				}
				m := inline(row.ID, text)
				if k := slices.IndexFunc(leave, func(p string) bool { return p != "" && strings.HasPrefix(row.ID, p) }); k >= 0 {
					held[leave[k]] = append(held[leave[k]], m)
				} else {
					own = append(own, m)
				}
			}
			return nil
		})
		in.Close()
		if err != nil {
			return nil, nil, err
		}
	}
	return own, held, nil
}

// inline reads a text with ⟦type|surface⟧ marks.
func inline(id, marked string) message {
	m := message{id: id, names: true, city: true, weigh: 4}
	var b strings.Builder
	pos := 0
	for _, at := range mark.FindAllStringSubmatchIndex(marked, -1) {
		b.WriteString(marked[pos:at[0]])
		start := b.Len()
		b.WriteString(marked[at[4]:at[5]])
		typ := marked[at[2]:at[3]]
		m.gold = append(m.gold, goldOf(typ, start, b.Len()))
		pos = at[1]
	}
	b.WriteString(marked[pos:])
	m.text = b.String()
	return m
}

func goldOf(typ string, start, end int) gold {
	g := gold{start: start, end: end}
	switch base := strings.TrimSuffix(typ, "?"); base {
	case "name":
		g.label = nametag.Name
	case "city":
		g.label = nametag.City
	case "health":
	case "date", "photo", "biometric", "age":
		g.skip = true
	case "facility":
		g.skip = true
	default:
		g.full = true
	}
	if strings.HasSuffix(typ, "?") && typ != "health?" {
		g.skip = true
	}
	return g
}

// publicWeight is how much a message of each public set counts beside one of
// the corpus, whose messages count 4.
var publicWeight = map[string]float64{"btc": 1, "wnut17": 1, "tweebank": 1, "restaurant8k": 1.5, "presidio_generated_large": 0.4, "multidogo": 0.4, "banking77": 0.5, "sms_spam": 0.3}

// holdOut is the share of each public set, one in so many, that is never
// learned from, so that the figures on it are honest.
const holdOut = 5

// publicSet is one public set, parted.
type publicSet struct {
	name        string
	learn, held []message
}

func readPublic(dir string) ([]publicSet, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []publicSet
	for _, f := range files {
		set := publicSet{name: strings.TrimSuffix(filepath.Base(f), ".jsonl.gz")}
		weight, ok := publicWeight[set.name]
		if !ok {
			continue
		}
		in, err := os.Open(f)
		if err != nil {
			return nil, err
		}
		zr, err := gzip.NewReader(in)
		if err == nil {
			n := 0
			err = lines(zr, func(line []byte) error {
				m, err := explicit(line)
				m.weigh = weight
				if set.name == "banking77" { // nobody is named in it
					m.names, m.city = true, false
				}
				n++
				switch {
				case n%holdOut == 0:
					set.held = append(set.held, m)
				case !m.only || len(m.gold) > 0:
					set.learn = append(set.learn, m)
				}
				return err
			})
		}
		in.Close()
		if err != nil {
			return nil, err
		}
		out = append(out, set)
	}
	return out, nil
}

// explicit reads a row whose spans are given by code point offsets.
func explicit(line []byte) (message, error) {
	var row struct {
		ID, Text string
		Spans    []struct {
			Type       string
			Start, End int
			Optional   bool
		}
		Labels struct {
			Annotated  []string
			RecallOnly bool `json:"recall_only"`
		}
	}
	if err := json.Unmarshal(line, &row); err != nil {
		return message{}, err
	}
	at := make([]int, 0, len(row.Text)+1)
	for i := range row.Text {
		at = append(at, i)
	}
	at = append(at, len(row.Text))
	m := message{id: row.ID, text: row.Text, only: row.Labels.RecallOnly,
		names: slices.Contains(row.Labels.Annotated, "name"), city: slices.Contains(row.Labels.Annotated, "city")}
	for _, s := range row.Spans {
		if s.Start < 0 || s.End >= len(at) || s.Start >= s.End {
			continue
		}
		typ := s.Type
		if s.Optional && !strings.HasSuffix(typ, "?") {
			typ += "?"
		}
		g := goldOf(typ, at[s.Start], at[s.End])
		if s.Type == "other" {
			g.skip, g.full = true, false
		}
		m.gold = append(m.gold, g)
	}
	return m, nil
}

func lines(r io.Reader, f func([]byte) error) error {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		if len(strings.TrimSpace(in.Text())) == 0 {
			continue
		}
		if err := f(in.Bytes()); err != nil {
			return err
		}
	}
	return in.Err()
}
