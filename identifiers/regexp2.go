package identifiers

import (
	"errors"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/dlclark/regexp2/v2"
)

// This is the only file that imports regexp2: its errors hold the input, and
// none of them leaves here.

const (
	// patternWindow is how many bytes around its literal an expression sees on
	// each side; regexp2 decodes its whole input on every call.
	patternWindow = 64
	// patternTimeout ends a search that backtracks too long.
	patternTimeout = 200 * time.Millisecond
)

var errPattern = errors.New("identifiers: Pattern needs a literal of one to 32 ASCII characters and an expression that compiles")

// A PatternMatcher finds what a regular expression matches near a literal. It
// is safe for concurrent use.
type PatternMatcher struct {
	typ      Type
	literal  string
	re       *regexp2.Regexp
	timeouts atomic.Int64
}

// Pattern gives a Matcher of the type typ for the expression expr, in regexp2's
// syntax. It is tried only where literal stands, in any case of its letters, on
// the 64 bytes before it and after it, so every match must overlap that
// window; literal is what must occur for the expression to be worth a try, as
// "member" or "#". A search that takes too long counts as no match and is
// counted in Timeouts. The time is linear in the text, times what the
// expression needs for 128 bytes.
func Pattern(typ Type, literal, expr string) (*PatternMatcher, error) {
	for i := range len(literal) {
		if literal[i] >= utf8.RuneSelf {
			return nil, errPattern
		}
	}
	if literal == "" || len(literal) > 32 {
		return nil, errPattern
	}
	re, err := regexp2.Compile(expr)
	if err != nil {
		return nil, errPattern
	}
	re.MatchTimeout = patternTimeout
	return &PatternMatcher{typ: typ, literal: strings.ToLower(literal), re: re}, nil
}

// Timeouts is how many searches took too long so far.
func (p *PatternMatcher) Timeouts() int64 { return p.timeouts.Load() }

// MaxLen is the longest match in bytes.
func (p *PatternMatcher) MaxLen() int { return 2*patternWindow + len(p.literal) }

// AppendSpans appends the matches, left to right, without overlaps.
func (p *PatternMatcher) AppendSpans(dst []Span, t *Text) []Span {
	text := t.Text
	done := 0 // matches begin here or later
	for at := 0; at < len(text); {
		hit := indexFold(text[at:], p.literal)
		if hit < 0 {
			break
		}
		hit += at
		from := max(done, hit-patternWindow)
		to := min(len(text), hit+len(p.literal)+patternWindow)
		for from < hit && !utf8.RuneStart(text[from]) {
			from++
		}
		for to < len(text) && !utf8.RuneStart(text[to]) {
			to--
		}
		at = hit + 1
		if from >= to {
			continue
		}
		found, err := p.re.FindAllStringIndex(text[from:to], 8)
		if err != nil {
			p.timeouts.Add(1)
			at = to // not again in the same window
			continue
		}
		for _, m := range found {
			start, end := from+m[0], from+m[1]
			if start < end && utf8.RuneStart(text[start]) && (end == len(text) || utf8.RuneStart(text[end])) {
				dst = append(dst, Span{Start: start, End: end, Type: p.typ, Score: defaultScore, Why: Why{Matcher: "pattern"}})
				done = end
				at = max(at, end)
			}
		}
	}
	return dst
}

// indexFold is strings.Index for a lower-case ASCII literal in any case.
func indexFold(s, literal string) int {
	for i := 0; i+len(literal) <= len(s); i++ {
		if lowerASCII(s[i]) == literal[0] && foldedPrefix(s[i:], literal) {
			return i
		}
	}
	return -1
}

func foldedPrefix(s, literal string) bool {
	for i := range len(literal) {
		if lowerASCII(s[i]) != literal[i] {
			return false
		}
	}
	return true
}

func lowerASCII(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 32
	}
	return c
}
