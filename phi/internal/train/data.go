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
)

type gold struct {
	start, end       int
	health, optional bool
}

type message struct {
	text             string
	gold             []gold
	health, personal answer
	weight           float64
	plain            bool // no spans are marked: the text's labels alone teach
}

var mark = regexp.MustCompile(`⟦([a-z_]+\??)\|((?:[^⟦⟧]|\n)*?)⟧`)

func readCorpus(dir string, leave []string) (own, held []message, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, nil, err
	}
	sort.Strings(files)
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, nil, err
		}
		err = lines(f, func(line []byte) error {
			var row struct {
				ID, Text, Verdict string
				Personal          *bool
				Messages          []struct{ Text, Verdict string }
			}
			if err := json.Unmarshal(line, &row); err != nil {
				return err
			}
			out := &own
			if slices.ContainsFunc(leave, func(p string) bool { return p != "" && strings.HasPrefix(row.ID, p) }) {
				out = &held
			}
			if row.Text != "" {
				x := inline(row.Text)
				x.labels(row.Verdict, row.Personal)
				*out = append(*out, x)
			}
			for _, m := range row.Messages {
				x := inline(m.Text)
				x.labels(m.Verdict, nil)
				*out = append(*out, x)
			}
			return nil
		})
		f.Close()
		if err != nil {
			return nil, nil, err
		}
	}
	return own, held, nil
}

// readGolden reads texts whose verdict is known, without marked spans.
func readGolden(name string) ([]message, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []message
	err = lines(f, func(line []byte) error {
		var row struct{ Text, Verdict string }
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		x := message{text: row.Text, weight: 1, plain: true}
		x.labels(row.Verdict, nil)
		out = append(out, x)
		return nil
	})
	return out, err
}

// inline reads a text with ⟦type|surface⟧ marks.
func inline(marked string) message {
	x := message{weight: 1}
	var b strings.Builder
	pos := 0
	for _, at := range mark.FindAllStringSubmatchIndex(marked, -1) {
		b.WriteString(marked[pos:at[0]])
		start := b.Len()
		b.WriteString(marked[at[4]:at[5]])
		typ := marked[at[2]:at[3]]
		x.gold = append(x.gold, gold{start, b.Len(), strings.HasPrefix(typ, "health") && !strings.HasPrefix(typ, "health_"), strings.HasSuffix(typ, "?")})
		pos = at[1]
	}
	b.WriteString(marked[pos:])
	x.text = b.String()
	return x
}

// publicWeight is how much a message of each public set counts beside one of
// the corpus.
var publicWeight = map[string]float64{"illness": 0.1, "psytar": 0.15, "banking77": 0.15, "sms_spam": 0.3, "restaurant8k": 0.1, "multidogo": 0.1}

func readPublic(dir string) ([]message, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []message
	for _, name := range files {
		set := strings.TrimSuffix(filepath.Base(name), ".jsonl.gz")
		weight, ok := publicWeight[set]
		if !ok {
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		zr, err := gzip.NewReader(f)
		if err == nil {
			err = lines(zr, func(line []byte) error {
				var row struct {
					Text   string
					Labels struct {
						Health, Personal *bool
						Keyword          bool `json:"health_kw"`
					}
				}
				if err := json.Unmarshal(line, &row); err != nil {
					return err
				}
				h := answerOf(row.Labels.Health)
				if set == "sms_spam" && h == unknown && !row.Labels.Keyword {
					h = no // texts of friends and advertisers
				}
				out = append(out, message{text: row.Text, health: h, personal: answerOf(row.Labels.Personal), weight: weight})
				return nil
			})
		}
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	return out, nil
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
