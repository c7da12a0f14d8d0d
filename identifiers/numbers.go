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

// threshold is the least score that makes a number an identifier.
const threshold = 0.5

// numbers finds every identifier that is a number or code, each with one type.
func (t *Text) numbers(dst []Span) []Span {
	floor := 0
	digits := t.Triggers.Digits
	for d := 0; d < len(digits); {
		i := int(digits[d])
		if i < floor || t.claimed(i) {
			d++
			continue
		}
		var pieces [maxPieces]piece
		n := t.run(&pieces, i, floor)
		used := 0
		found := len(dst)
		dst, used = t.judgeRun(dst, pieces[:n], t.leadOf(int(pieces[0].first), floor))
		if len(dst) == found && used == 1 && n >= morePieces {
			used = n - n/8 // a list of numbers that is none itself: what it ends with may yet begin one
		}
		floor = int(pieces[used-1].last) + 1
		for d < len(digits) && int(digits[d]) < floor {
			d++
		}
	}
	return dst
}

// run collects the pieces that may make one number with the piece around the
// digit token i, and gives how many.
func (t *Text) run(pieces *[maxPieces]piece, i, floor int) int {
	pieces[0] = t.pieceAt(i, floor)
	single := t.single(pieces[0])
	for n := 1; ; n++ {
		if n == maxPieces || n == morePieces && !single {
			return n
		}
		next := int(pieces[n-1].last) + 1
		switch {
		case n <= 2 && t.is(next, ')') && t.is(int(pieces[n-1].first)-1, '(') && next+1 < len(t.Tokens) && hasDigit(&t.Tokens[next+1]) && t.Tokens[next+1].Gap <= lexicon.GapSpace:
			next++ // "(08) 5550 3319"
		case n == 1 && t.is(next, '(') && t.Tokens[next].Gap <= lexicon.GapSpace && t.Tokens[i].Len() <= 3 && t.is(next+2, ')') && t.Tokens[next+1].Class == lexicon.Number && t.Tokens[next+1].Len() <= 4:
			next++ // "+1 (330) 555-0153"
		case !t.joins(next):
			return n
		}
		at := next
		if t.Tokens[at].Class == lexicon.Punct {
			at++
		}
		if t.claimed(at) {
			return n
		}
		pieces[n] = t.pieceAt(at, next)
		single = single && t.single(pieces[n])
	}
}

// single reports a piece of one letter or digit: "2 0 6 - 5 5 5 …".
func (t *Text) single(p piece) bool {
	return t.Tokens[p.last].Len() == 1 && (p.first == p.last || t.Tokens[p.first].Class == lexicon.Punct)
}

// maxSpaces is how many spaces may stand between the pieces of a number.
const maxSpaces = 2

// joins reports whether token i begins a further piece of the run before it:
// a space or two away, a digit in it, or a short code in capitals, or a hyphen
// with spaces around it.
func (t *Text) joins(i int) bool {
	if i >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[i]
	if k.Gap == lexicon.GapLine {
		return k.Class == lexicon.Number && k.Len() >= 2 && t.Tokens[i-1].Class == lexicon.Number && t.Tokens[i-1].Len() >= 2 && t.Text[t.Tokens[i-1].End:k.Start] == "\n"
	}
	if k.Gap != lexicon.GapSpace || k.Start-t.Tokens[i-1].End > maxSpaces {
		return false
	}
	if k.Is('.') && i+1 < len(t.Tokens) && t.Tokens[i+1].Gap <= lexicon.GapSpace { // "194 .797 .338", "555 . 0123"
		return t.Tokens[i+1].Class == lexicon.Number && t.Tokens[i-1].Class == lexicon.Number && (t.Tokens[i+1].Len() >= 2 || t.Tokens[i-1].Len() == 1)
	}
	if k.Is('-') && i+1 < len(t.Tokens) && t.Tokens[i+1].Gap == lexicon.GapSpace {
		return hasDigit(&t.Tokens[i+1]) || t.Tokens[i+1].Len() == 1 && t.capital(i+1)
	}
	if hasDigit(k) {
		return true
	}
	if k.Class == lexicon.Word && t.CueAt(i) != lexicon.NoCue && k.Len() > 1 {
		return false // "MRN 00731944 DOB …"
	}
	return k.Class == lexicon.Word && k.Len() <= 3 && (k.Case == lexicon.UpperCase || t.lowLetters(i)) || k.Len() == 1 && t.capital(i)
}

