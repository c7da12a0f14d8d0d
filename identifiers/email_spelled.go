package identifiers

import "github.com/phidetect/phidetect/lexicon"

// An address is spelled so that robots do not read it: "(at)", "[ät]", "(a)",
// "arroba", "at" before a host with a dot, "dot", "punkt", "{dot}", "(.)"; or it
// is set apart, "dee . okafor @ mailbox . com".

// bracketed reports whether token i alone stands in brackets.
func (t *Text) bracketed(i int) bool {
	if i == 0 || i+1 >= len(t.Tokens) || t.Tokens[i-1].Class != lexicon.Punct || t.Tokens[i+1].Class != lexicon.Punct {
		return false
	}
	end := t.Tokens[i+1].First
	switch t.Tokens[i-1].First {
	case '(':
		return end == ')'
	case '[':
		return end == ']'
	case '{':
		return end == '}'
	case '<':
		return end == '>'
	case '-', '*', '"', '_', '~', '\'':
		return end == t.Tokens[i-1].First && t.touches(i) && t.touches(i+1)
	}
	return false
}

// spelledAt reports whether the tokens first to last, around token i, spell an
// at sign.
func (t *Text) spelledAt(i int) (first, last int, ok bool) {
	k := &t.Tokens[i]
	if k.Is('@') && t.bracketed(i) {
		return i - 1, i + 1, true
	}
	if k.Class != lexicon.Word || i == 0 || i+1 >= len(t.Tokens) {
		return 0, 0, false
	}
	short := k.Hash == hashAt || k.Hash == hashChez
	if (short || k.Hash == hashA || k.Hash == hashAet || k.Entry.Cue() == lexicon.CueAt) && t.bracketed(i) {
		return i - 1, i + 1, true
	}
	if !short && k.Entry.Cue() != lexicon.CueAt {
		return 0, 0, false
	}
	// "at" counts only where a host with a dot, spelled or not, follows at once
	j := t.atWords(i) + 1
	if j >= len(t.Tokens) {
		return 0, 0, false
	}
	if t.Tokens[j].Class != lexicon.Word && t.Tokens[j].Class != lexicon.Mixed {
		return 0, 0, false
	}
	d := t.dotAt(j+1, true)
	if d == 0 || d >= len(t.Tokens) || t.Tokens[d].Class != lexicon.Word || t.Tokens[d].Len() > 10 {
		return 0, 0, false
	}
	if !t.is(j+1, '.') || t.touches(j+1) && t.touches(j+2) && (t.CueAt(j) == lexicon.CueEmail || t.labelBefore(i).cue == lexicon.CueEmail) {
		return i, j - 1, true
	}
	return 0, 0, false
}

// atWords gives the last token of "at", "at sign", "at the rate of".
func (t *Text) atWords(i int) int {
	switch {
	case wordIs(t, i+1, "sign"):
		return i + 1
	case t.is(i+1, '-') && wordIs(t, i+2, "sign"):
		return i + 2
	case wordIs(t, i+1, "the") && wordIs(t, i+2, "rate") && wordIs(t, i+3, "of"):
		return i + 3
	case wordIs(t, i+1, "the") && wordIs(t, i+2, "rate"):
		return i + 2
	}
	return i
}

// dotWord reports a word that spells a dot.
func (t *Text) dotWord(i int) bool {
	k := &t.Tokens[i]
	return k.Class == lexicon.Word && (k.Entry.Cue() == lexicon.CueDot || k.Hash == hashPunto || k.Hash == hashPunkt || k.Hash == hashPonto || k.Hash == hashPunt)
}

// topLevel reports a top-level domain that no sentence begins with.
func (t *Text) topLevel(i int) bool {
	k := &t.Tokens[i]
	return k.Class == lexicon.Word && k.Entry.Has(lexicon.TopLevel) && (k.Entry.Rank() == 0 || generic(t.Text[k.Start:k.End]))
}

// dotAt reads a dot from token i on and gives the token after it, 0 if none.
// A dot with spaces around it is one only if spelled, or before a top-level
// domain.
func (t *Text) dotAt(i int, spelled bool) int {
	if i+1 >= len(t.Tokens) || t.Tokens[i].Gap > lexicon.GapSpace {
		return 0
	}
	k := &t.Tokens[i]
	switch {
	case k.Is('.'):
		before, after := k.Gap, t.Tokens[i+1].Gap
		if before == lexicon.GapNone && after == lexicon.GapNone {
			return i + 1
		}
		if alnum(&t.Tokens[i+1]) && (before == lexicon.GapSpace && after <= lexicon.GapSpace || after == lexicon.GapLine) && (t.topLevel(i+1) || spelled && after == lexicon.GapSpace) {
			return i + 1
		}
	case k.Is(',') && t.touches(i) && t.touches(i+1) && alnum(&t.Tokens[i+1]) && t.topLevel(i+1) && spelled:
		return i + 1 // a slip of the finger
	case t.dotWord(i):
		return i + 1
	case k.Class == lexicon.Punct && i+3 < len(t.Tokens) && t.bracketed(i+1) && (t.is(i+1, '.') || t.dotWord(i+1)):
		return i + 3
	}
	return 0
}

// dotBefore gives the token before the spelled dot, underscore or hyphen that
// stands before token i, -1 if there is none.
func (t *Text) dotBefore(i int) int {
	p := i - 1
	if p < 1 || t.Tokens[i].Gap > lexicon.GapSpace || t.Tokens[p].Gap > lexicon.GapSpace {
		return -1
	}
	k := &t.Tokens[p]
	switch {
	case t.dotWord(p), k.Class == lexicon.Word && (k.Hash == hashUnderscore || k.Hash == hashDash || k.Hash == hashHyphen):
		return p - 1
	case p >= 3 && t.bracketed(p-1) && (t.is(p-1, '.') || t.dotWord(p-1)):
		return p - 3
	case (k.Is('.') || k.Is('_')) && k.Gap == lexicon.GapSpace && t.Tokens[i].Gap == lexicon.GapSpace:
		return p - 1
	}
	return -1
}

// setApart reports an at sign with spaces around it that is one of an address:
// a host and a top-level domain follow, "@ mailbox . com", "@ mailbox.org"; what
// touches the host behind it is a handle ("hey @dana.example"), but for the
// hosts of mail.
func (t *Text) setApart(i int) bool {
	if i+3 >= len(t.Tokens) || t.Tokens[i].Gap != lexicon.GapSpace || t.Tokens[i+1].Gap > lexicon.GapSpace || !alnum(&t.Tokens[i+1]) || t.touches(i+1) && t.CueAt(i+1) != lexicon.CueEmail {
		return false
	}
	j := i + 1
	for range 3 {
		d := t.dotAt(j+1, true)
		if d == 0 || d >= len(t.Tokens) {
			return false
		}
		if j = d; t.topLevel(d) {
			return true
		}
	}
	return false
}
