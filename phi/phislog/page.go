package phislog

import (
	"log/slog"
	"strconv"
	"time"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/internal/sheet"
)

// A page is the memory in which one record is read.
type page struct {
	sheet.Sheet
	attrs   []slog.Attr
	num     []byte
	ends    []int // behind the last field of each JSON value
	next    int   // the field that rebuilding has come to
	changed bool
}

func (p *page) reset() {
	p.Reset()
	clear(p.attrs)
	p.attrs, p.ends, p.next, p.changed = p.attrs[:0], p.ends[:0], 0, false
}

// record reads a record and gives the one to hand on.
func (p *page) record(h *Handler, r slog.Record) (out slog.Record, found bool) {
	c := h.core
	msg := r.Message
	if len(msg) > c.limit {
		msg, p.changed = Unreadable, true
	}
	if h.context != "" {
		p.AddContext(h.context)
	}
	p.Add("", identifiers.NoType, msg)
	r.Attrs(func(a slog.Attr) bool {
		p.take(c, h.group, a)
		return true
	})
	p.Find(c.redactor.Detector())
	found = p.Result.Verdict == phi.PHI
	redact := c.acts(p)
	if !redact && !p.changed {
		return r, found
	}
	if redact {
		msg = string(p.AppendField(nil, 0))
		p.next = 1
		for i, a := range p.attrs {
			p.attrs[i] = p.build(c, h.group, a)
		}
	}
	out = slog.NewRecord(r.Time, r.Level, msg, r.PC)
	out.AddAttrs(p.attrs...)
	return out, found
}

// acts redacts what was found, if it is to be, and reports whether anything
// changes.
func (c *core) acts(p *page) bool {
	return (!c.onlyPHI || p.Result.Verdict == phi.PHI) && p.Redact(c.redactor)
}

// fixed reads attributes by themselves.
func (p *page) fixed(c *core, group string, attrs []slog.Attr) (resolved, redacted []slog.Attr) {
	defer func() {
		if recover() != nil {
			redacted = []slog.Attr{slog.String(unreadKey, Unreadable)}
			resolved = redacted
		}
	}()
	for _, a := range attrs {
		p.take(c, group, a)
	}
	resolved, redacted = p.attrs, p.attrs
	p.Find(c.redactor.Detector())
	if p.Redact(c.redactor) {
		redacted = make([]slog.Attr, len(resolved))
		for i, a := range resolved {
			redacted[i] = p.build(c, group, a)
		}
	}
	return resolved, redacted
}

// take resolves an attribute and puts what is to be read of it in the sheet.
func (p *page) take(c *core, group string, a slog.Attr) {
	v, changed := c.resolve(a.Value, 0)
	a.Value, p.changed = v, p.changed || changed
	p.attrs = append(p.attrs, a)
	p.add(c, group, a)
}

// A reading says how a resolved value is read.
type reading uint8

const (
	unread reading = iota
	asText
	asNumber
	asTime
	asJSON
	asGroup
)

// readingOf says how a resolved value is read, and of which type it is.
func (c *core) readingOf(group string, a slog.Attr) (reading, identifiers.Type) {
	t, keep := c.keys.Of(group, a.Key)
	if keep {
		return unread, t
	}
	switch a.Value.Kind() {
	case slog.KindString:
		if a.Value.String() == Unreadable {
			return unread, t
		}
		return asText, t
	case slog.KindInt64, slog.KindUint64, slog.KindFloat64:
		return asNumber, t
	case slog.KindTime:
		if t != identifiers.NoType {
			return asTime, t
		}
	case slog.KindGroup:
		return asGroup, t
	case slog.KindAny:
		if _, ok := a.Value.Any().(rawJSON); ok {
			return asJSON, t
		}
	}
	return unread, t
}

// add puts a resolved attribute in the sheet. build goes the same way.
func (p *page) add(c *core, group string, a slog.Attr) {
	how, t := c.readingOf(group, a)
	if c.checkKeys {
		p.Add("", identifiers.NoType, a.Key)
	}
	switch how {
	case asText:
		p.Add(a.Key, t, a.Value.String())
	case asNumber:
		if p.num = appendNumber(p.num[:0], a.Value); t != identifiers.NoType || len(p.num) >= sheet.MinDigits {
			p.Add(a.Key, t, string(p.num))
		}
	case asTime:
		p.Add(a.Key, t, a.Value.Time().Format(time.RFC3339))
	case asJSON:
		// resolve has made it, so that it is valid
		if err := p.AddJSON(a.Value.Any().(rawJSON), 0, a.Key, c.keys, c.checkKeys); err != nil {
			panic(err)
		}
		p.ends = append(p.ends, p.Len())
	case asGroup:
		for _, b := range a.Value.Group() {
			p.add(c, within(group, a.Key), b)
		}
	}
}

// within gives the name of the group that a group's members stand in; one
// without a name is none of its own.
func within(group, key string) string {
	if key == "" {
		return group
	}
	return key
}

// build gives a resolved attribute with what was found in it replaced.
func (p *page) build(c *core, group string, a slog.Attr) slog.Attr {
	how, t := c.readingOf(group, a)
	key := a.Key
	if c.checkKeys {
		a.Key = string(p.AppendField(nil, p.field()))
	}
	switch how {
	case asText:
		a.Value = p.text(a.Value)
	case asNumber:
		if p.num = appendNumber(p.num[:0], a.Value); t != identifiers.NoType || len(p.num) >= sheet.MinDigits {
			a.Value = p.text(a.Value)
		}
	case asTime:
		a.Value = p.text(a.Value)
	case asJSON:
		a.Value = p.json(a.Value)
	case asGroup:
		in := a.Value.Group()
		out := make([]slog.Attr, len(in))
		for i, b := range in {
			out[i] = p.build(c, within(group, key), b)
		}
		a.Value = slog.GroupValue(out...)
	}
	return a
}

// field gives the number of the next field.
func (p *page) field() int {
	p.next++
	return p.next - 1
}

func (p *page) text(v slog.Value) slog.Value {
	if i := p.field(); p.Changed(i) {
		return slog.StringValue(string(p.AppendField(nil, i)))
	}
	return v
}

// json gives the JSON of the next value.
func (p *page) json(v slog.Value) slog.Value {
	first, last := p.next, p.ends[0]
	p.next, p.ends = last, p.ends[1:]
	return slog.AnyValue(rawJSON(sheet.AppendSource(&p.Sheet, nil, v.Any().(rawJSON), first, last)))
}

// appendNumber appends a number as digits; whole floats have no exponent, as
// they come out of a JSON decoder.
func appendNumber(dst []byte, v slog.Value) []byte {
	switch v.Kind() {
	case slog.KindInt64:
		return strconv.AppendInt(dst, v.Int64(), 10)
	case slog.KindUint64:
		return strconv.AppendUint(dst, v.Uint64(), 10)
	default:
		f := v.Float64()
		if f > -1e18 && f < 1e18 {
			return strconv.AppendFloat(dst, f, 'f', -1, 64)
		}
		return strconv.AppendFloat(dst, f, 'g', -1, 64)
	}
}
