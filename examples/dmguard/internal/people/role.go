package people

import "fmt"

// Role is what a user does at the clinic.
type Role string

const (
	// FrontDesk handles requests and bookings, and reads no messages.
	FrontDesk Role = "front-desk"
	// Clinician may read the text of messages in the vault too.
	Clinician Role = "clinician"
	// Admin handles incidents, authorizations and users, and reads no messages.
	Admin Role = "admin"
)

// Roles lists the roles.
func Roles() []Role { return []Role{FrontDesk, Clinician, Admin} }

// ParseRole gives the role with this name.
func ParseRole(name string) (Role, error) {
	for _, r := range Roles() {
		if string(r) == name {
			return r, nil
		}
	}
	return "", fmt.Errorf("people: role: it is one of front-desk, clinician, admin")
}

// A Right is something that not every role may do.
type Right uint8

const (
	// HandleQueue: see flagged threads and notices, assign and resolve them, have
	// drafts checked.
	HandleQueue Right = iota
	// ReadText: read messages in the vault.
	ReadText
	// HandleIncidents: assign and close incidents.
	HandleIncidents
	// HandleAuthorizations: register and revoke authorizations.
	HandleAuthorizations
)

// May reports whether the role has a right.
func (r Role) May(right Right) bool {
	switch right {
	case HandleQueue:
		return r == FrontDesk || r == Clinician || r == Admin
	case ReadText:
		return r == Clinician
	case HandleIncidents, HandleAuthorizations:
		return r == Admin
	}
	return false
}
