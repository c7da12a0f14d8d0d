package main

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/bench"
)

// speed is what the benchmarks of package bench measured.
type speed struct {
	raw string // as go test prints it
	cpu string // the CPU's model, "" if go test does not tell
	// fastest holds the fastest run of each benchmark, by its name without
	// "Benchmark" and the number of cores: "Detect/corpus".
	fastest map[string]figures
	inputs  []string // in the order they were run
}

// figures are one run's, by unit: "ns/text", "MB/s", "allocs/op".
type figures map[string]float64

func measureSpeed(root, benchtime string, count int) (speed, error) {
	raw, err := output(root, "go", "test", "-run=^$", "-bench=.", "-benchtime="+benchtime, "-count="+strconv.Itoa(count), "-timeout=60m", "./bench")
	if err != nil {
		return speed{}, err
	}
	return parseSpeed(raw + "\n"), nil
}

func parseSpeed(raw string) speed {
	s := speed{raw: raw, fastest: map[string]figures{}}
	seen := map[string]bool{}
	for lines := bufio.NewScanner(strings.NewReader(raw)); lines.Scan(); {
		line := lines.Text()
		if cpu, ok := strings.CutPrefix(line, "cpu: "); ok {
			s.cpu = strings.TrimSpace(cpu)
		}
		fields := strings.Fields(line)
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(fields[0], "Benchmark")
		if i := strings.LastIndexByte(name, '-'); i > 0 {
			name = name[:i]
		}
		run := figures{}
		for i := 2; i+1 < len(fields); i += 2 {
			if x, err := strconv.ParseFloat(fields[i], 64); err == nil {
				run[fields[i+1]] = x
			}
		}
		if old, ok := s.fastest[name]; !ok || run["ns/op"] < old["ns/op"] {
			s.fastest[name] = run
		}
		if _, input, ok := strings.Cut(name, "/"); ok && !seen[input] {
			seen[input] = true
			s.inputs = append(s.inputs, input)
		}
	}
	return s
}

// table compares the ways to call Detect with the bare scan, a line an input.
func (s speed) table() string {
	lines := [][]string{{"input", "Detect µs a text", "allocs a text", "DetectInto µs a text", "MB/s", "bare scan µs a text", "MB/s", "Detect : bare scan"}}
	for _, in := range s.inputs {
		detect, into, scan := s.fastest["Detect/"+in], s.fastest["DetectInto/"+in], s.fastest["BareScan/"+in]
		lines = append(lines, []string{in, micros(detect), fmt.Sprintf("%.1f", detect["allocs/op"]*detect["ns/text"]/detect["ns/op"]),
			micros(into), fmt.Sprintf("%.0f", into["MB/s"]), micros(scan), fmt.Sprintf("%.0f", scan["MB/s"]), fmt.Sprintf("%.1f", detect["ns/text"]/scan["ns/text"])})
	}
	return bench.Markdown(lines)
}

// shortTable gives the columns of table that a first reader wants.
func (s speed) shortTable() string {
	lines := [][]string{{"input", "µs a text", "MB/s", "allocations a text"}}
	for _, in := range s.inputs {
		into := s.fastest["DetectInto/"+in]
		lines = append(lines, []string{in, micros(into), fmt.Sprintf("%.0f", into["MB/s"]), fmt.Sprintf("%.0f", into["allocs/op"])})
	}
	return bench.Markdown(lines)
}

func micros(f figures) string { return fmt.Sprintf("%.2f", f["ns/text"]/1000) }
