package bench

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
)

// A Hostile input is made to slow a scanner down: of a few pieces, put
// together in turn or by chance, behind a beginning.
type Hostile struct {
	Name   string
	Begin  string
	Pieces []string
	Random bool
}

// Text gives size bytes of the input, always the same.
func (h Hostile) Text(size int) string {
	var b strings.Builder
	b.Grow(size + 64)
	b.WriteString(h.Begin)
	chance := rand.New(rand.NewPCG(1, 2))
	for i := 0; b.Len() < size; i++ {
		if h.Random {
			i = chance.IntN(len(h.Pieces))
		}
		b.WriteString(h.Pieces[i%len(h.Pieces)])
	}
	return b.String()[:size]
}

// LoadHostile reads a file of hostile inputs, whose form its head tells; all
// their pieces by chance are the last one.
func LoadHostile(path string) ([]Hostile, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []Hostile
	var soup []string
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		h, err := parseHostile(line)
		if err != nil {
			return nil, fmt.Errorf("bench: hostile inputs, line %d: %w", i+1, err)
		}
		out = append(out, h)
		soup = append(soup, h.Pieces...)
	}
	return append(out, Hostile{Name: "everything by chance", Pieces: soup, Random: true}), nil
}

var errHostile = errors.New("not a name, a colon and Go strings")

func parseHostile(line string) (h Hostile, err error) {
	name, rest, ok := strings.Cut(line, ": ")
	if !ok {
		return h, errHostile
	}
	h.Name = name
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		switch rest[0] {
		case '?':
			h.Random, rest = true, rest[1:]
			continue
		case '|':
			h.Begin, h.Pieces, rest = strings.Join(h.Pieces, ""), nil, rest[1:]
			continue
		}
		quoted, err := strconv.QuotedPrefix(rest)
		if err != nil {
			return h, errHostile
		}
		piece, _ := strconv.Unquote(quoted)
		if rest = rest[len(quoted):]; strings.HasPrefix(rest, "*") {
			count, after, _ := strings.Cut(rest[1:], " ")
			n, err := strconv.Atoi(count)
			if err != nil || n <= 0 {
				return h, errHostile
			}
			piece, rest = strings.Repeat(piece, n), after
		}
		if piece == "" {
			return h, errHostile
		}
		h.Pieces = append(h.Pieces, piece)
	}
	if len(h.Pieces) == 0 {
		return h, errHostile
	}
	return h, nil
}

// Breed gives n hostile inputs: the family, then mixtures of its pieces and of
// the words, always the same ones. A mixture has one to six pieces, some of
// them many times, in turn or by chance.
func Breed(family []Hostile, words []string, n int) []Hostile {
	out := append([]Hostile(nil), family[:min(n, len(family))]...)
	soup := family[len(family)-1].Pieces
	chance := rand.New(rand.NewPCG(3, 4))
	for len(out) < n {
		h := Hostile{Name: fmt.Sprintf("mixture %d", len(out)), Random: chance.IntN(4) == 0}
		for range 1 + chance.IntN(6) {
			piece := soup[chance.IntN(len(soup))]
			if len(words) > 0 && chance.IntN(3) == 0 {
				piece = words[chance.IntN(len(words))]
			}
			if chance.IntN(4) == 0 {
				piece += [...]string{" ", "\n", "-", ".", ",", ": "}[chance.IntN(6)]
			}
			if len(piece) < 16 && chance.IntN(5) == 0 {
				piece = strings.Repeat(piece, 1<<chance.IntN(9))
			}
			h.Pieces = append(h.Pieces, piece)
		}
		out = append(out, h)
	}
	return out
}
