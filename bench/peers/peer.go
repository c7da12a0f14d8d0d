package main

import "time"

// A finding is what a tool found: its own name for the kind, and the bytes
// [Start, End) of the text.
type finding struct {
	Kind       string
	Start, End int
}

// health is the kind of a finding that is a word of health and no identifier.
const health = "health"

// findings are a tool's for one text. A tool that only rewrites the text tells
// no places: then Redacted is what it made of it, and findings lack Start and
// End.
type findings struct {
	Spans    []finding
	Redacted *string
}

// A peer is a tool that is measured.
type peer struct {
	name    string // for -only
	title   string // for tables
	version string
	licence string
	lacks   string // what it does not detect or tell
	bound   bool   // finds nothing by itself: it stands there for its time
	// inProcess tools allocate from the memory of this process.
	inProcess bool
	// pass reads each text once, in the way a user of the tool calls it, and
	// puts the nanoseconds each took into ns; it counts what was found.
	pass func(texts []string, ns []int64) (found int, err error)
	// find tells what was found, text by text. It is not timed.
	find func(texts []string) ([]findings, error)
	// close ends what the tool holds, or is nil.
	close func()
}

// local makes a pass of a function of this process. The clock is read once a
// text; what that takes is measured with a function that does nothing, and
// taken off.
func local(scan func(text string) int) func([]string, []int64) (int, error) {
	return func(texts []string, ns []int64) (found int, err error) {
		began := time.Now()
		last := time.Since(began)
		for i, t := range texts {
			found += scan(t)
			now := time.Since(began)
			ns[i] = int64(now - last)
			last = now
		}
		return found, nil
	}
}

// finder makes a find of a function of this process.
func finder(find func(text string) []finding) func([]string) ([]findings, error) {
	return func(texts []string) ([]findings, error) {
		all := make([]findings, len(texts))
		for i, t := range texts {
			all[i].Spans = find(t)
		}
		return all, nil
	}
}

// absent is a tool that could not be measured here, and what to do about it.
type absent struct{ name, why string }
