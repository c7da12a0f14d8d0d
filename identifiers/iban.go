package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// ibans finds international bank account numbers (ISO 13616) however they are
// parted: "IE09 AIBK 6419 …", "NL 29 / INGB / 0704 …". The country tells the
// length and mod 97 the rest, so that nothing else has to be known.
func (t *Text) ibans(dst []Span) []Span {
	for _, d := range t.Triggers.Digits {
		first := int(d)
		if t.Tokens[first].Class == lexicon.Number {
			first = t.ibanLead(first)
		}
		if first < 0 || t.claimed(first) || t.touches(first) && first > 0 && t.Tokens[first-1].Class != lexicon.Punct {
			continue
		}
		if last := t.ibanEnd(first); last > first || last == first && t.Tokens[first].Len() >= 15 {
			t.claim(first, last)
			l := t.labelBefore(first)
			why := Why{Matcher: "account", Checksum: true}
			if l.is(lexicon.CueBank, lexicon.CueAccount) {
				why.Cue = l.cue
			}
			dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: AccountNumber, Score: 0.97, Why: why})
		}
	}
	return dst
}

// ibanLead gives the token of the country code right before the check digits
// of token i, or the first of two letters one by one, or -1.
func (t *Text) ibanLead(i int) int {
	if t.Tokens[i].Len() > 2 || i == 0 || !t.capital(i-1) {
		return -1
	}
	switch t.Tokens[i-1].Len() {
	case 2:
		return i - 1
	case 1:
		if i > 1 && t.Tokens[i-2].Len() == 1 && t.capital(i-2) {
			return i - 2
		}
	}
	return -1
}

// ibanEnd gives the last token of the IBAN that begins at token first, or -1.
func (t *Text) ibanEnd(first int) int {
	c := &t.cands[0]
	c.n, c.digits, c.letters = 0, 0, 0
	for i, gaps := first, 0; i < len(t.Tokens); i++ {
		k := &t.Tokens[i]
		if i > first && k.Gap > lexicon.GapSpace {
			return -1
		}
		switch k.Class {
		case lexicon.Punct, lexicon.Symbol:
			if gaps++; gaps > 2 || c.n == 0 {
				return -1
			}
			continue
		case lexicon.Number, lexicon.Mixed:
		case lexicon.Word:
			if !t.capital(i) {
				return -1
			}
		default:
			return -1
		}
		gaps = 0
		if t.claimed(i) || !c.push(t.Text[k.Start:k.End], 1) {
			return -1
		}
		if c.n >= 4 && !(digit(c.norm[2]) && digit(c.norm[3]) && letter(c.norm[0]) && letter(c.norm[1])) {
			return -1
		}
		if c.n >= 15 && checksum.IBAN(c.text()) {
			return i
		}
	}
	return -1
}
