// Package scan reads the records of a block, detects PHI in each, and gives
// findings, redacted messages and counts, on as many cores as it may use and
// in the order of the file.
package scan

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// Counts sum up what was found. They hold no text.
type Counts struct {
	Messages int64            `json:"messages"`
	Bad      int64            `json:"bad"` // records that could not be read
	Verdicts map[string]int64 `json:"verdicts"`
	Types    map[string]int64 `json:"types"` // spans by the type of the identifier
}

// Add takes other counts in.
func (c *Counts) Add(o Counts) {
	c.Messages += o.Messages
	c.Bad += o.Bad
	c.Verdicts = addTo(c.Verdicts, o.Verdicts)
	c.Types = addTo(c.Types, o.Types)
}

func addTo(dst, src map[string]int64) map[string]int64 {
	if dst == nil {
		dst = map[string]int64{}
	}
	for k, n := range src {
		dst[k] += n
	}
	return dst
}

const verdictCount = int(phi.PHI) + 1

// tally is Counts as they are counted, without a look-up for each.
type tally struct {
	bad      int64
	verdicts [verdictCount]int64
	types    [identifiers.TypeCount]int64
}

func (t *tally) add(r *phi.Result) {
	t.verdicts[r.Verdict]++
	for i := range r.Spans {
		t.types[r.Spans[i].Type]++
	}
}

// addTo adds the tally to c and sets it back.
func (t *tally) addTo(c *Counts) {
	o := Counts{Bad: t.bad, Verdicts: map[string]int64{}, Types: map[string]int64{}}
	for v, n := range t.verdicts {
		o.Messages += n
		if n > 0 {
			o.Verdicts[phi.Verdict(v).String()] = n
		}
	}
	for k, n := range t.types {
		if n > 0 {
			o.Types[identifiers.Type(k).String()] = n
		}
	}
	c.Add(o)
	*t = tally{}
}
