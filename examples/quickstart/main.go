// Command quickstart is the shortest useful program with phidetect: it reads a
// message, prints what was found, and tells the verdict.
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/phidetect/phidetect/phi"
)

func main() {
	text := strings.Join(os.Args[1:], " ")
	if text == "" {
		text = "hi its dana whitfield, can i move my diabetes check to friday? 0491 570 006"
	}
	r := phi.Detect(text) // no set-up, no network, microseconds

	for _, s := range r.Spans { // exact bytes of the text, half-open
		fmt.Printf("%-14s (%c) bytes %d to %d\n", s.Type, s.Type.Letter(), s.Start, s.End)
	}
	fmt.Printf("speaks of health: %t, about a particular person: %t\n", r.Health.Score >= 0.5, r.Health.Personal)
	fmt.Println("verdict:", r.Verdict) // none, identifier, health or phi
}
