package pipeline

import (
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/phidetect/phidetect/examples/beam/internal/records"
	"github.com/phidetect/phidetect/examples/beam/internal/storage"
)

// job is a block of a file: what a worker is given to do.
type job struct {
	Path string
	Name string // of the file in the output, with folders
	records.Block
	Index, Of int // which of the file's blocks it is
}

// shard is how the block's part of a result is called, as Beam names parts.
func (j *job) shard(folder string, f records.Format) string {
	return fmt.Sprintf("%s/%s-%05d-of-%05d%s", folder, j.Name, j.Index, j.Of, f.Ending())
}

// plan cuts the files of a job into blocks.
func plan(c *Config, files []storage.File) []job {
	size := c.Block
	if size == 0 {
		var total int64
		for _, f := range files {
			total += f.Size
		}
		size = records.BlockSize(total)
	}
	names := namesOf(files)
	var list []job
	for i, f := range files {
		blocks := []records.Block{{End: f.Size}}
		if f.Seeks {
			blocks = records.Cut(f.Size, size)
		}
		for k, b := range blocks {
			list = append(list, job{Path: f.Path, Name: names[i], Block: b, Index: k, Of: len(blocks)})
		}
	}
	return list
}

// Blocks is how many blocks a job has.
func Blocks(ctx context, c *Config) (int, error) {
	files, err := storage.List(ctx, c.Globs)
	return len(plan(c, files)), err
}

// namesOf gives each file its path without the folders that all have in common, so
// that files of one name in different folders stay apart.
func namesOf(files []storage.File) []string {
	common := ""
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.ReplaceAll(f.Path, `\`, "/")
		dir := path.Dir(names[i]) + "/"
		if i == 0 {
			common = dir
		}
		for !strings.HasPrefix(dir, common) {
			common = common[:strings.LastIndexByte(strings.TrimSuffix(common, "/"), '/')+1]
		}
	}
	for i, name := range names {
		names[i] = strings.TrimLeft(strings.TrimPrefix(name, common), "/")
	}
	return names
}

// listFn gives the blocks of the files that the globs match.
type listFn struct{ Config Config }

// ProcessElement is called once; its input says nothing.
func (f *listFn) ProcessElement(ctx context, _ []byte, emit func(job)) error {
	files, err := storage.List(ctx, f.Config.Globs)
	if err != nil {
		return err
	}
	for _, j := range plan(&f.Config, files) {
		emit(j)
	}
	return nil
}

// counted is a block with its census.
type counted struct {
	Job    job
	Census records.Census
}

// countFn takes the census of a block. The last one's is not needed by any other.
type countFn struct{ Config Config }

// ProcessElement reads the bytes of a block, at the speed of the disk.
func (f *countFn) ProcessElement(ctx context, j job) (string, counted, error) {
	c := counted{Job: j}
	if j.Index == j.Of-1 {
		return j.Path, c, nil
	}
	in, err := storage.Open(ctx, j.Path, j.Start)
	if err != nil {
		return "", c, err
	}
	defer in.Close()
	c.Census, err = f.Config.Layout.Count(io.LimitReader(in, j.End-j.Start), j.Start == 0)
	if err != nil {
		err = fmt.Errorf("reading %s: %w", j.Path, err)
	}
	return j.Path, c, err
}

// placeFn tells the blocks of a file where in it they begin.
type placeFn struct{}

// ProcessElement is called once for each file, with its blocks in any order.
func (*placeFn) ProcessElement(_ string, list func(*counted) bool, emit func(job)) {
	var blocks []records.Block
	var counts []records.Census
	var jobs []job
	for c := (counted{}); list(&c); c = (counted{}) {
		if jobs == nil {
			jobs, blocks, counts = make([]job, c.Job.Of), make([]records.Block, c.Job.Of), make([]records.Census, c.Job.Of)
		}
		i := c.Job.Index
		jobs[i], blocks[i], counts[i] = c.Job, c.Job.Block, c.Census
	}
	records.Place(blocks, counts)
	for i, j := range jobs {
		j.Block = blocks[i]
		emit(j)
	}
}
