// Package pipeline is the Beam pipeline:
//
//	globs ─ list ─ count ─┬─ place ─ scan ─┬─ findings/, redacted/
//	                      │                ├─ counts by file ─ summary.json
//	        (by file) ────┘                └─ messages by thread ─ threads/
//
// What flows between the steps are places of blocks and counts, never messages;
// only where threads are asked for do messages go by key.
package pipeline

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/phidetect/phidetect/examples/beam/internal/messages"
	"github.com/phidetect/phidetect/examples/beam/internal/records"
	"github.com/phidetect/phidetect/examples/beam/internal/scan"
	"github.com/phidetect/phidetect/examples/beam/internal/threads"
)

// Config says what a job does. It goes to the workers as JSON.
type Config struct {
	Globs  []string
	Out    string // the folder that the results are written to
	Layout records.Layout
	Fields messages.Fields
	// Policy is a phi.RedactPolicy as JSON; nil is the default one.
	Policy []byte
	// Block is the size of a block in bytes; 0 goes by the size of the input.
	Block int64
	// Parallel is how many goroutines scan a block; 0 means one a core.
	Parallel int
	// ThreadBytes bounds what is held of one thread.
	ThreadBytes int
}

func init() {
	register.DoFn3x1[context, []byte, func(job), error](&listFn{})
	register.DoFn2x3[context, job, string, counted, error](&countFn{})
	register.DoFn3x0[string, func(*counted) bool, func(job)](&placeFn{})
	register.DoFn4x1[context, job, func(string, scan.Counts), func(string, threads.Message), error](&scanFn{})
	register.Combiner1[scan.Counts](&sumFn{})
	register.DoFn2x2[string, scan.Counts, int, FileCounts](&byFileFn{})
	register.DoFn3x1[context, int, func(*FileCounts) bool, error](&summaryFn{})
	register.Combiner3[threads.Thread, threads.Message, threads.Outcome](&threadFn{})
	register.DoFn2x3[string, threads.Outcome, int, string, error](&lineFn{})
	register.DoFn3x1[context, int, func(*string) bool, error](&threadsFn{})

	register.Emitter1[job]()
	register.Emitter2[string, scan.Counts]()
	register.Emitter2[string, threads.Message]()
	register.Iter1[counted]()
	register.Iter1[FileCounts]()
	register.Iter1[string]()

	registerCoders()
}

// Build adds the steps of a job to a pipeline.
func Build(s beam.Scope, c Config) {
	blocks := beam.ParDo(s.Scope("list"), &listFn{Config: c}, beam.Impulse(s))
	counts := beam.ParDo(s.Scope("count"), &countFn{Config: c}, beam.Reshuffle(s, blocks))
	placed := beam.ParDo(s.Scope("place"), &placeFn{}, beam.GroupByKey(s, counts))
	perFile, ofThreads := beam.ParDo2(s.Scope("scan"), &scanFn{Config: c}, beam.Reshuffle(s, placed))

	sums := beam.CombinePerKey(s.Scope("sum"), &sumFn{}, perFile)
	files := beam.GroupByKey(s, beam.ParDo(s, &byFileFn{}, sums))
	beam.ParDo0(s.Scope("summary"), &summaryFn{Config: c}, files)

	if c.Fields.Thread != "" {
		outcomes := beam.CombinePerKey(s.Scope("threads"), &threadFn{Limit: c.ThreadBytes}, ofThreads)
		lines := beam.GroupByKey(s, beam.ParDo(s, &lineFn{}, outcomes))
		beam.ParDo0(s.Scope("write threads"), &threadsFn{Config: c}, lines)
	}
}
