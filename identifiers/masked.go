package identifiers

import "github.com/phidetect/phidetect/lexicon"

// Masked forms show a part of an identifier and hide the rest: "***-**-1234",
// "XXX-XX-1234", "xxxx xxxx xxxx 4242", "(***) ***-0142", "██/██/1977". What is
// shown still tells people apart, by Safe Harbor too: the last four digits of a
// social security number are a part of it.

// maxMaskGroups bounds the groups of a masked number.
const maxMaskGroups = 8

// maskGroup is one group of a masked number.
type maskGroup struct {
	first, last int
	n           int
	hidden      bool
}

// masked finds masked numbers and the names that are masked but for their
// initials.
func (t *Text) masked(dst []Span) []Span {
	for i := 0; i < len(t.Tokens); i++ {
		if !t.maskAt(i) || t.claimed(i) {
			continue
		}
		var g [maxMaskGroups]maskGroup
		first := t.maskStart(i)
		n := t.maskGroups(first, &g)
		if n > 0 && g[n-1].last >= i {
			last := g[n-1].last
			if j := t.judgeMasked(g[:n]); j.score > 0 && t.free(first, last) {
				if t.is(first-1, '(') {
					first--
				}
				t.claim(first, last)
				dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: j.typ, Score: j.score, Why: Why{Matcher: j.name}})
				i = last
				continue
			}
		}
		if first, last := t.maskedName(i); last > 0 && t.free(first, last) {
			t.claim(first, last)
			dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Name, Score: 0.7, Why: Why{Matcher: "masked"}})
			i = last
			continue
		}
		i = t.maskEnd(i)
	}
	return dst
}

// maskAt reports whether token i is one of the signs of a mask.
func (t *Text) maskAt(i int) bool {
	if i < 0 || i >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[i]
	switch k.Class {
	case lexicon.Punct:
		return (k.First == '*' || k.First == '#') && (t.is(i+1, k.First) && t.touches(i+1) || t.is(i-1, k.First) && t.touches(i))
	case lexicon.Symbol:
		return i+1 < len(t.Tokens) && t.touches(i+1) && t.Tokens[i+1].Hash == k.Hash || i > 0 && t.touches(i) && t.Tokens[i-1].Hash == k.Hash
	case lexicon.Word:
		return k.First|0x20 == 'x' && t.allX(k)
	}
	return false
}

// allX reports a word of two to eight times x.
func (t *Text) allX(k *lexicon.Token) bool {
	if k.Len() < 2 || k.Len() > 8 {
		return false
	}
	for i := k.Start; i < k.End; i++ {
		if t.Text[i]|0x20 != 'x' {
			return false
		}
	}
	return true
}

// maskEnd gives the last token of the run of signs that token i begins.
func (t *Text) maskEnd(i int) int {
	for t.Tokens[i].Class != lexicon.Word && t.touches(i+1) && t.Tokens[i+1].Hash == t.Tokens[i].Hash && t.Tokens[i+1].First == t.Tokens[i].First && t.maskAt(i+1) {
		i++
	}
	return i
}

// maskStart gives the first token of the masked number that holds token i:
// digits may be shown before the mask ("4929-XXXX-XXXX-4037").
func (t *Text) maskStart(i int) int {
	if i >= 2 && t.Tokens[i].Gap == lexicon.GapNone && t.Tokens[i-1].Gap == lexicon.GapNone && t.Tokens[i-2].Class == lexicon.Number && (t.is(i-1, '-') || t.is(i-1, '/')) {
		return i - 2
	}
	if i >= 1 && t.Tokens[i-1].Class == lexicon.Number && t.Tokens[i].Gap <= lexicon.GapSpace && t.Tokens[i-1].Len() >= 2 && t.Tokens[i-1].Len() <= 6 && !t.claimed(i-1) {
		return i - 1
	}
	return i
}

// maskGroups reads the groups from token i on and gives how many.
func (t *Text) maskGroups(i int, g *[maxMaskGroups]maskGroup) int {
	n := 0
	for n < len(g) && i < len(t.Tokens) {
		k := &t.Tokens[i]
		switch {
		case t.maskAt(i):
			last := t.maskEnd(i)
			length := last - i + 1
			if k.Class == lexicon.Word {
				length = k.Len()
			}
			g[n] = maskGroup{i, last, length, true}
		case k.Class == lexicon.Number && k.Len() <= 6 && !t.claimed(i):
			g[n] = maskGroup{i, i, k.Len(), false}
		case k.Class == lexicon.Mixed && k.Len() <= 20 && t.xDigits(k) > 0: // "XXXX4242"
			g[n] = maskGroup{i, i, k.Len(), true}
			return n + 1
		default:
			return n
		}
		i = g[n].last + 1
		n++
		if i >= len(t.Tokens) {
			break
		}
		switch next := &t.Tokens[i]; {
		case next.Gap > lexicon.GapSpace:
			return n
		case next.Class == lexicon.Punct && (next.First == '-' || next.First == '/' || next.First == '.' || next.First == ')') && next.Gap == lexicon.GapNone &&
			i+1 < len(t.Tokens) && (t.touches(i+1) || next.First == ')' && t.Tokens[i+1].Gap == lexicon.GapSpace) && (hasDigit(&t.Tokens[i+1]) || t.maskAt(i+1)):
			i++
		}
	}
	return n
}

