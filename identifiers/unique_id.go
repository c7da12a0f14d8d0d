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
		if h := t.Tokens[c.label.tok].Hash; j.score > 0 && (h == hashCertificate || h == hashCert) {
			return t.certificate(c, j)
		}
		if j.score > 0 && !c.label.mark && c.n < 5 && c.allDigits() {
			j.score -= 0.3
		}
		return j
	}
	if c.label.is(lexicon.CuePerson) && c.label.near && c.n >= 4 && c.digits >= 3 && (c.label.mark || c.letters > 0 && c.piece) && t.enrolledWord(c.label.tok) {
		return judgement{UniqueID, 0.7, false, "unique"} // "donor CB-7719", "student # 4410882"
	}
	if c.label.tok >= 0 && c.label.near && c.label.cue != lexicon.CueDate && c.label.cue != lexicon.CueLast4 {
		return judgement{}
	}
	// an id number said to be one: "id 447120", "#447120", "no 447120"
	if t.numberSaid(c.first) && c.piece && c.n >= 5 && !(t.is(c.first-1, '#') && c.letters > c.digits) { // "#29strong" is a hashtag
		return judgement{UniqueID, 0.6, false, "unique"}
	}
	if c.piece && c.letters >= 2 && c.digits >= 4 && c.n >= 8 && c.seps&(sepDash|sepSlash) != 0 && c.label.tok < 0 && !codeLike(c) && t.oneCase(c) {
		return judgement{UniqueID, 0.55, false, "unique"}
	}
	return judgement{}
}

// enrolledWord reports a word for somebody who has a number without being in
// care.
func (t *Text) enrolledWord(i int) bool {
	switch t.Tokens[i].Hash {
	case hashStudent, hashDonor, hashEmployee, hashRecipient, hashClaimant, hashInmate, hashApplicant, hashWorker:
		return true
	}
	return false
}

// certificate says whose certificate it is: an insured's, a provider's or a
// thing's.
func (t *Text) certificate(c *candidate, j judgement) judgement {
	switch {
	case t.providerBefore(c.label.tok), t.Tokens[c.label.tok].Hash == hashCert && c.label.tok > 0 && t.nameEndsAt(c.label.tok-1):
		j.typ, j.name = LicenseNumber, "license"
	case t.Triggers.Cues.Has(lexicon.CuePlan):
		j.typ, j.name = HealthPlanNumber, "health_plan"
	}
	return j
}

// numberSaid reports whether a word or sign for "number" stands right before
// token first.
func (t *Text) numberSaid(first int) bool {
	i := first - 1
	if t.Tokens[first].Gap == lexicon.GapLine {
		return false
	}
	if t.is(i, '#') {
		return true
	}
	if t.is(i, ':') || t.is(i, '.') {
		return i > 0 && t.CueAt(i-1) == lexicon.CueNumber
	}
	return i >= 0 && t.CueAt(i) == lexicon.CueNumber && t.Tokens[i].Len() > 1
}

// oneCase reports a code in capitals, in hexadecimal digits, or in small letters
// that are no words ("covid-2024", "spring-2025" are).
func (t *Text) oneCase(c *candidate) bool {
	hex := true
	for _, b := range c.text() {
		hex = hex && (digit(b) || b <= 'F')
	}
	if hex {
		return true
	}
	small, capitals, letters := false, false, false
	for i := c.first; i <= c.last; i++ {
		k := &t.Tokens[i]
		letters = letters || k.Class == lexicon.Word
		for _, b := range []byte(t.Text[k.Start:k.End]) {
			small = small || b >= 'a' && b <= 'z'
			capitals = capitals || b >= 'A' && b <= 'Z'
		}
		if small && (capitals || k.Class == lexicon.Word && (k.Entry.Rank() > rareWord || k.Entry.Weight() > 0 || k.Entry.Cue() == lexicon.CueMonth)) {
			return false
		}
	}
	return !small || letters // "612m/2048m" are measures
}

// codeLike reports shapes of part numbers and words with a number: one letter
// group that is long, or many.
func codeLike(c *candidate) bool {
	return c.letters > 6 || c.ngroups > 4
}
