// Package typo finds the term that a word is one typing error away from: a
// letter too many, missing or wrong, or two neighbours that changed places. The
// first letter must be right.
//
// One error leaves the first half or the last half of a term as it was. So an
// [Index] is the terms by length and first letter, sorted, by which those with
// the word's first half stand together, and an order in which those with its
// last half do. What stands there is compared with the word letter by letter: no
// word is taken for another. A filter before it, of the halves of all terms,
// turns most words away.
//
// It is read where it lies in the binary, numbers with the low byte first:
//
//	terms     32 bits: how many
//	values    32 bits: how many
//	filter    filterWords of 32 bits
//	offsets   32 bits a length: where the letters of its terms begin
//	starts    16 bits a group: its first term
//	values    16 bits each
//	order     16 bits a term: the terms of a group by their last halves
//	kinds     8 bits a term: its value
//	letters   of the terms, one after the other, and keyLen bytes
//
// A look-up reads five words of the filter. For each half of three lengths that
// it lets pass follow a binary search and at most maxShared comparisons.
package typo

const (
	headerLen = 8
	// Shortest and Longest bound the length of terms.
	Shortest = 5
	Longest  = 24
	// Only marks the value of a term for which a letter too many is the only
	// error that counts.
	Only uint16 = 1 << 15
	// maxShared bounds the terms of a group whose halves have the same key; Build
	// refuses more.
	maxShared = 64

	lengths = Longest - Shortest + 1
	// A group is the terms of a length and a first letter.
	firsts = 36
	groups = lengths * firsts
)

// An Index reads an encoded index. The zero Index finds nothing.
type Index struct {
	filter  string
	offsets string
	starts  string
	values  string
	order   string
	kinds   string
	letters string
}

// Open reads the header of an encoded index. It does not copy data.
func Open(data string) Index {
	if len(data) < headerLen {
		return Index{}
	}
	terms, values := uint64(le32(data, 0)), uint64(le32(data, 4))
	rest := data[headerLen:]
	cut := func(n uint64) string {
		if n > uint64(len(rest)) {
			terms, rest = 0, ""
			return ""
		}
		part := rest[:n]
		rest = rest[n:]
		return part
	}
	x := Index{cut(4 * filterWords), cut(4 * (lengths + 1)), cut(2 * (groups + 1)), cut(2 * values), cut(2 * terms), cut(terms), ""}
	if terms == 0 || uint64(len(rest)) != uint64(le32(x.offsets, 4*lengths))+keyLen {
		return Index{}
	}
	x.letters = rest
	return x
}

func le32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

func le16(s string, i int) int { return int(s[2*i]) | int(s[2*i+1])<<8 }

// Each calls f for each term and its value, the short ones first.
func (x *Index) Each(f func(term string, value uint16)) {
	if x.kinds == "" {
		return
	}
	for g := range groups {
		t := x.group(g)
		for i := range t.size {
			f(t.term(i), t.value(i))
		}
	}
}

// groupOf numbers the groups; the first letter must be valid.
func groupOf(length int, first byte) int {
	c := int(first - '0')
	if first >= 'a' {
		c = int(first-'a') + 10
	}
	return (length-Shortest)*firsts + c
}

// valid reports whether a term may have the letter.
func valid(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

// terms are those of a group.
type terms struct {
	size, length          int
	letters, order, kinds string
	values                string
}

func (x *Index) group(g int) terms {
	n := g / firsts
	start, stop := le16(x.starts, g), le16(x.starts, g+1)
	from := int(le32(x.offsets, 4*n)) + (start-le16(x.starts, n*firsts))*(n+Shortest)
	return terms{stop - start, n + Shortest, x.letters[from:], x.order[2*start : 2*stop], x.kinds[start:stop], x.values}
}

func (t *terms) term(i int) string { return t.letters[i*t.length : (i+1)*t.length] }

func (t *terms) value(i int) uint16 { return uint16(le16(t.values, int(t.kinds[i]))) }

// A key is up to keyLen letters as a number: what sorts first is less.
const keyLen = 8

// key gives keyLen letters of the i-th term and what follows it, from one on.
func (t *terms) key(i, from int) uint64 {
	at := i*t.length + from
	s := t.letters[at : at+keyLen]
	return uint64(s[7]) | uint64(s[6])<<8 | uint64(s[5])<<16 | uint64(s[4])<<24 |
		uint64(s[3])<<32 | uint64(s[2])<<40 | uint64(s[1])<<48 | uint64(s[0])<<56
}

// keyMask leaves the first k letters of a key.
func keyMask(k int) uint64 { return ^uint64(0) << (8 * (keyLen - min(k, keyLen))) }
