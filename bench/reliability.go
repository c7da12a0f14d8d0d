package bench

import (
	"fmt"
	"math"
)

// A Reliability compares scores with what they promise: of the messages scored
// 0.8, about 80 of a hundred should speak of somebody's health. Scores fall into
// ten bins of the same width.
type Reliability [10]struct {
	Messages int
	Yes      int
	Sum      float64 // of the scores
}

// Add counts one score from 0 to 1 and whether the label says yes.
func (r *Reliability) Add(score float64, yes bool) {
	b := &r[max(0, min(len(r)-1, int(score*float64(len(r)))))]
	b.Messages++
	b.Sum += score
	if yes {
		b.Yes++
	}
}

// Error is the expected calibration error: the mean distance of a bin's mean
// score from its share of yes, weighted by its messages.
func (r *Reliability) Error() float64 {
	apart, all := 0.0, 0
	for _, b := range r {
		apart += math.Abs(b.Sum - float64(b.Yes))
		all += b.Messages
	}
	if all == 0 {
		return 0
	}
	return apart / float64(all)
}

// Table gives a Markdown table with a line for each bin that has messages.
func (r *Reliability) Table() string {
	lines := [][]string{{"score", "messages", "mean score", "share that speak of health"}}
	for i, b := range r {
		if b.Messages == 0 {
			continue
		}
		n := float64(b.Messages)
		line := []string{fmt.Sprintf("%.1f–%.1f", float64(i)/10, float64(i+1)/10), fmt.Sprint(b.Messages)}
		lines = append(lines, append(line, decimals(b.Sum/n, float64(b.Yes)/n)...))
	}
	return Markdown(lines)
}