// lowLetters reports two or three small letters that are no word of any kind,
// the rest of a plate in lower case: "s417 bkr". Behind "wm70" they may be one.
func (t *Text) lowLetters(i int) bool {
	k := &t.Tokens[i]
	if p := &t.Tokens[i-1]; k.Len() == 3 && p.Class == lexicon.Mixed && p.Len() == 4 && !k.Entry.Has(lexicon.Stop) && k.Case != lexicon.UpperCase && k.Class == lexicon.Word {
		s := t.Text[p.Start:p.End]
		return !digit(s[0]) && !digit(s[1]) && digit(s[2]) && digit(s[3])
	}
	return k.Class == lexicon.Word && k.Case != lexicon.UpperCase && k.Len() >= 2 && k.Len() <= 3 && k.Entry == 0 && k.Phrase == 0
}

// capital reports a word of capitals.
func (t *Text) capital(i int) bool {
	k := &t.Tokens[i]
	return k.Class == lexicon.Word && (k.Case == lexicon.UpperCase || k.Len() == 1 && k.First >= 'A' && k.First <= 'Z')
}

// judgeRun takes the best reading of the run that begins with its first piece
// and tells how many pieces it used up.
//
// lead is a short word in capitals before the run that may belong to it ("CA
// 418-227", "MA 90417"), or -1.
func (t *Text) judgeRun(dst []Span, pieces []piece, lead int) ([]Span, int) {
	var best judgement
	bestN := 0
	first := int(pieces[0].first)
	lab := t.labelBefore(first)
	if lab.near && lab.is(lexicon.CueTracking) {
		return dst, len(pieces) // nor are the middle groups of a parcel's number
	}
	from := t.listed.typ
	if inherited, ok := t.inherit(first, lead, lab); ok {
		lab = inherited
	} else {
		from = NoType
	}
	if own, ok := t.labelWithin(pieces[0]); ok {
		lab, from, lead = own, NoType, -1
		pieces[0].first += 2 // the label stays outside
		first = int(pieces[0].first)
	}
	c, bestC := &t.cands[0], &t.cands[1]
	if lead >= 0 {
		leadLabel := lab
		if from == NoType {
			leadLabel = t.labelBefore(lead)
		}
		for n := min(len(pieces), leadPieces); n >= 1; n-- {
			if !c.fill(t, lead, int(pieces[n-1].last)) {
				continue
			}
			c.label, c.piece = leadLabel, false
			if j := t.judgeOne(c); j.score > best.score && leads(j.typ) && t.likeListed(c, j.typ, from) && !t.stateLead(c, j.typ) {
				best, bestN = j, n
				c, bestC = bestC, c
			}
		}
	}
	for n := len(pieces); n >= 1; n-- {
		if !hasDigit(&t.Tokens[pieces[n-1].last]) && !t.pieceHasDigit(pieces[n-1]) && n > 1 && t.Tokens[pieces[n-1].last].Len() > 3 {
			continue
		}
		if !c.fill(t, first, int(pieces[n-1].last)) {
			continue
		}
		c.label = lab
		c.piece = n == 1
		if j := t.judgeOne(c); j.score > best.score && t.likeListed(c, j.typ, from) && (c.seps&sepLine == 0 || wholeOverLines(c, j)) {
			best, bestN = j, n
			c, bestC = bestC, c
		}
	}
	if best.score < threshold {
		return dst, 1
	}
	start, last := t.withSigns(bestC, best.typ)
	t.claim(start, last)
	if bestC.label.near && bestC.n >= 4 && best.typ != PostalCode && len(t.prints) < 8 {
		t.prints = append(t.prints, printOf(bestC, best.typ))
	}
	t.list(bestC, best.typ, last)
	why := Why{Matcher: best.name, Checksum: best.check}
	if bestC.label.tok >= 0 {
		why.Cue = bestC.label.cue
	}
	return append(dst, Span{Start: int(t.Tokens[start].Start), End: int(t.Tokens[last].End), Type: best.typ, Score: best.score, Why: why}), bestN
}

