// Package identifiers finds the identifiers of persons in a text: the 18 that
// HIPAA's Safe Harbor rule lists (45 CFR 164.514(b)(2)(i), letters A to R), as
// 25 types.
//
// # Reading a text
//
// A [Text] is a text folded, tokenised and looked up once; matchers read it.
// AppendAll runs the library's own matchers in their fixed order:
//
//	var t identifiers.Text
//	t.Read(lexicon.Default(), text)
//	spans := identifiers.AppendAll(nil, &t)
//
// Offsets are bytes of the folded text, t.Text; t.Map.Original leads back to the
// input. Package phi does all that, resolves overlaps, and judges health too; it
// is what most programs want.
//
// # How a type is chosen
//
// A number gets the one type that is best supported: by its label ("MRN", "my
// cell is"), its check digit (see package checksum), its shape, and what stands
// beside it. Amounts, prices, doses, times and counts are none. Names and cities
// are found by a small learned model over what the lexicon knows of each word
// and its neighbours. Dates become dates of birth by a cue. HL7 segments and
// tables with a header are read by the meaning of their fields and columns.
//
// # Own matchers
//
// A [Matcher] is one method. The combinators make one of values: [Words] of a
// list, [Pattern] of a regular expression near a literal, [Near], [Unless],
// [Checked], [Typed] and [Any] of other matchers. The kit in package
// identifierstest holds a matcher to its promises.
//
// # Concurrency
//
// Matchers are safe for concurrent use. A Text is not: each goroutine needs its
// own. Nothing here holds, prints or returns the text itself.
package identifiers
