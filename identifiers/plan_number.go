package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgePlan knows numbers of health plans and national health services:
// labelled member, policy and group numbers, the US MBI, NHS number, AU
// Medicare card, IHI, DVA file, NZ NHI, Canadian provincial numbers.
func judgePlan(t *Text, c *candidate) judgement {
	own := c.label.cue == lexicon.CuePlan && c.label.tok >= 0
	d := c.text()
	var sure float32
	check := true
	switch {
	case c.n == 11 && c.letters >= 3 && checksum.MBI(d):
		sure = 0.93
	case c.n == 10 && c.letters == 0 && checksum.AUMedicare(d) && c.shape(4, 5, 1):
		sure = 0.93
	case c.n == 11 && c.letters == 0 && checksum.AUMedicare(d[:10]) && (c.shape(4, 5, 1, 1) || c.shape(4, 5, 2)):
		sure = 0.93
	case c.n == 10 && c.letters == 0 && checksum.NHSNumber(d) && c.shape(3, 3, 4) && c.seps == sepSpace:
		sure = 0.86
	case c.n == 16 && c.letters == 0 && checksum.IHI(d):
		sure = 0.95
	case c.n == 7 && (c.letters == 3 || c.letters == 5) && c.ngroups == 1 && checksum.NHI(d):
		sure = 0.8
	case c.n == 12 && c.letters == 4 && checksum.RAMQShape(d):
		sure = 0.85
	case c.n == 10 && c.letters == 0 && d[0] == '9' && checksum.BCPHN(d) && c.shape(4, 3, 3):
		sure = 0.8
	case c.n == 12 && c.letters == 0 && own && checksum.NASS(d): // the number of who is insured in Spain
		sure = 0.98
	case c.n == 12 && c.letters == 2 && c.groups[c.ngroups-1] == 2 && checksum.OHIP(d[:10]):
		sure = 0.9
	default:
		check = false
	}
	if own {
		j := byLabel(c, HealthPlanNumber, "health_plan", 4)
		if c.n < 4 && c.label.near && c.label.mark && c.n >= 1 && c.allDigits() {
			return judgement{}
		}
		if j.score > 0 && sure > 0 {
			j.score, j.check = 0.98, true
		}
		return j
	}
	if sure == 0 {
		return judgement{}
	}
	if c.label.tok >= 0 && c.label.near && c.label.mark && c.label.cue != lexicon.CueCard && sure < 0.9 {
		sure -= 0.3
	}
	return judgement{HealthPlanNumber, sure, check, "health_plan"}
}
