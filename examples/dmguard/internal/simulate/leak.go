package simulate

import (
	"index/suffixarray"
	"slices"
	"strings"
)

// Needles gives the identifiers in items, each once, that are long enough to be
// looked for: three letters stand in any file by chance.
func Needles(items []Item) []string {
	const least = 4
	var out []string
	for i := range items {
		for _, g := range items[i].Gold {
			if len(g) >= least {
				out = append(out, g)
			}
		}
		if u := items[i].Username; u != "" {
			out = append(out, strings.TrimPrefix(u, "@"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
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
