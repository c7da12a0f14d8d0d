// Package identifierstest checks that a matcher keeps the promises of
// [identifiers.Matcher], as testing/slogtest does for handlers of log/slog.
//
//	func TestLockers(t *testing.T) {
//		identifierstest.Accept(t, lockers,
//			identifierstest.Example{Name: "short", Text: "left it in locker ⟦unique_id|B-114⟧, sorry"},
//			identifierstest.Example{Name: "no number", Text: "the lockers are full again"},
//		)
//	}
//
// The matcher runs over its examples, over the same examples at the beginning,
// in the middle and at the end of other text, and over texts that have broken
// matchers before: empty, a megabyte of one byte, bytes that are no UTF-8, NUL,
// nothing but brackets, long runs of digits, emoji. It must not panic, give
// spans in bounds and on rune boundaries, leave the elements of dst and the
// text alone, give the same spans again and from many goroutines at once, and
// take time linear in the text.
//
// No failure holds text: it names the check and the case. So the kit can run on
// examples that may not be shown in the log of a build.
package identifierstest
