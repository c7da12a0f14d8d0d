package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/bench"
)

// speed compares the ways to call Detect with the bare scan.
func speed(o options) (section, error) {
	b, err := measure(o, "^Benchmark(Detect|DetectInto|BareScan|Scan)$", o.benchtime, o.rounds)
	return section{speedTable(b), shortSpeedTable(b), b.raw}, err
}

func speedTable(b benchmarks) string {
	lines := [][]string{{"input", "Detect µs a text", "allocs a text", "DetectInto µs a text", "MB/s", "bare scan µs a text", "MB/s", "Detect : bare scan"}}
	for _, in := range b.inputs("DetectInto/") {
		detect, into, scan := b.fastest["Detect/"+in], b.fastest["DetectInto/"+in], b.fastest["BareScan/"+in]
		lines = append(lines, []string{in, micros(detect), fmt.Sprintf("%.1f", detect["allocs/op"]*detect["ns/text"]/detect["ns/op"]),
			micros(into), fmt.Sprintf("%.0f", into["MB/s"]), micros(scan), fmt.Sprintf("%.0f", scan["MB/s"]), fmt.Sprintf("%.1f", detect["ns/text"]/scan["ns/text"])})
	}
	return bench.Markdown(lines)
}

// shortSpeedTable gives the columns that a first reader wants.
func shortSpeedTable(b benchmarks) string {
	lines := [][]string{{"input", "µs a text", "MB/s", "allocations a text"}}
	for _, in := range b.inputs("DetectInto/") {
		into := b.fastest["DetectInto/"+in]
		lines = append(lines, []string{in, micros(into), fmt.Sprintf("%.0f", into["MB/s"]), fmt.Sprintf("%.0f", into["allocs/op"])})
	}
	return bench.Markdown(lines)
}

func micros(f figures) string { return fmt.Sprintf("%.2f", f["ns/text"]/1000) }

// shownWorst is how many of the slowest inputs are shown; all are in the raw
// output.
const shownWorst = 15

// worst reads the hostile inputs, once in a round: each takes long enough.
func worst(o options) (section, error) {
	b, err := measure(o, "^BenchmarkHostile$", "1x", min(3, o.rounds))
	return section{long: worstTable(b), raw: b.raw}, err
}

func worstTable(b benchmarks) string {
	inputs := b.inputs("Hostile/DetectInto/")
	speed := func(in string) float64 { return b.fastest["Hostile/DetectInto/"+in]["MB/s"] }
	slices.SortStableFunc(inputs, func(a, b string) int { return cmp.Compare(speed(a), speed(b)) })
	lines := [][]string{{"1 MB of", "DetectInto MB/s", "spans", "bare scan MB/s", "DetectInto : bare scan"}}
	add := func(in string) {
		into, scan := b.fastest["Hostile/DetectInto/"+in], b.fastest["Hostile/BareScan/"+in]
		lines = append(lines, []string{strings.ReplaceAll(in, "_", " "), fmt.Sprintf("%.1f", into["MB/s"]), fmt.Sprintf("%.0f", into["spans"]),
			fmt.Sprintf("%.0f", scan["MB/s"]), fmt.Sprintf("%.1f", into["ns/op"]/scan["ns/op"])})
	}
	for _, in := range inputs[:min(shownWorst, len(inputs))] {
		add(in)
	}
	table := bench.Markdown(lines)
	if len(inputs) > 0 {
		median := inputs[len(inputs)/2]
		table += fmt.Sprintf("\nThe slowest of %d such inputs; the one in the middle is *%s*, %.0f MB/s.\n", len(inputs), strings.ReplaceAll(median, "_", " "), speed(median))
	}
	return table
}

// scaling reads longer and longer texts.
func scaling(o options) (section, error) {
	b, err := measure(o, "^BenchmarkScaling$", "200ms", min(3, o.rounds))
	return section{long: scalingTable(b), raw: b.raw}, err
}

func scalingTable(b benchmarks) string {
	lines := [][]string{{"text", "spans", "DetectInto ms", "MB/s", "stream ms", "MB/s", "stream : DetectInto"}}
	for _, in := range b.inputs("Scaling/DetectInto/") {
		into, stream := b.fastest["Scaling/DetectInto/"+in], b.fastest["Scaling/Stream/"+in]
		lines = append(lines, []string{in, fmt.Sprintf("%.0f", into["spans"]), fmt.Sprintf("%.2f", into["ns/op"]/1e6), fmt.Sprintf("%.1f", into["MB/s"]),
			fmt.Sprintf("%.2f", stream["ns/op"]/1e6), fmt.Sprintf("%.1f", stream["MB/s"]), fmt.Sprintf("%.2f", stream["ns/op"]/into["ns/op"])})
	}
	return bench.Markdown(lines)
}

// parallel reads the corpus on more and more cores.
func parallel(o options) (section, error) {
	b, err := measure(o, "^BenchmarkParallel$", o.benchtime, o.rounds)
	return section{long: parallelTable(b), raw: b.raw}, err
}

func parallelTable(b benchmarks) string {
	lines := [][]string{{"cores", "µs a message", "messages a second", "times one core", "efficiency"}}
	one := b.fastest["Parallel/cores=1"]["ns/op"]
	for _, in := range b.inputs("Parallel/cores=") {
		ns := b.fastest["Parallel/cores="+in]["ns/op"]
		cores, err := strconv.ParseFloat(in, 64)
		if err != nil || ns == 0 {
			continue
		}
		lines = append(lines, []string{in, fmt.Sprintf("%.2f", ns/1000), fmt.Sprintf("%.0f", 1e9/ns), fmt.Sprintf("%.2f", one/ns), fmt.Sprintf("%.0f %%", 100*one/ns/cores)})
	}
	return bench.Markdown(lines)
}
