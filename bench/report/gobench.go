package main

import (
	"bufio"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/bench"
)

// benchmarks is what benchmarks of package bench measured.
type benchmarks struct {
	raw string // as go test prints it
	cpu string // the CPU's model, "" if go test does not tell
	// fastest holds the fastest run of each benchmark, by its name without
	// "Benchmark" and the number of cores: "Detect/corpus".
	fastest map[string]figures
	order   []string // the names, in the order they were run
}

// figures are one run's, by unit: "ns/text", "MB/s", "allocs/op".
type figures map[string]float64

// measure runs the benchmarks that the pattern selects, all of them in each
// round, so that what slows the machine down for a while does not hit one alone.
func measure(o options, pattern, benchtime string, rounds int) (benchmarks, error) {
	program := filepath.Join(o.temp, "bench.test.exe")
	if _, err := bench.Output(o.root, "go", "test", "-c", "-o", program, "./bench"); err != nil {
		return benchmarks{}, err
	}
	var raw strings.Builder
	for round := range rounds {
		tell("%s: round %d of %d", pattern, round+1, rounds)
		out, err := bench.Output(filepath.Join(o.root, "bench"), program, "-test.run=^$", "-test.bench="+pattern, "-test.benchtime="+benchtime, "-test.timeout=60m")
		if err != nil {
			return benchmarks{}, err
		}
		raw.WriteString(out + "\n")
	}
	return parseBenchmarks(raw.String()), nil
}

func parseBenchmarks(raw string) benchmarks {
	b := benchmarks{raw: raw, fastest: map[string]figures{}}
	for lines := bufio.NewScanner(strings.NewReader(raw)); lines.Scan(); {
		line := lines.Text()
		if cpu, ok := strings.CutPrefix(line, "cpu: "); ok {
			b.cpu = strings.TrimSpace(cpu)
		}
		fields := strings.Fields(line)
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(fields[0], "Benchmark")
		if i := strings.LastIndexByte(name, '-'); i > 0 {
			if _, err := strconv.Atoi(name[i+1:]); err == nil {
				name = name[:i]
			}
		}
		run := figures{}
		for i := 2; i+1 < len(fields); i += 2 {
			if x, err := strconv.ParseFloat(fields[i], 64); err == nil {
				run[fields[i+1]] = x
			}
		}
		old, ok := b.fastest[name]
		if !ok {
			b.order = append(b.order, name)
		}
		if !ok || run["ns/op"] < old["ns/op"] {
			b.fastest[name] = run
		}
	}
	return b
}

// inputs gives what stands behind a prefix in the names, in their order.
func (b benchmarks) inputs(prefix string) (all []string) {
	for _, name := range b.order {
		if in, ok := strings.CutPrefix(name, prefix); ok {
			all = append(all, in)
		}
	}
	return all
}

// cpuModel asks go test, which knows it on every system; "" if it does not.
func cpuModel(root string) string {
	out, err := bench.Output(root, "go", "test", "-run=^$", "-bench=^BenchmarkScan$/^180B$", "-benchtime=1x", "./bench")
	if err != nil {
		return ""
	}
	return parseBenchmarks(out).cpu
}
