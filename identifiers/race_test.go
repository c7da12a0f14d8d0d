//go:build race

package identifiers_test

const raceEnabled = true
