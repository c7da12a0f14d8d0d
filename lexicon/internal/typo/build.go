package typo

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// Build encodes an index of terms (term to value). A term has Shortest to
// Longest lower-case letters and digits. The same terms give the same bytes.
func Build(terms map[string]uint16) (string, error) {
	byGroup := make([][]string, groups)
	for _, term := range slices.Sorted(maps.Keys(terms)) {
		if len(term) < Shortest || len(term) > Longest {
			return "", fmt.Errorf("typo: %q is too short or too long", term)
		}
		for i := range len(term) {
			if !valid(term[i]) {
				return "", fmt.Errorf("typo: %q has a letter that no term may have", term)
			}
		}
		g := groupOf(len(term), term[0])
		byGroup[g] = append(byGroup[g], term)
	}
	if len(terms) > 1<<16-1 {
		return "", errors.New("typo: too many terms")
	}
	filter := make([]uint32, filterWords)
	var b builder
	for g, list := range byGroup {
		if g%firsts == 0 {
			b.offsets = binary.LittleEndian.AppendUint32(b.offsets, uint32(len(b.letters)))
		}
		b.starts = binary.LittleEndian.AppendUint16(b.starts, uint16(len(b.kinds)))
		for _, term := range list {
			if err := b.add(term, terms[term]); err != nil {
				return "", err
			}
			for _, h := range []uint64{firstHash([]byte(term), firstLen(len(term))), lastHash([]byte(term), lastLen(len(term)))} {
				word, offset := filterPlace(h)
				filter[word] |= bits.RotateLeft32(1<<len(term), offset)
			}
		}
		if err := b.sortHalves(list); err != nil {
			return "", err
		}
	}
	b.offsets = binary.LittleEndian.AppendUint32(b.offsets, uint32(len(b.letters)))
	b.starts = binary.LittleEndian.AppendUint16(b.starts, uint16(len(b.kinds)))

	out := binary.LittleEndian.AppendUint32(nil, uint32(len(b.kinds)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(b.values)))
	for _, f := range filter {
		out = binary.LittleEndian.AppendUint32(out, f)
	}
	out = append(append(out, b.offsets...), b.starts...)
	for _, v := range b.values {
		out = binary.LittleEndian.AppendUint16(out, v)
	}
	return string(slices.Concat(out, b.order, b.kinds, b.letters, make([]byte, keyLen))), nil
}

// A builder holds the parts of an index.
type builder struct {
	offsets, starts, order, kinds, letters []byte
	values                                 []uint16
}

func (b *builder) add(term string, value uint16) error {
	kind := slices.Index(b.values, value)
	if kind < 0 {
		kind = len(b.values)
		b.values = append(b.values, value)
	}
	if kind > 0xFF {
		return errors.New("typo: more than 256 values")
	}
	b.kinds = append(b.kinds, byte(kind))
	b.letters = append(b.letters, term...)
	return nil
}

// sortHalves appends the order of a group's terms by their last halves. Both
// halves must be rare enough.
func (b *builder) sortHalves(list []string) error {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	lastHalf := func(i int) string { return list[i][len(list[i])-lastLen(len(list[i])):] }
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(strings.Compare(lastHalf(i), lastHalf(j)), cmp.Compare(i, j))
	})
	first, last := map[string]int{}, map[string]int{}
	for _, i := range order {
		b.order = binary.LittleEndian.AppendUint16(b.order, uint16(i))
		h, l := list[i][:min(keyLen, firstLen(len(list[i])))], lastHalf(i)[:min(keyLen, lastLen(len(list[i])))]
		first[h]++
		last[l]++
		if first[h] > maxShared || last[l] > maxShared {
			return fmt.Errorf("typo: too many terms share a half of %q", list[i])
		}
	}
	return nil
}
