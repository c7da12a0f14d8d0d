package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// extend widens findings in place by initials beside names and by what touches
// a code.
func (c *reach) extend(found []finding) {
	for i := 0; i < len(c.covered); i++ {
		k := c.covered[i] - 1
		if k < 0 || i > 0 && c.covered[i-1] == k+1 {
			continue
		}
		last := i
		for last+1 < len(c.covered) && c.covered[last+1] == k+1 {
			last++
		}
		f := &found[k]
		if !f.acts() {
			i = last
			continue
		}
		first := i
		i = last
		switch {
		case f.typ == identifiers.Name:
			last = c.nickname(found, last)
			first, last = c.initialBefore(first), c.initialBehind(last)
			if j := last + 1; c.scan.Tokens[last].Len() == 1 && c.free(j) && c.punct(j, '.') && c.scan.Tokens[j].Gap == lexicon.GapNone {
				last = j // "J.K."
			}
		case coded(f.typ):
			first, last = c.joined(first, -1), c.joined(last, +1)
		}
		for j := first; j <= last; j++ {
			if was := c.covered[j]; was != k+1 {
				if was > 0 {
					found[was-1].treat = nil // now part of f
				}
				c.covered[j] = k + 1
				start, end := c.scan.Map.Original(int(c.scan.Tokens[j].Start), int(c.scan.Tokens[j].End))
				f.start, f.end = min(f.start, start), max(f.end, end)
			}
		}
		i = max(i, last)
	}
}

// nickname joins a name that is cut by a nickname in quotes or brackets:
// "Rosa (Rosie) Quill" is one. It gives the last token of the whole.
func (c *reach) nickname(found []finding, last int) int {
	open := last + 1
	if !c.free(open) || c.scan.Tokens[open].Gap != lexicon.GapSpace || !c.punct(open, '(') && !c.punct(open, '"') && !c.punct(open, '\'') {
		return last
	}
	shut := c.endOf(found, open+1, lexicon.GapNone) + 1
	if shut == 0 || !c.punct(shut, ')') && !c.punct(shut, '"') && !c.punct(shut, '\'') {
		return last
	}
	if end := c.endOf(found, shut+1, lexicon.GapSpace); end >= 0 {
		return end
	}
	return last
}

// endOf gives the last token of the name that token i begins, -1 if it begins
// none behind such a gap.
func (c *reach) endOf(found []finding, i int, gap lexicon.Gap) int {
	if i >= len(c.covered) || c.covered[i] == 0 || c.covered[i] == c.covered[i-1] || c.scan.Tokens[i].Gap != gap {
		return -1
	}
	if f := &found[c.covered[i]-1]; f.typ != identifiers.Name || !f.acts() {
		return -1
	}
	last := i
	for last+1 < len(c.covered) && c.covered[last+1] == c.covered[i] {
		last++
	}
	return last
}

func (c *reach) free(i int) bool {
	return i >= 0 && i < len(c.covered) && c.covered[i] == 0
}

func (c *reach) punct(i int, b byte) bool {
	return i >= 0 && i < len(c.covered) && c.scan.Tokens[i].Is(b)
}

// initial reports a free token of one letter that can be an initial: a capital,
// or any with a full stop behind it. "I" and "A" are words without one.
func (c *reach) initial(i int) bool {
	if !c.free(i) {
		return false
	}
	k := &c.scan.Tokens[i]
	if k.Class != lexicon.Word || k.Len() != 1 || k.Suffix != lexicon.NoSuffix {
		return false
	}
	if c.punct(i+1, '.') && c.scan.Tokens[i+1].Gap == lexicon.GapNone {
		return true
	}
	return k.First >= 'B' && k.First <= 'Z' && k.First != 'I'
}

// capital reports one capital letter.
func (c *reach) capital(i int) bool {
	k := &c.scan.Tokens[i]
	return k.Class == lexicon.Word && k.Len() == 1 && k.Case != lexicon.LowerCase && k.Suffix == lexicon.NoSuffix
}

// closes reports that token i begins another cell, line or bracket.
func (c *reach) closes(i int) bool {
	return i >= len(c.covered) || c.scan.Tokens[i].Gap >= lexicon.GapWide || c.punct(i, '(') || c.punct(i, ')') || c.punct(i, ';')
}

// initialBefore reads "K. " and "K " before a name.
func (c *reach) initialBefore(first int) int {
	j := first
	if c.scan.Tokens[j].Gap > lexicon.GapSpace {
		return first
	}
	if c.punct(j-1, '.') {
		j--
	}
	if c.free(j) && j == first || !c.initial(j-1) || c.scan.Tokens[j].Gap > lexicon.GapSpace {
		return first
	}
	if j < first && c.scan.Tokens[j].Gap != lexicon.GapNone || c.scan.Tokens[j-1].Gap == lexicon.GapNone {
		return first
	}
	return j - 1
}

// initialBehind reads " B" and ", B" behind a name.
func (c *reach) initialBehind(last int) int {
	j := last + 1
	if c.punct(j, ',') {
		j++
	}
	listed := j > last+1 && c.free(j) && c.capital(j) && c.closes(j+1) // "Okafor, A"
	if !c.initial(j) && !listed || c.scan.Tokens[j].Gap > lexicon.GapSpace || c.scan.Tokens[last+1].Gap > lexicon.GapSpace {
		return last
	}
	if j > last+1 && c.scan.Tokens[j].Case == lexicon.LowerCase {
		return last // "…, b. 1979"
	}
	for next := j + 1; next < len(c.covered) && next <= j+2 && c.scan.Tokens[next].Gap == lexicon.GapNone; next++ {
		if c.punct(next, '\'') || spoken(&c.scan.Tokens[next]) {
			return last // "B.Sc", "O'Brien"
		}
	}
	return j
}

// joined follows a code over what touches it, or hangs on it by "-", "_" or "/",
// to its end.
func (c *reach) joined(i, step int) int {
	toks := c.scan.Tokens
	touch := func(a int) bool { // a and the token one step on
		b := max(a, a+step)
		return b > 0 && b < len(toks) && toks[b].Gap == lexicon.GapNone
	}
	for n := 0; n < 4; n++ {
		j := i
		if !touch(j) || !c.free(j+step) {
			return i
		}
		j += step
		if k := &toks[j]; k.Is('-') || k.Is('_') || k.Is('/') || k.Is('.') {
			if !touch(j) || !c.free(j+step) {
				return i
			}
			dot := k.Is('.')
			j += step
			if dot && toks[j].Len() > 2 {
				return i // the next sentence
			}
		}
		if k := &toks[j]; k.Class != lexicon.Word && k.Class != lexicon.Number && k.Class != lexicon.Mixed || k.Len() > 12 || k.Class == lexicon.Word && k.Len() > 3 {
			return i
		}
		i = j
	}
	return i
}
