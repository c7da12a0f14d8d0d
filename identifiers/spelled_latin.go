package identifiers

import "github.com/phidetect/phidetect/lexicon"

// Spanish and French read a number out in groups of two and three: "zéro six
// trente neuf", "novecientos sesenta y ocho cincuenta y cinco", "quatre-vingt-dix-huit",
// "cinq cent quatorze"; the number of an identity card as one: "once millones
// ciento veinte mil seiscientos noventa y ocho".

var (
	centWords    = newWordSet("cent cents")
	millionWords = newWordSet("millon millones million millions")
)

// pushLatin adds the number of two digits or more that the words from token i
// on spell, and gives how many tokens they are; 0 leaves a single digit to
// others.
func (t *Text) pushLatin(c *candidate, i int) int {
	v, last := t.latinNumber(i, c.n&1 == 0)
	if v < 0 {
		return 0
	}
	if t.nextWord(last) && millionWords.has(t.Tokens[last+1].Hash) && v < hundred {
		m, end := t.belowMillion(last + 2)
		if end < 0 {
			return 0
		}
		v, last = v*1000000+m, end
	} else if v < 10 {
		return 0
	}
	if !c.pushValue(v) {
		return 0
	}
	return last - i + 1
}

// pushValue adds the digits of a value above nine.
func (c *candidate) pushValue(v int) bool {
	div := 1
	for v/div >= 10 {
		div *= 10
	}
	for ; div > 0; div /= 10 {
		d := v / div % 10
		if !c.push(digitText[d:d+1], 1) {
			return false
		}
	}
	return true
}

// latinNumber reads a number below a thousand and gives its last token, -1 if
// there is none. Even says that whole pairs stand before it: then "quatre vingt"
// is eighty, where "zéro quatre vingt" is four and twenty.
func (t *Text) latinNumber(i int, even bool) (v, last int) {
	v = t.spells(i)
	if v < 0 || v >= thousand || t.Tokens[i].Hash == hashHundred {
		return -1, i
	}
	if v >= 2 && v <= 9 && t.nextWord(i) && centWords.has(t.Tokens[i+1].Hash) {
		v, i = v*hundred, i+1
	}
	if v < hundred {
		return t.belowHundred(i, even)
	}
	if !t.nextWord(i) {
		return v, i
	}
	u, end := t.belowHundred(i+1, true)
	if u <= 0 || u < 10 && t.nextWord(end) && (centWords.has(t.Tokens[end+1].Hash) || t.spells(end+1) == thousand) {
		return v, i // "cinq cent | cinq cent": the next group begins
	}
	return v + u, end
}

// belowHundred reads a number below a hundred: "dix-huit" and "soixante et
// onze" are one each.
func (t *Text) belowHundred(i int, even bool) (v, last int) {
	v = t.spells(i)
	switch {
	case v < 0 || v >= hundred:
		return -1, i
	case v == 10 && t.nextWord(i):
		j := i + 1
		if t.is(j, '-') {
			j++
		}
		if u := t.spells(j); u >= 7 && u <= 9 && t.Tokens[i].Len() == len("dix") && t.Tokens[i].First|0x20 == 'd' {
			return v + u, j
		}
		return v, i
	case v == 4 && !even && !t.is(i+1, '-'):
		return v, i
	}
	v, last = t.spokenNumber(i)
	return v, last
}

// belowMillion reads what follows the millions: "ciento veinte mil seiscientos
// noventa y ocho"; end is -1 if nothing does.
func (t *Text) belowMillion(i int) (v, end int) {
	if i >= len(t.Tokens) || t.Tokens[i].Gap > lexicon.GapSpace {
		return 0, -1
	}
	a, last := t.latinNumber(i, true)
	if a < 0 {
		return 0, -1
	}
	if !t.nextWord(last) || t.spells(last+1) != thousand {
		return a, last
	}
	last++
	if !t.nextWord(last) {
		return a * thousand, last
	}
	b, end := t.latinNumber(last+1, true)
	if b < 0 {
		return a * thousand, last
	}
	return a*thousand + b, end
}

// nextWord reports that a further word of the same line stands behind token i.
func (t *Text) nextWord(i int) bool {
	return i+1 < len(t.Tokens) && t.Tokens[i+1].Gap <= lexicon.GapSpace
}

// pairStart reports a digit in words that begins a number in Spanish or French,
// whatever else the word may be: "dos setenta y dos", where "dos" is a particle
// of names too.
func (t *Text) pairStart(i int) bool {
	if !t.latin() {
		return false
	}
	v := t.spells(i)
	return v >= 2 && v < 10 && t.nextWord(i) && t.spells(i+1) >= 0
}
