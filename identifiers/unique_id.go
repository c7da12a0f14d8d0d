package identifiers

import (
	"github.com/phidetect/phidetect/lexicon"
)

// judgeUnique knows case, claim, order, booking, prescription and reference
// numbers by label; and codes of letters and digits in parts, which nothing
// else explains.
func judgeUnique(t *Text, c *candidate) judgement {
	if c.label.tok >= 0 && c.label.cue == lexicon.CueUnique {
		j := byLabel(c, UniqueID, "unique", 3)
		if j.score > 0 && !c.label.mark && c.n < 5 && c.allDigits() {
			j.score -= 0.3
		}
		return j
	}
	if c.label.tok >= 0 && c.label.near && c.label.cue != lexicon.CueDate && c.label.cue != lexicon.CueLast4 {
		return judgement{}
	}
	// an id number said to be one: "id 447120", "#447120", "no 447120"
	mark := t.is(c.first-1, '#') || c.first > 0 && t.CueAt(c.first-1) == lexicon.CueNumber && t.Tokens[c.first-1].Len() > 1 ||
		c.first > 1 && (t.is(c.first-1, ':') || t.is(c.first-1, '.')) && t.CueAt(c.first-2) == lexicon.CueNumber
	if mark && c.piece && c.n >= 5 {
		return judgement{UniqueID, 0.6, false, "unique"}
	}
	if c.piece && c.letters >= 2 && c.digits >= 4 && c.n >= 8 && c.seps&(sepDash|sepSlash) != 0 && c.label.tok < 0 && !codeLike(c) {
		return judgement{UniqueID, 0.55, false, "unique"}
	}
	return judgement{}
}

// codeLike reports shapes of part numbers and words with a number: one letter
// group that is long, or many.
func codeLike(c *candidate) bool {
	return c.letters > 6 || c.ngroups > 4
}
