package structured

import (
	"bytes"

	"github.com/phidetect/phidetect/identifiers"
)

// message is a message of HL7 v2 that is read.
type message struct {
	r      *run
	b      []byte // the whole message
	d      delimiters
	places []place // by field.node
	times  map[int]bool
	parts  [4][]bytesOf
}

// messages redacts the messages of an input one by one. What stands before the
// first MSH is no message: only the segments of a batch and the frame of MLLP
// may.
func (r *run) messages(in *source, emit func([]byte) error) error {
	m := &message{r: r}
	var start int64
	size := 0
	segs := []bytesOf{}
	flush := func() error {
		if len(m.b) == 0 {
			return nil
		}
		r.record++
		r.base = start
		out := m.read(segs)
		m.b, segs, size = m.b[:0], segs[:0], 0
		return emit(out)
	}
	began := false
	for {
		b, err := in.segment(r.s.opt.MaxBytes)
		if err != nil {
			return r.failIn(in, err)
		}
		if len(b) == 0 {
			break
		}
		lead, end := framed(b)
		name := segmentName(b[lead:end])
		switch {
		case heads(name):
			if err := flush(); err != nil {
				return err
			}
			d, ok := readDelimiters(b[lead:end])
			if !ok {
				r.record++
				return r.fail(ErrSyntax, in.start+int64(lead), "the delimiters should stand behind MSH, FHS or BHS, each another than the others")
			}
			m.d, start, began = d, in.start, true
		case !began && lead < end:
			return r.fail(ErrSyntax, in.start+int64(lead), "a message begins with MSH, a batch with FHS or BHS")
		case lead < end && (name == "" || lead+3 < end && b[lead+3] != m.d.field):
			r.record++
			return r.fail(ErrSyntax, in.start+int64(lead), "a segment begins with three capitals and the field separator")
		}
		if len(m.b) == 0 {
			start = in.start
		}
		if size += len(b); size > r.s.opt.MaxBytes {
			return r.failIn(in, errTooLong)
		}
		if lead < end {
			segs = append(segs, bytesOf{len(m.b) + lead, len(m.b) + end})
		}
		m.b = append(m.b, b...)
	}
	if !began {
		return r.fail(ErrSyntax, in.next, "there is no message")
	}
	return flush()
}

// framed gives where the segment in b begins and ends, without what frames it
// (MLLP: 0x0B before and 0x1C behind a message), blanks and its end.
func framed(b []byte) (lead, end int) {
	end = len(b)
	for lead < end && (b[lead] == 0x0b || b[lead] == 0x1c || b[lead] == ' ' || b[lead] == '\r' || b[lead] == '\n' || b[lead] == '\t') {
		lead++
	}
	if bytes.HasPrefix(b[lead:], []byte("\ufeff")) {
		lead += 3
	}
	for end > lead && (b[end-1] == '\r' || b[end-1] == '\n' || b[end-1] == 0x1c) {
		end--
	}
	return lead, end
}

// read redacts the message in m.b, whose segments are segs.
func (m *message) read(segs []bytesOf) []byte {
	r := m.r
	r.fields = r.fields[:0]
	r.groups = append(r.groups[:0], group{parent: -1, record: true})
	m.places = m.places[:0]
	m.times = map[int]bool{}
	nth := map[string]int{}
	for _, s := range segs {
		name := segmentName(m.b[s.start:s.end])
		nth[name]++
		m.segment(name, nth[name], s)
	}
	edits := r.judge(m)
	r.verdicts(m)
	return apply(nil, m.b, edits)
}

// segment makes the fields of a segment.
func (m *message) segment(name string, nth int, s bytesOf) {
	m.parts[0] = split(m.parts[0][:0], m.b, s, m.d.field)
	fields := m.parts[0]
	first := 0 // fields[1] is field 1
	if heads(name) {
		first = 1 // field 1 is the separator itself, fields[1] field 2
	}
	value := ""
	for i := 1; i < len(fields); i++ {
		n := i + first
		f := fields[i]
		if f.start == f.end || first == 1 && n == 2 {
			continue
		}
		what := hl7Table[hl7Key(name, n)]
		if name == "OBX" && n == 2 {
			value = string(m.b[f.start:f.end])
		}
		if name == "OBX" && n == 5 {
			what = hl7Values[value]
		}
		at := place{segment: name, nth: nth, field: n}
		m.parts[1] = split(m.parts[1][:0], m.b, f, m.d.repetition)
		for k, rep := range m.parts[1] {
			at.repetition = k + 1
			if name == "OBX" && n == 5 && (value == "ED" || value == "RP") {
				m.encapsulated(at, rep, value)
				continue
			}
			m.repetition(at, rep, what, health(name, n))
		}
	}
}

// repetition makes the fields of one repetition.
func (m *message) repetition(at place, rep bytesOf, what hl7Field, ill bool) {
	m.parts[2] = split(m.parts[2][:0], m.b, rep, m.d.component)
	comps := m.parts[2]
	component := func(n int) string {
		if n > len(comps) {
			return ""
		}
		text, _ := decodeHL7(m.b[comps[n-1].start:comps[n-1].end], m.d)
		return text
	}
	if ill {
		m.r.groups[0].facts |= factHealth
	}
	if what.as == asIs {
		return
	}
	from := len(m.r.fields)
	for i, c := range comps {
		if c.start == c.end {
			continue
		}
		at.component = i + 1
		if len(comps) == 1 {
			at.component = 0
		}
		one := m.componentOf(what, i+1, component)
		m.parts[3] = split(m.parts[3][:0], m.b, c, m.d.sub)
		for j, sub := range m.parts[3] {
			at.sub = 0
			if len(m.parts[3]) > 1 {
				at.sub = j + 1
			}
			if what.as == asAddress && i == 0 && len(m.parts[3]) > 1 {
				one = hl7Field{asWhole, identifiers.StreetAddress, what.role} // SAD: street, name, number
			}
			m.add(at, sub, one)
		}
	}
	if what.as == asName || what.as == asPerson {
		k := 1
		if what.as == asPerson {
			k = 2
		}
		whole := joinNames(component(k+1), component(k+2), component(k))
		for i := from; i < len(m.r.fields); i++ {
			if f := &m.r.fields[i]; f.typ == identifiers.Name {
				f.whole = whole
			}
		}
	}
}
