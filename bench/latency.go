package bench

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// Latencies are the times of messages one by one: for each, in nanoseconds, the
// least of several rounds, so that what else the machine did does not count.
type Latencies struct {
	Texts  []string
	Rounds int
	Detect []float64 // DetectInto, the messages in turn
	Again  []float64 // DetectInto of the message that was just read
	Scan   []float64 // the bare scan, the messages in turn
}

// MeasureLatencies reads all texts in each round, with DetectInto and then with
// the bare scan. It fails if a text does not give the same number of spans each
// time. progress may be nil.
func MeasureLatencies(texts []string, rounds int, progress func(round int)) (*Latencies, error) {
	l := &Latencies{Texts: texts, Rounds: rounds}
	for _, x := range []*[]float64{&l.Detect, &l.Again, &l.Scan} {
		*x = slices.Repeat([]float64{math.MaxFloat64}, len(texts))
	}
	d, lex := phi.New(nil), lexicon.Default()
	var r phi.Result
	var scan identifiers.Text
	found := make([]int, len(texts))
	for i, text := range texts { // also grows the buffers
		d.DetectInto(&r, text)
		scan.Read(lex, text)
		found[i] = len(r.Spans) + len(r.Health.Evidence)
	}
	clock := clockCost()
	take := func(into []float64, i int, f func()) {
		start := time.Now()
		f()
		into[i] = min(into[i], max(0, float64(time.Since(start))-clock))
	}
	for round := range rounds {
		if progress != nil {
			progress(round)
		}
		for i, text := range texts {
			detect := func() { d.DetectInto(&r, text) }
			take(l.Detect, i, detect)
			take(l.Again, i, detect)
			if n := len(r.Spans) + len(r.Health.Evidence); n != found[i] {
				return nil, fmt.Errorf("bench: message %d has %d spans, at first %d", i+1, n, found[i])
			}
		}
		for i, text := range texts {
			take(l.Scan, i, func() { scan.Read(lex, text) })
		}
	}
	return l, nil
}

// clockCost is what reading the clock twice takes, in ns: the median of many.
func clockCost() float64 {
	var took [999]float64
	for i := range took {
		start := time.Now()
		took[i] = float64(time.Since(start))
	}
	return Percentile(took[:], 0.5)
}

// Percentile is the least of xs that at least the share p of xs do not exceed.
func Percentile(xs []float64, p float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	xs = slices.Sorted(slices.Values(xs))
	return xs[max(0, min(len(xs)-1, int(math.Ceil(p*float64(len(xs))))-1))]
}

// Mean is the sum of xs divided by their number, 0 if there are none.
func Mean(xs []float64) (mean float64) {
	for _, x := range xs {
		mean += x / float64(len(xs))
	}
	return mean
}

// lengths bound the classes of length in bytes; the last has no bound.
var lengths = []int{40, 80, 160, 320, 640, math.MaxInt}

// percentiles are those that the tables show.
var percentiles = []float64{0.5, 0.9, 0.99, 0.999}

// Table gives a Markdown table: a line for all messages, one for each class of
// length.
func (l *Latencies) Table() string {
	lines := [][]string{{"messages of", "number", "bytes", "mean µs", "p50", "p90", "p99", "p99.9", "again µs", "bare scan µs", "DetectInto : bare scan"}}
	lines = append(lines, l.line("all lengths", 0, math.MaxInt))
	least := 0
	for _, most := range lengths {
		name := fmt.Sprintf("%d–%d bytes", least, most)
		if most == math.MaxInt {
			name = fmt.Sprintf("%d bytes and more", least)
		}
		lines = append(lines, l.line(name, least, most))
		least = most + 1
	}
	return Markdown(lines)
}

// ShortTable gives what a first reader wants of Table.
func (l *Latencies) ShortTable() string {
	lines := [][]string{{"messages", "mean bytes", "mean µs", "p50", "p90", "p99", "p99.9"}}
	all := l.line("", 0, math.MaxInt)
	return Markdown(append(lines, append([]string{all[1], all[2]}, all[3:8]...)))
}

func (l *Latencies) line(name string, least, most int) []string {
	var detect, again, scan, bytes []float64
	for i, text := range l.Texts {
		if n := len(text); n >= least && n <= most {
			detect, again, scan, bytes = append(detect, l.Detect[i]), append(again, l.Again[i]), append(scan, l.Scan[i]), append(bytes, float64(n))
		}
	}
	line := []string{name, fmt.Sprint(len(detect)), fmt.Sprintf("%.0f", Mean(bytes)), inMicros(Mean(detect))}
	for _, p := range percentiles {
		line = append(line, inMicros(Percentile(detect, p)))
	}
	ratio := "–"
	if s := Mean(scan); s > 0 {
		ratio = fmt.Sprintf("%.1f", Mean(detect)/s)
	}
	return append(line, inMicros(Mean(again)), inMicros(Mean(scan)), ratio)
}

func inMicros(ns float64) string { return fmt.Sprintf("%.2f", ns/1000) }
