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
	if !c.label.names() && c.n >= 6 && c.digits >= 3 && (c.letters >= 2 || t.numberSaid(c.first)) && t.deviceBefore(c.first) {
		return judgement{DeviceID, 0.66, false, "device"}
	}
	if imei && (c.label.tok < 0 || !c.label.near) {
		return judgement{DeviceID, 0.76, true, "device"}
	}
	return judgement{}
}

// deviceReach bounds how far before its number a device may stand.
const deviceReach = 5

// deviceBefore reports whether a medical device stands before token first in
// the same clause: "pacemaker medtronic n° …", "RV lead TDL 330…".
func (t *Text) deviceBefore(first int) bool {
	for i, n := first-1, 0; i >= 0 && n < deviceReach && t.Tokens[i+1].Gap != lexicon.GapLine; i, n = i-1, n+1 {
		k := &t.Tokens[i]
		if k.Class == lexicon.Punct && k.First != ':' && k.First != '-' && k.First != '#' || hasDigit(k) {
			return false
		}
		if e, _, _ := t.EntryAt(i); e.Category() == lexicon.Device {
			return true
		}
	}
	return false
}
