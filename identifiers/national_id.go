package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgeNationalID knows national and tax numbers of countries other than the
// US, by label, by check digit and by shape.
func judgeNationalID(t *Text, c *candidate) judgement {
	own := c.label.cue == lexicon.CueNational && c.label.tok >= 0
	d := c.text()
	var sure float32 // of an unlabelled number with this check
	check := true
	switch {
	case c.n == 9 && c.letters == 3 && checksum.NINO(d):
		sure = 0.85
	case c.n == 9 && c.letters == 3 && d[0] == 'Q' && d[1] == 'Q': // the NINO of leaflets
		sure, check = 0.7, false
	case c.n == 9 && c.letters == 1 && checksum.DNI(d), c.n == 9 && checksum.NIE(d):
		sure = 0.85
	case (c.n == 8 || c.n == 9) && c.letters >= 1 && c.letters <= 2 && checksum.PPS(d):
		sure = 0.8
	case c.n == 18 && c.letters > 10 && checksum.CURP(d):
		sure = 0.95
	case (c.n == 12 || c.n == 13) && c.letters >= 5 && checksum.RFCShape(d):
		sure = 0.7
	case c.n == 9 && c.letters == 2 && (checksum.NRIC(d) || checksum.FIN(d)):
		sure = 0.85
		if c.label.near && c.label.tok >= 0 && t.Tokens[c.label.tok].Hash == hashFin {
			sure = 0.97 // in Singapore; in US hospitals a FIN is a visit's number
		}
	case c.n == 10 && c.letters == 6 && checksum.PANShape(d):
		sure = 0.75
	case c.n == 16 && c.letters >= 7 && checksum.CodiceFiscale(d):
		sure = 0.95
	case c.letters > 2:
		check = false
	case c.n == 12 && c.letters == 0 && checksum.Aadhaar(d) && (c.shape(4, 4, 4) || c.ngroups == 1):
		sure = 0.62
		if c.shape(4, 4, 4) {
			sure = 0.82
		}
	case c.n == 13 && c.letters == 0 && checksum.ZAID(d):
		sure = 0.75
		if c.shape(6, 4, 3) || t.numberSaid(c.first) {
			sure = 0.82 // likelier than a card of thirteen digits
		}
	case c.n == 12 && c.letters == 0 && checksum.NASS(d) && (c.shape(2, 8, 2) || c.shape(2, 10)):
		sure = 0.8
	case c.n == 11 && c.letters == 0 && checksum.CUIT(d) && (c.shape(2, 8, 1) || c.ngroups == 1):
		sure = 0.6
	case c.n == 11 && c.letters == 0 && checksum.CPF(d) && c.ngroups == 4:
		sure = 0.7
	case c.n == 13 && c.letters == 0 && checksum.AVS(d) && d[0] == '7' && d[1] == '5' && d[2] == '6':
		sure = 0.85
	case c.n == 11 && c.letters == 0 && checksum.NISS(d) && c.ngroups >= 4:
		sure = 0.7
	case c.n == 9 && c.letters == 0 && checksum.SIN(d) && c.shape(3, 3, 3):
		sure = 0.52
	case c.n == 9 && c.letters == 0 && checksum.TFN(d) && c.shape(3, 3, 3):
		sure = 0.5
	default:
		check = false
	}
	if s, agreed := t.latinID(c); s > sure {
		sure, check = s, agreed
	}
	if c.label.is(lexicon.CueLast4) && c.label.near && c.n == 4 && c.letters == 1 && letter(d[3]) {
		return judgement{NationalID, 0.75, false, "national_id"} // the end of a Singapore NRIC
	}
	if own {
		j := byLabel(c, NationalID, "national_id", 6)
		if j.score > 0 && sure > 0 {
			j.score, j.check = 0.97, true
		}
		if j.score > 0 && c.n >= 8 {
			j.score = min(0.97, j.score+0.05)
		}
		return j
	}
	if sure == 0 || c.label.tok >= 0 && c.label.near && c.label.mark && sure < 0.8 {
		return judgement{}
	}
	if farLabels.Has(c.label.cue) && c.label.tok >= 0 && !c.label.is(lexicon.CuePhone, lexicon.CueFax, lexicon.CueSSN) && sure < 0.95 {
		sure -= 0.2 // another label
	}
	return judgement{NationalID, sure, check, "national_id"}
}
