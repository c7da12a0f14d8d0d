package main

import (
	"strings"
	"time"

	"github.com/google/pprof/profile"
)

// cost is what a worker spends its time on.
type cost int

const (
	costDetect cost = iota
	costThread
	costSnapshot
	costRedact
	costRead
	costWrite
	costClient
	costGarbage
	costRest
)

var costNames = [...]string{
	costDetect:   "Detect",
	costThread:   "threads (Conversation)",
	costSnapshot: "snapshots of threads",
	costRedact:   "redaction",
	costRead:     "reading JSON",
	costWrite:    "writing findings and messages",
	costClient:   "the Kafka client, its compression and network",
	costGarbage:  "garbage collection",
	costRest:     "the rest: scheduler, start",
}

// costOf are parts of names of functions; the first that stands anywhere in a
// stack decides.
var costOf = [...]struct {
	function string
	cost     cost
}{
	{"runtime.gcBgMarkWorker", costGarbage},
	{"runtime.gcAssistAlloc", costGarbage},
	{"runtime.bgsweep", costGarbage},
	{"runtime.bgscavenge", costGarbage},
	{"phi.(*Detector).detect", costDetect},
	{"main.(*table).snapshots", costSnapshot},
	{"phi.(*Conversation)", costThread},
	{"phi.(*Redactor)", costRedact},
	{"main.(*message).read", costRead},
	{"main.(*answerer)", costWrite},
	{"franz-go", costClient},
	{"internal/poll", costClient},
}

// costs adds the samples of a profile up.
func costs(p *profile.Profile) map[cost]time.Duration {
	out := map[cost]time.Duration{}
	for _, s := range p.Sample {
		out[costOfStack(s)] += time.Duration(s.Value[len(s.Value)-1])
	}
	return out
}

func costOfStack(s *profile.Sample) cost {
	for _, c := range costOf {
		for _, l := range s.Location {
			for _, line := range l.Line {
				if strings.Contains(line.Function.Name, c.function) {
					return c.cost
				}
			}
		}
	}
	return costRest
}

func sum(of map[cost]time.Duration) (total time.Duration) {
	for _, d := range of {
		total += d
	}
	return total
}
