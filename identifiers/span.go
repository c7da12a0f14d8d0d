package identifiers

import (
	"errors"

	"github.com/phidetect/phidetect/lexicon"
)

var errUnknownType = errors.New("identifiers: unknown type name; the names are those of Types()")

// A Span is an identifier found: bytes [Start, End) of the scanned text. It
// holds no text.
type Span struct {
	Start, End int
	// Score is how sure the matcher is, 0 to 1.
	Score float32
	Type  Type
	Role  Role
	// Vague marks what identifies nobody by itself: a relative day, a weekday,
	// a time of day.
	Vague bool
	Why   Why
}

// Role says whose identifier it is, where the text tells.
type Role uint8

const (
	// RoleUnknown: the text does not tell.
	RoleUnknown Role = iota
	// RolePatient: the writer or the patient spoken of.
	RolePatient
	// RoleRelative: a relative or friend of the patient.
	RoleRelative
	// RoleProvider: a doctor, nurse or other provider of care.
	RoleProvider
	// RoleStaff: somebody who works for the clinic or writes for a business.
	RoleStaff
)

var roleNames = [...]string{"", "patient", "relative", "provider", "staff"}

// String gives the name used in JSON; "" for RoleUnknown.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return ""
}

// Why says why a span is there, without holding text.
type Why struct {
	// Matcher names the matcher.
	Matcher string
	// Cue is the kind of word that spoke for it, if any.
	Cue lexicon.Cue
	// Checksum reports that a check digit agreed.
	Checksum bool
}

// String gives for example "phone: cue phone, checksum".
func (w Why) String() string {
	s := w.Matcher
	sep := ": "
	if c := w.Cue.String(); c != "" {
		s += sep + "cue " + c
		sep = ", "
	}
	if w.Checksum {
		s += sep + "checksum"
	}
	return s
}
