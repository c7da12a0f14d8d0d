package pipeline

import (
	"github.com/phidetect/phidetect/examples/beam/internal/records"
	"github.com/phidetect/phidetect/examples/beam/internal/scan"
	"github.com/phidetect/phidetect/examples/beam/internal/storage"
)

// The folders of the results.
const (
	FindingsFolder = "findings"
	RedactedFolder = "redacted"
	ThreadsFolder  = "threads"
	SummaryFile    = "summary.json"
)

// output is the files of a block.
type output struct{ findings, redacted *storage.Writer }

func (f *scanFn) create(ctx context, j *job) (o output, err error) {
	c := &f.Config
	if o.findings, err = storage.Create(ctx, c.Out, j.shard(FindingsFolder, records.JSONL)); err != nil {
		return o, err
	}
	if o.redacted, err = storage.Create(ctx, c.Out, j.shard(RedactedFolder, c.Layout.Format)); err != nil {
		o.findings.Discard(ctx)
		return o, err
	}
	if j.Start == 0 {
		_, err = o.redacted.Write(scan.Header(c.Layout, c.Fields))
	}
	return o, err
}

func (o output) write(a *scan.Answers) error {
	if _, err := o.findings.Write(a.Findings); err != nil {
		return err
	}
	_, err := o.redacted.Write(a.Redacted)
	return err
}

func (o output) commit(ctx context) error {
	if err := o.findings.Commit(ctx); err != nil {
		o.redacted.Discard(ctx)
		return err
	}
	return o.redacted.Commit(ctx)
}

func (o output) discard(ctx context) {
	o.findings.Discard(ctx)
	o.redacted.Discard(ctx)
}
