package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/beam/internal/compare"
	"github.com/phidetect/phidetect/examples/beam/internal/pipeline"
	"github.com/phidetect/phidetect/examples/beam/internal/scan"
	"github.com/phidetect/phidetect/phi"
)

const corpusFolder = "../../testdata/corpus"

// phiscan builds phiscan and gives a function that runs it on a file.
func phiscan(t *testing.T) func(mode, path string) []byte {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "phiscan.exe")
	build := exec.Command("go", "build", "-o", bin, "./examples/phiscan")
	build.Dir = "../.."
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return func(mode, path string) []byte {
		out, err := exec.Command(bin, mode, path).Output()
		if err != nil {
			require.Equal(t, 2, err.(*exec.ExitError).ExitCode(), "bad lines make it 2")
		}
		return out
	}
}

// corpus gives messages, every step-th.
func corpus(t *testing.T, step int) (texts []string) {
	t.Helper()
	all, err := compare.Corpus(corpusFolder)
	require.NoError(t, err)
	for i := 0; i < len(all); i += step {
		texts = append(texts, all[i])
	}
	return texts
}

// bad are lines that are no messages.
const bad = "\n{\"id\":\"x\"}\n[1]\n{\"text\":5}\n{\"id\":{},\"text\":\"x\"}\n{\"text\":\"broken\n"

// What Beam finds in lines of JSON is what phiscan finds, byte for byte, the bad
// lines included, and the counts are those of phiscan's lines.
func TestLikePhiscan(t *testing.T) {
	scanned := phiscan(t)
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "results")
	files := map[string]string{}
	for i, name := range []string{"north/inbox.jsonl", "south/inbox.jsonl", "south/empty.jsonl", "south/only-bad.jsonl"} {
		var b bytes.Buffer
		if i == 0 {
			b.WriteString("\ufeff")
		}
		if i < 2 {
			for k, text := range corpus(t, 2+i) {
				line, err := json.Marshal(map[string]any{"id": k, "text": text, "more": "left out"})
				require.NoError(t, err)
				b.Write(append(line, '\n'))
				if k%500 == 99 {
					b.WriteString(bad)
				}
			}
		} else if i == 3 {
			b.WriteString(bad + `{"text":"no line end"}`)
		}
		files[name] = write(t, in, name, b.String())
	}
	job(t, "-out", out, "-block", "20000", filepath.Join(in, "*", "*.jsonl"))

	want := pipeline.Summary{}
	redactor, err := phi.NewRedactor(nil, phi.RedactPolicy{})
	require.NoError(t, err)
	for _, name := range []string{"north/inbox.jsonl", "south/empty.jsonl", "south/inbox.jsonl", "south/only-bad.jsonl"} {
		lines := scanned("-jsonl", files[name])
		findings, n := parts(t, out, "findings/"+name)
		same(t, lines, findings, "findings of "+name)
		require.Equal(t, strings.HasSuffix(name, "inbox.jsonl"), n > 5, "%s has %d parts", name, n)

		counts := countLines(t, lines)
		want.Files = append(want.Files, pipeline.FileCounts{File: name, Counts: counts})
		want.Total.Add(counts)

		redacted, _ := parts(t, out, "redacted/"+name)
		same(t, redactLines(t, redactor, files[name]), redacted, "redacted messages of "+name)
	}
	require.Positive(t, want.Total.Bad)
	b, err := os.ReadFile(filepath.Join(out, pipeline.SummaryFile))
	require.NoError(t, err)
	var got pipeline.Summary
	require.NoError(t, json.Unmarshal(b, &got))
	require.Equal(t, want, got)
}

// countLines counts what phiscan has written.
func countLines(t *testing.T, lines []byte) scan.Counts {
	t.Helper()
	c := scan.Counts{Verdicts: map[string]int64{}, Types: map[string]int64{}}
	for line := range bytes.Lines(lines) {
		var a struct {
			Verdict, Error string
			Spans          []struct{ Type string }
		}
		require.NoError(t, json.Unmarshal(line, &a))
		if a.Error != "" {
			c.Bad++
			continue
		}
		c.Messages++
		c.Verdicts[a.Verdict]++
		for _, s := range a.Spans {
			c.Types[s.Type]++
		}
	}
	return c
}

// redactLines redacts what can be read of a file, one line after the other.
func redactLines(t *testing.T, r *phi.Redactor, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	for line := range bytes.Lines(bytes.TrimPrefix(b, []byte("\ufeff"))) {
		var m struct {
			ID   json.Number
			Text *string
		}
		if json.Unmarshal(line, &m) != nil || m.Text == nil {
			continue
		}
		require.NoError(t, e.Encode(struct {
			ID   string `json:"id,omitempty"`
			Text string `json:"text"`
		}{m.ID.String(), r.Redact(*m.Text)}))
	}
	return out.Bytes()
}

// The same messages in tables and in lines of text give the same findings.
func TestTablesAndText(t *testing.T) {
	scanned := phiscan(t)
	in, out := t.TempDir(), t.TempDir()
	texts := corpus(t, 3)
	var lines, text, table, clean bytes.Buffer
	rows, cleanRows := csv.NewWriter(&table), csv.NewWriter(&clean)
	require.NoError(t, rows.Write([]string{"sent", "body", "no"}))
	require.NoError(t, cleanRows.Write([]string{"no", "body"}))
	redactor, err := phi.NewRedactor(nil, phi.RedactPolicy{})
	require.NoError(t, err)
	for i, s := range texts {
		no := json.Number(string(rune('a'+i%26)) + strings.Repeat("x", i%5)).String()
		line, err := json.Marshal(map[string]string{"id": no, "text": s})
		require.NoError(t, err)
		lines.Write(append(line, '\n'))
		require.NoError(t, rows.Write([]string{"monday", s, no}))
		require.NoError(t, cleanRows.Write([]string{no, redactor.Redact(s)}))
	}
	rows.Flush()
	cleanRows.Flush()
	findings := scanned("-jsonl", write(t, in, "table.jsonl", lines.String()))
	write(t, in, "table.csv", table.String())
	job(t, "-out", out, "-block", "9000", "-id-field", "no", "-text-field", "body", filepath.Join(in, "*.csv"))
	got, n := parts(t, out, "findings/table.csv")
	require.Greater(t, n, 5)
	same(t, findings, got, "findings of the table")
	got, _ = parts(t, out, "redacted/table.csv")
	same(t, clean.Bytes(), got, "redacted table")

	out = t.TempDir()
	lines.Reset()
	clean.Reset()
	for i, s := range texts {
		s = strings.Join(strings.Fields(s), " ")
		text.WriteString(s + "\r\n")
		clean.WriteString(redactor.Redact(s) + "\n")
		line, err := json.Marshal(map[string]any{"id": i + 1, "text": s})
		require.NoError(t, err)
		lines.Write(append(line, '\n'))
	}
	findings = scanned("-jsonl", write(t, in, "text.jsonl", lines.String()))
	write(t, in, "notes.txt", text.String())
	job(t, "-out", out, "-block", "9000", filepath.Join(in, "*.txt"))
	got, _ = parts(t, out, "findings/notes.txt")
	same(t, findings, got, "findings of the text")
	got, _ = parts(t, out, "redacted/notes.txt")
	same(t, clean.Bytes(), got, "redacted text")
}
