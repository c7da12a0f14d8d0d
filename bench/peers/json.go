package main

import (
	"encoding/json"
	"io"
)

// writeJSON gives the figures of a run for programs; no message is in it.
func (r *report) writeJSON(w io.Writer) error {
	type tool struct {
		Name     string         `json:"name"`
		Version  string         `json:"version"`
		Licence  string         `json:"licence"`
		Lacks    string         `json:"does_not_detect"`
		Best     float64        `json:"ns_best"`
		Median   float64        `json:"ns_median"`
		P99      float64        `json:"ns_p99"`
		Allocs   *float64       `json:"allocs,omitempty"`
		Found    int            `json:"found"`
		Kinds    map[string]int `json:"kinds"`
		Any      tally          `json:"identifiers"`
		Health   tally          `json:"health"`
		Spurious *int           `json:"spurious,omitempty"`
	}
	out := struct {
		Date     string   `json:"date"`
		Machine  string   `json:"machine"`
		Messages int      `json:"messages"`
		Rounds   int      `json:"rounds"`
		Tools    []tool   `json:"tools"`
		Missing  []string `json:"missing,omitempty"`
	}{Date: r.date, Machine: r.where, Messages: len(r.messages), Rounds: r.rounds}
	for _, x := range r.results {
		t := tool{Name: x.name, Version: x.version, Licence: x.licence, Lacks: x.lacks, Best: mean(x.best), Median: mean(x.median),
			P99: percentile(x.best, 0.99), Found: x.found, Kinds: x.scores.Kinds, Any: x.scores.All, Health: x.scores.Health}
		if x.inProcess {
			t.Allocs = &x.allocs
		}
		if x.scores.Places {
			t.Spurious = &x.scores.Spurious
		}
		out.Tools = append(out.Tools, t)
	}
	for _, m := range r.missing {
		out.Missing = append(out.Missing, m.name)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
