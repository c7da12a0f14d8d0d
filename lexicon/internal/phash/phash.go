// Package phash is a static hash table read where it lies in the binary: one
// displacement and one slot are loaded for a look-up, nothing is built at
// start-up.
//
// It is hash-and-displace (Belazzougui, Botelho, Dietzfelbinger 2009): keys
// fall into buckets of five on average; each bucket has a 16-bit displacement
// under which all its keys land on slots of their own. A slot holds the index of
// the key's value and, as a fingerprint, so many bits of its hash as are left;
// a Layout says how many of each. Layers joins tables of three layouts.
package phash

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
)

const (
	headerLen = 16
	perBucket = 5 // keys, on average
	// padding follows the slots, of which the last is read as four bytes too.
	padding = 4
)

// A Layout says what a slot is made of: bits, of which so many index the value.
// The others are the key's fingerprint.
type Layout struct{ Bits, ValueBits uint8 }

// valid reports whether slots of the layout can be read as four bytes each, and
// their fingerprint taken from the hash.
func (l Layout) valid() bool {
	return 1 <= l.ValueBits && l.ValueBits < l.Bits && l.Bits-l.ValueBits <= 18 && (l.Bits <= 25 || l.Bits == 32)
}

// slotBytes is how long n slots are.
func (l Layout) slotBytes(n uint64) uint64 { return (uint64(l.Bits)*n+7)/8 + padding }

// maxValues counts the values that an index tells apart, with that of no key.
func (l Layout) maxValues() int { return 1 << l.ValueBits }

// Table reads an encoded table. The zero Table is empty.
type Table struct {
	disp    string
	slots   string
	values  string
	buckets uint64
	n       uint64
	width   uint64 // bits of a slot
	index   uint32 // bits of a slot that index the value
	print   uint32 // bits of the fingerprint, where a slot has them
	shift   uint8  // of the fingerprint
}

// Open reads the header of an encoded table and gives what follows the table. It
// does not copy data.
func Open(data string) (t Table, rest string) {
	if len(data) < headerLen {
		return Table{}, ""
	}
	buckets := uint64(le32(data, 0))
	n := uint64(le32(data, 4))
	values := uint64(le32(data, 8))
	layout := Layout{data[12], data[13]}
	d := headerLen + 2*buckets
	s := d + layout.slotBytes(n)
	end := s + 8*values
	if uint64(len(data)) < end || !layout.valid() {
		return Table{}, ""
	}
	index := uint32(1)<<layout.ValueBits - 1
	return Table{
		disp: data[headerLen:d], slots: data[d:s], values: data[s:end], buckets: buckets, n: n,
		width: uint64(layout.Bits), index: index, print: uint32(uint64(1)<<layout.Bits-1) &^ index, shift: layout.ValueBits,
	}, data[end:]
}

func le32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

func place(h, disp, n uint64) uint64 {
	hi, _ := bits.Mul64((h^disp*0x9E3779B97F4A7C15)*0xBF58476D1CE4E5B9, n)
	return hi
}

func bucket(h, buckets uint64) uint64 {
	hi, _ := bits.Mul64(h*0x94D049BB133111EB, buckets)
	return hi
}

// fingerprint takes bits that neither bucket nor place weigh most.
func fingerprint(h uint64) uint32 { return uint32(h>>24) >> 14 }

// Find gives the value of the key with hash h, or 0.
func (t *Table) Find(h uint64) uint64 {
	b := bucket(h, t.buckets) * 2
	if b >= uint64(len(t.disp)) { // the table is empty
		return 0
	}
	at := place(h, le16(t.disp, b), t.n) * t.width
	slot := le32(t.slots, int(at/8)) >> (at % 8)
	if (slot^fingerprint(h)<<(t.shift&31))&t.print != 0 {
		return 0
	}
	return le64(t.values, uint64(slot&t.index)*8)
}

// findRich is Find for a table of richLayout.
func (t *Table) findRich(h uint64) uint64 {
	b := bucket(h, t.buckets) * 2
	if b >= uint64(len(t.disp)) {
		return 0
	}
	slot := le32(t.slots, int(place(h, le16(t.disp, b), t.n)*4))
	if slot>>richIndex != fingerprint(h) {
		return 0
	}
	return le64(t.values, uint64(slot%(1<<richIndex))*8)
}

func le16(s string, i uint64) uint64 { return uint64(s[i]) | uint64(s[i+1])<<8 }

func le64(s string, i uint64) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Len is the number of slots, a little above the number of keys.
func (t *Table) Len() int { return int(t.n) }

// Build encodes keys (hash to non-zero value) as a table. It fails when there
// are more different values than the layout can index or no displacement can be
// found.
func Build(layout Layout, keys map[uint64]uint64) (string, error) {
	if !layout.valid() {
		return "", errors.New("phash: no such layout")
	}
	n := uint64(len(keys))*103/100 + 1
	buckets := n/perBucket + 1
	byBucket := make([][]uint64, buckets)
	index := map[uint64]uint16{}
	var values []uint64
	hashes := make([]uint64, 0, len(keys))
	for h := range keys {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	values = append(values, 0)
	for _, h := range hashes {
		if v := keys[h]; index[v] == 0 {
			if len(values) >= layout.maxValues() {
				return "", errors.New("phash: too many different values for the layout")
			}
			index[v] = uint16(len(values))
			values = append(values, v)
		}
		b := bucket(h, buckets)
		byBucket[b] = append(byBucket[b], h)
	}
	order := make([]int, buckets)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(byBucket[b]) - len(byBucket[a]) })
	disp := make([]uint16, buckets)
	slots := make([]byte, layout.slotBytes(n))
	used := make([]bool, n)
	for _, b := range order {
		set := byBucket[b]
		found := false
		for d := uint64(0); d < 1<<16 && !found; d++ {
			found = true
			for i, h := range set {
				p := place(h, d, n)
				clash := used[p]
				for _, g := range set[:i] {
					clash = clash || place(g, d, n) == p
				}
				if clash {
					found = false
					break
				}
			}
			if found {
				disp[b] = uint16(d)
				for _, h := range set {
					p := place(h, d, n)
					used[p] = true
					layout.put(slots, p, fingerprint(h)<<layout.ValueBits|uint32(index[keys[h]]))
				}
			}
		}
		if !found {
			return "", errors.New("phash: no displacement found")
		}
	}
	out := make([]byte, headerLen, headerLen+2*int(buckets)+len(slots)+8*len(values))
	binary.LittleEndian.PutUint32(out[0:], uint32(buckets))
	binary.LittleEndian.PutUint32(out[4:], uint32(n))
	binary.LittleEndian.PutUint32(out[8:], uint32(len(values)))
	out[12], out[13] = layout.Bits, layout.ValueBits
	for _, d := range disp {
		out = binary.LittleEndian.AppendUint16(out, d)
	}
	out = append(out, slots...)
	for _, v := range values {
		out = binary.LittleEndian.AppendUint64(out, v)
	}
	return string(out), nil
}

// put writes slot number i.
func (l Layout) put(slots []byte, i uint64, slot uint32) {
	at := i * uint64(l.Bits)
	s := slots[at/8:]
	was := binary.LittleEndian.Uint32(s)
	mask := uint32(uint64(1)<<l.Bits-1) << (at % 8)
	binary.LittleEndian.PutUint32(s, was&^mask|slot<<(at%8)&mask)
}
