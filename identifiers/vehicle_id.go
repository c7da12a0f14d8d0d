package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgeVehicle knows vehicle identification numbers (ISO 3779; check digit of
// 49 CFR 565) and, with a label or a vehicle beside them, plates.
func judgeVehicle(t *Text, c *candidate) judgement {
	d := c.text()
	if c.n == 17 && c.letters >= 2 && c.digits >= 4 && checksum.VINShape(d) {
		switch {
		case checksum.VIN(d):
			return judgement{VehicleID, 0.96, true, "vehicle"}
		case c.label.tok >= 0 && (c.label.cue == lexicon.CueVIN || c.label.cue == lexicon.CueVehicle):
			return judgement{VehicleID, 0.95, false, "vehicle"}
		case c.label.tok < 0:
			return judgement{VehicleID, 0.6, false, "vehicle"}
		}
	}
	if c.label.tok < 0 || c.n > 17 {
		return judgement{}
	}
	switch c.label.cue {
	case lexicon.CueVIN:
		return byLabel(c, VehicleID, "vehicle", 6)
	case lexicon.CuePlate:
		if c.n > 9 {
			return judgement{}
		}
		j := byLabel(c, VehicleID, "vehicle", 3)
		if plateLike(c) && j.score > 0 {
			j.score = min(0.98, j.score+0.12)
		}
		return j
	case lexicon.CueVehicle:
		if c.n >= 5 && c.n <= 8 && plateLike(c) && c.letters >= 1 && c.digits >= 2 {
			return judgement{VehicleID, 0.7, false, "vehicle"}
		}
	}
	return judgement{}
}

// plateLike reports letters and digits in at most three groups.
func plateLike(c *candidate) bool {
	return c.letters >= 1 && c.digits >= 1 && c.n >= 3 && c.n <= 9 && c.ngroups <= 3
}
