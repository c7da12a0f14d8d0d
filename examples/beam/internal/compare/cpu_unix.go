//go:build unix

package compare

import "syscall"

// CPU is how many seconds of processor time this process has taken so far, on
// all cores together. Unlike the time on the clock it hardly depends on what else
// the machine does.
func CPU() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return seconds(u.Utime) + seconds(u.Stime)
}

func seconds(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
