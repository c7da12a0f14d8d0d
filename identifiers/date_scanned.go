package identifiers

import (
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// scannedDate reads a date in which a scanner took digits for letters:
// "l1/O4/1958", "2O25.O2.l4".
func (t *Text) scannedDate(i int) (int, int, float32) {
	if i+4 >= len(t.Tokens) {
		return 0, 0, 0
	}
	sep := t.Tokens[i+1].First
	if !(t.is(i+1, '/') || t.is(i+1, '-') || t.is(i+1, '.')) || !t.is(i+3, sep) {
		return 0, 0, 0
	}
	for j := i + 1; j <= i+4; j++ {
		if !t.touches(j) {
			return 0, 0, 0
		}
	}
	if t.touches(i+5) && t.is(i+5, sep) && t.touches(i+6) {
		return 0, 0, 0
	}
	a, b, c := t.scanned(i), t.scanned(i+2), t.scanned(i+4)
	if a < 0 || b < 0 || c < 0 {
		return 0, 0, 0
	}
	if t.Tokens[i].Len() == 4 {
		a, c = c, a
		if t.Tokens[i+4].Len() != 2 || c < 1880 || c > 2100 {
			return 0, 0, 0
		}
	} else if y := t.Tokens[i+4].Len(); t.Tokens[i].Len() > 2 || y != 2 && (y != 4 || c < 1880 || c > 2100) {
		return 0, 0, 0
	}
	if t.Tokens[i+2].Len() > 2 || a < 1 || b < 1 || a > 31 || b > 31 || a > 12 && b > 12 {
		return 0, 0, 0
	}
	return i, i + 4, 0.85
}

// scanned is the number that a token spells if letters are read as the digits
// they look like, or -1.
func (t *Text) scanned(i int) int {
	k := &t.Tokens[i]
	if !alnum(k) || k.Len() > 4 {
		return -1
	}
	v := 0
	for _, b := range []byte(t.Text[k.Start:k.End]) {
		switch b {
		case 'l', 'I', 'i':
			b = '1'
		case 'O', 'o':
			b = '0'
		case 'S':
			b = '5'
		case 'B':
			b = '8'
		}
		if !digit(b) {
			return -1
		}
		v = v*10 + int(b-'0')
	}
	return v
}

// scannedMonth reports a month in which a scanner took letters for digits:
// "0ct", "Fe6ruary", "N0v".
func (t *Text) scannedMonth(i int) bool {
	s := t.Text[t.Tokens[i].Start:t.Tokens[i].End]
	if len(s) < 3 || len(s) > 9 || strings.IndexByte("0jfmasondJFMASOND", s[0]) < 0 {
		return false
	}
	var w [9]byte
	letters := 0
	for i := range len(s) {
		switch s[i] {
		case '0':
			w[i] = 'o'
		case '1':
			w[i] = 'l'
		case '5':
			w[i] = 's'
		case '6':
			w[i] = 'b'
		default:
			if digit(s[i]) {
				return false
			}
			w[i] = s[i] | 0x20
			letters++
		}
	}
	return letters >= 2 && monthHash(lexicon.HashWord(w[:len(s)]))
}

func monthHash(h uint64) bool {
	for _, m := range englishMonths {
		if m == h {
			return true
		}
	}
	return false
}

var englishMonths = [...]uint64{
	lexicon.HashWord("jan"), lexicon.HashWord("january"), lexicon.HashWord("feb"), lexicon.HashWord("february"), lexicon.HashWord("mar"), lexicon.HashWord("march"),
	lexicon.HashWord("apr"), lexicon.HashWord("april"), lexicon.HashWord("may"), lexicon.HashWord("jun"), lexicon.HashWord("june"), lexicon.HashWord("jul"), lexicon.HashWord("july"),
	lexicon.HashWord("aug"), lexicon.HashWord("august"), lexicon.HashWord("sep"), lexicon.HashWord("sept"), lexicon.HashWord("september"), lexicon.HashWord("oct"), lexicon.HashWord("october"),
	lexicon.HashWord("nov"), lexicon.HashWord("november"), lexicon.HashWord("dec"), lexicon.HashWord("december"),
}
