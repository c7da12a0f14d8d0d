package simulate

import (
	"index/suffixarray"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// Needles gives the identifiers in items that can be looked for, each once: not
// those of less than five letters or seven digits, which stand in any file by
// chance, and not the words that the program's own records are made of.
func Needles(items []Item) []string {
	const letters, digits = 5, 7
	var out []string
	own := records()
	add := func(s string) {
		if len(s) < letters || len(s) < digits && strings.Trim(s, "0123456789-/. ") == "" || own[strings.ToLower(s)] {
			return
		}
		out = append(out, s)
	}
	for i := range items {
		for _, g := range items[i].Gold {
			add(g)
		}
		add(strings.TrimPrefix(items[i].Username, "@"))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// records gives the words of which records are made: the names of types, of kinds
// of evidence and of questions, and this month.
func records() map[string]bool {
	names := phi.Question(math.MaxUint32).Names()
	for t := identifiers.NoType + 1; int(t) < identifiers.TypeCount; t++ {
		names = append(names, t.String())
	}
	for _, c := range phi.HealthCategories() {
		names = append(names, c.String())
	}
	own := map[string]bool{time.Now().UTC().Format("2006-01"): true}
	for _, n := range names {
		for w := range strings.SplitSeq(n, "_") {
			own[w] = true
		}
	}
	return own
}

// A Haystack is text and files in which identifiers are looked for.
type Haystack struct {
	data  []byte
	index *suffixarray.Index
}

// NewHaystack puts all together. Upper and lower case count as equal.
func NewHaystack(parts ...[]byte) *Haystack {
	var all []byte
	for _, p := range parts {
		for _, c := range p {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			all = append(all, c)
		}
		all = append(all, 0)
	}
	return &Haystack{all, suffixarray.New(all)}
}

// Len is how many bytes there are.
func (h *Haystack) Len() int { return len(h.data) }

// Holds reports whether needle stands there as words of its own: in a hash of
// hexadecimal digits "1948" and "dad" stand by chance.
func (h *Haystack) Holds(needle string) bool {
	b := []byte(needle)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	for _, at := range h.index.Lookup(b, -1) {
		if (at == 0 || !wordy(h.data[at-1])) && (at+len(b) == len(h.data) || !wordy(h.data[at+len(b)])) {
			return true
		}
	}
	return false
}

func wordy(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
