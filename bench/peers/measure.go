package main

import (
	"fmt"
	"runtime"
	"slices"
)

// warmth is how many texts a tool reads, untimed, before each timed pass: its
// code and tables are then in the caches, not those of the tool before it.
const warmth = 400

// A result is what was measured of a tool.
type result struct {
	peer
	found  int       // by all texts, in the tool's own counting
	allocs float64   // a text; only of tools in this process
	best   []float64 // the fastest time of each text, nanoseconds
	median []float64 // the median of each text's times
	scores scores
}

// measure times the tools in rounds: in each, every tool reads all texts once,
// and another one begins. A tool first reads them all untimed.
func measure(peers []peer, texts []string, rounds int) ([]result, error) {
	results := make([]result, len(peers))
	times := make([][][]int64, len(peers)) // tool, round, text
	for i, p := range peers {
		tell("%s: warming up", p.name)
		results[i].peer = p
		if err := results[i].warmUp(texts); err != nil {
			return nil, err
		}
	}
	empty := local(func(string) int { return 0 })
	var clock [][]int64
	for round := range rounds {
		tell("round %d of %d", round+1, rounds)
		ns := make([]int64, len(texts))
		if _, err := empty(texts, ns); err != nil {
			return nil, err
		}
		clock = append(clock, ns)
		for k := range peers {
			i := (k + round) % len(peers)
			ns := make([]int64, len(texts))
			if err := results[i].round(texts, ns); err != nil {
				return nil, err
			}
			times[i] = append(times[i], ns)
		}
	}
	_, cost := perText(clock, 0)
	off := percentile(cost, 0.5)
	for i := range results {
		results[i].best, results[i].median = perText(times[i], off)
	}
	return results, nil
}

func (r *result) warmUp(texts []string) error {
	ns := make([]int64, len(texts))
	var before, after runtime.MemStats
	if _, err := r.pass(texts[:min(warmth, len(texts))], ns); err != nil {
		return fmt.Errorf("%s: %w", r.name, err)
	}
	runtime.ReadMemStats(&before)
	found, err := r.pass(texts, ns)
	runtime.ReadMemStats(&after)
	if err != nil {
		return fmt.Errorf("%s: %w", r.name, err)
	}
	r.found = found
	r.allocs = float64(after.Mallocs-before.Mallocs) / float64(len(texts))
	return nil
}

func (r *result) round(texts []string, ns []int64) error {
	runtime.GC() // one tool's garbage is not cleared in another's time
	if _, err := r.pass(texts[:min(warmth, len(texts))], ns); err != nil {
		return fmt.Errorf("%s: %w", r.name, err)
	}
	found, err := r.pass(texts, ns)
	if err == nil && found != r.found {
		err = fmt.Errorf("found %d, at first %d", found, r.found)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", r.name, err)
	}
	return nil
}

// perText gives the least and the median time of each text over the rounds,
// less what the clock itself took.
func perText(rounds [][]int64, clock float64) (best, median []float64) {
	n := len(rounds[0])
	best, median = make([]float64, n), make([]float64, n)
	one := make([]float64, len(rounds))
	for i := range n {
		for k := range rounds {
			one[k] = max(0, float64(rounds[k][i])-clock)
		}
		best[i], median[i] = slices.Min(one), percentile(one, 0.5)
	}
	return best, median
}

func mean(x []float64) (sum float64) {
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// percentile is the value that the share p of x does not exceed.
func percentile(x []float64, p float64) float64 {
	x = slices.Clone(x)
	slices.Sort(x)
	return x[min(len(x)-1, int(p*float64(len(x))))]
}
