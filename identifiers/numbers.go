package identifiers

import (
	"github.com/phidetect/phidetect/lexicon"
)

// A judgement is what a judge makes of a candidate: the type it would be, how
// sure, and whether a check digit agreed. A zero score means: not mine.
type judgement struct {
	typ   Type
	score float32
	check bool
	name  string
}

// A judge decides whether a candidate is an identifier of its family. It sees
// only candidates of min to max letters and digits.
type judge struct {
	min, max int
	decide   func(t *Text, c *candidate) judgement
}

// judges lists the families; one number gets the type of the best judgement,
// the earlier row winning a draw.
var judges = [...]judge{
	{4, 11, judgeSSN},
	{7, 15, judgePhone},
	{6, 20, judgeNationalID},
	{1, 18, judgePlan},
	{3, 20, judgeMRN},
	{6, 20, judgeLicense},
	{3, 34, judgeAccount},
	{3, 17, judgeVehicle},
	{3, 24, judgeDevice},
	{3, 30, judgeUnique},
	{3, 12, judgePostal},
}

// threshold is the least score that makes a number an identifier.
const threshold = 0.5

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

// numbers finds every identifier that is a number or code, each with one type.
func (t *Text) numbers(dst []Span) []Span {
	t.prints = t.prints[:0]
	floor := 0
	digits := t.Triggers.Digits
	for d := 0; d < len(digits); {
		i := int(digits[d])
		if i < floor || t.claimed(i) {
			d++
			continue
		}
		var pieces [maxPieces]piece
		n := 1
		pieces[0] = t.pieceAt(i, floor)
		for n < maxPieces {
			next := int(pieces[n-1].last) + 1
			if n == 1 && t.is(next, ')') && t.is(int(pieces[0].first)-1, '(') && next+1 < len(t.Tokens) && hasDigit(&t.Tokens[next+1]) && t.Tokens[next+1].Gap <= lexicon.GapSpace {
				next++ // "(08) 5550 3319"
			} else if !t.joins(next) {
				break
			}
			at := next
			if t.Tokens[at].Class == lexicon.Punct {
				at++
			}
			if t.claimed(at) {
				break
			}
			pieces[n] = t.pieceAt(at, next)
			n++
		}
		used := 0
		dst, used = t.judgeRun(dst, pieces[:n], t.leadOf(int(pieces[0].first), floor))
		floor = int(pieces[used-1].last) + 1
		for d < len(digits) && int(digits[d]) < floor {
			d++
		}
	}
	return dst
}

// joins reports whether token i begins a further piece of the run before it:
// one space away, a digit in it, or a short code in capitals, or a hyphen
// with spaces around it.
func (t *Text) joins(i int) bool {
	if i >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[i]
	if k.Gap != lexicon.GapSpace {
		return false
	}
	if k.Is('-') && i+1 < len(t.Tokens) && t.Tokens[i+1].Gap == lexicon.GapSpace {
		return hasDigit(&t.Tokens[i+1])
	}
	if hasDigit(k) {
		return true
	}
	if k.Class == lexicon.Word && t.CueAt(i) != lexicon.NoCue && k.Len() > 1 {
		return false // "MRN 00731944 DOB …"
	}
	return k.Class == lexicon.Word && k.Case == lexicon.UpperCase && k.Len() <= 3 || k.Class == lexicon.Word && k.Len() == 1 && k.First >= 'A' && k.First <= 'Z'
}

// judgeRun takes the best reading of the run that begins with its first piece
// and tells how many pieces it used up.
//
// lead is a short word in capitals before the run that may belong to it ("CA
// 418-227", "MA 90417"), or -1.
func (t *Text) judgeRun(dst []Span, pieces []piece, lead int) ([]Span, int) {
	var best judgement
	bestN := 0
	lab := t.labelBefore(int(pieces[0].first))
	c, bestC := &t.cands[0], &t.cands[1]
	if lead >= 0 {
		leadLabel := t.labelBefore(lead)
		for n := min(len(pieces), 4); n >= 1; n-- {
			if !c.fill(t, lead, int(pieces[n-1].last)) {
				continue
			}
			c.label, c.piece = leadLabel, false
			if j := t.judgeOne(c); j.score > best.score && leads(j.typ) {
				best, bestN = j, n
				c, bestC = bestC, c
			}
		}
	}
	for n := len(pieces); n >= 1; n-- {
		if !hasDigit(&t.Tokens[pieces[n-1].last]) && !t.pieceHasDigit(pieces[n-1]) && n > 1 && t.Tokens[pieces[n-1].last].Len() > 3 {
			continue
		}
		if !c.fill(t, int(pieces[0].first), int(pieces[n-1].last)) {
			continue
		}
		c.label = lab
		c.piece = n == 1
		j := t.judgeOne(c)
		if j.score > best.score {
			best, bestN = j, n
			c, bestC = bestC, c
		}
	}
	if best.score < threshold {
		return dst, 1
	}
	first, last := t.withSigns(bestC, best.typ)
	t.claim(first, last)
	if bestC.label.near && bestC.n >= 4 && len(t.prints) < 8 {
		t.prints = append(t.prints, printOf(bestC, best.typ))
	}
	why := Why{Matcher: best.name, Checksum: best.check}
	if bestC.label.tok >= 0 {
		why.Cue = bestC.label.cue
	}
	return append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: best.typ, Score: best.score, Why: why}), bestN
}

