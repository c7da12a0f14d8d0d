// Package people keeps who may use the staff page and what each role may do.
//
// A user signs in with a token of 256 random bits that is shown once, when the
// user is added or given a new one, and of which only the SHA-256 is kept: a
// token that long cannot be guessed from it, so no slow hash is needed. A session
// is another such token, with a CSRF token beside it, and ends after Idle without
// use, after Longest at the latest, when the user signs out, is disabled or gets a
// new token. Signing in and out, and refusals, stand in the audit trail.
package people
