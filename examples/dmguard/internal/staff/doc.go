// Package staff is the page at which the clinic's people work: what waits for
// them, incidents, drafts, authorizations, users and the audit trail. It is HTML
// and one style sheet, without a script and without a request to anywhere else.
//
//	h, err := staff.New(staff.Options{…})
//	mux.Handle("/staff/", h)
//	mux.Handle("/drafts/", h)
//
// Who uses it signs in with their token. A role sees what it may:
//
//	front-desk   the queue with the facts of bookings, drafts
//	clinician    also the text of messages, where the vault is on
//	admin        the queue, drafts, incidents, authorizations, users, the trail
//
// Everything but reading is a form with the session's CSRF token; requests that
// come from other sites are refused before that. POST /drafts/check is the same
// check of a draft for programs: JSON, with the user's token as bearer.
package staff
