package main

import (
	"cmp"
	"slices"
)

// longest keeps, of the findings of a kind that overlap, the one that begins
// first and of these the longest: what a search of a regexp gives.
func longest(found []finding) (out []finding) {
	slices.SortFunc(found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	for _, f := range found {
		if n := len(out); n == 0 || out[n-1].Kind != f.Kind || f.Start >= out[n-1].End {
			out = append(out, f)
		}
	}
	return out
}
