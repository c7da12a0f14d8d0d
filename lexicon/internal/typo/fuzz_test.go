package typo

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzFind compares Find with the distances of the word to all terms.
func FuzzFind(f *testing.F) {
	f.Add("amoxicillin asthmas hives6 covid19", "amoxiclilin")
	f.Add("tablets tablexs tableaux tabbet tadle tadles", "tables")
	f.Add("aaaaaaa aaaaaaaa aaaaaa aaaaa abababab babababa", "aaaaaab")
	f.Add("abcdefghijklmnopqrstuvwx abcdefghijklmnopqrstuvw", "abcdefghijkmlnopqrstuvwx")
	f.Add("hiccups hiccup", "HICCOUPS")
	f.Add("fractures fracture", "frac\x00tures")
	f.Fuzz(func(t *testing.T, list, word string) {
		terms := map[string]uint16{}
		for _, term := range strings.Fields(list) {
			if len(term) >= Shortest && len(term) <= Longest && strings.IndexFunc(term, func(r rune) bool { return r > 0x7F || !valid(byte(r)) }) < 0 && len(terms) < maxShared {
				terms[term] = uint16(strings.Count(list, term)%3 + len(term)%2)
				if len(term) < Shortest+2 {
					terms[term] |= Only
				}
			}
		}
		x := build(t, terms)
		words := []string{word}
		for term := range terms { // and words that have something of the terms
			k := len(word) % len(term)
			words = append(words, term[:k]+word, term[:k]+term[min(len(term), k+1):], term[:k]+word[:min(1, len(word))]+term[k:])
		}
		for _, w := range words {
			near := map[uint16]bool{}
			for term, v := range terms {
				if nearOracle(term, w, v) {
					near[v&^Only] = true
				}
			}
			v, ok := x.Find(w)
			if ok {
				require.True(t, near[v], "%q has value %d of none of its terms", w, v)
			}
			if len(near) <= 1 {
				require.Equal(t, len(near) == 1, ok, "%q of %q", w, list)
			}
		}
	})
}

// nearOracle is what Find promises, said plainly.
func nearOracle(term, word string, value uint16) bool {
	for i := range len(word) {
		if word[i] >= 0x80 {
			return false
		}
	}
	word = strings.ToLower(word)
	if len(word) <= Shortest || len(word) > Longest || word[0] != term[0] || value&Only != 0 && len(word) <= len(term) {
		return false
	}
	return distance(term, word) == 1
}

// distance counts insertions, deletions, substitutions and swaps of neighbours.
func distance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = d[i-1][j-1] + 1
			}
			d[i][j] = min(d[i][j], d[i-1][j]+1, d[i][j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}
