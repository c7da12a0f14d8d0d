package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/phidetect/phidetect/identifiers/internal/nametag"
)

// vary makes another message of one: names and cities swapped for others, then
// perhaps all in lower case, with a capital where a phone puts one, in capitals,
// every word with one, or without punctuation.
func vary(m message, p *pools, rng *rand.Rand) message {
	if rng.IntN(3) > 0 {
		m = swap(m, p, rng)
	}
	switch rng.IntN(10) {
	case 0, 1, 2:
		m = lower(m)
	case 3, 4:
		m = lower(m)
		m.text = sentenceASCII(m.text)
	case 5:
		m.text = upperASCII(m.text)
	case 6:
		m.text = titleASCII(m.text)
	}
	if rng.IntN(6) == 0 {
		m = strip(m)
	}
	return m
}

// lower puts a message in lower case. Only ASCII letters change, so that the
// offsets stay.
func lower(m message) message {
	b := []byte(m.text)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 32
		}
	}
	m.text = string(b)
	return m
}

// sentenceASCII puts the first letter of the text and of each sentence in upper
// case, as a phone does for who types none: "Dr okonedo said …".
func sentenceASCII(s string) string {
	b := []byte(s)
	begins := true
	for i, c := range b {
		switch {
		case c >= 'a' && c <= 'z' && begins:
			b[i], begins = c-32, false
		case c == '\n' || c == ' ' && i > 0 && (b[i-1] == '.' || b[i-1] == '!' || b[i-1] == '?'):
			begins = true
		case c != ' ' && c != '"' && c != '(':
			begins = false
		}
	}
	return string(b)
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

// titleASCII puts every word's first letter in upper case and the others in
// lower case.
func titleASCII(s string) string {
	b := []byte(s)
	inside := false
	for i, c := range b {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		switch {
		case letter && !inside && c >= 'a':
			b[i] = c - 32
		case letter && inside && c < 'a':
			b[i] = c + 32
		}
		inside = letter || inside && (c >= 0x80 || c == '\'')
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

// swap replaces names and cities by others.
func swap(m message, p *pools, rng *rand.Rand) message {
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
		switch {
		case g.label == nametag.Name && rng.IntN(10) < 7:
			surface = likeCase(p.name(surface, rng), surface)
		case g.label == nametag.City && rng.IntN(10) < 5:
			surface = likeCase(p.city(rng), surface)
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
		return titled(name)
	}
	return name
}

// titled puts the first letter of each word in upper case.
func titled(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}
