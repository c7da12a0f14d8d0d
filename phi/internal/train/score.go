package main

import (
	"fmt"
	"io"
	"math"

	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

// tally counts right and wrong answers at a chance of one half, and how far
// the chances are from the shares, in ten bins.
type tally struct {
	tp, fp, fn, all float64
	n, sum, yes     [10]float64
}

func (t *tally) add(p float64, yes bool) {
	b := min(9, int(p*10))
	t.all++
	t.n[b]++
	t.sum[b] += p
	if yes {
		t.yes[b]++
	}
	switch {
	case p >= 0.5 && yes:
		t.tp++
	case p >= 0.5:
		t.fp++
	case yes:
		t.fn++
	}
}

func (t *tally) String() string {
	ece := 0.0
	for b := range t.n {
		ece += math.Abs(t.sum[b]-t.yes[b]) / math.Max(1, t.all)
	}
	return fmt.Sprintf("%5.0f precision %.3f recall %.3f right %.3f calibration error %.3f", t.all, t.tp/math.Max(1, t.tp+t.fp), t.tp/math.Max(1, t.tp+t.fn), (t.all-t.fp-t.fn)/math.Max(1, t.all), ece)
}

var headNames = [healthtag.Heads]string{"health", "personal", "theirs", "hinted"}

// report prints how the model does on a set.
func report(w io.Writer, name string, r *reader, m *model, set []message) {
	if len(set) == 0 {
		return
	}
	var terms tally
	var heads [healthtag.Heads]tally
	for _, x := range set {
		for _, e := range r.terms(x, 1) {
			terms.add(chance(m.terms.sum(e.features)), e.yes)
		}
		for _, e := range r.texts(m, x) {
			for h := range heads {
				if e.labels[h] != unknown {
					heads[h].add(chance(m.texts[h].sum(e.features)), e.labels[h] == yes)
				}
			}
		}
	}
	fmt.Fprintf(w, "%-24s evidence %v\n", name, &terms)
	for h := range heads {
		if heads[h].all > 0 {
			fmt.Fprintf(w, "%-24s %-8s %v\n", "", headNames[h], &heads[h])
		}
	}
}
