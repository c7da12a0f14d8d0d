package identifiers

import "github.com/phidetect/phidetect/lexicon"

// What stands beside a phone number: its extension behind, a word for a fax
// before.

// extension gives the last token of a phone number whose own last token is
// last, with its extension: "x 22", "ext. 3", ", extension 3".
func (t *Text) extension(last int) int {
	i := last + 1
	if t.is(i, ',') {
		i++
	}
	if i >= len(t.Tokens) || t.Tokens[i].Gap > lexicon.GapSpace {
		return last
	}
	k := &t.Tokens[i]
	if k.Class == lexicon.Mixed && k.First|0x20 == 'x' && k.Len() <= 6 { // "x22"
		for _, b := range []byte(t.Text[k.Start+1 : k.End]) {
			if !(b >= '0' && b <= '9') {
				return last
			}
		}
		return i
	}
	if k.Hash != hashX && k.Hash != hashExt && k.Hash != hashExtension && k.Hash != hashExtn {
		return last
	}
	i++
	if t.is(i, '.') || t.is(i, ':') || t.is(i, '#') {
		i++
	}
	if i < len(t.Tokens) && t.Tokens[i].Class == lexicon.Number && t.Tokens[i].Len() <= 6 && t.Tokens[i].Gap <= lexicon.GapSpace && !t.claimed(i) {
		return i
	}
	return last
}

// faxReach bounds how far before its number a word for a fax may stand.
const faxReach = 14

// faxBefore reports whether the sentence before token first speaks of a fax and
// not, nearer, of a phone: "fax the ECG to theatre on 0113 …".
func (t *Text) faxBefore(first int) bool {
	for i := first - 1; i >= 0 && i >= first-faxReach; i-- {
		if t.Tokens[i].Class == lexicon.Punct && t.sentenceEnd(i) && !(i > 0 && t.Tokens[i-1].Len() <= 2) || t.Tokens[i+1].Gap == lexicon.GapLine && i+1 < first {
			return false
		}
		switch t.CueAt(i) {
		case lexicon.CueFax:
			return true
		case lexicon.CuePhone:
			return false
		}
		if h := t.Tokens[i].Hash; h == hashSpeak || h == hashTalk {
			return false
		}
	}
	return false
}

// withSigns widens a candidate over signs that belong to it: "+" and "(" of a
// phone number and its extension.
func (t *Text) withSigns(c *candidate, typ Type) (first, last int) {
	first, last = c.first, c.last
	if last > first && t.Tokens[last].Class == lexicon.Punct {
		last--
	}
	if typ == AccountNumber && c.seps == sepSlash && c.shape(3, 4, 5) {
		return t.starsAround(first, last)
	}
	if typ == Phone || typ == Fax {
		if t.is(first-1, '(') && t.touches(first) && t.endsBracket(first, last) {
			first--
		}
		if t.is(first-1, '+') && t.touches(first) {
			first--
			if t.is(first-1, '(') && t.touches(first) && t.endsBracket(first, last) {
				first--
			}
		}
		last = t.extension(last)
	}
	return first, last
}

// endsBracket reports whether a ")" stands in tokens first to last without a "("
// before it.
func (t *Text) endsBracket(first, last int) bool {
	for i := first; i <= last; i++ {
		if t.is(i, '(') {
			return false
		}
		if t.is(i, ')') {
			return true
		}
	}
	return false
}
