package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgeAccount knows payment cards (ISO/IEC 7812, Luhn), IBAN (ISO 13616, mod
// 97), US routing numbers (ABA), Mexican CLABE, and labelled bank, invoice and
// billing accounts.
func judgeAccount(t *Text, c *candidate) judgement {
	if j := t.communication(c); j.score > 0 {
		return j
	}
	own := c.label.tok >= 0 && (c.label.cue == lexicon.CueAccount || c.label.cue == lexicon.CueCard || c.label.cue == lexicon.CueBank)
	d := c.text()
	var sure float32
	switch {
	case c.letters == 0 && c.n >= 13 && c.n <= 19 && checksum.Card(d) && !(c.n == 15 && c.label.cue == lexicon.CueDevice) && !checksum.IHI(d):
		sure = 0.8
		if c.shape(4, 4, 4, 4) || c.shape(4, 6, 5) {
			sure = 0.95
		}
	case c.letters >= 2 && c.n >= 15 && checksum.IBAN(d):
		sure = 0.97
	case c.n == 18 && c.letters == 0 && checksum.CLABE(d):
		sure = 0.7
	case c.n == 9 && c.label.cue == lexicon.CueBank && checksum.ABA(d):
		sure = 0.97
	case c.letters == 0 && c.shape(4, 4, 4, 4) && c.label.cue == lexicon.CueCard:
		return judgement{AccountNumber, 0.85, false, "account"}
	}
	if c.label.tok >= 0 && c.label.cue == lexicon.CueLast4 && c.label.near && c.n == 4 && c.letters == 0 {
		if t.Triggers.Cues.Has(lexicon.CueSSN) && !t.Triggers.Cues.HasAny(lexicon.CueCard, lexicon.CueAccount) {
			return judgement{SSN, 0.8, false, "ssn"}
		}
		return judgement{AccountNumber, 0.75, false, "account"}
	}
	if c.label.is(lexicon.CueCard) && c.label.near && !(c.letters == 0 && c.n >= 13) && c.n > 5 && t.Tokens[c.label.tok].Hash == hashCard && !t.Triggers.Cues.HasAny(lexicon.CueBank, lexicon.CueLast4) {
		// a card that is no payment card: of a plan, mostly
		j := byLabel(c, HealthPlanNumber, "health_plan", 6)
		j.score -= 0.05
		return j
	}
	if own {
		j := byLabel(c, AccountNumber, "account", 4)
		if c.label.cue == lexicon.CueCard && !c.label.mark && c.n < 8 {
			j.score -= 0.3
		}
		if j.score > 0 && sure > 0 {
			j.score, j.check = 0.98, true
		}
		return j
	}
	if sure == 0 {
		return judgement{}
	}
	if c.label.tok >= 0 && c.label.near && c.label.mark && sure < 0.9 {
		sure -= 0.3
	}
	return judgement{AccountNumber, sure, true, "account"}
}
