package identifiers

import "github.com/phidetect/phidetect/lexicon"

// A number may have its type from another before it: one label names several
// ("refs 4471 and 4480"), or the number looks just like one that a label named.

// labelled remembers the shape of a labelled number, so that its like further
// on is known without a label: "serial 2141X09LKT … the right one (2141X09LKV)".
type labelled struct {
	n, digits, letters uint8
	groups             uint8
	typ                Type
}

func printOf(c *candidate, typ Type) labelled {
	return labelled{uint8(c.n), uint8(c.digits), uint8(c.letters), uint8(c.ngroups), typ}
}

// listed is the labelled number last found, as long as a list may go on.
type listed struct {
	last    int // its last token, -1 for none
	n       int
	letters bool
	typ     Type
	label   label
}

// list remembers the candidate that was found as one of a list.
func (t *Text) list(c *candidate, typ Type, last int) {
	t.listed = listed{last: -1}
	if c.label.names() || c.label.mark && c.label.tok >= 0 && farLabels.Has(c.label.cue) {
		t.listed = listed{last, c.n, c.letters > 0, typ, c.label}
	}
}

// inherit gives the label of the number before the one that begins at token
// first (or, with a lead, at lead), if only "and", "to", a comma or a slash
// stand between.
func (t *Text) inherit(first, lead int, own label) (label, bool) {
	if t.listed.last < 0 || own.names() || t.listed.last >= first {
		return own, false
	}
	if lead >= 0 {
		first = lead
	}
	joined := 0
	for i := t.listed.last + 1; i < first; i++ {
		k := &t.Tokens[i]
		switch {
		case joined == 3, k.Gap == lexicon.GapLine:
			return own, false
		case k.Is(','), k.Is('/'), k.Is('&'), k.Is('+'), k.Is(';'), k.Is('-'):
		case k.Hash == hashAnd, k.Hash == hashOr, k.Hash == hashTo, k.Class == lexicon.Word && k.Entry.Cue() == lexicon.CueConjunction:
		case t.listed.label.is(lexicon.CueBank) && (k.Entry.Cue() == lexicon.CueNumber || k.Is('.') || k.Is(':')): // "BSB 014-772 no. 4471 88203"
		default:
			return own, false
		}
		joined++
	}
	if joined == 0 {
		return own, false
	}
	l := t.listed.label
	l.mark = true
	return l, true
}

// likeListed reports whether the candidate may have inherited its label: it is
// of the same type and much the same form. Without inheritance all may.
func (t *Text) likeListed(c *candidate, typ, from Type) bool {
	if from == NoType {
		return true
	}
	p := &t.listed
	if p.label.is(lexicon.CueBank) {
		return typ == from && c.n >= 6 && c.letters == 0
	}
	return typ == from && c.n >= 3 && c.n >= p.n-2 && c.n <= p.n+2 && (c.letters > 0) == p.letters
}
