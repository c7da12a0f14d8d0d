package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// note puts the code that begins at token i into numbers, if it is long enough
// to be no other number by chance.
func (c *reach) note(i int, finding int32, typ identifiers.Type) {
	var h uint64
	words, size, digits := 0, 0, 0
	for j := i; j < len(c.covered) && c.covered[j] == finding+1; j++ {
		t := &c.scan.Tokens[j]
		if !spoken(t) {
			continue
		}
		if words++; words > maxCode {
			return
		}
		h = lexicon.Chain(h, t.Hash)
		size += t.Len()
		digits += c.digits(t)
	}
	if digits >= 4 && size >= 5 || typ == identifiers.Handle && size >= 6 && (digits > 0 || words > 1) {
		first := c.scan.Tokens[i].Hash
		if _, ok := c.numbers[first]; !ok {
			c.numbers[first] = beginsCode
		}
		c.numbers[h] = finding
	}
}

func (c *reach) digits(t *lexicon.Token) int {
	n := 0
	for _, b := range []byte(c.scan.Text[t.Start:t.End]) {
		if b >= '0' && b <= '9' {
			n++
		}
	}
	return n
}

// codeAt gives the finding whose code begins at token i too, and its last token.
func (c *reach) codeAt(i int) (finding int32, last int) {
	finding = -1
	if _, ok := c.numbers[c.scan.Tokens[i].Hash]; !ok {
		return finding, 0
	}
	var h uint64
	for j, words, gap := i, 0, 0; j < len(c.covered) && c.covered[j] == 0 && words < maxCode && gap < 3; j++ {
		t := &c.scan.Tokens[j]
		if !spoken(t) {
			gap++
			continue
		}
		words, gap = words+1, 0
		h = lexicon.Chain(h, t.Hash)
		if k, ok := c.numbers[h]; ok && k != beginsCode {
			finding, last = k, j
		}
	}
	return finding, last
}

// codeScore is the score of codes that nothing explains.
const codeScore = 0.5

// code gives the last token of a word of letters and then at least four digits
// in all that begins at token i, or -1. Amounts are none: their digits come
// first. Nor are words that the lexicon knows: "COVID-2019".
func (c *reach) code(i int) int {
	toks := c.scan.Tokens
	if toks[i].Class == lexicon.Number || toks[i].Entry.Weight() > lexicon.NoWeight {
		return -1
	}
	if i > 0 && toks[i].Gap == lexicon.GapNone && !c.punct(i-1, '(') && !c.punct(i-1, '"') && !c.punct(i-1, '\'') && !c.punct(i-1, ':') && !c.punct(i-1, '=') && !c.punct(i-1, '#') {
		return -1
	}
	if b := c.scan.Text[toks[i].Start]; b >= '0' && b <= '9' {
		return -1
	}
	last, digits, size := i, 0, 0
	for j := i; j < len(toks) && (j == i || toks[j].Gap == lexicon.GapNone); j++ {
		if c.covered[j] != 0 {
			return -1
		}
		k := &toks[j]
		if k.Is('-') || k.Is('_') || k.Is('/') {
			continue
		}
		if k.Class != lexicon.Word && k.Class != lexicon.Number && k.Class != lexicon.Mixed {
			break
		}
		if k.Class == lexicon.Word && k.Len() > 6 {
			return -1
		}
		digits += c.digits(k)
		size += k.Len()
		last = j
	}
	if digits < 4 || size > 40 || size == 5 && last == i {
		return -1 // five in one piece: a code of the HCPCS, "J2327"
	}
	return last
}
