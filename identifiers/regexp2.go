package identifiers

import (
	"errors"
	"math"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/dlclark/regexp2/v2"
)

// This is the only file that imports regexp2: its errors hold the text that was
// searched, so none of them leaves here, not even wrapped.

// maxWindow bounds the bytes of text that one search sees: regexp2 decodes its
// whole input on every call, and may backtrack over all of it.
const maxWindow = 128

// maxBacktrack bounds the memory of one search, in slots of a machine word.
const maxBacktrack = 1 << 14

// An engine is a compiled expression. It is safe for concurrent use.
type engine struct {
	searches sync.Pool // of *windowSearch
}

// newEngine compiles expr, in regexp2's default mode: its RE2 mode can take a
// hundred milliseconds for a class under (?i). A negative limit is none. It
// gives nil where expr does not compile, and says no more: the error would hold
// a part of it.
func newEngine(expr string, group int, limit time.Duration) (e *engine) {
	defer func() {
		if recover() != nil {
			e = nil
		}
	}()
	re, err := regexp2.Compile(expr, regexp2.OptionMaxBacktrackingStackSize(maxBacktrack))
	if err != nil {
		return nil
	}
	re.MatchTimeout = limit
	if limit < 0 {
		re.MatchTimeout = math.MaxInt64
	}
	e = new(engine)
	e.searches.New = func() any { return newWindowSearch(re, group) }
	return e
}

// windowMatch is a match, half-open, in bytes of the window.
type windowMatch struct{ start, end uint8 }

// A windowSearch is the memory that one search of a window works in.
type windowSearch struct {
	re     *regexp2.Regexp
	group  int
	yield  func(regexp2.MatchView) bool
	runes  [maxWindow]rune
	starts [maxWindow + 1]uint8 // byte offset of each rune and of the end
	found  []windowMatch
}

func newWindowSearch(re *regexp2.Regexp, group int) *windowSearch {
	s := &windowSearch{re: re, group: group}
	s.yield = func(m regexp2.MatchView) bool { // made once: a closure costs an allocation
		if at, n, ok := m.GroupRange(s.group); ok && n > 0 {
			s.found = append(s.found, windowMatch{s.starts[at], s.starts[at+n]})
		}
		return true
	}
	return s
}

var errSearch = errors.New("identifiers: a search took too long")

// run fills s.found with the matches in the window, which has at most maxWindow
// bytes. Its only error is errSearch; then nothing is found.
func (s *windowSearch) run(window string) (err error) {
	defer func() {
		if recover() != nil { // what was panicked with may hold the text
			err = errSearch
		}
		if err != nil {
			s.found, err = s.found[:0], errSearch
		}
	}()
	s.found = s.found[:0]
	n := 0
	for i, w := 0, 0; i < len(window); i += w {
		s.starts[n] = uint8(i)
		s.runes[n], w = utf8.DecodeRuneInString(window[i:])
		n++
	}
	s.starts[n] = uint8(len(window))
	return s.re.FindRunesMatches(s.runes[:n], -1, s.yield)
}
