// Package phi tells whether a text holds protected health information (PHI):
// an identifier of a person together with something of that person's health,
// care or payment for care.
//
//	r := phi.Detect(text)
//	switch r.Verdict {
//	case phi.PHI:        // a person and their health
//	case phi.Identifier: // a person, nothing of their health
//	case phi.HealthOnly: // health, nobody identified
//	case phi.None:
//	}
//
// # Results
//
// Result.Spans are the identifiers: type, Safe Harbor letter, score, role and
// why. They are sorted and do not overlap. Offsets are bytes of the text that
// was given, half-open, on rune boundaries. Where matchers overlap the policy is
// best-score-then-longest: the span with the higher score stays, of equal
// scores the longer, of equal lengths the one found first.
//
// Result.Health has a Score, the calibrated chance from 0 to 1 that the text
// speaks of somebody's health or care; Personal, whether it is a particular
// person's; Subject, whose, as far as the words tell; and the Evidence.
//
// # Verdict
//
// A text is PHI where an identifier that is no provider's meets personal health
// talk. A city, an age under 90 and a facility identify nobody; a relative day,
// a weekday or a time does not either. A date alone identifies only together
// with personal health. A doctor's name, and the phone, address or licence
// beside it, are the provider's. Hints without a name ("the judge in bed 12")
// raise SignalHint and count. Options make the policy stricter or looser.
// Result.Reasons names the grounds of each verdict.
//
// # Context
//
// A text of up to 32 KB is read whole, and any word of it may bear on a span:
// the head of a table, a name said before, a label a line above. What is put
// before or behind such a text may change what is found in it; bench/README.md
// has the measured share ("other sentences around").
//
// A longer text is read in parts, cut at an empty line, else at the end of a
// line, a sentence or a word. What stands more than 32 KB behind a span, and what
// stands more than 512 bytes before the part that the span is in, has no bearing
// on the span, but in two ways: where the parts begin depends on the text before
// them, and a table goes on by its header.
//
// # Redaction
//
// A Redactor replaces what was found by a RedactPolicy: labels, numbered labels
// that a Session restores, masks, keyed hashes, invented values, shifted dates,
// or what Safe Harbor lets stand. Rules go by type, role and score, and by
// category for evidence of health; keep and deny lists decide over them. The
// policy is a Go value or strict JSON; SafeHarbor is the one of 45 CFR
// 164.514(b)(2)(i), and RedactAttested tells by letter what was done. Unless the
// policy is Exact, what belongs to a finding goes with it: the surname further
// down, the initial, the user name made of the name, codes nobody explains.
//
// What a Redactor has put is not found again: Detect takes its labels and masks
// for what they are.
//
// # Conversations
//
// A Conversation follows a thread: identity in one message and health in
// another are PHI together, a bare answer is read by the question before it, and
// the Summary says which side told what first. It is 208 bytes and holds no
// text; a ConversationSet keeps many of them, safe for concurrent use.
//
// # Cost and concurrency
//
// Detect takes time linear in the text and at most two allocations; DetectInto
// with a Result used again takes none. No input is known that takes more than 4
// times the time of plain text a byte. A call takes at most 24 MB and 64 bytes
// for each byte of the text, what it throws away included: the buffers of a
// part, which are used again, and the Result, 48 bytes a span. Text without
// findings takes no more the longer it is; Detector.Scan and the streams of a
// Redactor hold about 100 KB. A Detector is safe for concurrent use by any number
// of goroutines and holds nothing that changes but a pool of buffers. There is no
// set-up: the lexicon is read where it lies in the binary.
//
// # No text
//
// Neither a Result nor anything it prints holds text of the input. The caller
// who wants the words slices the input with the offsets.
package phi
