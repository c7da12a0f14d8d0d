//go:build race

package bench

// raceEnabled reports that the race detector slows this binary down and makes
// sync.Pool drop at random.
const raceEnabled = true
