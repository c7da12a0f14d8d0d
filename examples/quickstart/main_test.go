package main

import "os"

func Example() {
	os.Args = []string{"quickstart"}
	main()
	// Output:
	// name           (A) bytes 7 to 21
	// date           (C) bytes 55 to 61
	// phone          (D) bytes 63 to 75
	// speaks of health: true, about a particular person: true
	// verdict: phi
}
