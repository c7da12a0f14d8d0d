package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgeDevice knows serial, lot, implant and transmitter numbers by label and
// IMEI (15 digits, Luhn).
func judgeDevice(t *Text, c *candidate) judgement {
	own := c.label.tok >= 0 && c.label.cue == lexicon.CueDevice
	d := c.text()
	imei := c.n == 15 && c.letters == 0 && checksum.IMEI(d)
	if own {
		j := byLabel(c, DeviceID, "device", 3)
		if j.score > 0 && imei {
			j.score, j.check = 0.98, true
		}
		if j.score > 0 && !c.label.mark && c.n < 5 {
			j.score -= 0.25
		}
		return j
	}
	if imei && c.label.tok < 0 {
		return judgement{DeviceID, 0.7, true, "device"}
	}
	return judgement{}
}
