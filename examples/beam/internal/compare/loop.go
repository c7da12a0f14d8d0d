package compare

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"sync"

	"github.com/phidetect/phidetect/phi"
)

// Loop does without Beam what the pipeline does to files of JSON lines, as
// anybody would write it: n goroutines, each a file at a time. It writes
// out/findings/NAME and out/redacted/NAME.
func Loop(paths []string, out string, n int) error {
	for _, folder := range []string{"findings", "redacted"} {
		if err := os.MkdirAll(filepath.Join(out, folder), 0o755); err != nil {
			return err
		}
	}
	d := phi.New(nil)
	redactor, err := phi.NewRedactor(d, phi.RedactPolicy{})
	if err != nil {
		return err
	}
	todo := make(chan string, len(paths))
	for _, p := range paths {
		todo <- p
	}
	close(todo)
	errs := make([]error, n)
	var group sync.WaitGroup
	for i := range n {
		group.Go(func() {
			for p := range todo {
				errs[i] = errors.Join(errs[i], loopFile(d, redactor, p, out))
			}
		})
	}
	group.Wait()
	return errors.Join(errs...)
}

func loopFile(d *phi.Detector, redactor *phi.Redactor, path, out string) (err error) {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	name := filepath.Base(path)
	findings, err := os.Create(filepath.Join(out, "findings", name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, findings.Close()) }()
	redacted, err := os.Create(filepath.Join(out, "redacted", name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, redacted.Close()) }()

	found, clean := bufio.NewWriterSize(findings, 64<<10), bufio.NewWriterSize(redacted, 64<<10)
	var r phi.Result
	var line, text []byte
	var quoted bytes.Buffer
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			return err
		}
		d.DetectInto(&r, m.Text)
		line = append(r.AppendJSON(line[:0], m.ID), '\n')
		found.Write(line) // Flush tells of what is wrong
		text = redactor.AppendRedacted(text[:0], m.Text, &r)
		quoted.Reset()
		e := json.NewEncoder(&quoted)
		e.SetEscapeHTML(false)
		if err := e.Encode(struct {
			ID   string `json:"id"`
			Text string `json:"text"`
		}{m.ID, string(text)}); err != nil {
			return err
		}
		clean.Write(quoted.Bytes())
	}
	return errors.Join(lines.Err(), found.Flush(), clean.Flush())
}
