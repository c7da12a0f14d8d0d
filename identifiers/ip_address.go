package identifiers

import (
	"github.com/phidetect/phidetect/lexicon"
)

// ips finds IPv4 addresses in dotted-quad form, defanged ones ("203[.]0[.]113[.]7")
// too, and by their colons IPv6 addresses (RFC 4291) and MAC addresses
// (IEEE 802, six pairs of hexadecimal digits).
func (t *Text) ips(dst []Span) []Span {
	for _, d := range t.Triggers.Digits {
		i := int(d)
		if t.claimed(i) || t.Tokens[i].Class != lexicon.Number || t.Tokens[i].Len() > 3 {
			continue
		}
		if t.touches(i) && (t.is(i-1, '.') || t.is(i-1, '-')) {
			continue
		}
		end, n := i, 1
		for n < 5 {
			next := t.dotAt(end+1, false)
			if next == 0 && t.Triggers.Cues.HasAny(lexicon.CueIP, lexicon.CueHandle) && t.is(end+1, '.') && t.Tokens[end+1].Gap == lexicon.GapSpace {
				next = end + 2 // "198 . 51 . 100 . 9"
			}
			if next == 0 || next >= len(t.Tokens) || t.Tokens[next].Class != lexicon.Number || t.Tokens[next].Len() > 3 || !t.touches(next) && !(t.Tokens[next].Gap == lexicon.GapSpace && t.Tokens[next-1].Gap == lexicon.GapSpace) {
				break
			}
			end, n = next, n+1
		}
		if n != 4 || !t.octets(i, end) {
			continue
		}
		l := t.labelBefore(i)
		if l.tok >= 0 && l.near && l.cue == lexicon.CueAgainst || i > 0 && wordIs(t, i-1, "to") && !t.Triggers.Cues.Has(lexicon.CueIP) {
			t.claim(i, end)
			continue
		}
		t.claim(i, end)
		dst = append(dst, Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[end].End), Type: IPAddress, Score: 0.95, Why: Why{Matcher: "ip"}})
	}
	for _, c := range t.Triggers.Colons {
		i := int(c)
		if t.claimed(i) || i == 0 && !t.is(1, ':') {
			continue
		}
		dst = t.colonHex(dst, i)
	}
	return dst
}

func (t *Text) octets(first, last int) bool {
	for i := first; i <= last; i++ {
		if k := &t.Tokens[i]; k.Class == lexicon.Number {
			v := 0
			for _, b := range []byte(t.Text[k.Start:k.End]) {
				v = v*10 + int(b-'0')
			}
			if v > 255 {
				return false
			}
		}
	}
	return true
}

// colonHex reads groups of hexadecimal digits joined by colons around the
// colon at token i.
func (t *Text) colonHex(dst []Span, i int) []Span {
	first := i
	if i > 0 && t.touches(i) && t.hexGroup(i-1, 4) {
		first = i - 1
	} else if !t.is(i+1, ':') {
		return dst
	}
	groups, pairs, doubles := 0, 0, 0
	end := first
	if first < i {
		groups = 1
		if t.Tokens[first].Len() == 2 {
			pairs = 1
		}
	}
	for end = i; groups < 9; {
		if t.is(end+1, ':') && t.touches(end+1) {
			doubles++
			end++
		}
		if !t.touches(end+1) || !t.hexGroup(end+1, 4) {
			break
		}
		end++
		groups++
		if t.Tokens[end].Len() == 2 {
			pairs++
		}
		if !t.is(end+1, ':') || !t.touches(end+1) {
			break
		}
		end++
	}
	if t.is(end, ':') && doubles == 0 {
		end--
	}
	switch {
	case pairs == 6 && groups == 6:
		t.claim(first, end)
		return append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[end].End), Type: DeviceID, Score: 0.95, Why: Why{Matcher: "mac"}})
	case groups == 8 && doubles == 0, doubles == 1 && groups >= 2 && groups <= 7 && end-first >= 3:
		t.claim(first, end)
		return append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[end].End), Type: IPAddress, Score: 0.92, Why: Why{Matcher: "ip"}})
	}
	return dst
}

// hexGroup reports whether token i is one to most hexadecimal digits.
func (t *Text) hexGroup(i, most int) bool {
	if i < 0 || i >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[i]
	if !alnum(k) || k.Len() > most {
		return false
	}
	for _, b := range []byte(t.Text[k.Start:k.End]) {
		if !(b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'f') {
			return false
		}
	}
	return true
}

// uuids finds UUIDs (RFC 9562): 8-4-4-4-12 hexadecimal digits.
func (t *Text) uuids(dst []Span) []Span {
	for i := 0; i+8 < len(t.Tokens); i++ {
		if t.Tokens[i].Len() != 8 || !alnum(&t.Tokens[i]) || !t.is(i+1, '-') || t.claimed(i) {
			continue
		}
		ok := t.hexGroup(i, 8)
		for k, n := range [...]int{4, 4, 4, 12} {
			j := i + 2 + 2*k
			ok = ok && t.is(j-1, '-') && t.touches(j-1) && t.touches(j) && t.Tokens[j].Len() == n && t.hexGroup(j, n)
		}
		if ok {
			t.claim(i, i+8)
			dst = append(dst, Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[i+8].End), Type: UniqueID, Score: 0.95, Why: Why{Matcher: "uuid"}})
			i += 8
		}
	}
	return dst
}
