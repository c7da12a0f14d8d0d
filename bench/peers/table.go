package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/phidetect/phidetect/bench"
	"github.com/phidetect/phidetect/identifiers"
)

// A report is one run.
type report struct {
	date, where, commit string
	rounds              int
	messages            []bench.Message
	results             []result
	missing             []absent
}

// caption says what was measured where, and what was not.
func (r *report) caption() string {
	bytes := 0
	for i := range r.messages {
		bytes += len(r.messages[i].Text)
	}
	s := fmt.Sprintf("Measured on %s: %s, commit %s. %d English messages of %s, %d bytes on average, %d rounds.\n",
		r.date, r.where, r.commit, len(r.messages), strings.Join(sets, ", "), bytes/max(1, len(r.messages)), r.rounds)
	for _, m := range r.missing {
		s += fmt.Sprintf("Not measured: %s (%s).\n", m.name, m.why)
	}
	return s
}

// speedTable compares the times, and says what is not found for them.
func (r *report) speedTable() string {
	ours := 0.0
	for _, x := range r.results {
		if x.name == "phidetect" {
			ours = mean(x.best)
		}
	}
	lines := [][]string{{"tool", "µs a message", "median", "p99", "times phidetect's", "allocs", "any R", "spur/k", "health R", "does not detect or tell"}}
	for _, x := range r.results {
		times, allocs := "–", "–"
		if ours > 0 {
			times = fmt.Sprintf("%.2f", mean(x.best)/ours)
		}
		if x.inProcess {
			allocs = fmt.Sprintf("%.1f", x.allocs)
		}
		any, spurious, health := "–", "–", "–"
		if !x.bound && len(x.scores.Kinds) > 0 {
			any = fmt.Sprintf("%.3f", x.scores.All.share())
			if x.scores.Places {
				spurious = fmt.Sprintf("%.0f", 1000*float64(x.scores.Spurious)/float64(len(r.messages)))
			}
			if x.scores.Healths {
				health = fmt.Sprintf("%.3f", x.scores.Health.share())
			}
		}
		lines = append(lines, []string{x.title, micros(mean(x.best)), micros(mean(x.median)), micros(percentile(x.best, 0.99)),
			times, allocs, any, spurious, health, x.lacks})
	}
	return bench.Markdown(lines)
}

// typesTable gives the share of the labels found, by type, whatever the tool
// calls it.
func (r *report) typesTable() string {
	lines := [][]string{{"type", "n"}}
	var cols []result
	for _, x := range r.results {
		if !x.bound && slices.ContainsFunc(slices.Collect(maps.Keys(x.scores.Kinds)), func(k string) bool { return k != health }) {
			cols = append(cols, x)
			lines[0] = append(lines[0], x.title)
		}
	}
	if len(cols) == 0 {
		return ""
	}
	var types []identifiers.Type
	for t := range cols[0].scores.Types {
		if cols[0].scores.Types[t].Labelled > 0 {
			types = append(types, identifiers.Type(t))
		}
	}
	slices.SortStableFunc(types, func(a, b identifiers.Type) int {
		return cmp.Compare(cols[0].scores.Types[b].Labelled, cols[0].scores.Types[a].Labelled)
	})
	for _, t := range types {
		line := []string{t.String(), fmt.Sprint(cols[0].scores.Types[t].Labelled)}
		for _, x := range cols {
			line = append(line, fmt.Sprintf("%.3f", x.scores.Types[t].share()))
		}
		lines = append(lines, line)
	}
	return bench.Markdown(lines)
}

// versionsTable names each tool's version and licence.
func (r *report) versionsTable() string {
	lines := [][]string{{"tool", "version", "licence", "found in all"}}
	for _, x := range r.results {
		lines = append(lines, []string{x.title, x.version, x.licence, fmt.Sprint(x.found)})
	}
	return bench.Markdown(lines)
}

// kindsList tells what each tool found, by its own names.
func (r *report) kindsList() string {
	var b strings.Builder
	for _, x := range r.results {
		if len(x.scores.Kinds) == 0 {
			continue
		}
		kinds := slices.SortedFunc(maps.Keys(x.scores.Kinds), func(a, b string) int {
			return cmp.Or(cmp.Compare(x.scores.Kinds[b], x.scores.Kinds[a]), cmp.Compare(a, b))
		})
		fmt.Fprintf(&b, "%s:", x.title)
		for _, k := range kinds {
			fmt.Fprintf(&b, " %s %d", k, x.scores.Kinds[k])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func (r *report) section() string {
	return r.caption() + "\n" + r.speedTable() + "\nShare of the labels found, whatever the tool calls them, by labelled type:\n\n" +
		r.typesTable() + "\n" + r.versionsTable()
}

func (r *report) text() string {
	return r.section() + "\nFindings by the tools' own names of kinds:\n\n" + r.kindsList()
}

func micros(ns float64) string {
	if ns >= 99500 {
		return fmt.Sprintf("%.0f", ns/1000)
	}
	return fmt.Sprintf("%.2f", ns/1000)
}
