package phi

import (
	"strings"
	"unicode/utf8"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// A long text is read in parts, so that memory stays bounded, the tokens of a
// part stay in the cache, and a stream, which never has the whole, finds the
// same. Where the parts begin depends on nothing but the text.
const (
	// window is the most bytes read at once; a text no longer is read whole.
	window = 32 << 10
	// lookAhead is how much behind the end of a part is read with it, and
	// lookBehind how much before its beginning: what stands further away has no
	// bearing on an identifier.
	lookAhead  = 1 << 10
	lookBehind = 512
)

// segments are the measures a Detector cuts long texts by.
type segments struct {
	window, ahead, behind int
}

// segmentsFor looks as far ahead as the longest match of the user's matchers.
func segmentsFor(matchers []identifiers.Matcher) segments {
	s := segments{window, lookAhead, lookBehind}
	for _, m := range matchers {
		if l, ok := m.(identifiers.Limiter); ok {
			s.ahead = max(s.ahead, l.MaxLen())
		}
	}
	s.window = max(s.window, 4*s.ahead)
	return s
}

// from gives where reading begins for a part that begins at start: at the
// beginning of a line within lookBehind bytes, else at that of a word.
func (s segments) from(text string, start int) int {
	if start <= s.behind {
		return 0
	}
	low := start - s.behind
	before := text[low:start]
	// start-1 is the end of the last line of the part before.
	if i := strings.IndexByte(before[:len(before)-1], '\n'); i >= 0 {
		return low + i + 1
	}
	if i := strings.IndexByte(before[:len(before)-1], ' '); i >= 0 {
		return low + i + 1
	}
	return runeStart(text, low)
}

// cut gives where the part that begins at text[0] ends; the text goes on
// behind it. It takes the last empty line, else the last line end, sentence or
// space in the second half of what was read, and never splits a rune.
func (s segments) cut(text string) int {
	low, high := s.window/2, s.window-s.ahead
	room := text[low:high]
	for _, end := range [...]string{"\n\n", "\n", ". ", " "} {
		if i := strings.LastIndex(room, end); i >= 0 {
			return low + i + len(end)
		}
	}
	return runeStart(text, high)
}

// runeStart gives i, or the beginning of the rune that i lies in.
func runeStart(text string, i int) int {
	for k := i; k > max(0, i-utf8.UTFMax); k-- {
		if utf8.RuneStart(text[k]) {
			return k
		}
	}
	return i
}

// part reads the part of text that begins at start into s.part, in offsets of
// text, and gives its end. Only what lies in the part itself stays. ended says
// that nothing follows text; otherwise it reaches a window beyond start.
func (d *Detector) part(s *scratch, text string, start int, ended bool) (end int) {
	from := d.cuts.from(text, start)
	p := &s.part
	to := len(text)
	if rest := text[start:]; ended && len(rest) <= d.cuts.window {
		end = len(text)
	} else {
		end = start + d.cuts.cut(rest)
		to = start + d.cuts.window
	}
	if start == 0 {
		s.text.Read(d.lex, text[:to])
	} else {
		s.text.ReadOn(d.lex, text[from:to])
	}
	d.read(p, s)
	p.shift(from)
	if end < len(text) || !ended {
		end = p.uncut(start, end)
	}
	p.keep(start, end)
	return end
}

// uncut moves the end of a part before what it would cut in two or, if that
// would leave nothing of the part, behind it.
func (r *Result) uncut(start, end int) int {
	for moved := true; moved; {
		moved = false
		across := func(a, b int) {
			if a > start && a < end && end < b {
				end, moved = a, true
			}
		}
		for i := range r.Spans {
			across(r.Spans[i].Start, r.Spans[i].End)
		}
		for i := range r.Health.Evidence {
			across(r.Health.Evidence[i].Start, r.Health.Evidence[i].End)
		}
	}
	for i := range r.Spans {
		if sp := &r.Spans[i]; sp.Start == start {
			end = max(end, sp.End) // longer than half a window
		}
	}
	return end
}

// shift moves all offsets by n bytes.
func (r *Result) shift(n int) {
	r.spoken.shift(n)
	for i := range r.Spans {
		r.Spans[i].Start += n
		r.Spans[i].End += n
	}
	for i := range r.Health.Evidence {
		r.Health.Evidence[i].Start += n
		r.Health.Evidence[i].End += n
	}
}

// keep drops what lies outside [start, end).
func (r *Result) keep(start, end int) {
	spans := r.Spans[:0]
	for _, sp := range r.Spans {
		if sp.Start >= start && sp.Start < end {
			spans = append(spans, sp)
		}
	}
	r.Spans = spans
	evidence := r.Health.Evidence[:0]
	for _, e := range r.Health.Evidence {
		if e.Start >= start && e.Start < end {
			evidence = append(evidence, e)
		}
	}
	r.Health.Evidence = evidence
}

// moods are the signals that hold of a text only where they hold of all of it.
const moods = SignalNegated | SignalHypothetical | SignalPast

// add joins the result of the next part to that of those before.
func (r *Result) add(p *Result) {
	r.Spans = append(r.Spans, p.Spans...)
	h, q := &r.Health, &p.Health
	switch {
	case len(q.Evidence) == 0:
	case len(h.Evidence) == 0:
		h.Signals |= q.Signals & moods
	default:
		h.Signals &^= moods &^ q.Signals
	}
	h.Signals |= q.Signals &^ moods
	h.Evidence = append(h.Evidence, q.Evidence...)
	h.Categories |= q.Categories
	h.Sensitivity |= q.Sensitivity
	if q.Personal && !h.Personal || q.Personal == h.Personal && q.Score > h.Score {
		h.Subject = q.Subject
	}
	h.Personal = h.Personal || q.Personal
	h.Score = max(h.Score, q.Score)
}

// theirsOf is the chance that the health a part speaks of is that of somebody
// the whole identifies: a name on the first page and a diagnosis on the ninth
// belong together.
func (s *scratch) theirsOf(p *Result) float32 {
	if p.Health.Personal {
		return max(s.theirs, p.Health.Score)
	}
	return s.theirs
}

// readParts reads a text that is longer than the window.
func (d *Detector) readParts(r *Result, text string, s *scratch) (theirs float32) {
	*r = Result{Spans: r.Spans[:0], Health: Health{Evidence: r.Health.Evidence[:0]}, cuts: r.cuts[:0]}
	for start := 0; start < len(text); {
		from := start
		start = d.part(s, text, start, true)
		r.add(&s.part)
		r.spoken.add(&s.part, from)
		r.cuts = append(r.cuts, start)
		theirs = max(theirs, s.theirsOf(&s.part))
	}
	if l, ok := d.opt.Languages.only(); ok {
		r.Language = l
	} else if l := r.spoken.words.Main(); l != lexicon.NoLanguage {
		r.Language = Language(l - 1)
	}
	return theirs
}