// leadOf gives the short word in capitals right before token first, or -1.
func (t *Text) leadOf(first, floor int) int {
	p := first - 1
	if p < floor || t.Tokens[first].Gap != lexicon.GapSpace || t.claimed(p) {
		return -1
	}
	k := &t.Tokens[p]
	capital := k.Case == lexicon.UpperCase || k.Len() == 1 && k.First >= 'A' && k.First <= 'Z' && k.First != 'I'
	if k.Class != lexicon.Word || !capital || k.Len() > 4 || k.Phrase > 0 || t.CueAt(p) != lexicon.NoCue && k.Len() > 2 {
		return -1
	}
	return p
}

// leads reports the types whose numbers may begin with a word of letters.
func leads(t Type) bool {
	switch t {
	case VehicleID, NationalID, UniqueID, LicenseNumber, HealthPlanNumber, AccountNumber, MedicalRecordNumber, DeviceID, PostalCode:
		return true
	}
	return false
}

func (t *Text) pieceHasDigit(p piece) bool {
	for i := p.first; i <= p.last; i++ {
		if hasDigit(&t.Tokens[i]) {
			return true
		}
	}
	return false
}

// judgeOne asks every judge.
func (t *Text) judgeOne(c *candidate) judgement {
	var best judgement
	if t.refused(c) {
		return best
	}
	for i := range judges {
		if j := &judges[i]; c.n >= j.min && c.n <= j.max {
			if v := j.decide(t, c); v.score > best.score {
				best = v
			}
		}
	}
	if best.score < threshold && c.label.tok < 0 && c.n >= 5 {
		for _, p := range t.prints {
			if printOf(c, p.typ) == p {
				return judgement{p.typ, 0.65, false, "like the one before"}
			}
		}
	}
	return best
}

// refused reports whether what stands around the number says that it is an
// amount, a price, a dose, a time or a count.
func (t *Text) refused(c *candidate) bool {
	before, after := c.first-1, c.last+1
	if before >= 0 && t.Tokens[c.first].Gap <= lexicon.GapSpace {
		k := &t.Tokens[before]
		if k.Is('$') || k.Is('~') || k.Class == lexicon.Symbol && currency(k, t.Text) {
			return true
		}
		if k.Is('.') && t.touches(c.first) && before > 0 && hasDigit(&t.Tokens[before-1]) {
			return true
		}
	}
	if c.label.tok >= 0 && c.label.near {
		switch c.label.cue {
		case lexicon.CueTracking, lexicon.CueMoney:
			return true
		case lexicon.CueAgainst, lexicon.CueRoom:
			return c.n < 9 || c.label.cue == lexicon.CueAgainst
		case lexicon.CueAge, lexicon.CueBorn, lexicon.CueDate, lexicon.CueUnit, lexicon.CuePOBox:
			return c.n < 7
		}
		return false
	}
	if after < len(t.Tokens) {
		k := &t.Tokens[after]
		if k.Is('%') {
			return true
		}
		if k.Gap <= lexicon.GapSpace && (k.Entry.Has(lexicon.Unit) || k.Entry.Cue() == lexicon.CueYears || k.Entry.Cue() == lexicon.CueMoney || k.Entry.Cue() == lexicon.CueTime) && c.n < 7 {
			return true
		}
	}
	return false
}

func currency(k *lexicon.Token, text string) bool {
	switch text[k.Start:k.End] {
	case "£", "€", "¥", "₹", "¢":
		return true
	}
	return false
}

// withSigns widens a candidate over signs that belong to it: "+" and "(" of a
// phone number.
func (t *Text) withSigns(c *candidate, typ Type) (first, last int) {
	first, last = c.first, c.last
	if typ == Phone || typ == Fax {
		if t.is(first-1, '(') && t.touches(first) {
			first--
		}
		if t.is(first-1, '+') && t.touches(first) {
			first--
		}
	}
	if last > first && t.Tokens[last].Class == lexicon.Punct {
		last--
	}
	return first, last
}

// byLabel is the judgement of a family on a candidate that one of its labels
// names: strong when the label touches it or says "no" or "#".
func byLabel(c *candidate, typ Type, name string, least int) judgement {
	if c.digits == 0 || c.n < least {
		return judgement{}
	}
	s := float32(0.72)
	if c.label.mark {
		s = 0.88
	}
	if !c.label.near {
		s -= 0.2
		if c.n < 5 || c.digits < 3 {
			return judgement{}
		}
	}
	if !c.piece {
		// joined pieces only where the parts look like one number
		if c.letters > 0 && c.groupsOdd() || c.ngroups > 5 {
			s -= 0.12
		} else {
			s += 0.01
		}
	}
	return judgement{typ, s, false, name}
}

// groupsOdd reports whether the parts are too uneven for one number.
func (c *candidate) groupsOdd() bool {
	for _, g := range c.groups[:c.ngroups] {
		if g < 2 || g > 7 {
			return true
		}
	}
	return false
}
