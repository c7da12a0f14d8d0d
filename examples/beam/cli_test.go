package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/beam/internal/storage"
)

func TestProgram(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "results")
	write(t, in, "a.jsonl", `{"id":"1","text":"hi its dana whitfield, can i move my diabetes check to friday"}`+"\n[]\n")
	left := write(t, out, storage.Unfinished+"X", "of a worker that is gone")

	stdout, stderr, status := program(t, "-out", out, filepath.Join(in, "*.jsonl"))
	require.Zero(t, status, stderr)
	require.Empty(t, stderr, "nothing is wrong")
	require.Regexp(t, `a\.jsonl +1 +1 +0 +0 +0 +1\n`, stdout)
	require.Contains(t, stdout, "identifiers: ")
	require.NoFileExists(t, left)
	findings, _ := parts(t, out, "findings/a.jsonl")
	require.Contains(t, string(findings), `"verdict":"phi"`)
	require.NotContains(t, string(findings)+stdout, "whitfield")
	redacted, _ := parts(t, out, "redacted/a.jsonl")
	require.Contains(t, string(redacted), `"text":"hi its [NAME], can i move my diabetes check to `)

	_, stderr, status = program(t, "-out", out, filepath.Join(in, "*.jsonl"))
	require.Equal(t, exitMisuse, status, "results of two jobs would mix")
	require.Contains(t, stderr, "has results in it")
}

// A policy is given to the workers.
func TestPolicies(t *testing.T) {
	in := t.TempDir()
	write(t, in, "a.txt", "dana whitfield was born 14/02/1948\n")
	policy := write(t, in, "policy.json", `{"default":{"operator":"mask"}}`)
	for args, want := range map[string]string{"safe-harbor": "[NAME] was born 1948\n", policy: "**** ********* was born **/**/****\n"} {
		out := t.TempDir()
		job(t, "-out", out, "-policy", args, filepath.Join(in, "*.txt"))
		got, _ := parts(t, out, "redacted/a.txt")
		require.Equal(t, want, string(got))
	}
}

// A job that fails leaves no part of a result under its name, says why in one
// line, and can be run again.
func TestFailedJobs(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	table := write(t, in, "a.csv", "id,body\n1,hello\n")
	_, stderr, status := program(t, "-out", out, table)
	require.Equal(t, exitFailed, status)
	require.Equal(t, "beam: "+table+`: there is no column "text"; -text-field names the column that holds the message`+"\n", stderr)
	_, stderr, status = program(t, "-quiet", "-out", out, "-text-field", "body", table)
	require.Zero(t, status, stderr)

	empty := write(t, in, "empty.csv", "")
	_, stderr, status = program(t, "-out", t.TempDir(), empty)
	require.Equal(t, exitFailed, status)
	require.Equal(t, "beam: "+empty+" is empty; the first row of a table names the columns\n", stderr)

	file := write(t, in, "file", "")
	_, stderr, status = program(t, "-out", file, "-text-field", "body", table)
	require.Equal(t, exitFailed, status)
	require.Contains(t, stderr, "writing "+file)
}

// Doing a job twice gives the same files: what is done again after a worker was
// lost replaces what it had done.
func TestDoneAgainIsTheSame(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	var lines []byte
	for range 300 {
		lines = append(lines, `{"id":1,"text":"this is Kit Rowe, my asthma is back"}`+"\n"...)
	}
	write(t, in, "a.jsonl", string(lines))
	args := []string{"-out", out, "-block", "1000", filepath.Join(in, "*.jsonl")}
	job(t, args...)
	before, n := parts(t, out, "findings/a.jsonl")
	job(t, args...)
	after, again := parts(t, out, "findings/a.jsonl")
	require.Equal(t, n, again)
	same(t, before, after, "findings")
	all, err := os.ReadDir(filepath.Join(out, "findings"))
	require.NoError(t, err)
	require.Len(t, all, n, "something unfinished is left")
}

func TestMisuse(t *testing.T) {
	in := t.TempDir()
	file := write(t, in, "a.jsonl", "")
	for _, c := range []struct {
		want string
		args []string
	}{
		{"nothing to read", []string{"-out", in}},
		{"-out is missing", []string{file}},
		{"no file matches", []string{"-out", in, filepath.Join(in, "*.none.jsonl")}},
		{"does not tell the format", []string{"-out", in, filepath.Join(in, "*")}},
		{"-format: the formats are jsonl, csv and text", []string{"-format", "xml", "-out", in, file}},
		{"-comma must be", []string{"-comma", "ab", "-out", in, file}},
		{"-block must be", []string{"-block", "-1", "-out", in, file}},
		{"-parallel must be", []string{"-parallel", "-1", "-out", in, file}},
		{"-thread-bytes must be", []string{"-thread-bytes", "0", "-out", in, file}},
		{"-text-field is empty", []string{"-text-field", "", "-out", in, file}},
		{"it is safe-harbor or a file", []string{"-policy", filepath.Join(in, "none"), "-out", in, file}},
		{"-policy: ", []string{"-policy", write(t, in, "p.json", `{"default":{"operator":"eat"}}`), "-out", in, file}},
		{"flags go before", []string{"-out", in, file, "-format", "csv"}},
		{"-messages must be", []string{"-compare", "-messages", "0"}},
		{"flag provided but not defined", []string{"-nonsense"}},
	} {
		stdout, stderr, status := program(t, c.args...)
		require.Equal(t, exitMisuse, status, c.want)
		require.Empty(t, stdout)
		require.Contains(t, stderr, c.want)
		require.Contains(t, stderr, "beam -h shows")
	}
	stdout, _, status := program(t, "-h")
	require.Zero(t, status)
	require.Equal(t, usage, stdout)
	stdout, _, status = program(t, "-beam-help")
	require.Zero(t, status)
	require.Contains(t, stdout, "-endpoint")
	require.NotContains(t, stdout, "-text-field")

	stdout, stderr, status := program(t, "-compare", "-messages", "500", "-corpus", corpusFolder, "-thread-field", "thread")
	require.Zero(t, status, stderr)
	require.Contains(t, stdout, "The results are equal, byte for byte.")
}
