package typo

import "encoding/binary"

// Find gives the value, without Only, of the term that word is one error away
// from: one with a letter missing if there is any, else the one whose error comes
// first. Terms of different values that fit equally count for nothing. Upper-case
// letters count as lower-case. It allocates nothing.
func (x *Index) Find(word string) (value uint16, ok bool) {
	if len(word) <= Shortest || len(word) > Longest || x.kinds == "" {
		return 0, false
	}
	var w, swap letters
	for i := range len(word) {
		c := word[i]
		if c >= 0x80 {
			return 0, false
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		w[i] = c
	}
	n := len(word)
	first, last, swapped := x.halves(w[:n])
	if first|last == 0 && !swapped || !valid(w[0]) {
		return 0, false
	}
	best := nearest{found{rank: none}, found{rank: none}}
	for length := n - 1; length <= min(n+1, Longest); length++ {
		bit := uint32(1) << length
		if (first|last)&bit == 0 && !(swapped && length == n) {
			continue
		}
		t := x.group(groupOf(length, w[0]))
		if first&bit != 0 {
			t.withFirst(w.key(0, firstLen(length)), w[:n], &best)
		}
		if last&bit != 0 {
			t.withLast(w.key(n-lastLen(length), lastLen(length)), w[:n], &best)
		}
		if swapped && length == n {
			k := firstLen(n)
			swap = w
			swap[k-1], swap[k] = w[k], w[k-1]
			t.withFirst(swap.key(0, k), w[:n], &best)
		}
	}
	if best.missing.sure() {
		return best.missing.value, true
	}
	return best.other.value, best.other.sure()
}

// letters are those of a word, with room to read a key at the last one.
type letters [Longest + keyLen]byte

// key gives the key of k letters from i on.
func (w *letters) key(i, k int) uint64 { return binary.BigEndian.Uint64(w[i:i+keyLen]) & keyMask(k) }

// withFirst compares w with the terms whose first half has the key.
func (t *terms) withFirst(key uint64, w []byte, best *nearest) {
	mask := keyMask(firstLen(t.length))
	low, high := 0, t.size
	for low < high {
		if i := (low + high) / 2; t.key(i, 0)&mask < key {
			low = i + 1
		} else {
			high = i
		}
	}
	for ; low < t.size && t.key(low, 0)&mask == key; low++ {
		best.add(t, low, w)
	}
}

// withLast compares w with the terms whose last half has the key.
func (t *terms) withLast(key uint64, w []byte, best *nearest) {
	mask, from := keyMask(lastLen(t.length)), firstLen(t.length)
	low, high := 0, t.size
	for low < high {
		if i := (low + high) / 2; t.key(le16(t.order, i), from)&mask < key {
			low = i + 1
		} else {
			high = i
		}
	}
	for ; low < t.size; low++ {
		i := le16(t.order, low)
		if t.key(i, from)&mask != key {
			break
		}
		best.add(t, i, w)
	}
}

// none is the rank of no error.
const none = 1 << 10

// rank gives the place of the one error of w against term, less the earlier it
// counts; none if there is another number of errors.
func rank(term string, w []byte) int {
	p := 0
	for p < len(w) && p < len(term) && w[p] == term[p] {
		p++
	}
	switch {
	case len(term) > len(w):
		if term[p+1:] == string(w[p:]) {
			return 0
		}
	case len(term) < len(w):
		if term[p:] == string(w[p+1:]) {
			return 2 * p
		}
	case p == len(w): // the term itself
	case term[p+1:] == string(w[p+1:]):
		return 2*p + 1
	case p+1 < len(w) && term[p] == w[p+1] && term[p+1] == w[p] && term[p+2:] == string(w[p+2:]):
		return 2*p + 1
	}
	return none
}

// nearest is what was found so far: with a letter missing, and otherwise.
type nearest struct{ missing, other found }

// found is the value of the terms of the least rank.
type found struct {
	value uint16
	rank  int
	mixed bool
}

func (f *found) sure() bool { return f.rank != none && !f.mixed }

// add compares the i-th term of t with w.
func (b *nearest) add(t *terms, i int, w []byte) {
	r := rank(t.term(i), w)
	if r == none {
		return
	}
	v := t.value(i)
	if v&Only != 0 && t.length >= len(w) {
		return
	}
	v &^= Only
	f := &b.other
	if t.length > len(w) {
		f = &b.missing
	}
	switch {
	case r < f.rank:
		*f = found{v, r, false}
	case r == f.rank && v != f.value:
		f.mixed = true
	}
}
