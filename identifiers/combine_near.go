package identifiers

import (
	"cmp"
	"slices"
)

// Near gives those spans of m that stand within reach tokens of a span of cue,
// before or after it; reach 0 means that the two must overlap, 1 that they may
// stand side by side. Punctuation counts as tokens, as the tokeniser cuts it.
// The cue is often a Words, whose type does not matter:
//
//	Near(number, Words(NoType, "locker", "cabinet"), 3)
func Near(m, cue Matcher, reach int) Matcher { return &nearby{m, cue, max(0, reach), true} }

// Unless gives those spans of m that do not stand within reach tokens of a span
// of not; reach 0 leaves out only those that overlap one.
func Unless(m, not Matcher, reach int) Matcher { return &nearby{m, not, max(0, reach), false} }

// nearby filters the spans of a by where the spans of b stand.
type nearby struct {
	a, b  Matcher
	reach int  // tokens
	want  bool // keep what is near, or what is not
}

func (n *nearby) AppendSpans(dst []Span, t *Text) []Span {
	awake := wakes(n.b, &t.Triggers)
	if n.want && !awake {
		return dst
	}
	from := len(dst)
	dst = n.a.AppendSpans(dst, t)
	mid := len(dst)
	if mid == from {
		return dst
	}
	// The spans of b live behind those of a until they have been looked at, so
	// that no other memory is needed.
	if awake {
		dst = n.b.AppendSpans(dst, t)
	}
	kept := n.filter(t, dst[from:mid], dst[mid:])
	return dst[:from+kept]
}

// filter moves the spans of as to keep to the front and gives their number.
//
// With as in the order of their ends and bs in the order of their starts one
// pass does: the bytes within reach of a span are a range, its upper bound only
// grows, and among the bs that begin below it the one that ends last decides.
func (n *nearby) filter(t *Text, as, bs []Span) int {
	byEnd := func(x, y Span) int { return cmp.Compare(x.End, y.End) }
	byStart := func(x, y Span) int { return cmp.Compare(x.Start, y.Start) }
	if !slices.IsSortedFunc(as, byEnd) {
		slices.SortStableFunc(as, byEnd)
	}
	if !slices.IsSortedFunc(bs, byStart) {
		slices.SortStableFunc(bs, byStart)
	}
	kept, next, reached := 0, 0, -1
	for _, a := range as {
		lo, hi := n.within(t, a)
		for next < len(bs) && bs[next].Start < hi {
			reached = max(reached, bs[next].End)
			next++
		}
		if (reached > lo) == n.want {
			as[kept] = a
			kept++
		}
	}
	return kept
}

// within gives the bytes [lo, hi) that the tokens of s and reach tokens on each
// side cover.
func (n *nearby) within(t *Text, s Span) (lo, hi int) {
	if n.reach == 0 || len(t.Tokens) == 0 {
		return s.Start, s.End
	}
	first, last := t.TokenRange(s.Start, s.End)
	reach := min(n.reach, len(t.Tokens))
	first, last = max(0, first-reach), min(len(t.Tokens)-1, last+reach)
	return min(s.Start, int(t.Tokens[first].Start)), max(s.End, int(t.Tokens[last].End))
}

// tokenLen is what a token of the text between two spans counts as, in bytes,
// when the text a stream must keep is reckoned: a long word and its space.
const tokenLen = 16

// MaxLen counts the other span and the tokens between as well: a stream that
// keeps less would cut the cue off.
func (n *nearby) MaxLen() int {
	return longestOf(n.a) + longestOf(n.b) + n.reach*tokenLen
}

func (n *nearby) Wants(tr *Triggers) bool {
	return wakes(n.a, tr) && (!n.want || wakes(n.b, tr))
}
