package identifiers

import (
	"strings"
	"unicode/utf8"
)

// maxLiterals bounds the literals of one matcher.
const maxLiterals = 8

// maxLiteral bounds the bytes of a literal.
const maxLiteral = 32

// A literal is a string that is looked for in any case of its letters. It is
// ASCII: what else there is in a text may be folded to something different.
type literal struct {
	text   string // letters lower-case, not empty
	lo, up byte   // its first byte in either case
}

func newLiteral(s string) (l literal, ok bool) {
	if s == "" || len(s) > maxLiteral {
		return literal{}, false
	}
	b := []byte(s)
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return literal{}, false
		}
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	l = literal{text: string(b), lo: b[0], up: b[0]}
	if l.lo >= 'a' && l.lo <= 'z' {
		l.up -= 'a' - 'A'
	}
	return l, true
}

// literalHits finds the places where one of a few literals stands, in ascending
// order. Each literal reads the text twice at most, once for either case of
// its first byte, so all of it takes time linear in the text.
type literalHits struct {
	text string
	lits []literal
	at   [maxLiterals]literalPlace
}

// literalPlace is where a literal stands next, and where its first byte does in
// either case: what has been looked for once is not looked for again.
type literalPlace struct{ lit, lo, up int }

func newLiteralHits(lits []literal, text string) literalHits {
	h := literalHits{text: text, lits: lits}
	for i := range lits {
		h.at[i] = literalPlace{lo: -1, up: -1}
		h.advance(i, 0)
	}
	return h
}

// next gives the byte offset of the next hit, or -1. Literals that begin at the
// same byte are one hit.
func (h *literalHits) next() int {
	first := len(h.text)
	for i := range h.lits {
		first = min(first, h.at[i].lit)
	}
	if first == len(h.text) {
		return -1
	}
	for i := range h.lits {
		if h.at[i].lit == first {
			h.advance(i, first+1)
		}
	}
	return first
}

// advance moves literal i to its next place at or after from, the end of the
// text if there is none.
func (h *literalHits) advance(i, from int) {
	l, p := &h.lits[i], &h.at[i]
	for {
		if p.lo < from {
			p.lo = byteFrom(h.text, l.lo, from)
		}
		if p.up < from {
			p.up = byteFrom(h.text, l.up, from)
		}
		at := min(p.lo, p.up)
		if at+len(l.text) > len(h.text) {
			p.lit = len(h.text)
			return
		}
		if hasLiteral(h.text[at:at+len(l.text)], l.text) {
			p.lit = at
			return
		}
		from = at + 1
	}
}

// byteFrom gives the first place of b at or after from, len(text) if none.
func byteFrom(text string, b byte, from int) int {
	if from >= len(text) {
		return len(text)
	}
	if i := strings.IndexByte(text[from:], b); i >= 0 {
		return from + i
	}
	return len(text)
}

// hasLiteral compares with a lower-case literal of the same length.
func hasLiteral(s, lit string) bool {
	for i := 0; i < len(lit); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lit[i] {
			return false
		}
	}
	return true
}
