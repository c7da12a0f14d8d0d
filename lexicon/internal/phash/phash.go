// Package phash is a static hash table read where it lies in the binary: one
// displacement and one slot are loaded for a look-up, nothing is built at
// start-up.
//
// It is hash-and-displace (Belazzougui, Botelho, Dietzfelbinger 2009): keys
// fall into buckets of four on average; each bucket has a 16-bit displacement
// under which all its keys land on slots of their own. A slot holds 18 bits of
// the key's hash as a fingerprint and the 14-bit index of its value, so an
// unknown key is taken for a known one once in about 262,000 times the load.
package phash

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
)

const headerLen = 16

// valueBits are the bits of a slot that index its value; the others are the
// key's fingerprint.
const (
	valueBits = 14
	maxValues = 1 << valueBits
)

// Table reads an encoded table. The zero Table is empty.
type Table struct {
	disp    string
	slots   string
	values  string
	buckets uint64
	n       uint64
}

// Open reads the header of an encoded table. It does not copy data.
func Open(data string) Table {
	if len(data) < headerLen {
		return Table{}
	}
	buckets := uint64(le32(data, 0))
	n := uint64(le32(data, 4))
	values := uint64(le32(data, 8))
	d := headerLen + 2*buckets
	s := d + 4*n
	if uint64(len(data)) < s+8*values {
		return Table{}
	}
	return Table{data[headerLen:d], data[d:s], data[s : s+8*values], buckets, n}
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
func fingerprint(h uint64) uint32 { return uint32(h>>24) >> valueBits }

// Find gives the value of the key with hash h, or 0.
func (t *Table) Find(h uint64) uint64 {
	if t.n == 0 {
		return 0
	}
	b := bucket(h, t.buckets) * 2
	disp := uint64(t.disp[b]) | uint64(t.disp[b+1])<<8
	slot := le32(t.slots, int(place(h, disp, t.n)*4))
	if slot>>valueBits != fingerprint(h) {
		return 0
	}
	v := int(slot%maxValues) * 8
	s := t.values[v : v+8]
	return uint64(le32(s, 0)) | uint64(le32(s, 4))<<32
}

// Len is the number of slots, a little above the number of keys.
func (t *Table) Len() int { return int(t.n) }

// Build encodes keys (hash to non-zero value) as a table. It fails when there
// are more than 16,383 different values or no displacement can be found.
func Build(keys map[uint64]uint64) (string, error) {
	n := uint64(len(keys))*103/100 + 1
	buckets := n/4 + 1
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
			if len(values) >= maxValues {
				return "", errors.New("phash: more than 16,383 values")
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
	slots := make([]uint32, n)
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
					slots[p] = fingerprint(h)<<valueBits | uint32(index[keys[h]])
				}
			}
		}
		if !found {
			return "", errors.New("phash: no displacement found")
		}
	}
	out := make([]byte, headerLen, headerLen+2*int(buckets)+4*int(n)+8*len(values))
	binary.LittleEndian.PutUint32(out[0:], uint32(buckets))
	binary.LittleEndian.PutUint32(out[4:], uint32(n))
	binary.LittleEndian.PutUint32(out[8:], uint32(len(values)))
	for _, d := range disp {
		out = binary.LittleEndian.AppendUint16(out, d)
	}
	for _, s := range slots {
		out = binary.LittleEndian.AppendUint32(out, s)
	}
	for _, v := range values {
		out = binary.LittleEndian.AppendUint64(out, v)
	}
	return string(out), nil
}
