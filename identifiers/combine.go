package identifiers

import "sync"

// The combinators make a Matcher of values and of other matchers. What they
// return is immutable, safe for concurrent use and takes time linear in the
// text, times the logarithm of the number of spans where two matchers are
// compared, as long as the matchers they are made of keep the same promises.
// Each is a Limiter and, where one of its parts is, a Gated matcher.

// defaultScore is the score of the spans of Words and Pattern.
const defaultScore float32 = 0.8

// defaultLen is what a matcher that is no Limiter counts as, in bytes.
const defaultLen = 256

// longestOf gives the longest match of m in bytes.
func longestOf(m Matcher) int {
	if l, ok := m.(Limiter); ok {
		return l.MaxLen()
	}
	return defaultLen
}

// wakes reports whether the triggers let m run.
func wakes(m Matcher, tr *Triggers) bool {
	g, ok := m.(Gated)
	return !ok || g.Wants(tr)
}

// Any gives the spans of all ms, in their order. Spans may overlap: the
// detector resolves them.
func Any(ms ...Matcher) Matcher { return anyOf(append([]Matcher(nil), ms...)) }

type anyOf []Matcher

func (a anyOf) AppendSpans(dst []Span, t *Text) []Span {
	for _, m := range a {
		if wakes(m, &t.Triggers) {
			dst = m.AppendSpans(dst, t)
		}
	}
	return dst
}

func (a anyOf) MaxLen() int {
	n := 0
	for _, m := range a {
		n = max(n, longestOf(m))
	}
	return n
}

func (a anyOf) Wants(tr *Triggers) bool {
	for _, m := range a {
		if wakes(m, tr) {
			return true
		}
	}
	return false
}

// Typed gives the spans of m with another type and score. NoType leaves the
// type and a score of 0 leaves the score as m gave it.
func Typed(m Matcher, typ Type, score float32) Matcher {
	return &mapped{m, func(s *Span) {
		if typ != NoType {
			s.Type = typ
		}
		if score > 0 {
			s.Score = min(score, 1)
		}
	}}
}

// Named gives the spans of m with name as the matcher that Why tells of. The
// name stands in logs and results, so it must not come from a text.
func Named(m Matcher, name string) Matcher {
	return &mapped{m, func(s *Span) { s.Why.Matcher = name }}
}

// mapped changes the spans of m, one by one.
type mapped struct {
	m      Matcher
	change func(s *Span)
}

func (p *mapped) AppendSpans(dst []Span, t *Text) []Span {
	from := len(dst)
	dst = p.m.AppendSpans(dst, t)
	for i := from; i < len(dst); i++ {
		p.change(&dst[i])
	}
	return dst
}

func (p *mapped) MaxLen() int             { return longestOf(p.m) }
func (p *mapped) Wants(tr *Triggers) bool { return wakes(p.m, tr) }

// maxChecked bounds the letters and digits that Checked passes on.
const maxChecked = 64

// Checked gives those spans of m whose letters and digits pass ok, with
// Why.Checksum set. ok gets the span's ASCII letters and digits alone, the
// letters upper-case: "943 476-5919" comes as "9434765919". The functions of
// package checksum fit. ok must be safe for concurrent use and must not keep
// or change the bytes. Spans without letters and digits, or with more than 64,
// do not pass.
func Checked(m Matcher, ok func(alnum []byte) bool) Matcher {
	c := &checkedBy{m: m, ok: ok}
	c.bufs.New = func() any { return new([maxChecked]byte) }
	return c
}

type checkedBy struct {
	m    Matcher
	ok   func(alnum []byte) bool
	bufs sync.Pool // ok makes its argument escape; the pool spares the allocation
}

func (c *checkedBy) AppendSpans(dst []Span, t *Text) []Span {
	from := len(dst)
	dst = c.m.AppendSpans(dst, t)
	if len(dst) == from {
		return dst
	}
	buf := c.bufs.Get().(*[maxChecked]byte)
	defer c.bufs.Put(buf)
	kept := dst[:from]
	for _, s := range dst[from:] {
		if n := normaliseAlnum(buf, t.Text[s.Start:s.End]); n > 0 && c.ok(buf[:n]) {
			s.Why.Checksum = true
			kept = append(kept, s)
		}
	}
	return kept
}

// normaliseAlnum writes the letters and digits of s to buf, upper-case, and gives
// their number; 0 if they do not fit.
func normaliseAlnum(buf *[maxChecked]byte, s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		b := s[i]
		switch {
		case b >= 'a' && b <= 'z':
			b -= 'a' - 'A'
		case b >= 'A' && b <= 'Z', b >= '0' && b <= '9':
		default:
			continue
		}
		if n == len(buf) {
			return 0
		}
		buf[n] = b
		n++
	}
	return n
}

func (c *checkedBy) MaxLen() int             { return longestOf(c.m) }
func (c *checkedBy) Wants(tr *Triggers) bool { return wakes(c.m, tr) }
