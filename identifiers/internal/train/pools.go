package main

import (
	"bufio"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// pools are names and cities to swap into messages, so that the tagger learns
// the contexts of names and not the names.
type pools struct {
	corpus         []string // the names of the messages
	given, surname []string
	cities         []string
}

func readPools(dir string, set []message) (*pools, error) {
	p := &pools{}
	for _, m := range set {
		for _, g := range m.gold {
			if g.label == nametag.Name && !g.skip && !strings.ContainsAny(m.text[g.start:g.end], "^\n") {
				p.corpus = append(p.corpus, m.text[g.start:g.end])
			}
		}
	}
	for _, list := range []struct {
		file string
		add  func(fields []string)
	}{
		{"given.txt", func(f []string) { p.given = append(p.given, f[0]) }},
		{"surnames.txt", func(f []string) { p.surname = append(p.surname, f[0]) }},
		{"names_world.txt", func(f []string) {
			if strings.Contains(f[1], "g") {
				p.given = append(p.given, f[0])
			}
			if strings.Contains(f[1], "s") {
				p.surname = append(p.surname, f[0])
			}
		}},
		{"cities.txt", func(f []string) { p.cities = append(p.cities, f[0]) }},
		{"suburbs_au.txt", func(f []string) { p.cities = append(p.cities, f[0]) }},
	} {
		if err := readFields(filepath.Join(dir, list.file), list.add); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func readFields(name string, add func([]string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for in.Scan() {
		if line := in.Text(); line != "" && line[0] != '#' {
			add(strings.Split(line, "\t"))
		}
	}
	return in.Err()
}

// name gives another name of the same number of words: half of the time one
// of the corpus, else one put together from the lists.
func (p *pools) name(surface string, rng *rand.Rand) string {
	words := strings.Count(surface, " ") + 1
	if rng.IntN(2) == 0 || words > 2 || strings.ContainsAny(surface, ",.") {
		for range 20 {
			other := p.corpus[rng.IntN(len(p.corpus))]
			if strings.Count(other, " ")+1 == words && len(other) > 1 {
				return other
			}
		}
		return surface
	}
	if words == 2 {
		return titled(p.pick(p.given, rng) + " " + p.pick(p.surname, rng))
	}
	if rng.IntN(4) == 0 {
		return titled(p.pick(p.surname, rng))
	}
	return titled(p.pick(p.given, rng))
}

func (p *pools) city(rng *rand.Rand) string { return titled(p.pick(p.cities, rng)) }

// unheard is one in how many names that no list has.
const unheard = 12

// strange puts the beginning of one name and the end of another together; "" if
// that is a word that somebody knows.
func strange(list []string, rng *rand.Rand) string {
	a, b := list[rng.IntN(len(list))], list[rng.IntN(len(list))]
	if !ascii(a) || !ascii(b) || len(a) < 4 || len(b) < 4 || strings.ContainsAny(a+b, " -'") {
		return ""
	}
	w := a[:2+rng.IntN(len(a)-3)] + b[len(b)-2-rng.IntN(len(b)-3):]
	if lexicon.Default().Lookup(w) != 0 {
		return ""
	}
	return w
}

// pick chooses one of the list of ASCII letters, words that are more often no
// name less often.
func (p *pools) pick(list []string, rng *rand.Rand) string {
	lex := lexicon.Default()
	if rng.IntN(unheard) == 0 {
		if w := strange(list, rng); w != "" {
			return w
		}
	}
	for {
		w := list[rng.IntN(len(list))]
		if e := lex.Lookup(w); len(w) > 1 && ascii(w) && (e.Rank() < 6 || rng.IntN(8) == 0) && !e.Has(lexicon.Stop) {
			return w
		}
	}
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
