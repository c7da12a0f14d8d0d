package main

import (
	"bufio"
	"encoding/json"
	"os"

	"github.com/phidetect/phidetect/phi"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	dec := json.NewDecoder(in)
	for {
		var m struct{ ID, Text string }
		if dec.Decode(&m) != nil {
			return
		}
		r := phi.Detect(m.Text)
		out.Write(append(r.AppendJSON(nil, m.ID), '\n'))
	}
}
