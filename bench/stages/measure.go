//go:build stages

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"time"

	"github.com/phidetect/phidetect/bench"
	"github.com/phidetect/phidetect/phi"
)

func run(o options) error {
	if o.corpus == "" {
		root, err := bench.Root()
		if err != nil {
			return err
		}
		o.corpus = filepath.Join(root, "testdata", "corpus")
	}
	messages, err := bench.Load(o.corpus)
	if err != nil {
		return err
	}
	times, err := measure(bench.Texts(messages), o)
	if err != nil {
		return err
	}
	if o.json {
		return json.NewEncoder(os.Stdout).Encode(times)
	}
	fmt.Print(times.Table())
	return nil
}

// measure takes the least time of each stage on each block over the rounds.
func measure(texts []string, o options) (bench.StageTimes, error) {
	d := phi.New(nil)
	results := make([]phi.Result, o.block)
	block := phi.NewStageBlock(o.block)
	n := len(block.Stages)
	count := (len(texts) + o.block - 1) / o.block
	least := make([][]time.Duration, count) // block, stage; DetectInto last
	for b := range least {
		least[b] = make([]time.Duration, n+1)
		for k := range least[b] {
			least[b][k] = math.MaxInt64
		}
	}
	for round := range o.rounds + 1 { // the first grows the buffers
		if round%10 == 0 {
			fmt.Fprintf(os.Stderr, "stages: round %d of %d\n", round, o.rounds)
		}
		for b := range count {
			part := texts[b*o.block : min(len(texts), (b+1)*o.block)]
			block.Texts = part
			for k, st := range block.Stages {
				start := time.Now()
				for i := range part {
					st.Run(i)
				}
				least[b][k] = min(least[b][k], time.Since(start))
			}
			start := time.Now()
			for i, text := range part {
				d.DetectInto(&results[i], text)
			}
			least[b][n] = min(least[b][n], time.Since(start))
			for i := range part {
				if got, want := &block.Results[i], &results[i]; len(got.Spans) != len(want.Spans) || len(got.Health.Evidence) != len(want.Health.Evidence) || got.Verdict != want.Verdict {
					return bench.StageTimes{}, errors.New("the stages do not find what Detect finds")
				}
			}
		}
	}
	out := bench.StageTimes{Messages: len(texts), Rounds: o.rounds, Block: o.block}
	sum := func(k int) (ns float64) {
		for b := range least {
			ns += float64(least[b][k]) / float64(len(texts))
		}
		return ns
	}
	for k, st := range block.Stages {
		if !st.Untimed {
			out.Stages = append(out.Stages, bench.StageTime{Group: st.Group, Name: st.Name, NS: sum(k)})
		}
	}
	out.Detect = sum(n)
	return out, nil
}
