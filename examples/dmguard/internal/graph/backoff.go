package graph

import (
	"math/rand/v2"
	"time"
)

const (
	firstWait   = time.Second
	longestWait = 10 * time.Minute
)

// Backoff is how long to wait before the next try of a call that has been tried
// attempts times: about twice as long each time, by chance half of it or all, so
// that what failed together does not come again together; and never less than
// the platform asked for.
func Backoff(attempts int, after time.Duration) time.Duration {
	wait := longestWait
	if attempts < 10 {
		wait = min(firstWait<<max(attempts-1, 0), longestWait)
	}
	return max(after, wait/2+rand.N(wait/2+1))
}
