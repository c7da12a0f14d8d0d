package phi

import "errors"

// An Action is what becomes of a text. Actions are ordered: each lets less
// through than the one before.
type Action uint8

const (
	// Allow lets the text through as it is.
	Allow Action = iota + 1
	// Redirect lets it through and asks the writer to go on elsewhere:
	// RedirectText.
	Redirect
	// Redact lets it through without its identifiers.
	Redact
	// Hold keeps it back until a person has looked at it.
	Hold
	// Block keeps it back for good.
	Block
)

var actionNames = [...]string{"", "allow", "redirect", "redact", "hold", "block"}

// String gives the name used in JSON; "" for the zero Action, which is none.
func (a Action) String() string {
	if int(a) < len(actionNames) {
		return actionNames[a]
	}
	return ""
}

func (a Action) valid() bool { return a >= Allow && a <= Block }

// MarshalText gives the name.
func (a Action) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

var errAction = errors.New("phi: unknown action; it is allow, redirect, redact, hold or block")

// UnmarshalText accepts the names that String gives.
func (a *Action) UnmarshalText(b []byte) error {
	for i := int(Allow); i < len(actionNames); i++ {
		if actionNames[i] == string(b) {
			*a = Action(i)
			return nil
		}
	}
	return errAction
}

// A Direction is who writes and who will read. In a Condition several may be
// set; a text has one.
type Direction uint8

const (
	// FromPatient: a private message from a patient, or whoever writes to the
	// clinic.
	FromPatient Direction = 1 << iota
	// FromStaff: a private message of the clinic's staff.
	FromStaff
	// PublicPost: a comment or review on a public page, not the clinic's own.
	PublicPost
	// PublicReply: what the clinic writes where anybody can read it.
	PublicReply
	// ThirdParty: to another system: a language model, a log, a help desk.
	ThirdParty

	anyDirection = FromPatient | FromStaff | PublicPost | PublicReply | ThirdParty
)

var directionNames = [...]string{"from_patient", "from_staff", "public_post", "public_reply", "third_party"}

// String gives the name used in JSON; "" where not exactly one is set.
func (d Direction) String() string {
	for i, n := range directionNames {
		if d == 1<<i {
			return n
		}
	}
	return ""
}

// Names lists the directions set.
func (d Direction) Names() []string { return namesOf(uint16(d), directionNames[:]) }

// MarshalText gives the name.
func (d Direction) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

var errDirection = errors.New("phi: unknown direction; it is from_patient, from_staff, public_post, public_reply or third_party")

// UnmarshalText accepts the names that String gives.
func (d *Direction) UnmarshalText(b []byte) error {
	for i, n := range directionNames {
		if n == string(b) {
			*d = 1 << i
			return nil
		}
	}
	return errDirection
}
