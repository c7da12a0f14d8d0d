package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/phidetect/phidetect/bench"
	"github.com/phidetect/phidetect/phi"
)

// A part of the report: its name is that of its section too.
type part struct {
	name     string
	inReadme bool // README.md of the module shows it, short
	measure  func(o options) (section, error)
}

// A section is what a part has to show.
type section struct {
	long  string // for bench/README.md
	short string // for README.md
	raw   string // for the file in bench/results
}

var parts = []part{
	{"quality", true, quality},
	{"mutations", false, mutations},
	{"speed", true, speed},
	{"messages", true, messages},
	{"worst", false, worst},
	{"scaling", false, scaling},
	{"parallel", false, parallel},
	{"stages", false, stages},
	{"first", false, first},
	{"size", false, size},
}

// mutations scores the messages of the corpus written in other ways.
func mutations(o options) (section, error) {
	all, err := bench.Load(o.corpus)
	if err != nil {
		return section{}, err
	}
	table := bench.MeasureMutations(all, phi.Detect).Table()
	return section{long: table, raw: table}, nil
}

// messages times each message of the corpus by itself.
func messages(o options) (section, error) {
	all, err := bench.Load(filepath.Join(o.root, "testdata", "corpus"))
	if err != nil {
		return section{}, err
	}
	rounds := 10 * o.rounds
	l, err := bench.MeasureLatencies(bench.Texts(all), rounds, func(round int) {
		if round%10 == 0 {
			tell("messages: round %d of %d", round, rounds)
		}
	})
	if err != nil {
		return section{}, err
	}
	histogram := bench.Histogram(l.Detect)
	long := fmt.Sprintf("Each message by itself, the best of %d rounds.\n\n%s\n```\n%s```\n", rounds, l.Table(), histogram)
	return section{long, l.ShortTable(), long}, nil
}

// stages runs the program of that name.
func stages(o options) (section, error) {
	out, err := bench.Output(o.root, "go", "run", "-tags=stages", "./bench/stages", "-json", "-rounds", strconv.Itoa(10*o.rounds))
	if err != nil {
		return section{}, err
	}
	var times bench.StageTimes
	if err := json.Unmarshal([]byte(out), &times); err != nil {
		return section{}, err
	}
	long := fmt.Sprintf("%d messages in blocks of %d, the best of %d rounds of each block.\n\n%s", times.Messages, times.Block, times.Rounds, times.Table())
	return section{long: long, raw: long}, nil
}

// first starts fresh processes.
func first(o options) (section, error) {
	calls, err := bench.FirstCalls(o.temp, 10*o.rounds)
	if err != nil {
		return section{}, err
	}
	table := bench.FirstCallTable(calls)
	return section{long: table, raw: table}, nil
}

// size builds programs.
func size(o options) (section, error) {
	sizes, err := bench.BinarySizes(o.temp)
	if err != nil {
		return section{}, err
	}
	wasm, err := bench.WasmSize(o.temp)
	if err != nil {
		return section{}, err
	}
	table := bench.SizeTable(append(sizes, wasm))
	return section{long: table, raw: table}, nil
}
