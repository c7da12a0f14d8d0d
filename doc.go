// Package phidetect is the root of a library that tells whether a text holds
// protected health information (PHI): somebody's identity together with
// something of their health or care. It runs in the caller's process, in
// microseconds, without a model server, a network or a file.
//
// Where to go:
//
//   - [github.com/phidetect/phidetect/phi] is what a program imports. Its
//     Detect gives typed identifier spans, a health score with its evidence,
//     whose health it is, and the verdict; its Redactor, streams, Policy and
//     Conversation act on it.
//   - [github.com/phidetect/phidetect/phi/structured] redacts JSON, FHIR, HL7 v2
//     and tables by the meaning of their fields,
//     [github.com/phidetect/phidetect/phi/phislog] logs,
//     [github.com/phidetect/phidetect/phi/phihttp] requests and answers;
//     [github.com/phidetect/phidetect/phi/audit] keeps a record of decisions.
//   - [github.com/phidetect/phidetect/identifiers] has the types (the 18
//     identifiers of HIPAA's Safe Harbor rule, letters A to R), the matchers, and
//     what is needed to write one's own.
//   - [github.com/phidetect/phidetect/identifiers/checksum] validates the
//     numbers that have a check digit.
//   - [github.com/phidetect/phidetect/lexicon] is the tokeniser and the table of
//     health terms, names, places and cue words, to which terms can be added.
//   - examples/quickstart, examples/phiscan and examples/redact are programs to
//     start from; examples/playground is a page to try it in, examples/dmguard a
//     guard of a clinic's inbox, examples/kafka and examples/beam run it on many
//     machines;
//     testdata/corpus is an open corpus of labelled clinic messages; bench
//     measures quality and speed.
//
// A first program:
//
//	r := phi.Detect("hi its dana whitfield, can i move my diabetes check to friday")
//	if r.Verdict == phi.PHI {
//		// lead the writer to a secure channel; do not log the text
//	}
//
// # What it promises
//
// A Detector is safe for concurrent use, cannot fail and does not panic. It
// takes time linear in the text. Offsets are bytes of the original text,
// half-open, on rune boundaries. Nothing the library returns, prints or logs
// holds text of the input.
//
// # What it is not
//
// It is a safeguard, not a legal determination: it misses identifiers, above
// all unusual names without context and hints that only people who know the
// place can read. README.md states the measured rates.
package phidetect
