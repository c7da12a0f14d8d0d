package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// A FirstCall is what one fresh process took to its first result.
type FirstCall struct {
	Init   time.Duration // initialisers of the library's packages, before main
	First  time.Duration // the first Detect
	Second time.Duration // the same again
	Whole  time.Duration // the process from start to end
	Empty  time.Duration // the same of an empty program, run right before
	Heap   int           // HeapAlloc after the first call
	InUse  int           // HeapInuse then
}

// SetUp is all that the first call costs: initialisers and the call.
func (f FirstCall) SetUp() time.Duration { return f.Init + f.First }

// FirstCalls builds a program in dir that calls Detect, and runs it several
// times.
func FirstCalls(dir string, runs int) ([]FirstCall, error) {
	program, err := build(dir, firstCallProgram, false)
	if err != nil {
		return nil, err
	}
	empty, err := build(dir, emptyProgram, false)
	if err != nil {
		return nil, err
	}
	all := make([]FirstCall, runs)
	for i := range all {
		start := time.Now()
		if err := exec.Command(empty).Run(); err != nil {
			return nil, err
		}
		none := time.Since(start)
		var trace bytes.Buffer
		cmd := exec.Command(program)
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		cmd.Stderr = &trace
		start = time.Now()
		out, err := cmd.Output()
		whole := time.Since(start)
		if err != nil {
			return nil, err
		}
		if all[i], err = readFirstCall(out, trace.String()); err != nil {
			return nil, err
		}
		all[i].Whole, all[i].Empty = whole, none
	}
	return all, nil
}

// readFirstCall reads what the program told and the trace of initialisers.
func readFirstCall(out []byte, trace string) (f FirstCall, err error) {
	var told struct {
		First  int `json:"first_ns"`
		Second int `json:"second_ns"`
		Spans  int
		Heap   int `json:"heap_alloc"`
		InUse  int `json:"heap_in_use"`
	}
	if err := json.Unmarshal(out, &told); err != nil {
		return f, err
	}
	if told.Spans == 0 {
		return f, fmt.Errorf("bench: the first call found nothing")
	}
	f.First, f.Second, f.Heap, f.InUse = time.Duration(told.First), time.Duration(told.Second), told.Heap, told.InUse
	inits := 0
	for line := range strings.Lines(trace) {
		// init github.com/… @1.2 ms, 0.11 ms clock, 1024 bytes, 3 allocs
		if !strings.HasPrefix(line, "init github.com/phidetect/") {
			continue
		}
		_, rest, _ := strings.Cut(line, " ms, ")
		clock, _, ok := strings.Cut(rest, " ms clock")
		ms, err := strconv.ParseFloat(clock, 64)
		if !ok || err != nil {
			return f, fmt.Errorf("bench: unknown form of the trace of initialisers")
		}
		f.Init += time.Duration(ms * float64(time.Millisecond))
		inits++
	}
	if inits == 0 {
		return f, fmt.Errorf("bench: no trace of initialisers")
	}
	return f, nil
}

// FirstCallTable gives a Markdown table of the best run and of the median.
func FirstCallTable(all []FirstCall) string {
	lines := [][]string{{"a fresh process", "best ms", "median ms"}}
	row := func(name string, get func(FirstCall) time.Duration) {
		ms := make([]float64, len(all))
		for i := range all {
			ms[i] = get(all[i]).Seconds() * 1e3
		}
		lines = append(lines, []string{name, fmt.Sprintf("%.3f", Percentile(ms, 0)), fmt.Sprintf("%.3f", Percentile(ms, 0.5))})
	}
	row("initialisers of the library", func(f FirstCall) time.Duration { return f.Init })
	row("first Detect", func(f FirstCall) time.Duration { return f.First })
	row("**set-up: both together**", FirstCall.SetUp)
	row("second Detect, the same text", func(f FirstCall) time.Duration { return f.Second })
	row("whole process, start to end", func(f FirstCall) time.Duration { return f.Whole })
	row("an empty program, start to end", func(f FirstCall) time.Duration { return f.Empty })
	heap, inUse := make([]float64, len(all)), make([]float64, len(all))
	for i := range all {
		heap[i], inUse[i] = float64(all[i].Heap), float64(all[i].InUse)
	}
	return Markdown(lines) + fmt.Sprintf("\nHeap after the first call: %.2f MB allocated, %.2f MB in use.\n", Percentile(heap, 0.5)/1e6, Percentile(inUse, 0.5)/1e6)
}
