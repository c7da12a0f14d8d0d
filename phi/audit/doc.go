// Package audit keeps a record of what was decided about messages, as the
// Security Rule asks of systems that hold protected health information (45 CFR
// 164.312(b)): who decided what, when, by which policy, about which resource,
// and never a word of the text.
//
// An [Event] is one decision. A [Writer] writes events as JSON lines that are
// chained by their hashes, [Verify] reads them back and finds a line that was
// changed, dropped, put in or moved. A [Logger] gives the same events to a
// slog.Handler.
//
//	w, err := audit.NewWriter(file, &audit.Options{Key: key})
//	…
//	e := audit.Of(decision)
//	e.Count(&result)
//	e.Actor, e.Resource, e.Outcome = "inbox-bot", hasher.Resource(messageID), "sent"
//	err = w.Record(ctx, e)
//
// # What stands in a record
//
// Names of types, verdicts, rules and categories, counts, a score, times, and a
// keyed hash of what the caller calls the resource (a message's or a thread's
// id). The strings that the caller gives, actor, outcome and the policy's names,
// are limited to letters, digits and a few signs without spaces. An actor is a
// user's or a service's id. It must not be the name of a patient, or anything
// else that identifies one: the package cannot tell.
//
// # The chain
//
// A line is
//
//	{"v":1,"seq":N,"prev":"HEX","event":{…},"hash":"HEX"}
//
// and a line feed, without spaces, the members in this order. seq counts from 1.
// prev is the hash of the line before, 64 zeros in the first. hash is over the
// bytes of the line as they stand, from its first byte to the last before
// `,"hash"`, behind the 19 bytes "phidetect audit v1\n": SHA-256 (FIPS 180-4),
// or HMAC-SHA-256 (RFC 2104) where there is a key. So nothing has to be encoded
// again to verify it, and no two encodings of an event are equal in hash.
// Members of the event stand in the order that [Event] documents.
//
// Without a key the chain shows damage and careless edits only: whoever can
// rewrite the whole file can hash it anew. With a key they cannot, as long as
// they do not hold it. In both cases lines at the end can be cut off unseen: keep
// a [Head] elsewhere from time to time and give it to Verify as the anchor.
package audit
