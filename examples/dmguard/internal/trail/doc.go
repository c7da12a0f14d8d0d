// Package trail is the audit trail: who decided, read or changed what, and when,
// as the Security Rule asks (45 CFR 164.312(b)), without a word of any message.
//
// A row is one line as package phi/audit writes them: an event, the hash of the
// line before and its own. Triggers of the database forbid changing and deleting
// rows; Verify finds what was done past them. With a secret the hashes are keyed:
// who can write the file but does not hold the secret cannot forge the chain. The
// lines at the end can be cut off unseen by the file alone: keep what Verify
// answers elsewhere, and give it to Verify as the anchor later.
//
// What an entry is about, a message, a thread, an incident, stands in it as a
// keyed hash of its id. For who holds the secret, Of lists a thread's entries.
//
// Export writes the chain as it is, as CSV, or as FHIR R4 AuditEvents.
package trail
