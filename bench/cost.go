package bench

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/phidetect/phidetect/phi"
)

// MostCost is how many times the time a byte of plain text a hostile input may
// take; see Costs.
const MostCost = 4.0

// costSize is the length of the texts, in bytes: what is read at once, so that
// time that grows with the square shows as fully as it can.
const costSize = 32 << 10

// A Cost is how many times as long a byte of an input takes as one of plain text.
type Cost struct {
	Input Hostile
	Times float64
}

// Costs measures how long each input takes against the joined messages of the
// corpus, the dearest first. An input that seems to be too dear is measured
// again, up to tries times, next to the plain text: other processes only make
// a time longer.
func Costs(inputs []Hostile, messages []Message, tries int) []Cost {
	texts := make([]string, len(messages))
	for i := range messages {
		texts[i] = messages[i].Text
	}
	plain := Joined(texts, 8*costSize)
	d := phi.New(nil)
	var r phi.Result
	perByte := func(text string) float64 {
		start := time.Now()
		d.DetectInto(&r, text)
		return float64(time.Since(start)) / float64(len(text))
	}
	base := perByte(plain)
	for range 4 {
		base = min(base, perByte(plain))
	}
	out := make([]Cost, len(inputs))
	for i, in := range inputs {
		text := in.Text(costSize)
		took, now := perByte(text), base
		for n := 1; n < tries && took > MostCost*now; n++ {
			now = max(base, min(perByte(plain), perByte(plain))) // the machine may be slower than before
			took = min(took, perByte(text))
		}
		out[i] = Cost{in, took / now}
	}
	slices.SortStableFunc(out, func(a, b Cost) int { return cmp.Compare(b.Times, a.Times) })
	return out
}

// Words gives the words of the messages, each once, in order.
func Words(messages []Message) []string {
	var out []string
	seen := map[string]bool{}
	for i := range messages {
		for _, w := range strings.Fields(messages[i].Text) {
			if !seen[w] {
				seen[w] = true
				out = append(out, w)
			}
		}
	}
	return out
}
