package structured

import (
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// typed redacts a value whose place says what it is.
func (r *run) typed(fm form, f *field) {
	over89 := f.typ == identifiers.Age && over89(f.text)
	r.groups[f.group].facts |= factsOf(f.typ, f.role, over89)
	r.add(fm, f, Finding{Type: f.typ, Role: f.role, Score: 1, Source: FromPlace})
	if !r.redact {
		return
	}
	if f.whole != "" && f.whole != f.text {
		// makes the parts of a name the same person for a Session
		r.buf = r.rep.AppendValue(r.buf[:0], identifiers.Name, f.whole)
	}
	r.buf = r.value(r.buf[:0], f, over89)
	r.put(fm, f, 0, len(f.text), append([]byte(nil), r.buf...), true)
}

// value appends what takes the place of a whole value. A Replacer knows roles
// only from a Result.
func (r *run) value(dst []byte, f *field, over89 bool) []byte {
	if f.role == identifiers.RoleUnknown {
		return r.rep.AppendValue(dst, f.typ, f.text)
	}
	s := identifiers.Span{End: len(f.text), Score: 1, Type: f.typ, Role: f.role}
	if over89 {
		s.Why.Matcher = identifiers.AgeOver89
	}
	r.one.Spans = append(r.one.Spans[:0], s)
	return r.rep.AppendRedacted(dst, f.text, &r.one)
}

// maxLabelled bounds the texts that are read behind the words of their key: a
// longer one tells for itself what it speaks of.
const maxLabelled = 256

// read reads a text and redacts what is found in it.
func (r *run) read(fm form, f *field) {
	if f.text == "" {
		return
	}
	text, lead := f.text, 0
	if f.label != "" && len(text) <= maxLabelled {
		r.join = append(append(append(r.join[:0], f.label...), ": "...), text...)
		lead = len(r.join) - len(text)
		text = string(r.join)
	}
	r.s.opt.Detector.DetectInto(&r.res, text)
	fs := factsOfText(&r.res)
	trim(&r.res, lead)
	if len(r.res.Spans) == 0 {
		fs &^= factPerson | factNamed | factPHI // it was the key's
	}
	if f.health && strings.ContainsFunc(f.text, isLetter) {
		fs |= factHealth
	}
	own := len(r.res.Spans)
	r.res.Spans = r.known.appendSpans(r.res.Spans, f.text)
	if len(r.res.Spans) > own {
		fs |= r.known.facts
		r.res.Spans = sortSpans(r.res.Spans)
	}
	r.groups[f.group].facts |= fs
	for i := range r.res.Spans {
		s := &r.res.Spans[i]
		x := Finding{Type: s.Type, Role: s.Role, Score: s.Score}
		if s.Why.Matcher == matcherKnown {
			x.Source = FromRecord
		}
		r.add(fm, f, x)
	}
	for i := range r.res.Health.Evidence {
		r.add(fm, f, Finding{Category: r.res.Health.Evidence[i].Category, Score: r.res.Health.Score})
	}
	if !r.redact {
		return
	}
	r.buf, r.reps = r.rep.AppendReplacements(r.buf[:0], r.reps[:0], f.text, &r.res)
	for _, x := range r.reps {
		r.put(fm, f, x.Start, x.End, append([]byte(nil), r.buf[x.NewStart:x.NewEnd]...), x.Start == 0 && x.End == len(f.text))
	}
}

// trim takes the label of n bytes off a Result.
func trim(res *phi.Result, n int) {
	if n == 0 {
		return
	}
	spans := res.Spans[:0]
	for _, s := range res.Spans {
		if s.End > n {
			s.Start, s.End = max(s.Start-n, 0), s.End-n
			spans = append(spans, s)
		}
	}
	res.Spans = spans
	ev := res.Health.Evidence[:0]
	for _, e := range res.Health.Evidence {
		if e.End > n {
			e.Start, e.End = max(e.Start-n, 0), e.End-n
			ev = append(ev, e)
		}
	}
	res.Health.Evidence = ev
}

// together reads the short values of one object as one text, label by label:
// that tells whether health in general is that person's.
func (r *run) together(group int) bool {
	const most = 4096
	r.join = r.join[:0]
	for i := range r.fields {
		f := &r.fields[i]
		if f.group != group || f.mode == keepIt || f.mode == isOpaque || len(f.text) > maxLabelled || len(r.join) > most {
			continue
		}
		r.join = append(append(append(append(r.join, f.label...), ": "...), f.text...), '\n')
	}
	r.s.opt.Detector.DetectInto(&r.res, string(r.join))
	return r.res.Verdict == phi.PHI
}

// over89 reads an age.
func over89(s string) bool {
	n := 0
	for i := 0; i < len(s) && s[i] >= '0' && s[i] <= '9' && n < 1000; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n > 89
}

func isLetter(c rune) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }
