package phi

import (
	"sync"
	"time"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi/internal/deid"
)

// A Replacer puts something else in the place of identifiers. Redactor is one
// that takes each text by itself, Session one that remembers.
type Replacer interface {
	// AppendRedacted appends text, of which res is the Result, redacted to dst.
	AppendRedacted(dst []byte, text string, res *Result) []byte
	// AppendReplacements also appends what was replaced, in order, to reps.
	AppendReplacements(dst []byte, reps []Replacement, text string, res *Result) ([]byte, []Replacement)
	// AppendValue appends what takes the place of a whole value of type t.
	AppendValue(dst []byte, t identifiers.Type, value string) []byte
}

var (
	_ Replacer = (*Redactor)(nil)
	_ Replacer = (*Session)(nil)
)

// A Replacement says what was replaced where. It holds no text.
type Replacement struct {
	// Start and End are the bytes of the text, NewStart and NewEnd those of the
	// output that stand for them, counted from where the output begins. Both
	// are half-open.
	Start, End       int
	NewStart, NewEnd int
	// Type is the identifier's, or NoType for evidence of health, words of the
	// deny list and what looked like a label.
	Type identifiers.Type
	// Category is that of evidence.
	Category lexicon.Category
	Operator Operator
}

// A Redactor replaces identifiers by a policy. It is immutable, safe for
// concurrent use, cannot fail and does not panic. Make one with NewRedactor.
type Redactor struct {
	detector   *Detector
	policy     RedactPolicy
	rules      []ruleBits
	keep, deny wordList
	denyTreat  *Treatment
	numbers    bool // a rule puts numbered labels
	sessions   bool // an operator needs a Session
	dates      deid.Reader
	hash       string // of the policy
	pool       sync.Pool
}

// NewRedactor gives a Redactor that finds with d and acts by p, of which it
// keeps a copy; d nil means the default Detector. The error is that of p.Check.
func NewRedactor(d *Detector, p RedactPolicy) (*Redactor, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	if d == nil {
		d = std
	}
	r := &Redactor{detector: d, policy: p.clone(), keep: wordListOf(p.Keep), deny: wordListOf(p.Deny)}
	r.compile()
	r.hash = policyHash(&r.policy)
	r.dates = deid.Reader{DayFirst: p.DayFirst, Year: p.Year}
	if p.Year == 0 {
		r.dates.Year = time.Now().Year()
	}
	r.pool.New = func() any { return new(plan) }
	return r, nil
}

// Detector gives the Detector that the Redactor finds with.
func (r *Redactor) Detector() *Detector { return r.detector }

// Policy gives a copy of the policy, without its key.
func (r *Redactor) Policy() RedactPolicy {
	p := r.policy.clone()
	p.Key = nil
	return p
}

// Redact gives text with its identifiers redacted by the policy. Numbered
// labels and surrogates are consistent within the text; a Session makes them so
// over several and can restore them. It takes time linear in the text.
func (r *Redactor) Redact(text string) string { return r.redacted(text, r.session()) }

// redacted gives text itself where nothing is to be done.
func (r *Redactor) redacted(text string, s *Session) string {
	p := r.pool.Get().(*plan)
	defer r.pool.Put(p)
	r.detector.DetectInto(&p.result, text)
	if len(p.result.cuts) == 0 {
		if p.make(r, text, &p.result); len(p.found) == 0 {
			return text
		}
		return string(r.append(make([]byte, 0, len(text)+len(text)/8), nil, text, p, s))
	}
	return string(r.appendAll(make([]byte, 0, len(text)+len(text)/8), nil, text, &p.result, p, s, nil))
}

// AppendRedacted appends text, of which res is the Result, redacted to dst. The
// Result must be of this very text; of another's the spans that do not fit are
// passed over.
func (r *Redactor) AppendRedacted(dst []byte, text string, res *Result) []byte {
	return r.redact(dst, nil, text, res, r.session())
}

// AppendReplacements is AppendRedacted that also appends what was replaced, in
// order, to reps.
func (r *Redactor) AppendReplacements(dst []byte, reps []Replacement, text string, res *Result) ([]byte, []Replacement) {
	dst = r.redact(dst, &reps, text, res, r.session())
	return dst, reps
}

