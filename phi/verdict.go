package phi

import (
	"errors"

	"github.com/phidetect/phidetect/identifiers"
)

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

// judge reaches the verdict from spans, health and the options, and says why.
func (d *Detector) judge(r *Result, theirs float32) (Verdict, Reason) {
	var person, named, more, dated, aged bool
	providers := d.onlyProviders(r)
	for i := range r.Spans {
		s := &r.Spans[i]
		if s.Type == identifiers.Photo && s.Vague {
			dated = true // a picture told of counts where somebody's health is
		}
		if !d.identifies(s) {
			continue
		}
		if s.Type == identifiers.Date {
			dated = true
			continue
		}
		named = true
		more = more || s.Why.Matcher != identifiers.StreetAlone
		aged = aged || s.Type == identifiers.Age
		if !provides(s) && !(providers && contact(s.Type)) {
			person = true
		}
	}
	h := &r.Health
	limit := d.opt.healthThreshold()
	personal := h.Personal && h.Score >= limit
	var why Reason
	if h.Score >= limit {
		why = ReasonHealth
	}
	switch {
	case person:
		why |= ReasonPerson
	case named:
		why |= ReasonProvider
	}
	switch {
	case person && theirs >= limit && (h.Personal && h.Score >= faintHealth || theirs >= sureTheirs), person && personal && namesItself(r) && theirs >= limit*statedShare:
		return PHI, why | ReasonTheirs
	case personal && named && h.Subject == SubjectWriter && theirs >= sureTheirs:
		// who gives care has a body too: "throwback to my own chemo – Kristin, RN"
		return PHI, why | ReasonTheirs
	case personal && aged: // the age told beside somebody's health is that person's
		return PHI, why | ReasonTheirs
	case personal && theirs >= limit && dated && !named:
		return PHI, why | ReasonDate
	case personal && h.Signals&SignalHint != 0:
		return PHI, why | ReasonHint
	case personal && d.opt.SenderKnown:
		return PHI, why | ReasonSender
	case person && more:
		return Identifier, why | ReasonNotTheirs
	case named && more: // a street alone is a place, where it is not a patient's
		return Identifier, why
	}
	why &^= ReasonPerson | ReasonProvider // by a street alone nobody is identified
	if h.Score >= limit {
		return HealthOnly, why
	}
	return None, why
}

// Where the text speaks of no particular person or hardly of health, "free blood
// pressure checks, corner of Elm and 3rd", it must be all the surer that what it
// says is of whom it identifies.
const (
	faintHealth = 0.3
	sureTheirs  = 0.85
)

// statedShare lowers the chance that is asked for where a person who introduces
// herself, or is named as the patient, speaks of her own health: the form says
// what the words leave open.
const statedShare = 0.4

// namesItself reports a name that is introduced as the writer's or the
// patient's own.
func namesItself(r *Result) bool {
	if r.Health.Subject != SubjectWriter && r.Health.Subject != SubjectPatient {
		return false
	}
	for i := range r.Spans {
		if s := &r.Spans[i]; s.Type == identifiers.Name && s.Role == identifiers.RolePatient {
			return true
		}
	}
	return false
}

// onlyProviders reports whether every name in the text is that of somebody who
// gives care: then a phone number or an address beside it is theirs.
func (d *Detector) onlyProviders(r *Result) bool {
	names := 0
	for i := range r.Spans {
		if r.Spans[i].Type == identifiers.Name {
			if !provides(&r.Spans[i]) {
				return false
			}
			names++
		}
	}
	return names > 0 && r.Health.Subject != SubjectWriter && r.Health.Subject != SubjectRelative
}

// contact reports the types by which a provider is reached.
func contact(t identifiers.Type) bool {
	switch t {
	case identifiers.Phone, identifiers.Fax, identifiers.Email, identifiers.URL, identifiers.StreetAddress, identifiers.PostalCode, identifiers.Handle, identifiers.LicenseNumber:
		return true
	}
	return false
}
