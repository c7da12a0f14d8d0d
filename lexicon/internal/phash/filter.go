package phash

import "math/bits"

// A Filter tells of most keys that are not in a set that they are not: one bit
// a key's place, small enough to stay in a near cache, where the Table is not.
// The zero Filter lets every key pass.
type Filter struct {
	bits  string
	shift uint
}

// OpenFilter reads an encoded filter, whose length is a power of two.
func OpenFilter(data string) Filter {
	if len(data) == 0 || len(data)&(len(data)-1) != 0 {
		return Filter{}
	}
	return Filter{data, uint(64 - bits.TrailingZeros(uint(len(data))) - 3)}
}

// MayHold reports whether the key with hash h may be in the set; false is sure.
func (f *Filter) MayHold(h uint64) bool {
	i := h >> f.shift
	return i>>3 >= uint64(len(f.bits)) || f.bits[i>>3]&(1<<(i&7)) != 0
}

// BuildFilter encodes the filter of the keys in size bytes, a power of two.
func BuildFilter(keys []uint64, size int) string {
	out := make([]byte, size)
	f := OpenFilter(string(out))
	for _, h := range keys {
		i := h >> f.shift
		out[i>>3] |= 1 << (i & 7)
	}
	return string(out)
}