// AppendValue appends what takes the place of a whole value known to be of
// type t, of unknown role and full score: a field of a record, a column of a
// table. Keep and deny lists count where they name the whole value.
func (r *Redactor) AppendValue(dst []byte, t identifiers.Type, value string) []byte {
	return r.value(dst, t, value, r.session())
}

// session gives a Session for one text, nil where no operator needs one.
func (r *Redactor) session() *Session {
	if !r.sessions {
		return nil
	}
	return r.NewSession()
}

// redact appends text, of which res is the Result; s may be nil where no
// operator needs one.
func (r *Redactor) redact(dst []byte, reps *[]Replacement, text string, res *Result, s *Session) []byte {
	p := r.pool.Get().(*plan)
	defer r.pool.Put(p)
	return r.appendAll(dst, reps, text, res, p, s, nil)
}

// appendAll redacts a text; a long one part by part, as it was read: what
// belongs to a finding is sought in its part, so that a stream gives the same.
// done, if not nil, is called for each part, when p holds what became of it.
func (r *Redactor) appendAll(dst []byte, reps *[]Replacement, text string, res *Result, p *plan, s *Session, done func(*plan)) []byte {
	if len(res.cuts) == 0 {
		if p.make(r, text, res); done != nil {
			done(p)
		}
		return r.append(dst, reps, text, p, s)
	}
	from, at := len(dst), 0
	spans, evidence := 0, 0
	for _, cut := range res.cuts {
		if cut < at || cut > len(text) {
			break // of another text
		}
		part := &p.part
		part.Spans, part.Health.Evidence = part.Spans[:0], part.Health.Evidence[:0]
		for ; spans < len(res.Spans) && res.Spans[spans].Start < cut; spans++ {
			part.Spans = append(part.Spans, res.Spans[spans])
		}
		for ; evidence < len(res.Health.Evidence) && res.Health.Evidence[evidence].Start < cut; evidence++ {
			part.Health.Evidence = append(part.Health.Evidence, res.Health.Evidence[evidence])
		}
		part.shift(-at)
		if p.make(r, text[at:cut], part); done != nil {
			done(p)
		}
		start, n := len(dst), 0
		if reps != nil {
			n = len(*reps)
		}
		dst = r.append(dst, reps, text[at:cut], p, s)
		if reps != nil {
			for i := n; i < len(*reps); i++ {
				x := &(*reps)[i]
				x.Start, x.End = x.Start+at, x.End+at
				x.NewStart, x.NewEnd = x.NewStart+start-from, x.NewEnd+start-from
			}
		}
		at = cut
	}
	return append(dst, text[at:]...)
}

// append writes what p decided.
func (r *Redactor) append(dst []byte, reps *[]Replacement, text string, p *plan, s *Session) []byte {
	from, at := len(dst), 0
	for i := range p.found {
		f := &p.found[i]
		if f.treat.Operator == OpKeep {
			continue
		}
		dst = append(dst, text[at:f.start]...)
		start := len(dst)
		dst = r.replace(dst, f, text[f.start:f.end], s)
		if len(dst) == start && joins(dst, text[f.end:]) {
			dst = append(dst, ' ')
		}
		if reps != nil {
			*reps = append(*reps, Replacement{f.start, f.end, start - from, len(dst) - from, f.typ, f.category, f.treat.Operator})
		}
		at = f.end
	}
	return append(dst, text[at:]...)
}

// joins reports that nothing but what was removed stood between two words.
func joins(before []byte, behind string) bool {
	return len(before) > 0 && len(behind) > 0 && wordByte(before[len(before)-1]) && wordByte(behind[0])
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}

func (r *Redactor) value(dst []byte, t identifiers.Type, value string, s *Session) []byte {
	if value == "" {
		return dst
	}
	f := finding{typ: t, score: 1, over89: t == identifiers.Age && deid.Over89(value)}
	f.treat = r.treatment(&f)
	switch words := phraseOf(value); {
	case r.deny.whole(words):
		if !f.treat.Operator.hides() {
			f.treat = r.denyTreat
		}
	case r.keep.whole(words):
		return append(dst, value...)
	}
	return r.replace(dst, &f, value, s)
}
