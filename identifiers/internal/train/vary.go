package main

import (
	"math/rand/v2"
	"strings"

	"github.com/phidetect/phidetect/identifiers/internal/nametag"
)

// namePool collects the names of the messages, to be swapped among them, so
// that the tagger learns the contexts of names and not the names.
func namePool(set []message) []string {
	var out []string
	for _, m := range set {
		for _, g := range m.gold {
			if g.label == nametag.Name && !strings.ContainsAny(m.text[g.start:g.end], "^\n") {
				out = append(out, m.text[g.start:g.end])
			}
		}
	}
	return out
}

// vary makes another message of one: names swapped for others of the pool,
// then perhaps all in lower case, in capitals, or without punctuation.
func vary(m message, pool []string, rng *rand.Rand) message {
	if rng.IntN(2) == 0 {
		m = swap(m, pool, rng)
	}
	switch rng.IntN(10) {
	case 0, 1, 2, 3:
		m = lower(m, rng)
	case 4:
		m.text = upperASCII(m.text)
	}
	if rng.IntN(6) == 0 {
		m = strip(m)
	}
	return m
}

// lower puts a message in lower case. Only ASCII letters change, so that the
// offsets stay.
func lower(m message, rng *rand.Rand) message {
	b := []byte(m.text)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 32
		}
	}
	m.text = string(b)
	return m
}

func upperASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'a' && c <= 'z' {
			b[i] = c - 32
		}
	}
	return string(b)
}

// strip turns commas and full stops before a space into spaces.
func strip(m message) message {
	b := []byte(m.text)
	for i := 0; i+1 < len(b); i++ {
		if (b[i] == ',' || b[i] == '.') && b[i+1] == ' ' {
			b[i] = ' '
		}
	}
	m.text = string(b)
	return m
}

// swap replaces each name by another one of the same number of words.
func swap(m message, pool []string, rng *rand.Rand) message {
	var b strings.Builder
	out := m
	out.gold = nil
	pos := 0
	for _, g := range m.gold {
		if g.start < pos {
			return m
		}
		b.WriteString(m.text[pos:g.start])
		surface := m.text[g.start:g.end]
		if g.label == nametag.Name && rng.IntN(10) < 7 {
			for range 20 {
				other := pool[rng.IntN(len(pool))]
				if strings.Count(other, " ") == strings.Count(surface, " ") && len(other) > 1 {
					surface = likeCase(other, surface)
					break
				}
			}
		}
		start := b.Len()
		b.WriteString(surface)
		g.start, g.end = start, b.Len()
		out.gold = append(out.gold, g)
		pos = m.gold[len(out.gold)-1].end
	}
	b.WriteString(m.text[pos:])
	out.text = b.String()
	return out
}

// likeCase writes the name in the case of the one it stands for.
func likeCase(name, like string) string {
	switch {
	case like == strings.ToLower(like):
		return strings.ToLower(name)
	case like == strings.ToUpper(like) && len(like) > 3:
		return strings.ToUpper(name)
	}
	if name == strings.ToLower(name) {
		words := strings.Fields(name)
		for i, w := range words {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
		return strings.Join(words, " ")
	}
	return name
}
