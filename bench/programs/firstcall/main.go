// Firstcall tells, as JSON, how long the first Detect of a process takes, how
// long the second, and how much heap there is then.
package main

import (
	"encoding/json"
	"os"
	"runtime"
	"time"

	"github.com/phidetect/phidetect/phi"
)

const text = "hi its dana whitfield, can i move my diabetes check to friday? 0491 570 006"

func main() {
	start := time.Now()
	r := phi.Detect(text)
	first := time.Since(start)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	start = time.Now()
	phi.Detect(text)
	second := time.Since(start)
	json.NewEncoder(os.Stdout).Encode(map[string]int{
		"first_ns": int(first), "second_ns": int(second), "spans": len(r.Spans),
		"heap_alloc": int(m.HeapAlloc), "heap_in_use": int(m.HeapInuse), "total_alloc": int(m.TotalAlloc),
	})
}
