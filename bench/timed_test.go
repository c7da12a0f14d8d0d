//go:build !linux

package bench

import "time"

// timed gives the time that f takes.
func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}
