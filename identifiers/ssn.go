package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgeSSN knows US social security numbers (SSA: AAA-GG-SSSS) and ITINs, and
// with a label the last four digits.
func judgeSSN(t *Text, c *candidate) judgement {
	own := c.label.cue == lexicon.CueSSN && c.label.tok >= 0
	if !c.allDigits() {
		return judgement{}
	}
	switch c.n {
	case 9:
		ok := checksum.SSN(c.text()) || checksum.ITIN(c.text())
		switch {
		case own:
			return judgement{SSN, 0.97, ok, "ssn"}
		case c.shape(3, 2, 4) && ok && c.seps == sepDash:
			return judgement{SSN, 0.9, true, "ssn"}
		case c.shape(3, 2, 4) && ok && (c.label.tok < 0 || c.label.cue == lexicon.CuePhone || c.label.cue == lexicon.CueBorn):
			return judgement{SSN, 0.75, true, "ssn"}
		}
	case 4:
		year := c.norm[0] == '1' && c.norm[1] == '9' || c.norm[0] == '2' && c.norm[1] == '0'
		if own && c.piece && (c.label.near || !year) {
			return judgement{SSN, 0.9, false, "ssn"}
		}
	}
	if own && c.n >= 8 && c.n <= 11 && c.label.near {
		return judgement{SSN, 0.8, false, "ssn"}
	}
	return judgement{}
}
