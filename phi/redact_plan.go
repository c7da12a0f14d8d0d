package phi

import (
	"slices"
	"strings"
	"unicode"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi/internal/deid"
)

// A finding is a stretch of the text and what happens to it.
type finding struct {
	start, end int
	typ        identifiers.Type
	category   lexicon.Category // of evidence
	role       identifiers.Role
	score      float32
	over89     bool
	treat      *Treatment
}

// plan is the memory one call of a Redactor works in.
type plan struct {
	result Result
	part   Result // of a long text
	scan   lexicon.Scan
	found  []finding // what will be done, in order, without overlaps
	lower  []finding
	spare  []finding

	pieces, merged []finding
	reach          reach
}

// make decides for everything in the text what happens to it. Of overlapping
// findings the first of these takes its bytes: what looks like a numbered
// label, deny list, keep list, identifiers, what belongs to them, evidence.
func (p *plan) make(r *Redactor, text string, res *Result) {
	p.found = p.found[:0]
	words := len(r.keep) > 0 || len(r.deny) > 0
	if words || r.policy.Codes || !r.policy.Exact && len(res.Spans) > 0 {
		p.scan.Run(r.detector.lex, text)
	}
	if r.numbers {
		p.found = appendLabels(p.found, text)
	}
	spans := p.spans(r, res, text)
	if len(r.deny) > 0 {
		p.lower = r.deny.appendWords(p.lower[:0], &p.scan, finding{treat: r.denyTreat, score: 1})
		p.merge(text, widen(p.lower, spans, r.denyTreat))
	}
	if len(r.keep) > 0 {
		p.lower = r.keep.appendWords(p.lower[:0], &p.scan, finding{treat: &keepTreat, score: 1})
		p.merge(text, p.lower)
	}
	p.merge(text, spans)
	if !r.policy.Exact || r.policy.Codes {
		p.reach.read(p.found, &p.scan)
		if !r.policy.Exact {
			p.reach.extend(p.found)
			p.found = slices.DeleteFunc(p.found, func(f finding) bool { return f.treat == nil })
			p.reach.read(p.found, &p.scan)
		}
		p.lower = p.reach.append(p.lower[:0], r, p.found)
		p.merge(text, p.lower)
		p.reach.scan = nil
	}
	p.lower = p.lower[:0]
	for i := range res.Health.Evidence {
		e := &res.Health.Evidence[i]
		if t := r.evidence(e.Category); t != nil && e.Start >= 0 && e.Start < e.End && e.End <= len(text) {
			p.lower = append(p.lower, finding{start: e.Start, end: e.End, category: e.Category, treat: t})
		}
	}
	p.merge(text, p.lower)
	p.scan.Text = "" // must not keep the caller's text alive
}

var keepTreat = Treatment{Operator: OpKeep}

func (p *plan) spans(r *Redactor, res *Result, text string) []finding {
	p.spare = p.spare[:0]
	at := 0
	for i := range res.Spans {
		s := &res.Spans[i]
		if s.Start < at || s.End <= s.Start || s.End > len(text) {
			continue
		}
		at = s.End
		f := finding{start: s.Start, end: s.End, typ: s.Type, role: s.Role, score: s.Score, over89: s.Why.Matcher == identifiers.AgeOver89}
		if f.treat = r.treatment(&f); s.Vague && !r.policy.Vague && !calendar(text[s.Start:s.End]) {
			f.treat = &keepTreat
		}
		p.spare = append(p.spare, f)
	}
	return p.spare
}

// widen gives each denied word the whole of the spans it stands in, so that
// not a half of them is left.
func widen(denied, spans []finding, treat *Treatment) []finding {
	j := 0
	out := denied[:0]
	for _, d := range denied {
		for j < len(spans) && spans[j].end <= d.start {
			j++
		}
		for k := j; k < len(spans) && spans[k].start < d.end; k++ {
			s := &spans[k]
			d.start, d.end = min(d.start, s.start), max(d.end, s.end)
			d.typ, d.role = s.typ, s.role
			if s.treat.Operator.hides() && s.treat.KeepLast == 0 {
				d.treat = s.treat
			}
		}
		if n := len(out); n > 0 && d.start < out[n-1].end {
			out[n-1].end = max(out[n-1].end, d.end)
			continue
		}
		out = append(out, d)
	}
	return out
}

// merge puts lower between what is found. Both are in order; of lower only
// what does not overlap is taken, cut to pieces that hold a letter or digit.
func (p *plan) merge(text string, lower []finding) {
	if len(lower) == 0 {
		return
	}
	p.pieces = p.pieces[:0]
	k, at := 0, 0
	for _, f := range lower {
		for k < len(p.found) && p.found[k].end <= f.start {
			k++
		}
		at = max(at, f.start)
		for j := k; j < len(p.found) && p.found[j].start < f.end; j++ {
			p.piece(text, f, at, p.found[j].start)
			at = max(at, p.found[j].end)
		}
		p.piece(text, f, at, f.end)
		at = max(at, f.end)
	}
	p.merged = p.merged[:0]
	k = 0
	for _, f := range p.pieces {
		for k < len(p.found) && p.found[k].start < f.start {
			p.merged = append(p.merged, p.found[k])
			k++
		}
		p.merged = append(p.merged, f)
	}
	p.merged = append(p.merged, p.found[k:]...)
	p.found, p.merged = p.merged, p.found
}

// piece adds a part of f.
func (p *plan) piece(text string, f finding, start, end int) {
	if start >= end {
		return
	}
	if f.start != start || f.end != end {
		for start < end && isSpace(text[start]) {
			start++
		}
		for start < end && isSpace(text[end-1]) {
			end--
		}
		if strings.IndexFunc(text[start:end], func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }) < 0 {
			return
		}
	}
	f.start, f.end = start, end
	p.pieces = append(p.pieces, f)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// calendar reports a vague date that tells a day or month all the same: "3/12",
// "the 12th", "April". Times of day, weekdays and relative days do not.
func calendar(s string) bool { return deid.TellsDay(foldString(s)) }
