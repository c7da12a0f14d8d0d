package bench

import (
	"fmt"
	"math"
	"strings"
)

// Histogram draws times in ns as text: a line for each class, twice as many
// classes as powers of two, with the number of times in it and the share up to
// its end. Classes at either end that hold nothing are left out.
func Histogram(ns []float64) string {
	const classes = 64
	var count [classes]int
	most, first, last := 0, classes, 0
	for _, x := range ns {
		k := 0
		if x > 1 {
			k = min(classes-1, int(math.Ceil(2*math.Log2(x)-1e-9)))
		}
		count[k]++
		most, first, last = max(most, count[k]), min(first, k), max(last, k)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%10s %8s %8s\n", "up to µs", "messages", "share")
	sum := 0
	for k := first; k <= last; k++ {
		sum += count[k]
		line := fmt.Sprintf("%10.2f %8d %6.1f %% %s", math.Exp2(float64(k)/2)/1000, count[k], 100*float64(sum)/float64(len(ns)), bar(float64(count[k]), float64(most), 60))
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}
