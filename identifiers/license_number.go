package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgeLicense knows driver licences, passports and registrations of
// providers: NPI (Luhn with the 80840 prefix), DEA (check digit), HPI-I, UK
// driver numbers by shape, the others by label.
func judgeLicense(t *Text, c *candidate) judgement {
	own := c.label.tok >= 0 && (c.label.cue == lexicon.CueLicense || c.label.cue == lexicon.CueNPI)
	d := c.text()
	var sure float32
	switch {
	case c.n == 9 && c.letters == 2 && checksum.DEA(d):
		sure = 0.85
	case c.n == 10 && c.letters == 0 && c.label.cue == lexicon.CueNPI && c.label.tok >= 0 && checksum.NPI(d):
		sure = 0.98
	case c.n == 10 && c.letters == 0 && c.ngroups == 1 && checksum.NPI(d):
		sure = 0.56
	case c.n == 16 && checksum.HPII(d):
		sure = 0.9
	case c.n >= 16 && c.n <= 18 && c.letters >= 7 && checksum.UKDrivingLicenceShape(d[:16]):
		sure = 0.85
	}
	if own {
		j := byLabel(c, LicenseNumber, "license", 4)
		if c.label.cue == lexicon.CueLicense && plateLike(c) && c.n <= 7 && !c.label.mark {
			j.score -= 0.15
		}
		if j.score > 0 && sure > 0 {
			j.score, j.check = 0.98, true
		}
		if j.score > 0 && c.label.cue == lexicon.CueNPI {
			j.score = min(0.98, j.score+0.05)
		}
		return j
	}
	if sure == 0 || c.label.tok >= 0 && c.label.near && c.label.mark && sure < 0.8 || c.label.cue == lexicon.CuePhone && c.label.tok >= 0 {
		return judgement{}
	}
	return judgement{LicenseNumber, sure, true, "license"}
}
