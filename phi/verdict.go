package phi

import "errors"

// A Verdict says what a text is, taken as a whole.
type Verdict uint8

const (
	// None: neither an identifier nor somebody's health.
	None Verdict = iota
	// Identifier: it identifies somebody, but says nothing of their health or
	// care as a patient.
	Identifier
	// HealthOnly: it speaks of health or care, but identifies nobody.
	HealthOnly
	// PHI: it identifies a person and says something of that person's health,
	// care or payment for care.
	PHI
)

var verdictNames = [...]string{"none", "identifier", "health", "phi"}

// String gives "none", "identifier", "health" or "phi".
func (v Verdict) String() string {
	if int(v) < len(verdictNames) {
		return verdictNames[v]
	}
	return ""
}

// MarshalText gives the name.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

var errVerdict = errors.New("phi: unknown verdict; it is none, identifier, health or phi")

// UnmarshalText accepts the names that String gives.
func (v *Verdict) UnmarshalText(b []byte) error {
	for i, n := range verdictNames {
		if n == string(b) {
			*v = Verdict(i)
			return nil
		}
	}
	return errVerdict
}

// judge reaches the verdict from spans, health and the options.
func (d *Detector) judge(r *Result) Verdict {
	person, any := false, false
	for i := range r.Spans {
		s := &r.Spans[i]
		if !d.identifies(s) {
			continue
		}
		any = true
		if !provides(s) {
			person = true
		}
	}
	health := r.Health.Score >= d.opt.healthThreshold()
	switch {
	case person && health && r.Health.Personal:
		return PHI
	case r.Health.Signals&SignalHint != 0 && health && r.Health.Personal:
		return PHI
	case any:
		return Identifier
	case health:
		return HealthOnly
	}
	return None
}
