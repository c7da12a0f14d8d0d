package staff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
)

// A piece is a stretch of a draft; Name says what it is, "" if nothing.
type piece struct{ Text, Name string }

// pieces cuts a draft at what was found in it and what it confirms. Where two
// overlap, the first is marked.
func pieces(text string, v *guard.Verdict) []piece {
	type found struct {
		start, end int
		name       string
	}
	var all []found
	for _, s := range v.Result.Spans {
		all = append(all, found{s.Start, s.End, spaced(s.Type)})
	}
	for _, e := range v.Result.Health.Evidence {
		all = append(all, found{e.Start, e.End, "health: " + spaced(e.Category)})
	}
	if c := v.Confirmation; c.Confirms != 0 && c.End > c.Start {
		all = append(all, found{c.Start, c.End, "confirms: " + strings.Join(c.Confirms.Names(), ", ")})
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.start, b.start) })
	var out []piece
	at := 0
	for _, f := range all {
		if f.start < at || f.end <= f.start || f.end > len(text) {
			continue
		}
		if f.start > at {
			out = append(out, piece{Text: text[at:f.start]})
		}
		out = append(out, piece{text[f.start:f.end], f.name})
		at = f.end
	}
	if at < len(text) {
		out = append(out, piece{Text: text[at:]})
	}
	return out
}
