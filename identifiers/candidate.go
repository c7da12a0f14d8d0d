package identifiers

import (
	"github.com/phidetect/phidetect/lexicon"
)

// A number in a text is first a run of pieces: a piece is what stands without
// a space, joined by hyphens, dots, slashes or underscores ("LF-300918"); a
// run is pieces one space apart ("0491 570 006"). The judges look at pieces
// and at joined pieces, each as a candidate.

// maxNorm bounds the letters and digits of an identifier; the longest, an
// IBAN, has 34.
const maxNorm = 40

// maxPieces bounds how many pieces are joined, and with it the work; more than
// morePieces only where each is a single letter or digit.
const (
	maxPieces  = 24
	morePieces = 9
)

// piece is one unbroken part of a run.
type piece struct {
	first, last int32 // tokens
}

// A candidate is a piece or joined pieces with what speaks for its type.
type candidate struct {
	first, last int // tokens
	norm        [maxNorm]byte
	n           int // letters and digits in norm, upper-case
	digits      int
	letters     int
	groups      [10]uint8 // lengths of the parts between separators
	ngroups     int
	seps        sepSet
	label       label
	piece       bool // a single piece
}

type sepSet uint8

const (
	sepSpace sepSet = 1 << iota
	sepDash
	sepDot
	sepSlash
	sepUnder
	sepLine // a line end: the number is broken over two lines
)

func (c *candidate) text() []byte { return c.norm[:c.n] }

// shape reports whether the groups have these lengths.
func (c *candidate) shape(lens ...uint8) bool {
	if c.ngroups != len(lens) {
		return false
	}
	for i, l := range lens {
		if c.groups[i] != l {
			return false
		}
	}
	return true
}

// allDigits reports whether the candidate has no letter.
func (c *candidate) allDigits() bool { return c.letters == 0 }

// joiner reports whether b joins the parts of a piece.
func joiner(b byte) sepSet {
	switch b {
	case '-':
		return sepDash
	case '.':
		return sepDot
	case '/':
		return sepSlash
	case '_':
		return sepUnder
	}
	return 0
}

func alnum(k *lexicon.Token) bool {
	return k.Class == lexicon.Number || k.Class == lexicon.Mixed || k.Class == lexicon.Word
}

func hasDigit(k *lexicon.Token) bool {
	return k.Class == lexicon.Number || k.Class == lexicon.Mixed
}

// pieceAt grows the piece around the digit token i. It does not go left of
// floor, the end of the piece before.
func (t *Text) pieceAt(i, floor int) piece {
	first, last := i, i
	for steps := 0; steps < 8; steps++ {
		j := first - 1 // the separator
		if j-1 < floor || t.Tokens[first].Gap != lexicon.GapNone || t.Tokens[j].Class != lexicon.Punct || joiner(t.Tokens[j].First) == 0 ||
			t.Tokens[j].Gap != lexicon.GapNone || !alnum(&t.Tokens[j-1]) {
			break
		}
		w := &t.Tokens[j-1]
		if w.Class == lexicon.Word && (w.Len() > 6 || w.Case != lexicon.UpperCase && w.Len() > 2 && w.Entry.Rank() > 2 && w.Case != lexicon.UpperCase) {
			break
		}
		first = j - 1
	}
	for steps := 0; steps < 12; steps++ {
		j := last + 1
		if j+1 >= len(t.Tokens) || t.Tokens[j].Gap != lexicon.GapNone || t.Tokens[j].Class != lexicon.Punct || joiner(t.Tokens[j].First) == 0 ||
			t.Tokens[j+1].Gap != lexicon.GapNone || !alnum(&t.Tokens[j+1]) {
			break
		}
		w := &t.Tokens[j+1]
		if w.Class == lexicon.Word && (w.Len() > 4 && w.Case != lexicon.UpperCase || w.Len() > 7 || w.Case != lexicon.UpperCase && w.Len() > 1 && w.Entry.Rank() > 2) {
			break
		}
		last = j + 1
	}
	return piece{int32(first), int32(last)}
}

// fill makes the candidate of tokens first to last; false if it is too long.
func (c *candidate) fill(t *Text, first, last int) bool {
	c.first, c.last = first, last
	c.n, c.digits, c.letters, c.ngroups, c.seps = 0, 0, 0, 0, 0
	group := 0
	for i := first; i <= last; i++ {
		k := &t.Tokens[i]
		if k.Gap != lexicon.GapNone && i > first && !(k.Len() == 1 && t.Tokens[i-1].Len() == 1 && alnum(k) && alnum(&t.Tokens[i-1])) {
			c.seps |= sepSpace
			if k.Gap == lexicon.GapLine {
				c.seps |= sepLine
			}
			if group > 0 && !c.endGroup(group) {
				return false
			}
			group = 0
		}
		if k.Class == lexicon.Punct {
			c.seps |= joiner(k.First)
			if group > 0 && !c.endGroup(group) {
				return false
			}
			group = 0
			continue
		}
		if c.n+k.Len() > maxNorm {
			return false
		}
		for _, b := range []byte(t.Text[k.Start:k.End]) {
			switch {
			case b >= '0' && b <= '9':
				c.digits++
			case b >= 'a' && b <= 'z':
				b -= 32
				c.letters++
			case b >= 'A' && b <= 'Z':
				c.letters++
			default:
				continue
			}
			c.norm[c.n] = b
			c.n++
			group++
		}
	}
	return group == 0 || c.endGroup(group)
}

func (c *candidate) endGroup(n int) bool {
	if c.ngroups == len(c.groups) {
		return false
	}
	c.groups[c.ngroups] = uint8(min(n, 255))
	c.ngroups++
	return true
}
