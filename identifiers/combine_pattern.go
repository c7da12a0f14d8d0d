package identifiers

import (
	"errors"
	"sync/atomic"
	"time"
	"unicode/utf8"
)

const (
	// maxTimeouts is how many searches of one text may take too long before the
	// rest of it is left alone: a bad expression cannot make a long text take
	// forever.
	maxTimeouts = 2
	// defaultLimit is far above the microseconds that a window takes: the engine
	// reads a clock that ticks every 100 ms, and a lower limit would strike at
	// random on a busy machine.
	defaultLimit = 250 * time.Millisecond
)

var (
	errLiteral = errors.New("identifiers: Pattern needs literals of one to 32 ASCII characters, eight at most")
	errExpr    = errors.New("identifiers: Pattern needs an expression that compiles")
)

// A PatternMatcher finds what a regular expression matches near a literal or a
// token. It is immutable but for its count of time-outs, and safe for
// concurrent use.
//
// The expression sees only windows of at most 128 bytes of the folded text, so
// that a text takes time linear in its length, times what the expression needs
// for 128 bytes. A window is cut between tokens: \b and \d+ are not fooled by
// its edges, but ^ and $ mean them, and no match reaches over them. In folded
// text accents, full-width digits, exotic spaces and hyphens are plain ones;
// case is as written, (?i) ignores it.
//
// A search that takes too long counts as not matched. Timeouts tells how many
// did; after two of them in one text the rest of it is not searched.
type PatternMatcher struct {
	typ      Type
	opt      PatternOptions
	literals []literal
	engine   *engine
	timeouts atomic.Int64
}

// PatternOptions say where PatternWith looks and what its spans are like. The
// zero value searches around every number.
type PatternOptions struct {
	// Name is what Why tells of the spans, "pattern" if empty. It stands in
	// results, so it must not come from a text.
	Name string
	// Score is the score of the spans, 0 to 1; 0 means 0.8.
	Score float32
	// Literals are up to eight strings of 1 to 32 ASCII characters of which one
	// must stand in the text, in any case; the expression is tried around each
	// place where one does. They should be rare: to look for one costs
	// nanoseconds, a window some hundred.
	Literals []string
	// Anchor gives the indexes of the tokens to try the expression around, where
	// there are no Literals: for example func(tr *Triggers) []int32 { return tr.At }.
	// Without either it is tried around tr.Digits.
	Anchor func(tr *Triggers) []int32
	// Before and After are the bytes of the window before and behind the
	// beginning of the literal or token, together at most 128. If both are 0
	// they are 64.
	Before, After int
	// Group is the capturing group that is the span; 0 is all that matched. A
	// match in which the group took no part gives no span.
	Group int
	// Limit bounds the time of one search; 0 means 250 ms. With a limit the engine
	// runs a clock in a goroutine, which ends a second after the last search; a
	// negative Limit does without both, for expressions that cannot backtrack
	// without end.
	Limit time.Duration
}

// Pattern gives a Matcher of the type typ for the expression expr, in the
// syntax of .NET and Perl, with lookarounds and backreferences. It is tried only where literal stands, in any case of its
// letters, on the 64 bytes before the beginning of literal and the 64 from
// there on; literal is what must occur for the expression to be worth a try, as
// "member" or "#". Errors hold nothing of literal or expr. An expression takes
// some 100 µs to compile.
func Pattern(typ Type, literal, expr string) (*PatternMatcher, error) {
	if literal == "" {
		return nil, errLiteral
	}
	return PatternWith(typ, expr, PatternOptions{Literals: []string{literal}})
}

// PatternWith is Pattern with several literals, or around tokens, and with
// other windows and spans.
func PatternWith(typ Type, expr string, o PatternOptions) (*PatternMatcher, error) {
	p := &PatternMatcher{typ: typ, opt: o}
	if len(o.Literals) > maxLiterals {
		return nil, errLiteral
	}
	for _, s := range o.Literals {
		l, ok := newLiteral(s)
		if !ok {
			return nil, errLiteral
		}
		p.literals = append(p.literals, l)
	}
	p.opt.Literals = nil
	if o.Name == "" {
		p.opt.Name = "pattern"
	}
	if o.Score <= 0 || o.Score > 1 {
		p.opt.Score = defaultScore
	}
	if o.Before <= 0 && o.After <= 0 {
		p.opt.Before, p.opt.After = maxWindow/2, maxWindow/2
	}
	p.opt.Before = min(max(0, p.opt.Before), maxWindow)
	p.opt.After = min(max(0, p.opt.After), maxWindow-p.opt.Before)
	if o.Limit == 0 {
		p.opt.Limit = defaultLimit
	}
	if p.engine = newEngine(expr, o.Group, p.opt.Limit); p.engine == nil {
		return nil, errExpr
	}
	return p, nil
}

