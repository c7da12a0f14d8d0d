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
	case c.n == 8 && c.letters == 2 && c.ngroups == 1 && nursePIN(d):
		sure = 0.75
	case c.n >= 16 && c.n <= 18 && c.letters >= 7 && checksum.UKDrivingLicenceShape(d[:16]):
		sure = 0.85
	}
	if c.label.is(lexicon.CuePlan) && c.label.near && t.Tokens[c.label.tok].Hash == hashMsp && t.providerBefore(c.label.tok) {
		return judgement{LicenseNumber, 0.95, false, "license"} // a doctor's billing number in British Columbia
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
	if s := t.registration(c); s > sure {
		return judgement{LicenseNumber, s, false, "license"}
	}
	if c.label.names() && !c.label.is(lexicon.CuePhone) {
		sure -= 0.2 // another label
	}
	if sure <= 0 || c.label.tok >= 0 && c.label.near && c.label.mark && sure < 0.8 || c.letters == 0 && c.label.cue == lexicon.CuePhone && c.label.tok >= 0 {
		return judgement{}
	}
	return judgement{LicenseNumber, sure, !nursePIN(d), "license"}
}

// nursePIN reports the form of a British nurse's or midwife's PIN: year, month
// as a letter, four digits and the country (Nursing and Midwifery Council).
func nursePIN(d []byte) bool {
	return len(d) == 8 && digit(d[0]) && digit(d[1]) && d[2] >= 'A' && d[2] <= 'L' && digit(d[3]) && digit(d[4]) && digit(d[5]) && digit(d[6]) &&
		(d[7] == 'E' || d[7] == 'S' || d[7] == 'N' || d[7] == 'I' || d[7] == 'W' || d[7] == 'O' || d[7] == 'C')
}
