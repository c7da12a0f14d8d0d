package identifiers

// A Matcher finds identifiers in a tokenised text and appends them to dst.
//
// A Matcher must be safe for concurrent use, must not keep t or write to it,
// must take time linear in the text, must not panic, and gives spans with
// 0 <= Start < End <= len(t.Text) in bytes of the folded text. The kit in
// identifierstest checks these promises.
type Matcher interface {
	AppendSpans(dst []Span, t *Text) []Span
}

// A Limiter tells how many bytes its longest match has. A stream keeps that
// much of the text back; matchers that are no Limiter count as 256.
type Limiter interface {
	MaxLen() int
}

// A Gated matcher is run only on texts that its trigger lets pass.
type Gated interface {
	Wants(tr *Triggers) bool
}

// Func makes a Matcher of a function.
type Func func(dst []Span, t *Text) []Span

// AppendSpans calls the function.
func (f Func) AppendSpans(dst []Span, t *Text) []Span { return f(dst, t) }
