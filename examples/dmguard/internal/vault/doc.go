// Package vault keeps the text of flagged messages, where a clinic turns it on,
// until it is purged or the writer takes the message back.
//
// Each text is sealed by AES-256-GCM under a key from the environment, with a
// random nonce, and bound to its message, thread and key: a row that was copied to
// another's place does not open. A row names its key by the key's own hash, so
// that new texts go under a new key while the old ones stay readable.
//
// Clinicians alone may read. Every read stands in the audit trail before the text
// is given, and so does every refusal.
package vault
