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

	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

type gold struct {
	start, end       int
	health, optional bool
}

type message struct {
	text   string
	gold   []gold
	labels [healthtag.Heads]answer
	weight float64
	plain  bool // no spans are marked: the text's labels alone teach
	named  bool // a marked span identifies somebody
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
			keep := func(x message) {
				if k := slices.IndexFunc(leave, func(p string) bool { return p != "" && strings.HasPrefix(row.ID, p) }); k >= 0 {
					held[leave[k]] = append(held[leave[k]], x)
				} else {
					own = append(own, x)
				}
			}
			if row.Text != "" {
				x := inline(row.Text)
				x.label(row.Verdict, row.Personal)
				keep(x)
			}
			for _, m := range row.Messages {
				x := inline(m.Text)
				x.label(m.Verdict, nil)
				keep(x)
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
		x.label(row.Verdict, nil)
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
		x.named = x.named || !slices.Contains(identifiesNobody, typ) && !strings.HasSuffix(typ, "?")
		x.gold = append(x.gold, gold{start, b.Len(), strings.HasPrefix(typ, "health") && !strings.HasPrefix(typ, "health_"), strings.HasSuffix(typ, "?")})
		pos = at[1]
	}
	b.WriteString(marked[pos:])
	x.text = b.String()
	return x
}

// identifiesNobody are the labels that alone do not point to one person.
var identifiesNobody = []string{"health", "city", "age", "date", "facility"}

// publicWeight is how much a message of each public set counts beside one of
// the corpus.
var publicWeight = map[string]float64{"illness": 0.15, "psytar": 0.8, "banking77": 0.2, "sms_spam": 1, "restaurant8k": 0.1, "multidogo": 0.1, "btc": 0.07, "wnut17": 0.07, "tweebank": 0.07}

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
	for _, name := range files {
		set := publicSet{name: strings.TrimSuffix(filepath.Base(name), ".jsonl.gz")}
		if publicWeight[set.name] == 0 {
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		zr, err := gzip.NewReader(f)
		if err == nil {
			err = lines(zr, set.add)
		}
		f.Close()
		if err != nil {
			return nil, err
		}
		out = append(out, set)
	}
	return out, nil
}

// add reads a row of the set.
func (s *publicSet) add(line []byte) error {
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
	x := message{text: row.Text, weight: publicWeight[s.name], plain: true}
	x.labels[healthtag.IsHealth] = answerOf(row.Labels.Health)
	x.labels[healthtag.IsPersonal] = answerOf(row.Labels.Personal)
	switch s.name {
	case "sms_spam":
		if x.labels[healthtag.IsHealth] == unknown && !row.Labels.Keyword {
			x.labels[healthtag.IsHealth] = no // texts of friends and advertisers
		}
	case "btc", "wnut17", "tweebank":
		x.labels[healthtag.IsHealth] = no // of all the world's topics health is a small part
	}
	if (len(s.learn)+len(s.held)+1)%holdOut == 0 {
		s.held = append(s.held, x)
	} else {
		s.learn = append(s.learn, x)
	}
	return nil
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
