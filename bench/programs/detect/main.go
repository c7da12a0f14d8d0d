// Detect is the smallest program that uses the library: what it is larger than
// the empty one is what the library adds.
package main

import "github.com/phidetect/phidetect/phi"

func main() {
	if phi.Detect("hi its dana whitfield, my diabetes check").Verdict != phi.PHI {
		panic("another verdict")
	}
}
