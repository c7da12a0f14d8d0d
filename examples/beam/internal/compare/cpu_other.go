//go:build !unix

package compare

// CPU is 0 where the system does not tell it in the way of Unix.
func CPU() float64 { return 0 }
