package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/phidetect/phidetect/bench"
)

// sets are the files of the corpus that are measured: messages, comments, hard
// cases, documents. The held-out set is not read.
var sets = []string{"dm", "soc", "adv", "doc"}

// corpus gives the English messages of the sets.
func corpus(root string) ([]bench.Message, error) {
	var out []bench.Message
	for _, set := range sets {
		b, err := os.ReadFile(filepath.Join(root, "testdata", "corpus", set+".jsonl"))
		if err != nil {
			return nil, err
		}
		if b, err = english(b); err != nil {
			return nil, err
		}
		if out, err = bench.Read(out, bytes.NewReader(b), set); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// english keeps the lines that say they are.
func english(lines []byte) ([]byte, error) {
	var out bytes.Buffer
	in := bufio.NewScanner(bytes.NewReader(lines))
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		var row struct{ Lang string }
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			return nil, err
		}
		if row.Lang == "en" {
			out.Write(in.Bytes())
			out.WriteByte('\n')
		}
	}
	return out.Bytes(), in.Err()
}
