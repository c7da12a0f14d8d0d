package structured

import (
	"strconv"
	"strings"
)

// readKey reports a key that holds an identifier itself, as in a map by e-mail
// address, and redacts it where that is asked for.
func (t *tree) readKey(i int) {
	key := t.keys[i]
	if !suspicious(key) {
		return
	}
	r := t.r
	if x := r.keyOf(key); x.typ != 0 || x.health || x.keep {
		return
	}
	r.s.opt.Detector.DetectInto(&r.res, key)
	spans := r.res.Spans[:0]
	for _, s := range r.res.Spans {
		if !s.Vague {
			spans = append(spans, s)
		}
	}
	if r.res.Spans = spans; len(spans) == 0 {
		return
	}
	if t.hidden == nil {
		t.hidden = map[int]string{}
	}
	var shown strings.Builder
	at := 0
	for _, s := range spans {
		shown.WriteString(key[at:s.Start] + "[" + strings.ToUpper(s.Type.String()) + "]")
		at = s.End
	}
	t.hidden[i] = shown.String() + key[at:]
	n := &t.nodes[i]
	f := field{start: n.keyStart, end: n.keyEnd, text: key, node: i, group: max(t.group[max(n.parent, 0)], 0)}
	r.groups[f.group].facts |= factsOfText(&r.res)
	for _, s := range spans {
		r.add(t, &f, Finding{Type: s.Type, Role: s.Role, Score: s.Score, Source: FromKey})
	}
	if r.redact && r.s.opt.RedactKeys {
		r.res.Health.Evidence = r.res.Health.Evidence[:0]
		out := r.rep.AppendRedacted(nil, key, &r.res)
		if string(out) != key {
			t.early = append(t.early, edit{n.keyStart, n.keyEnd, appendJSON(nil, t.unique(n.parent, out))})
			r.report.Replaced++
		}
	}
}

// unique makes a redacted key another than those before it in its object.
func (t *tree) unique(object int, key []byte) []byte {
	if t.taken == nil {
		t.taken = map[string]int{}
	}
	at := strconv.Itoa(object) + "/" + string(key)
	t.taken[at]++
	if n := t.taken[at]; n > 1 {
		return strconv.AppendInt(append(key, '~'), int64(n), 10)
	}
	return key
}

// suspicious reports a key that is more than a name of a field.
func suspicious(key string) bool {
	return strings.ContainsRune(key, '@') || digits(key) >= 5 || strings.Contains(key, " ") && len(key) <= maxLabelled
}
