package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgeVehicle knows vehicle identification numbers (ISO 3779; check digit of
// 49 CFR 565) and plates: by label, by a vehicle beside them, and those of the
// UK, Ireland and India by their form.
func judgeVehicle(t *Text, c *candidate) judgement {
	d := c.text()
	if c.n == 17 && c.letters >= 2 && c.digits >= 4 && c.ngroups <= 5 && checksum.VINShape(d) {
		switch {
		case checksum.VIN(d):
			return judgement{VehicleID, 0.96, true, "vehicle"}
		case c.label.is(lexicon.CueVIN, lexicon.CueVehicle):
			return judgement{VehicleID, 0.95, false, "vehicle"}
		case c.label.tok < 0:
			return judgement{VehicleID, 0.6, false, "vehicle"}
		}
	}
	if c.n > 17 {
		return judgement{}
	}
	switch {
	case c.label.is(lexicon.CueVIN):
		return byLabel(c, VehicleID, "vehicle", 6)
	case c.label.is(lexicon.CuePlate):
		if c.n > 11 {
			return judgement{}
		}
		j := byLabel(c, VehicleID, "vehicle", 3)
		if (plateLike(c) || plateForm(c) > 0) && j.score > 0 {
			j.score = min(0.98, max(j.score, 0.72)+0.12)
		}
		return j
	}
	if c.letters == 0 || c.label.names() && (c.label.mark || !c.label.is(lexicon.CueDevice, lexicon.CueBank)) && !c.label.is(lexicon.CueLicense, lexicon.CuePhone) {
		return judgement{}
	}
	form := max(plateForm(c), t.latinPlate(c))
	if (form > 0 || t.plateBesideVehicle(c)) && t.vehicleBeside(c.first, c.last) {
		if form > 0 {
			return judgement{VehicleID, 0.9, false, "vehicle"}
		}
		if c.label.is(lexicon.CueLicense) {
			return judgement{}
		}
		return judgement{VehicleID, 0.72, false, "vehicle"}
	}
	if form > 0 && c.label.names() {
		form = 0.8 // of a label that only seems to be one: "white Transit WK66 FLN"
	}
	return judgement{VehicleID, form, false, "vehicle"}
}

// plateLike reports letters and digits in at most three groups.
func plateLike(c *candidate) bool {
	return c.letters >= 1 && c.digits >= 1 && c.n >= 3 && c.n <= 9 && c.ngroups <= 3
}