// xDigits gives how many digits follow the x's of a mixed token, 0 if it is
// anything else.
func (t *Text) xDigits(k *lexicon.Token) int {
	xs, digits := 0, 0
	for i := k.Start; i < k.End; i++ {
		switch c := t.Text[i]; {
		case c|0x20 == 'x' && digits == 0:
			xs++
		case digit(c):
			digits++
		default:
			return 0
		}
	}
	if xs < 2 || digits < 3 {
		return 0
	}
	return digits
}

// judgeMasked tells what is masked, by its groups and its label.
func (t *Text) judgeMasked(g []maskGroup) judgement {
	hidden, shown := 0, 0
	for i := range g {
		switch {
		case !g[i].hidden:
			shown += g[i].n
		case t.Tokens[g[i].last].Class == lexicon.Mixed:
			shown += t.xDigits(&t.Tokens[g[i].last])
			hidden += g[i].n
		default:
			hidden += g[i].n
		}
	}
	if hidden < 2 || shown < 2 || shown > 8 {
		return judgement{}
	}
	is := func(lens ...int) bool {
		if len(lens) != len(g) {
			return false
		}
		for i, n := range lens {
			if g[i].n != n {
				return false
			}
		}
		return true
	}
	lab := t.labelBefore(g[0].first)
	ends := !g[len(g)-1].hidden || t.Tokens[g[len(g)-1].last].Class == lexicon.Mixed
	switch {
	case t.is(g[0].last+1, '/') && (is(2, 2, 4) || is(2, 2, 2) || is(4, 2, 2)):
		if lab.is(lexicon.CueBorn) {
			return judgement{DateOfBirth, 0.8, false, "masked"}
		}
		return judgement{Date, 0.6, false, "masked"}
	case is(3, 2, 4):
		return judgement{SSN, 0.9, false, "masked"}
	case is(3, 3, 4):
		return judgement{Phone, 0.8, false, "masked"}
	case is(4, 4, 4, 4) || is(4, 6, 5):
		return judgement{AccountNumber, 0.85, false, "masked"}
	case !ends || lab.tok < 0 || !lab.near && !farLabels.Has(lab.cue):
		return judgement{}
	}
	if typ, ok := maskedTypes(lab.cue); ok {
		return judgement{typ, 0.8, false, "masked"}
	}
	return judgement{}
}

// maskedTypes gives the type that a label names.
func maskedTypes(c lexicon.Cue) (Type, bool) {
	switch c {
	case lexicon.CueSSN:
		return SSN, true
	case lexicon.CueNational:
		return NationalID, true
	case lexicon.CueMRN:
		return MedicalRecordNumber, true
	case lexicon.CuePlan:
		return HealthPlanNumber, true
	case lexicon.CueAccount, lexicon.CueCard, lexicon.CueBank, lexicon.CueLast4:
		return AccountNumber, true
	case lexicon.CueLicense, lexicon.CueNPI:
		return LicenseNumber, true
	case lexicon.CuePhone:
		return Phone, true
	case lexicon.CueFax:
		return Fax, true
	}
	return NoType, false
}

// maskedName reads two or more capitals with a mask behind each, "R████ M███",
// around the sign at token i; last is 0 if there is none.
func (t *Text) maskedName(i int) (first, last int) {
	initial := func(j int) bool {
		return j >= 0 && j+1 < len(t.Tokens) && t.capital(j) && t.Tokens[j].Len() == 1 && t.touches(j+1) && t.maskAt(j+1)
	}
	if !t.touches(i) || !initial(i-1) {
		return 0, 0
	}
	first, end := i-1, t.maskEnd(i)
	for n := 0; n < 3 && end+1 < len(t.Tokens) && t.Tokens[end+1].Gap == lexicon.GapSpace && initial(end+1); n++ {
		end = t.maskEnd(end + 2)
		last = end
	}
	return first, last
}
