package lexicon

import (
	"strings"
	"unicode/utf8"
)

// cjkDigits are the numerals of Chinese, Japanese and Korean, three bytes each;
// the zero has two forms.
const cjkDigits = "〇一二三四五六七八九零"

// numerals makes digits of three numerals or more in a row, "五五五"; two may be a
// name or a quantity.
func (s *Scan) numerals(k *Token) {
	for b := int(k.Start); b < int(k.End); b += cjkBytes {
		if cjkDigit(s.Text[b:]) < 0 {
			return
		}
	}
	// the zero 〇 is no letter: it stands beside as a sign of its own
	from, to, done := int(k.Start), int(k.End), 0
	if len(s.veils.found) > 0 {
		last := &s.veils.found[len(s.veils.found)-1]
		done = int(last.at + last.length)
	}
	for strings.HasSuffix(s.Text[done:max(from, done)], "〇") {
		from -= cjkBytes
	}
	for cjkDigit(s.Text[to:]) >= 0 {
		to += cjkBytes
	}
	if from < done || to-from < 3*cjkBytes {
		return
	}
	for b := from; b < to; b += cjkBytes {
		d := cjkDigit(s.Text[b:])
		s.replace(b, b+cjkBytes, digitBytes[d:d+1])
	}
}

const cjkBytes = 3

// cjkDigit is the digit that text begins with, or -1.
func cjkDigit(text string) int {
	if len(text) < cjkBytes {
		return -1
	}
	r, n := utf8.DecodeRuneInString(text)
	if n != cjkBytes {
		return -1
	}
	i := strings.IndexRune(cjkDigits, r)
	if i < 0 {
		return -1
	}
	return i / cjkBytes % 10
}