// wholeOverLines reports whether a number over two lines is surely one: its
// check digit or the groups of a phone number say so.
func wholeOverLines(c *candidate, j judgement) bool {
	return j.check || c.label.names() && c.n >= 9 && j.score >= 0.8 && c.ngroups <= 4 && max(c.groups[0], c.groups[1], c.groups[2], c.groups[3]) <= 4 || (j.typ == Phone || j.typ == Fax) && j.score >= 0.8 &&
		(c.shape(3, 3, 4) || c.shape(1, 3, 3, 4) || c.shape(4, 3, 3) || c.shape(2, 4, 4) || c.shape(5, 3, 3) || c.shape(5, 6) || c.shape(3, 4, 4))
}

// leadPieces bounds the pieces that follow a lead.
const leadPieces = 12

// leadOf gives the first of the words in capitals right before token first
// that may belong to its number: a short one, the five letters of a British
// driver number, or letters one by one ("B M 3 2 7 …"); or -1.
func (t *Text) leadOf(first, floor int) int {
	p := first - 1
	if p < floor || t.Tokens[first].Gap != lexicon.GapSpace || t.claimed(p) {
		return -1
	}
	k := &t.Tokens[p]
	longest := 4
	if n := t.Tokens[first].Len(); n == 6 && t.Tokens[first].Class == lexicon.Number || n >= 5 && t.Tokens[first].Class == lexicon.Mixed {
		longest = 5 // "NKEME 804127 E99XY", "JTDKN 3DU2G …"
	}
	if !t.capital(p) && !t.lowLead(p, first) || k.Len() == 1 && k.First == 'I' || k.Len() > longest || k.Phrase > 0 || t.CueAt(p) != lexicon.NoCue && k.Len() > 2 || t.CueAt(p) == lexicon.CueNumber || t.CueAt(p) == lexicon.CueLicense {
		return -1
	}
	for n := 0; n < 2 && t.Tokens[p].Len() == 1 && t.Tokens[p].Gap == lexicon.GapSpace && p > floor && t.Tokens[p-1].Len() == 1 && t.capital(p-1) && !t.claimed(p-1); n++ {
		p--
	}
	return p
}

// lowLead reports a lead in small letters: only a vehicle beside it makes one
// of letters that are no word, or a state's ("our car is ca 418-227").
func (t *Text) lowLead(p, first int) bool {
	k := &t.Tokens[p]
	return k.Class == lexicon.Word && k.Case != lexicon.UpperCase && (k.Entry == 0 && k.Len() >= 2 || k.Entry.Has(lexicon.State) && !k.Entry.Has(lexicon.Stop)) && k.Phrase == 0 && t.vehicleBeside(p, first)
}

// leads reports the types whose numbers may begin with a word of letters.
func leads(t Type) bool {
	switch t {
	case VehicleID, NationalID, UniqueID, LicenseNumber, HealthPlanNumber, AccountNumber, MedicalRecordNumber, DeviceID, PostalCode:
		return true
	}
	return false
}

// stateLead reports a licence whose lead is but the state it is of: the number
// of "DL NC 000038112946" is what follows.
func (t *Text) stateLead(c *candidate, typ Type) bool {
	return typ == LicenseNumber && c.label.near && stateCode(&t.Tokens[c.first])
}

func (t *Text) pieceHasDigit(p piece) bool {
	for i := p.first; i <= p.last; i++ {
		if hasDigit(&t.Tokens[i]) {
			return true
		}
	}
	return false
}
