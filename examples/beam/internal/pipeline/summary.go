package pipeline

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/phidetect/phidetect/examples/beam/internal/scan"
	"github.com/phidetect/phidetect/examples/beam/internal/storage"
)

// Summary is what summary.json holds.
type Summary struct {
	Total scan.Counts `json:"total"`
	// Files are the counts of each file, by name.
	Files []FileCounts `json:"files"`
}

// FileCounts are the counts of a file.
type FileCounts struct {
	File string `json:"file"`
	scan.Counts
}

// sumFn adds the counts of the blocks of a file.
type sumFn struct{}

// MergeAccumulators adds two counts.
func (*sumFn) MergeAccumulators(a, b scan.Counts) scan.Counts {
	var sum scan.Counts
	sum.Add(a)
	sum.Add(b)
	return sum
}

// byFileFn brings the counts of all files to one place.
type byFileFn struct{}

// ProcessElement gives the counts of a file the key that all have.
func (*byFileFn) ProcessElement(file string, c scan.Counts) (int, FileCounts) {
	return 0, FileCounts{file, c}
}

// summaryFn writes the summary.
type summaryFn struct{ Config Config }

// ProcessElement is called once, with the counts of each file.
func (f *summaryFn) ProcessElement(ctx context, _ int, list func(*FileCounts) bool) error {
	s := Summary{Files: []FileCounts{}}
	for c := (FileCounts{}); list(&c); c = (FileCounts{}) {
		s.Files = append(s.Files, c)
		s.Total.Add(c.Counts)
	}
	slices.SortFunc(s.Files, func(a, b FileCounts) int { return strings.Compare(a.File, b.File) })
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	w, err := storage.Create(ctx, f.Config.Out, SummaryFile)
	if err != nil {
		return err
	}
	w.Write(append(b, '\n')) // Commit tells of what is wrong
	return w.Commit(ctx)
}
