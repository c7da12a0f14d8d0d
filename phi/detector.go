package phi

import (
	"slices"
	"sync"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

// A Detector finds PHI. It is immutable and safe for concurrent use, cannot
// fail, does not panic and takes time linear in the text. Make one with New, or
// call the package's Detect.
type Detector struct {
	lex   *lexicon.Lexicon
	opt   Options
	types uint64 // bit set of reported types
	own   ownDetails
	cuts  segments
	pool  sync.Pool
}

// scratch is the memory one call works in.
type scratch struct {
	result  Result
	part    Result // of a long text
	text    identifiers.Text
	folded  []identifiers.Span
	reading healthtag.Reading
	theirs  float32 // chance that the health spoken of is that of who is identified
}

// New gives a Detector; nil Options mean the defaults.
func New(o *Options) *Detector {
	d := &Detector{types: ^uint64(0)}
	if o != nil {
		d.opt = *o
		d.opt.Matchers = slices.Clone(o.Matchers)
		if o.Types != nil {
			d.types = 0
			for _, t := range o.Types {
				d.types |= 1 << t
			}
		}
	}
	d.own = ownOf(d.opt.Own)
	d.cuts = segmentsFor(d.opt.Matchers)
	d.lex = d.opt.Lexicon
	if d.lex == nil {
		d.lex = lexicon.Default()
	}
	d.pool.New = func() any { return new(scratch) }
	return d
}

var std = New(nil)

// Detect reads text with the default Detector.
func Detect(text string) Result { return std.Detect(text) }

// Detect reads text and tells which identifiers stand in it, how much it speaks
// of health, and the verdict. It takes time linear in the text.
func (d *Detector) Detect(text string) Result {
	s := d.pool.Get().(*scratch)
	defer d.pool.Put(s)
	d.detect(&s.result, text, s)
	r := s.result
	// one copy each, of the right size, instead of growing them span by span
	r.Spans = slices.Clone(r.Spans)
	r.Health.Evidence = slices.Clone(r.Health.Evidence)
	r.cuts = slices.Clone(r.cuts)
	return r
}

// DetectInto is Detect into a Result whose memory is used again: with a Result
// that has held a similar text it does not allocate.
func (d *Detector) DetectInto(r *Result, text string) {
	s := d.pool.Get().(*scratch)
	defer d.pool.Put(s)
	d.detect(r, text, s)
}

func (d *Detector) detect(r *Result, text string, s *scratch) {
	if len(text) <= d.cuts.window {
		s.text.Read(d.lex, text)
		d.read(r, s)
		r.cuts = r.cuts[:0]
	} else {
		s.theirs = d.readParts(r, text, s)
	}
	r.Verdict, r.Reasons = d.judge(r, s.theirs)
}

// read finds the spans and the health of the text that s holds, in its own
// offsets; the verdict is left to be reached.
func (d *Detector) read(r *Result, s *scratch) {
	t := &s.text
	s.folded = identifiers.AppendAll(s.folded[:0], t)
	for _, m := range d.opt.Matchers {
		s.folded = m.AppendSpans(s.folded, t)
	}
	r.Spans = d.resolve(r.Spans[:0], s.folded, t)
	if d.own != nil {
		d.own.mark(r.Spans, t.Text)
	}
	d.readLanguage(r, t)
	d.readHealth(r, t, s)
	readSubject(r, t)
	readSignals(r, t)
	for i := range r.Spans {
		sp := &r.Spans[i]
		sp.Start, sp.End = t.Map.Original(sp.Start, sp.End)
	}
	for i := range r.spoken.turns[:r.spoken.n] {
		at, _ := t.Map.Original(int(r.spoken.turns[i].at), int(r.spoken.turns[i].at))
		r.spoken.turns[i].at = int32(at)
	}
	for i := range r.Health.Evidence {
		e := &r.Health.Evidence[i]
		e.Start, e.End = t.Map.Original(e.Start, e.End)
	}
	// The scratch must not keep the caller's text alive.
	t.Text = ""
}
