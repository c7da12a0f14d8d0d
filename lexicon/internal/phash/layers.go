package phash

import (
	"cmp"
	"slices"
)

// richIndex are the bits that index a value of the first layer; its slots have no
// others than those and the fingerprint.
const richIndex = 14

// The layouts of the three layers. An unknown key is taken for one of them once
// in 262,144, 65,536 and 256 times.
var (
	richLayout  = Layout{32, richIndex}
	plainLayout = Layout{24, 8}
	poorLayout  = Layout{12, 4}
)

// Layers is a table in three parts, since few values are those of most keys and
// the fewest keys are asked for most. Rich are the keys of which much is known,
// and with them those asked for most, in a table that a near cache holds. Plain
// are those with one of the 255 values that most have. Poor are words of which
// next to nothing is known, which most are: a short fingerprint does for them,
// since taking one for another says little that is wrong.
type Layers struct{ rich, plain, poor Table }

// OpenLayers reads what BuildLayers gave. It does not copy data.
func OpenLayers(data string) (l Layers) {
	l.rich, data = Open(data)
	if l.rich.shift != richIndex || l.rich.width != 32 {
		l.rich = Table{} // not what BuildLayers gave
	}
	l.plain, data = Open(data)
	l.poor, _ = Open(data)
	return l
}

// Find gives the value of the key with hash h, or 0.
func (l *Layers) Find(h uint64) uint64 {
	if v := l.rich.findRich(h); v != 0 { // nearly nine in ten words of a message
		return v
	}
	if v := l.plain.Find(h); v != 0 {
		return v
	}
	return l.poor.Find(h)
}

// FindSure is Find for a key that is not poor.
func (l *Layers) FindSure(h uint64) uint64 {
	if v := l.rich.findRich(h); v != 0 {
		return v
	}
	return l.plain.Find(h)
}

// FindOften is Find for a key that is asked for often.
func (l *Layers) FindOften(h uint64) uint64 { return l.rich.findRich(h) }

// Len is the number of slots, a little above the number of keys.
func (l *Layers) Len() int { return l.rich.Len() + l.plain.Len() + l.poor.Len() }

// A Key is what BuildLayers sorts into its layers.
type Key struct {
	Hash, Value uint64
	Often       bool // asked for often
	Sure        bool // must not be poor
	Poor        bool // its value may be taken for another's
}

// BuildLayers encodes keys, none of which comes twice or has the value 0. Poor
// are those that may be and have one of the 15 commonest values of such keys.
func BuildLayers(keys []Key) (string, error) {
	isPoor := commonest(keys, poorLayout, func(k Key) bool { return k.Poor && !k.Sure && !k.Often })
	isPlain := commonest(keys, plainLayout, func(k Key) bool { return !isPoor(k) && !k.Often })
	layouts := [...]Layout{richLayout, plainLayout, poorLayout}
	var in [len(layouts)]map[uint64]uint64
	for i := range in {
		in[i] = map[uint64]uint64{}
	}
	for _, k := range keys {
		layer := 0
		if isPoor(k) {
			layer = 2
		} else if isPlain(k) {
			layer = 1
		}
		in[layer][k.Hash] = k.Value
	}
	for { // until no key of a layer is taken for one of a layer above
		var out string
		for i, layout := range layouts {
			data, err := Build(layout, in[i])
			if err != nil {
				return "", err
			}
			out += data
		}
		l := OpenLayers(out)
		moved := false
		for _, k := range keys {
			if l.Find(k.Hash) != k.Value {
				delete(in[1], k.Hash)
				delete(in[2], k.Hash)
				in[0][k.Hash] = k.Value
				moved = true
			}
		}
		if !moved {
			return out, nil
		}
	}
}

// commonest tells which keys are eligible and have one of the values that most
// of those have, as many as the layout can index.
func commonest(keys []Key, layout Layout, eligible func(Key) bool) func(Key) bool {
	count := map[uint64]int{}
	for _, k := range keys {
		if eligible(k) {
			count[k.Value]++
		}
	}
	values := make([]uint64, 0, len(count))
	for v := range count {
		values = append(values, v)
	}
	slices.SortFunc(values, func(a, b uint64) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	kept := map[uint64]bool{}
	for _, v := range values[:min(len(values), layout.maxValues()-1)] {
		kept[v] = true
	}
	return func(k Key) bool { return eligible(k) && kept[k.Value] }
}