// Timeouts is how many searches took too long, or too much memory, so far.
func (p *PatternMatcher) Timeouts() int64 { return p.timeouts.Load() }

// MaxLen is the length of a window in bytes; no match is longer.
func (p *PatternMatcher) MaxLen() int { return p.opt.Before + p.opt.After }

// Wants reports whether there is anything to search around: tokens, or a text
// to look for the literals in.
func (p *PatternMatcher) Wants(tr *Triggers) bool {
	return len(p.literals) > 0 || len(p.anchors(tr)) > 0
}

func (p *PatternMatcher) anchors(tr *Triggers) []int32 {
	if p.opt.Anchor != nil {
		return p.opt.Anchor(tr)
	}
	return tr.Digits
}

// AppendSpans appends the matches, left to right, without overlaps.
func (p *PatternMatcher) AppendSpans(dst []Span, t *Text) []Span {
	r := patternRun{p: p, t: t, dst: dst, step: max(1, p.MaxLen()/crowd), last: -maxWindow, held: -1}
	if len(p.literals) > 0 {
		h := newLiteralHits(p.literals, t.Text)
		for at := h.next(); at >= 0 && r.timeouts < maxTimeouts; at = h.next() {
			r.hit(at)
		}
	} else {
		for _, i := range p.anchors(&t.Triggers) {
			if r.timeouts < maxTimeouts && i >= 0 && int(i) < len(t.Tokens) {
				r.hit(int(t.Tokens[i].Start))
			}
		}
	}
	if r.timeouts < maxTimeouts && r.held >= 0 {
		r.around(r.held)
	}
	return r.dst
}

// crowd is how many windows may at most hold the same byte. Where hits stand
// close together most of their windows are the same, and of hits within an
// eighth of a window only the first and the last get theirs. A match that a hit
// between them would see alone is longer than seven eighths of a window.
const crowd = 8

// A patternRun is one call of AppendSpans.
type patternRun struct {
	p        *PatternMatcher
	t        *Text
	dst      []Span
	step     int // bytes within which hits are close
	last     int // the hit searched around last
	held     int // the latest hit that was close to it, or -1
	done     int // end of the last span
	timeouts int
}

// hit takes the next place to search around.
func (r *patternRun) hit(at int) {
	if at < r.last+r.step {
		r.held = at
		return
	}
	if r.held >= 0 {
		r.around(r.held)
		if at < r.last+r.step {
			r.held = at
			return
		}
	}
	r.around(at)
}

// around searches the window around byte at of the folded text.
func (r *patternRun) around(at int) {
	r.last, r.held = at, -1
	if at < r.done {
		return // inside of what has been found
	}
	lo, hi := at-r.p.opt.Before, at+r.p.opt.After
	from, to := r.window(lo, hi)
	if from >= to {
		return
	}
	s := r.p.engine.searches.Get().(*windowSearch)
	defer r.p.engine.searches.Put(s)
	if s.run(r.t.Text[from:to]) != nil {
		r.timeouts++
		r.p.timeouts.Add(1)
		return
	}
	for _, m := range s.found {
		if start, end := from+int(m.start), from+int(m.end); start >= r.done {
			r.dst = append(r.dst, Span{Start: start, End: end, Type: r.p.typ, Score: r.p.opt.Score, Why: Why{Matcher: r.p.opt.Name}})
			r.done = end
		}
	}
}

// window narrows bytes [lo, hi) to whole tokens, and where the text is no
// UTF-8 to places that no rune goes over. It gives from >= to if none is whole.
func (r *patternRun) window(lo, hi int) (from, to int) {
	toks := r.t.Tokens
	if len(toks) == 0 {
		return 0, 0
	}
	first, last := r.t.TokenRange(max(0, lo), max(0, hi))
	last = min(last, len(toks)-1)
	for last >= first && (int(toks[last].End) > hi || !r.boundary(toks[last].End)) {
		last--
	}
	for first <= last && (int(toks[first].Start) < lo || !r.boundary(toks[first].Start)) {
		first++
	}
	if last < first {
		return 0, 0
	}
	return int(toks[first].Start), int(toks[last].End)
}

func (r *patternRun) boundary(i int32) bool {
	return int(i) >= len(r.t.Text) || utf8.RuneStart(r.t.Text[i])
}
